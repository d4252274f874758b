// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Columns of schemes, rounds, pairings and events.
#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"
#include "client/cli/event_words.h"
#include "client/cli/fairness_text.h"
#include "client/cli/reason_text.h"
#include "client/cli/story.h"
#include "client/cli/timing_text.h"

namespace twinaid::client {
namespace {

bool AllVerified(const v1::Round& round) {
  return !round.certificate().empty() &&
         std::all_of(round.certificate().begin(), round.certificate().end(),
                     [](const v1::StageCertificate& stage) {
                       return stage.verified();
                     });
}

std::string ProofText(const v1::Round& round, bool chinese) {
  if (round.certificate().empty()) return "";
  if (chinese) return AllVerified(round) ? "已证明" : "未证明";
  return AllVerified(round) ? "verified" : "not verified";
}

std::string CoverageText(const v1::Round& round, bool chinese) {
  const v1::Coverage& c = round.coverage();
  if (c.needs() == 0) return "";
  if (chinese) {
    return absl::StrCat(Grouped(c.needs()), " 项需求中完全满足 ",
                        Grouped(c.needs_fully()), "，部分满足 ",
                        Grouped(c.needs_partly()));
  }
  return absl::StrCat(Grouped(c.needs_fully()), " of ", Grouped(c.needs()),
                      " needs whole, ", Grouped(c.needs_partly()), " in part");
}

std::string SpreadText(const v1::Round& round, bool chinese) {
  const v1::Coverage& c = round.coverage();
  if (c.places() == 0) return "";
  if (chinese) {
    return absl::StrCat(Grouped(c.places()), " 个地方，最低 ",
                        PermilleText(c.min_place_permille()), "，中位 ",
                        PermilleText(c.median_place_permille()));
  }
  return absl::StrCat(Grouped(c.places()), " places, least ",
                      PermilleText(c.min_place_permille()), ", median ",
                      PermilleText(c.median_place_permille()));
}

// The digits of a sum that stand for urgency, as shares of a place's needs: of
// three places that are covered whole, 300%.
std::string SumText(const google::protobuf::RepeatedPtrField<std::string>& sum,
                    bool chinese) {
  std::array<std::int64_t, 4> points{};
  for (int i = 0; i < sum.size() && i < 4; ++i) {
    if (!absl::SimpleAtoi(sum[i], &points[static_cast<std::size_t>(i)])) {
      return absl::StrJoin(sum, " ");
    }
  }
  v1::TierPoints tiers;
  tiers.set_critical(points[0]);
  tiers.set_high(points[1]);
  tiers.set_medium(points[2]);
  tiers.set_low(points[3]);
  return PointsText(tiers, chinese);
}

std::string DetailsText(const v1::Event& event, bool chinese) {
  if (chinese && IsTold(event)) return Sentence(event, true);
  std::vector<std::string> parts;
  for (const auto& [key, value] : event.details()) {
    parts.push_back(absl::StrCat(key, "=", value));
  }
  std::sort(parts.begin(), parts.end());
  return absl::StrJoin(parts, " ");
}

}  // namespace

std::vector<Column<v1::Scheme>> SchemeColumns() {
  using S = v1::Scheme;
  return {
      {"scheme", "方案", false, [](const S& s) { return IdOf(s.name()); }},
      {"title",
       "英文名称",
       false,
       [](const S& s) { return s.title_en(); },
       {.cut = true, .written_in = "en"}},
      {"title_zh",
       "中文名称",
       false,
       [](const S& s) { return s.title_zh(); },
       {.cut = true, .written_in = "zh"}},
      {"places", "参与地方", true,
       [](const S& s, bool zh) {
         if (s.participants().empty()) return std::string(zh ? "全部" : "all");
         return absl::StrCat(s.participants_size());
       }},
      {"rungs",
       "层级",
       true,
       [](const S& s) { return absl::StrCat(s.policy().rungs()); },
       {.spare = 1}},
  };
}

std::vector<Column<v1::Scheme>> SchemeDetails() {
  using S = v1::Scheme;
  std::vector<Column<S>> columns = SchemeColumns();
  columns.push_back({"participants", "参与者", false, [](const S& s, bool zh) {
                       return absl::StrJoin(
                           s.participants(), Comma(zh),
                           [](std::string* out, const std::string& place) {
                             out->append(IdOf(place));
                           });
                     }});
  columns.push_back({"shape", "形式", false, [](const S& s, bool zh) {
                       return EnumText(s.policy().shape(), zh);
                     }});
  columns.push_back({"donor_capacity", "捐赠方名额", true, [](const S& s) {
                       return absl::StrCat(s.policy().donor_capacity());
                     }});
  columns.push_back({"recipient_capacity", "受助方名额", true, [](const S& s) {
                       return absl::StrCat(s.policy().recipient_capacity());
                     }});
  columns.push_back({"tiers", "紧急层次", false, [](const S& s, bool zh) {
                       return EnumText(s.policy().tiers(), zh);
                     }});
  columns.push_back({"pool", "剩余物资", false, [](const S& s, bool zh) {
                       return EnumText(s.policy().pool(), zh);
                     }});
  columns.push_back({"keep", "原有结对", false, [](const S& s, bool zh) {
                       return EnumText(s.policy().keep(), zh);
                     }});
  columns.push_back(
      {"allow_one_way", "允许单向", false, [](const S& s, bool zh) {
         return s.policy().allow_one_way() ? YesText(true, zh) : "";
       }});
  columns.push_back({"confirm_days", "确认天数", true, [](const S& s) {
                       return absl::StrCat(s.confirm_days());
                     }});
  columns.push_back({"answer_days", "答复天数", true,
                     [](const S& s) { return absl::StrCat(s.answer_days()); }});
  columns.push_back(
      {"third_places", "共同援助地", false, [](const S& s, bool zh) {
         return absl::StrJoin(s.third_places(), Comma(zh),
                              [](std::string* out, const std::string& place) {
                                out->append(IdOf(place));
                              });
       }});
  columns.push_back(
      {"rung_wait_days", "层级等待天数", false, [](const S& s, bool zh) {
         return absl::StrJoin(s.policy().rung_wait_days(), Comma(zh));
       }});
  columns.push_back(
      {"prefer_return", "优先回馈", false, [](const S& s, bool zh) {
         return s.policy().prefer_return() ? YesText(true, zh) : "";
       }});
  columns.push_back(
      {"round_every_hours", "定期轮次（小时）", true, [](const S& s) {
         return s.round_every_hours() == 0 ? ""
                                           : Grouped(s.round_every_hours());
       }});
  columns.push_back(
      {"round_after_minutes", "变化后轮次（分钟）", true, [](const S& s) {
         return s.round_after_minutes() == 0 ? ""
                                             : Grouped(s.round_after_minutes());
       }});
  return columns;
}

std::vector<Column<v1::Round>> RoundColumns() {
  using R = v1::Round;
  return {
      {"round", "轮次", false, [](const R& r) { return ShortName(r.name()); }},
      {"started",
       "开始",
       false,
       [](const R& r) { return TimeText(r.create_time()); },
       {.spare = 2}},
      {"as_of",
       "基准日",
       false,
       [](const R& r) { return DateText(r.as_of()); },
       {.spare = 1}},
      {"state", "状态", false,
       [](const R& r, bool zh) { return EnumText(r.state(), zh); }},
      {"pairings", "结对", true,
       [](const R& r) { return Grouped(r.pairings()); }},
      {"matches", "配对单", true,
       [](const R& r) { return Grouped(r.matches()); }},
      {"proof", "证明", false, ProofText, {.spare = 3}},
  };
}

std::vector<Column<v1::Round>> RoundDetails(bool chinese) {
  using R = v1::Round;
  std::vector<Column<R>> columns = RoundColumns();
  columns.push_back({"finished", "结束", false,
                     [](const R& r) { return TimeText(r.finish_time()); }});
  columns.push_back(
      {"failure", "失败原因", false, [](const R& r) { return r.failure(); }});
  columns.push_back({"failure_reason", "失败代码", false,
                     [](const R& r) { return r.failure_reason(); }});
  columns.push_back({"rungs", "层级", true, [](const R& r) {
                       return absl::StrCat(r.policy().rungs());
                     }});
  columns.push_back({"seed", "种子", true,
                     [](const R& r) { return absl::StrCat(r.seed()); }});
  columns.push_back({"donors", "捐赠地方", true,
                     [](const R& r) { return Grouped(r.donors()); }});
  columns.push_back({"coverage", "满足情况", false, CoverageText});
  columns.push_back({"critical", "危急需求", false, [chinese](const R& r) {
                       return CriticalText(r.fairness(), chinese);
                     }});
  columns.push_back({"units", "数量", false, [chinese](const R& r) {
                       return UnitsText(r.fairness(), chinese);
                     }});
  columns.push_back({"spread", "分布", false, SpreadText});
  columns.push_back(
      {"matches_per_donor", "每地捐赠", false,
       [chinese](const R& r) { return PerDonorText(r.fairness(), chinese); }});
  columns.push_back(
      {"price_of_fairness", "公平的代价", false, [chinese](const R& r) {
         return PriceOfFairnessText(r.fairness(), chinese);
       }});
  columns.push_back({"one_to_one", "一对一", false, [chinese](const R& r) {
                       return ExtraCapacityText(r.extra_capacity(), chinese);
                     }});
  columns.push_back({"input_hash", "输入哈希", false,
                     [](const R& r) { return r.input_hash(); }});
  return columns;
}

std::string StageText(v1::StageCertificate::Kind kind, int pass, bool chinese) {
  const std::string word = EnumText(kind, chinese);
  if (pass <= 1) return word;
  return chinese ? absl::StrCat(word, "，第 ", pass, " 遍")
                 : absl::StrCat(word, ", pass ", pass);
}

std::vector<Column<v1::StageCertificate>> CertificateColumns(bool timed,
                                                             bool chinese) {
  using C = v1::StageCertificate;
  std::vector<Column<C>> columns = {
      {"stage", "阶段", false,
       [chinese](const C& c) {
         return StageText(c.kind(), c.pass(), chinese);
       }},
      {"rung", "层级", true, [](const C& c) { return absl::StrCat(c.rung()); }},
      {"pairs", "结对数", true, [](const C& c) { return Grouped(c.pairs()); }},
      {"checked",
       "已核对",
       true,
       [](const C& c) { return Grouped(c.edges_checked()); },
       {.spare = 3}},
      {"worth",
       "总值",
       false,
       [chinese](const C& c) { return SumText(c.primal(), chinese); },
       {.cut = true, .spare = 1}},
      {"at_most",
       "上界",
       false,
       [chinese](const C& c) { return SumText(c.dual(), chinese); },
       {.cut = true, .spare = 2}},
      {"verified", "已证明", false,
       [](const C& c, bool zh) { return YesText(c.verified(), zh); }},
  };
  if (timed) {
    columns.push_back({"check_time",
                       "校验用时",
                       true,
                       [](const C& c) { return CheckText(TimingOf(c)); },
                       {.spare = 5}});
    columns.push_back({"of_solve",
                       "占求解",
                       true,
                       [](const C& c) { return ShareText(TimingOf(c)); },
                       {.spare = 4}});
  }
  return columns;
}

std::vector<Column<v1::UnmetNeed>> UnmetColumns(bool chinese) {
  using U = v1::UnmetNeed;
  return {
      {"need", "需求", false, [](const U& u) { return ShortName(u.need()); }},
      {"left_open", "未满足", true,
       [](const U& u) { return Grouped(u.quantity()); }},
      {"reason",
       "原因",
       false,
       [](const U& u, bool zh) { return EnumText(u.reason(), zh); },
       {.spare = 1}},
      {"meaning",
       "说明",
       false,
       [chinese](const U& u) { return ReasonText(u.reason(), chinese); },
       {.cut = true}},
  };
}

std::vector<Column<v1::Pairing>> PairingColumns() {
  using P = v1::Pairing;
  return {
      {"pairing", "结对", false,
       [](const P& p) { return ShortName(p.name()); }},
      {"donor", "捐赠方", false, [](const P& p) { return IdOf(p.donor()); }},
      {"recipient", "受助方", false,
       [](const P& p) { return IdOf(p.recipient()); }},
      {"state", "状态", false,
       [](const P& p, bool zh) { return EnumText(p.state(), zh); }},
      {"rung",
       "层级",
       true,
       [](const P& p) { return absl::StrCat(p.rung()); },
       {.spare = 1}},
      {"link",
       "关系",
       false,
       [](const P& p) { return IdOf(p.sister_link()); },
       {.spare = 2}},
  };
}

std::vector<Column<v1::Pairing>> PairingDetails(bool chinese) {
  using P = v1::Pairing;
  std::vector<Column<P>> columns = PairingColumns();
  columns.push_back({"value", "价值", false, [chinese](const P& p) {
                       return PointsText(p.value(), chinese);
                     }});
  columns.push_back(
      {"pair_id", "互助对", false, [](const P& p) { return p.pair_id(); }});
  columns.push_back({"returns_help", "回馈", false, [](const P& p, bool zh) {
                       return p.returns_help() ? YesText(true, zh) : "";
                     }});
  columns.push_back({"round", "轮次", false,
                     [](const P& p) { return ShortName(p.round()); }});
  return columns;
}

std::vector<Column<v1::CandidatePair>> CandidateColumns(bool chinese) {
  using C = v1::CandidatePair;
  return {
      {"donor", "捐赠方", false, [](const C& c) { return IdOf(c.donor()); }},
      {"recipient", "受助方", false,
       [](const C& c) { return IdOf(c.recipient()); }},
      {"rung", "层级", true, [](const C& c) { return absl::StrCat(c.rung()); }},
      {"value",
       "价值",
       false,
       [chinese](const C& c) {
         // Mutual pairs are chosen by both directions together.
         return PointsText(c.has_pair_value() ? c.pair_value() : c.value(),
                           chinese);
       },
       {.cut = true}},
      {"short_by",
       "差距",
       false,
       [chinese](const C& c) {
         // Nobody knows it of one direction of a mutual pair.
         return c.kind() == v1::StageCertificate::MUTUAL
                    ? ""
                    : PointsText(c.slack(), chinese);
       },
       {.cut = true, .spare = 1}},
      {"cost",
       "代价",
       false,
       [chinese](const C& c) {
         return c.has_cost() ? PointsText(c.cost(), chinese) : "";
       },
       {.cut = true, .spare = 2}},
      {"paired", "已结对", false,
       [](const C& c, bool zh) { return YesText(c.paired(), zh); }},
  };
}

std::vector<Column<v1::Event>> EventColumns() {
  using E = v1::Event;
  return {
      {"seq", "序号", true, [](const E& e) { return absl::StrCat(e.seq()); }},
      {"time",
       "时间",
       false,
       [](const E& e) { return TimeText(e.time()); },
       {.spare = 1}},
      {"type", "事件", false,
       [](const E& e, bool zh) { return EventTypeText(e.type(), zh); }},
      {"resource",
       "对象",
       false,
       [](const E& e) { return ShortName(e.resource()); },
       {.wrap = true}},
      {"details", "详情", false, DetailsText, {.cut = true, .spare = 2}},
  };
}

}  // namespace twinaid::client
