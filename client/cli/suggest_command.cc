// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/suggest_command.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"
#include "client/cli/refusal_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;
  std::string scheme;
  int most = 0;
  int propose = 0;  // the number of a suggestion, from 1
};

// A suggestion with its number.
struct Numbered {
  int number = 0;
  v1::Suggestion row;
};

std::string ItemText(const v1::Suggestion& s, bool chinese) {
  if (s.offer_item() == s.need_item()) return IdOf(s.need_item());
  if (chinese) {
    return absl::StrCat(IdOf(s.offer_item()), " 替代 ", IdOf(s.need_item()),
                        "（", s.quality_percent(), "%）");
  }
  return absl::StrCat(IdOf(s.offer_item()), " for ", IdOf(s.need_item()), " (",
                      s.quality_percent(), "%)");
}

// `offers`: whether offers are suggested for a need.
std::vector<Column<Numbered>> SuggestionColumns(bool offers, bool chinese) {
  using N = Numbered;
  std::vector<Column<N>> columns = {
      {"no", "序号", true, [](const N& n) { return absl::StrCat(n.number); }},
      {offers ? "offer" : "need", offers ? "供给" : "需求", false,
       [offers](const N& n) {
         return ShortName(offers ? n.row.offer() : n.row.need());
       }},
      {"quantity", "数量", true,
       [](const N& n) {
         return QuantityText(n.row.quantity(), n.row.currency());
       }},
      {"covers",
       "满足",
       false,
       [chinese](const N& n) {
         if (n.row.covers_all()) return chinese ? "全部" : "all";
         return chinese ? "部分" : "part";
       },
       {.spare = 4}},
      {"item",
       "物品",
       false,
       [](const N& n, bool zh) { return ItemText(n.row, zh); },
       {.spare = 3}},
      {"rung",
       "层级",
       true,
       [](const N& n) { return absl::StrCat(n.row.rung()); },
       {.spare = 5}},
      {"link",
       "关系",
       false,
       [](const N& n) { return IdOf(n.row.sister_link()); },
       {.spare = 6}},
  };
  if (!offers) {
    columns.push_back(
        {"urgency",
         "紧急程度",
         false,
         [](const N& n, bool zh) { return EnumText(n.row.urgency(), zh); },
         {.spare = 1}});
    columns.push_back({"needed_by",
                       "期限",
                       false,
                       [](const N& n) { return DateText(n.row.needed_by()); },
                       {.spare = 2}});
  }
  columns.push_back({"arrives", "预计到达", false,
                     [](const N& n) { return DateText(n.row.arrives()); }});
  return columns;
}

template <typename Response>
void PrintTable(Session& session, const Response& found, bool offers) {
  const bool chinese = session.chinese();
  std::vector<Numbered> rows;
  for (const v1::Suggestion& row : found.suggestions()) {
    rows.push_back({static_cast<int>(rows.size()) + 1, row});
  }
  if (rows.empty() && session.options.format == Format::kTable) {
    session.out() << (chinese ? "（没有建议）" : "(nothing to suggest)")
                  << "\n";
  } else {
    PrintCells(session,
               CellsOf(session, rows, SuggestionColumns(offers, chinese)));
  }
  if (!found.barred().empty()) {
    const std::string why = RefusalText(found.barred(), chinese);
    session.Say("nothing to suggest: " + why, "没有建议：" + why);
    return;
  }
  for (const v1::NotSuggested& out : found.not_suggested()) {
    const std::string why = RefusalText(out.reason(), chinese);
    session.Say(absl::StrCat("not suggested: ", out.count(), ", ", why),
                absl::StrCat("未建议 ", out.count(), " 项：", why));
  }
  if (found.more_may_exist()) {
    session.Say(
        absl::StrCat("looked at ", found.looked_at(),
                     ", the nearest; there may be more"),
        absl::StrCat("已查看最近的 ", found.looked_at(), " 项；可能还有更多"));
  }
}

// Makes the suggestion that was chosen a proposal.
int Propose(Session& session, const v1::Suggestion& chosen) {
  v1::CreateMatchRequest request;
  request.mutable_match()->set_need(chosen.need());
  request.mutable_match()->set_offer(chosen.offer());
  request.mutable_match()->set_quantity(chosen.quantity());
  request.mutable_match()->set_origin(v1::Match::MANUAL);
  return ChangeAndShow(session, &AssistanceStub::CreateMatch, request,
                       MatchDetails(session.chinese()));
}

template <typename Stub, typename Request, typename Response>
int Suggest(Session& session, const Typed& typed,
            Method<Stub, Request, Response> method, Request& request,
            bool offers) {
  if (!typed.scheme.empty()) request.set_scheme(SchemeName(typed.scheme));
  request.set_page_size(typed.most);
  Response found;
  const grpc::Status status = Send(session, method, request, &found);
  if (!status.ok()) return session.Refused(status);
  if (typed.propose > 0) {
    if (typed.propose > found.suggestions_size()) {
      return session.Usage(
          absl::StrCat("--propose: there are ", found.suggestions_size(),
                       " suggestions"),
          absl::StrCat("--propose：共有 ", found.suggestions_size(),
                       " 项建议"));
    }
    return Propose(session, found.suggestions(typed.propose - 1));
  }
  if (session.options.format == Format::kJson) {
    PrintJson(session, found);
  } else {
    PrintTable(session, found, offers);
  }
  return kDone;
}

int Offers(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.name, code)) {
    return code;
  }
  v1::SuggestOffersRequest request;
  request.set_need(NeedName(typed.name));
  return Suggest(session, typed, &MatchingStub::SuggestOffers, request, true);
}

int Needs(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.name, code)) {
    return code;
  }
  v1::SuggestNeedsRequest request;
  request.set_offer(OfferName(typed.name));
  return Suggest(session, typed, &MatchingStub::SuggestNeeds, request, false);
}

void Add(CLI::App& noun, Session& session, const char* help, const char* name,
         int (*action)(Session&, const Typed&)) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("suggest", help);
  verb->add_option("name", typed->name, name)->required();
  verb->add_option("--scheme", typed->scheme,
                   "whose places and rungs count; default if left out");
  verb->add_option("--most", typed->most, "so many at most; 10 if left out");
  verb->add_option("--propose", typed->propose,
                   "make the suggestion of this number a proposal")
      ->check(CLI::Range(1, 100));
  Does(*verb, session, typed, action);
}

}  // namespace

void AddSuggestOffers(CLI::App& noun, Session& session) {
  Add(noun, session,
      "the offers that could serve it best, without a round\n"
      "Example: twinaid need suggest us-tx-san-antonio/masks",
      "PLACE/NEED", &Offers);
}

void AddSuggestNeeds(CLI::App& noun, Session& session) {
  Add(noun, session,
      "the needs that it could serve best, without a round\n"
      "Example: twinaid offer suggest cn-js-wuxi/masks",
      "PLACE/OFFER", &Needs);
}

}  // namespace twinaid::client
