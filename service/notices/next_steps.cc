// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/next_steps.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "service/model/enum_names.h"
#include "service/notices/notice_words.h"

namespace twinaid::notices {
namespace {

using model::Answer;
using model::Match;
using model::MatchState;
using model::Side;

std::string CommandFor(absl::string_view verb, const Match& match) {
  return absl::StrCat("twinaid match ", verb, " ", match.id.value());
}

template <typename Parent, typename Child>
std::string Short(const model::NestedName<Parent, Child>& name) {
  return absl::StrCat(name.parent.value(), "/", name.child.value());
}

Step Look(Language language, const Match& match) {
  return {In(language, "Nothing is asked of you now. To see how things stand:",
             "目前无需处理。查看现状："),
          CommandFor("show", match)};
}

std::vector<Step> Answering(Language language, const Match& match, Side side) {
  const bool donor = side == Side::kDonor;
  const std::string as =
      absl::StrCat(" --side ", std::string(model::WordOf(side)));
  std::string yes =
      donor ? In(language, "To say yes for the donor", "代表捐赠方接受")
            : In(language, "To say yes for the recipient", "代表受助方接受");
  if (match.answer_by) {
    const std::string day = absl::FormatTime(
        "%Y-%m-%d %H:%M UTC", *match.answer_by, absl::UTCTimeZone());
    absl::StrAppend(&yes, In(language, ", by ", "，截止 "), day,
                    In(language, ", when it lapses", "（逾期失效）"));
  }
  return {{yes + In(language, ":", "："), CommandFor("accept", match) + as},
          {In(language, "To say no, with a reason:", "谢绝，并说明原因："),
           CommandFor("decline", match) + as + " --reason " +
               (donor ? "no_longer_available" : "no_longer_needed")}};
}

std::vector<Step> AfterYes(Language language, const core::NoticeFacts& facts,
                           Side side) {
  const Match& match = facts.goods->match;
  const bool donor = side == Side::kDonor;
  if (match.state == MatchState::kAccepted) {
    if (!donor) return {Look(language, match)};
    return {{In(language, "When the goods have left:", "货物发出后："),
             absl::StrCat(CommandFor("dispatch", match), " --quantity ",
                          match.quantity.value(),
                          " --carrier CARRIER --reference NUMBER")}};
  }
  const model::Decision& mine =
      donor ? match.donor_decision : match.recipient_decision;
  if (mine.answer == Answer::kPending) return Answering(language, match, side);
  return {{In(language, "The other side has still to answer. To follow it:",
              "对方尚未答复。查看进展："),
           CommandFor("show", match)}};
}

// What is free again can find another partner, if it still stands.
Step StillStands(Language language, const Match& match, Side side) {
  if (side == Side::kDonor) {
    return {In(language, "If your offer still stands, say so:",
               "若供给仍然有效，请确认："),
            absl::StrCat("twinaid offer confirm ", Short(match.offer))};
  }
  return {In(language,
             "If your need still stands, say so:", "若需求仍然存在，请确认："),
          absl::StrCat("twinaid need confirm ", Short(match.need))};
}

std::vector<Step> AfterNo(Language language, const core::NoticeFacts& facts,
                          Side side) {
  const Match& match = facts.goods->match;
  std::vector<Step> steps = {StillStands(language, match, side)};
  const model::Decision& mine =
      side == Side::kDonor ? match.donor_decision : match.recipient_decision;
  if (mine.answer == Answer::kDeclined) {
    steps.push_back(
        {In(language, "If you would have it proposed again after all:",
            "若改变主意，允许再次提议："),
         absl::StrCat(CommandFor("reconsider", match), " --side ",
                      std::string(model::WordOf(side)))});
  }
  return steps;
}

std::vector<Step> AfterSending(Language language, const Match& match,
                               Side side) {
  const std::int64_t rest = match.in_transit().value();
  if (side == Side::kDonor || rest == 0) return {Look(language, match)};
  return {{In(language, "When the goods have arrived:", "货物到达后："),
           absl::StrCat(CommandFor("receive", match), " --quantity ", rest)},
          {In(language, "If a part is missing or damaged, say how much:",
              "若有缺失或损坏，请注明数量："),
           absl::StrCat(CommandFor("receive", match),
                        " --quantity ARRIVED --missing NUMBER:damaged")}};
}

std::vector<Step> StepsOf(const core::NoticeFacts& facts, Language language,
                          Side side) {
  const Match& match = facts.goods->match;
  const std::string& type = facts.event.type;
  if (type == "match.proposed") return Answering(language, match, side);
  if (type == "match.accepted") return AfterYes(language, facts, side);
  if (type == "match.declined") return AfterNo(language, facts, side);
  if (type == "match.dispatched") return AfterSending(language, match, side);
  if (type == "match.withdrawn" || type == "match.lapsed" ||
      type == "match.cancelled") {
    return {StillStands(language, match, side)};
  }
  return {Look(language, match)};
}

// Whether the match stands elsewhere than right after the event.
bool HasMovedOn(const core::NoticeFacts& facts) {
  const auto said = facts.event.details.find("state");
  const absl::string_view then =
      said != facts.event.details.end()      ? absl::string_view(said->second)
      : facts.event.type == "match.recorded" ? "received"
                                             : "proposed";
  return model::WordOf(facts.goods->match.state) != then;
}

}  // namespace

std::vector<Step> NextSteps(const core::NoticeFacts& facts, Language language) {
  if (facts.pairing) {
    return {
        {In(language, "Accepted matches go on. To see the pairing:",
            "已接受的匹配继续有效。查看结对："),
         absl::StrCat("twinaid pairing show ", Short(facts.pairing->name))}};
  }
  if (HasMovedOn(facts)) {
    return {{In(language, "Things have moved on since. To see how they stand:",
                "此后情况已有变化。查看现状："),
             CommandFor("show", facts.goods->match)}};
  }
  std::vector<Step> steps;
  if (facts.for_donor) steps = StepsOf(facts, language, Side::kDonor);
  if (facts.for_recipient) {
    for (Step& step : StepsOf(facts, language, Side::kRecipient)) {
      // Both sides may be told to look at the same thing.
      const bool is_new = steps.empty() || steps.back().command != step.command;
      if (is_new) steps.push_back(std::move(step));
    }
  }
  return steps;
}

}  // namespace twinaid::notices
