// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/reason_text.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"

namespace twinaid::client {
namespace {

// What covering one percent of a place's needs of an urgency is worth.
constexpr double kPointsOfPercent =
    static_cast<double>(std::int64_t{1} << 44) / 100;

std::pair<const char*, const char*> Texts(v1::UnmetNeed::Reason reason) {
  switch (reason) {
    case v1::UnmetNeed::NO_TIE:
      return {"the place has no tie that this scheme uses",
              "该地没有本方案可用的友好关系"};
    case v1::UnmetNeed::COUNTERPART_PENDING:
      return {"proposals of its counterpart wait for an answer",
              "对口地方的提议尚待答复"};
    case v1::UnmetNeed::NO_OFFER:
      return {"no tied place offers it", "有友好关系的地方均未提供"};
    case v1::UnmetNeed::SUBSTITUTE_NOT_ACCEPTED:
      return {"only substitutes are offered that it does not accept",
              "仅有未被接受的替代品"};
    case v1::UnmetNeed::CURRENCY:
      return {"only other currencies are offered", "仅有其他币种"};
    case v1::UnmetNeed::QUALITY:
      return {"what is offered is below its minimum quality",
              "所提供的质量低于要求"};
    case v1::UnmetNeed::DIRECTED_ELSEWHERE:
      return {"what is offered is meant for another place", "已定向给其他地方"};
    case v1::UnmetNeed::DECLINED_TOGETHER:
      return {"it was declined before", "此前已被谢绝"};
    case v1::UnmetNeed::OFFER_WINDOW:
      return {"the goods cannot leave while the offer stands",
              "无法在供给期限内发出"};
    case v1::UnmetNeed::TOO_LATE:
      return {"it would arrive after the deadline", "将晚于期限到达"};
    case v1::UnmetNeed::EXPIRES_BEFORE_ARRIVAL:
      return {"the goods would have expired on arrival", "到达时将已过期"};
    case v1::UnmetNeed::MINIMUM_LOT:
      return {"it is below the minimum lot of the offer", "低于最小批量"};
    case v1::UnmetNeed::PLACE_NOT_PAIRED:
      return {"the places it is tied to do more good elsewhere",
              "友好地方与他处结对价值更高"};
    case v1::UnmetNeed::STOCK_USED_UP:
      return {"its counterpart's stock serves what comes first",
              "对口地方的库存已用于更优先的需求"};
    case v1::UnmetNeed::NOT_CONFIRMED:
      return {"it rests until its place confirms it", "待所属地方确认后再参与"};
    case v1::UnmetNeed::WAITS_FOR_RUNG:
      return {
          "nothing on the rungs open to its place so far; more open as it "
          "waits",
          "目前开放的层级中没有；等待更久后将开放更多层级"};
    default:
      return {"", ""};
  }
}

}  // namespace

std::string ReasonText(v1::UnmetNeed::Reason reason, bool chinese) {
  const auto [en, zh] = Texts(reason);
  return chinese ? zh : en;
}

std::string UrgencyText(std::size_t tier, bool chinese) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kUrgencies = {
      {{"critical", "危急"}, {"high", "高"}, {"medium", "中"}, {"low", "低"}}};
  return chinese ? kUrgencies.at(tier).second : kUrgencies.at(tier).first;
}

std::string PointsText(const v1::TierPoints& points, bool chinese) {
  const std::array tiers = {points.critical(), points.high(), points.medium(),
                            points.low()};
  std::vector<std::string> parts;
  for (std::size_t t = 0; t < tiers.size(); ++t) {
    if (tiers.at(t) == 0) continue;
    parts.push_back(
        absl::StrFormat("%s %.1f%%", UrgencyText(t, chinese),
                        static_cast<double>(tiers.at(t)) / kPointsOfPercent));
  }
  return parts.empty() ? "0" : absl::StrJoin(parts, chinese ? "、" : ", ");
}

std::string LossText(const v1::TierPoints& cost, bool chinese) {
  v1::TierPoints loss;
  v1::TierPoints gain;
  for (const auto* field : {"critical", "high", "medium", "low"}) {
    const auto* of = cost.GetDescriptor()->FindFieldByName(field);
    const auto* reflection = cost.GetReflection();
    const std::int64_t points = reflection->GetInt64(cost, of);
    reflection->SetInt64(&loss, of, std::max<std::int64_t>(points, 0));
    reflection->SetInt64(&gain, of, std::max<std::int64_t>(-points, 0));
  }
  const std::string lost = PointsText(loss, chinese);
  const std::string gained = PointsText(gain, chinese);
  if (lost == "0") return chinese ? "无损失" : "nothing";
  if (gained == "0") return lost;
  return lost + (chinese ? "，并增加 " : ", and gain ") + gained;
}

}  // namespace twinaid::client
