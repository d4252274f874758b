// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid review`: one proposal after the other, with what is to be known of
// it, until nothing waits.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/enum_text.h"
#include "client/cli/lookup.h"
#include "client/cli/own_places.h"
#include "client/cli/review_answer.h"
#include "client/cli/review_page.h"
#include "client/cli/review_skips.h"
#include "client/cli/server_folder.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string place;
  std::string side;
  bool by_telephone = false;
  bool list = false;
  bool again = false;
};

// What became of the proposals of one review.
struct Tally {
  int accepted = 0;
  int declined = 0;
  int skipped = 0;
  int refused = 0;  // by the server
};

// Those that wait for an answer, the earliest day first.
grpc::Status Waiting(Session& session, const std::string& place,
                     std::vector<v1::Match>& matches) {
  std::vector<std::string> places;
  grpc::Status status = PlacesOf(session, place, places);
  std::map<std::string, v1::Match> by_name;
  for (const std::string& each : places) {
    if (!status.ok()) return status;
    v1::ListMatchesRequest request;
    const bool everywhere = each == "places/-";
    request.set_filter(JoinFilter({Equals("place", everywhere ? "" : each),
                                   Equals("state", "PROPOSED")}));
    std::vector<v1::Match> found;
    status = Fetch(session, request, &AssistanceStub::ListMatches,
                   &v1::ListMatchesResponse::mutable_matches, found);
    for (v1::Match& match : found) by_name[match.name()] = std::move(match);
  }
  for (auto& [name, match] : by_name) matches.push_back(std::move(match));
  std::stable_sort(matches.begin(), matches.end(),
                   [](const v1::Match& a, const v1::Match& b) {
                     return a.answer_by().seconds() < b.answer_by().seconds();
                   });
  return status;
}

// The places whose answers are the caller's to give.
class Mine {
 public:
  explicit Mine(std::vector<std::string> granted)
      : everywhere_(granted.size() == 1 && granted.front() == "places/-"),
        places_(granted.begin(), granted.end()) {}
  bool Has(const std::string& place) const {
    return everywhere_ || places_.contains(place);
  }

 private:
  const bool everywhere_;
  const std::set<std::string> places_;
};

// The side to answer for: what was typed, else those of the caller's own that
// have not answered; SIDE_UNSPECIFIED where none is left.
v1::Side SideOf(const Typed& typed, const Mine& mine, const v1::Match& match) {
  if (!typed.side.empty()) return EnumValue<v1::Side>(typed.side);
  using D = v1::Match::Decision;
  const bool donor = mine.Has(match.donor_place()) &&
                     match.donor_decision().answer() != D::ACCEPTED;
  const bool recipient = mine.Has(match.recipient_place()) &&
                         match.recipient_decision().answer() != D::ACCEPTED;
  if (donor && recipient) return v1::BOTH;
  if (donor) return v1::DONOR;
  return recipient ? v1::RECIPIENT : v1::SIDE_UNSPECIFIED;
}

template <typename Request>
bool SendAnswer(Session& session, const Typed& typed, const Mine& mine,
                const v1::Match& match, const ReviewAnswer& answer,
                Method<AssistanceStub, Request, v1::Match> method,
                Request request) {
  request.set_name(match.name());
  request.set_side(SideOf(typed, mine, match));
  request.set_by_telephone(typed.by_telephone);
  request.set_note(answer.note);
  session.Prepare(request);
  v1::Match after;
  const grpc::Status status = Send(session, method, request, &after);
  if (!status.ok()) {
    session.Refused(status);
    return false;
  }
  const std::string state = EnumText(after.state(), session.chinese());
  if (session.options.dry_run) {
    session.Say(
        absl::StrCat("dry run: ", IdOf(match.name()), " would be ", state),
        absl::StrCat("试运行：", IdOf(match.name()), " 将变为“", state, "”"));
    return true;
  }
  session.Say(absl::StrCat(IdOf(match.name()), " is now ", state),
              absl::StrCat(IdOf(match.name()), " 现为“", state, "”"));
  return true;
}

void SayHelp(Session& session) {
  session.Say(
      "a [NOTE]: accept; d REASON [NOTE]: decline; s: skip; q: end, the rest "
      "waits. Reasons: " +
          ReasonMenu(false),
      "a [备注]：接受；d 原因 "
      "[备注]：谢绝；s：跳过；q：结束，其余待办。原因：" +
          ReasonMenu(true));
}

// Asks until there is an answer that can be carried out; nothing at the end of
// the input.
std::optional<ReviewAnswer> AskAnswer(Session& session) {
  while (true) {
    session.Say("accept, decline, skip or quit? [a/d/s/q/?]",
                "接受、谢绝、跳过还是结束？[a/d/s/q/?]");
    const std::optional<std::string> line = session.environment().read_line();
    if (!line) return std::nullopt;
    const std::optional<ReviewAnswer> answer = ParseReviewAnswer(*line);
    const bool clear = answer && answer->act != ReviewAct::kHelp &&
                       (answer->act != ReviewAct::kDecline ||
                        answer->reason != v1::REASON_UNSPECIFIED);
    if (clear) return answer;
    if (!answer || answer->act == ReviewAct::kDecline) {
      session.Usage(absl::StrCat("not understood: ", *line),
                    absl::StrCat("无法理解：", *line));
    }
    SayHelp(session);
  }
}

// Carries out one answer; the name joins `skips` where it is passed over.
void CarryOut(Session& session, const Typed& typed, const Mine& mine,
              const v1::Match& match, const ReviewAnswer& answer,
              std::set<std::string>& skips, Tally& tally) {
  bool taken = true;
  if (answer.act == ReviewAct::kSkip) {
    skips.insert(match.name());
    ++tally.skipped;
    return;
  }
  if (answer.act == ReviewAct::kAccept) {
    taken = SendAnswer(session, typed, mine, match, answer,
                       &AssistanceStub::AcceptMatch, v1::AcceptMatchRequest());
    tally.accepted += taken ? 1 : 0;
  } else {
    v1::DeclineMatchRequest request;
    request.set_reason(answer.reason);
    taken = SendAnswer(session, typed, mine, match, answer,
                       &AssistanceStub::DeclineMatch, request);
    tally.declined += taken ? 1 : 0;
  }
  tally.refused += taken ? 0 : 1;
}

std::string Heading(const Session& session, const v1::Match& match,
                    std::size_t number, std::size_t all) {
  const std::string by = TimeText(match.answer_by()).substr(0, 10);
  return session.chinese()
             ? absl::StrCat("第 ", number, "/", all, " 项  ",
                            IdOf(match.name()), "  答复期限 ", by)
             : absl::StrCat("PROPOSAL ", number, " OF ", all, "  ",
                            IdOf(match.name()), "  answer by ", by);
}

int Summary(Session& session, const Tally& tally, std::size_t left) {
  session.Say(
      absl::StrCat(tally.accepted, " accepted, ", tally.declined, " declined, ",
                   tally.skipped, " skipped; ", left, " still to be looked at"),
      absl::StrCat("已接受 ", tally.accepted, "，谢绝 ", tally.declined,
                   "，跳过 ", tally.skipped,
                   tally.refused > 0
                       ? absl::StrCat("，被服务器拒绝 ", tally.refused)
                       : "",
                   "；尚待查看 ", left));
  return tally.refused > 0 ? kRefused : kDone;
}

// One after the other, until the input or the list ends.
int Walk(Session& session, const Typed& typed, const Mine& mine,
         const std::vector<v1::Match>& matches, std::set<std::string>& skips) {
  Tally tally;
  std::size_t at = 0;
  for (; at < matches.size(); ++at) {
    const v1::Match& match = matches[at];
    const grpc::Status status = PrintReviewPage(
        session, Heading(session, match, at + 1, matches.size()), match);
    if (!status.ok()) return session.Refused(status);
    const std::optional<ReviewAnswer> answer = AskAnswer(session);
    if (!answer || answer->act == ReviewAct::kQuit) break;
    CarryOut(session, typed, mine, match, *answer, skips, tally);
  }
  return Summary(session, tally, matches.size() - at);
}

int Review(Session& session, const Typed& typed) {
  std::string place = typed.place;
  int found = kDone;
  if (!FindPlace(session, "--place", place, found)) return found;
  std::vector<v1::Match> matches;
  grpc::Status status = Waiting(session, place, matches);
  std::vector<std::string> granted;
  if (status.ok()) status = GrantedPlaces(session, granted);
  if (!status.ok()) return session.Refused(status);
  const Mine mine(std::move(granted));
  // What the other side has to answer is not for this caller.
  std::erase_if(matches, [&](const v1::Match& match) {
    return SideOf(typed, mine, match) == v1::SIDE_UNSPECIFIED;
  });
  if (typed.list || session.options.format != Format::kTable) {
    PrintRows(session, matches, MatchColumns(session.chinese()));
    return kDone;
  }
  // Of those that were passed over only what still waits is kept.
  std::set<std::string> skips;
  if (!typed.again) {
    const std::set<std::string> before =
        ReadSkips(session.environment(), session.options.server);
    for (const v1::Match& match : matches) {
      if (before.contains(match.name())) skips.insert(match.name());
    }
  }
  std::erase_if(matches, [&](const v1::Match& match) {
    return skips.contains(match.name());
  });
  const std::size_t passed_over = skips.size();
  if (passed_over > 0) {
    session.Say(
        absl::StrCat(passed_over,
                     " passed over before; --again shows them too"),
        absl::StrCat("此前跳过 ", passed_over, " 项；加 --again 再次显示"));
  }
  if (matches.empty()) {
    session.Say("no proposal waits for an answer", "没有待答复的建议");
  }
  const int code =
      matches.empty() ? kDone : Walk(session, typed, mine, matches, skips);
  if (session.options.dry_run) return code;
  const absl::Status kept =
      WriteSkips(session.environment(), session.options.server, skips);
  if (!kept.ok()) {
    session.Say(absl::StrCat(std::string(kept.message()),
                             ": what was skipped will be shown again"),
                absl::StrCat(std::string(kept.message()),
                             "：跳过的项目下次会再次显示"));
  }
  return code;
}

}  // namespace

void AddReviewCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = root.add_subcommand(
      "review",
      "go through the proposals that wait: what each is about, why this "
      "partner, what else there is; accept, decline or skip\n"
      "Answers are read from the standard input, a line each: a [NOTE], "
      "d REASON [NOTE], s, q. What was skipped is passed over next time.\n"
      "Example: twinaid review --place cn-js-wuxi");
  verb->add_option("--place", typed->place,
                   "only of this place and those inside it; all that you act "
                   "for if left out");
  AddEnum<v1::Side>(
      *verb, "--side", typed->side,
      "whom you answer for; your own that have not answered, if left "
      "out");
  verb->add_flag("--by-telephone", typed->by_telephone,
                 "the sides said so by telephone");
  verb->add_flag("--list", typed->list, "only list what waits, and end");
  verb->add_flag("--again", typed->again, "show what was skipped, too");
  Does(*verb, session, typed, &Review);
}

}  // namespace twinaid::client
