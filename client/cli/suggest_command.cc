// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/suggest_command.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;
  std::string scheme;
  int most = 0;
  int propose = 0;  // the number of a suggestion, from 1
};

struct Text {
  const char* en;
  const char* zh;
};

// What is said of a reason; the reason itself where it is not known.
std::string ReasonText(const std::string& reason, bool chinese) {
  static const auto& texts = *new std::map<std::string, Text>{
      {"SAME_PLACE", {"of the same place", "属于同一地方"}},
      {"ITEM_NOT_ACCEPTED", {"another item", "物品不符"}},
      {"QUALITY_TOO_LOW", {"quality below what is asked", "质量低于要求"}},
      {"CURRENCY_DIFFERS", {"another currency", "币种不同"}},
      {"DIRECTED_ELSEWHERE", {"meant for another place", "已定向给其他地方"}},
      {"NOT_AVAILABLE_IN_TIME",
       {"cannot leave while the offer stands", "无法在供给期限内发出"}},
      {"ARRIVES_TOO_LATE", {"too late", "晚于期限"}},
      {"GOODS_EXPIRED", {"expired on arrival", "到达时已过期"}},
      {"DECLINED_BEFORE", {"declined before", "此前已被谢绝"}},
      {"NO_ACTIVE_TIE", {"no tie of the scheme", "没有方案可用的关系"}},
      {"NOT_CONFIRMED", {"waits to be confirmed", "待确认"}},
      {"BELOW_MINIMUM_LOT", {"below the minimum lot", "低于最小批量"}},
      {"CLOSED", {"it is closed", "已关闭"}},
      {"NOTHING_LEFT", {"nothing of it is open", "没有剩余数量"}},
      {"OUTSIDE_SCHEME",
       {"its place takes no part in the scheme", "所属地方未参与该方案"}},
  };
  const auto text = texts.find(reason);
  if (text == texts.end()) return reason;
  return chinese ? text->second.zh : text->second.en;
}

// A suggestion with its number.
struct Numbered {
  int number = 0;
  v1::Suggestion row;
};

std::string ItemText(const v1::Suggestion& s) {
  if (s.offer_item() == s.need_item()) return IdOf(s.need_item());
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
       [](const N& n) { return ItemText(n.row); },
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
    columns.push_back({"urgency",
                       "紧急程度",
                       false,
                       [](const N& n) { return EnumWord(n.row.urgency()); },
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
    session.out() << (chinese ? "(没有建议)" : "(nothing to suggest)") << "\n";
  } else {
    PrintCells(session,
               CellsOf(session, rows, SuggestionColumns(offers, chinese)));
  }
  if (!found.barred().empty()) {
    const std::string why = ReasonText(found.barred(), chinese);
    session.Say("nothing to suggest: " + why, "没有建议:" + why);
    return;
  }
  for (const v1::NotSuggested& out : found.not_suggested()) {
    const std::string why = ReasonText(out.reason(), chinese);
    session.Say(absl::StrCat("not suggested: ", out.count(), ", ", why),
                absl::StrCat("未建议 ", out.count(), " 项:", why));
  }
  if (found.more_may_exist()) {
    session.Say(
        absl::StrCat("looked at ", found.looked_at(),
                     ", the nearest; there may be more"),
        absl::StrCat("已查看最近的 ", found.looked_at(), " 项;可能还有更多"));
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
          absl::StrCat("--propose:共有 ", found.suggestions_size(), " 项建议"));
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
