// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/rpc/policy_world.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <cstdint>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"

namespace twinaid::rpc {
namespace {

using Texts = std::vector<std::string>;

std::string IdOf(const std::string& name) {
  const Texts parts = absl::StrSplit(name, '/');
  return parts.back();
}

Texts Ascending(Texts texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string GoodsText(const std::string& offer, const std::string& need,
                      std::int64_t quantity, bool pooled) {
  return absl::StrCat(IdOf(offer), ">", IdOf(need), " ", quantity,
                      pooled ? " pooled" : " paired");
}

// What a solve and a check took differs from one to the next.
v1::StageCertificate Untimed(v1::StageCertificate stage) {
  EXPECT_TRUE(stage.has_solve_time());
  EXPECT_TRUE(stage.has_check_time());
  stage.clear_solve_time();
  stage.clear_check_time();
  return stage;
}

std::string PairText(const std::string& donor, const std::string& recipient,
                     int rung) {
  return absl::StrCat(IdOf(donor), ">", IdOf(recipient), " rung ", rung);
}

template <typename Rows>
Texts OpenTexts(const Rows& rows) {
  Texts texts;
  for (const v1::UnmetNeed& row : rows) {
    texts.push_back(absl::StrCat(IdOf(row.need()), " ", row.quantity(), " ",
                                 v1::UnmetNeed::Reason_Name(row.reason())));
  }
  return Ascending(texts);
}

std::string Quoted(const std::string& text) {
  return absl::StrCat("'", text, "' ");
}

template <typename M>
std::string Digest(const M& message) {
  return message.SerializeAsString();
}

// What the preview promised, against what is listed.
void ExpectTheSame(const v1::Round& preview, const RoundResult& result) {
  Texts pairs;
  Texts values;
  for (const v1::Plan::Pairing& pairing : preview.plan().pairings()) {
    if (pairing.standing()) continue;
    pairs.push_back(
        PairText(pairing.donor(), pairing.recipient(), pairing.rung()));
    values.push_back(Digest(pairing.value()));
  }
  Texts stored_values;
  for (const v1::Pairing& pairing : result.pairings) {
    stored_values.push_back(Digest(pairing.value()));
  }
  EXPECT_EQ(Ascending(pairs), result.Pairs());
  EXPECT_EQ(Ascending(values), Ascending(stored_values));
  Texts goods;
  for (const v1::Plan::Match& match : preview.plan().matches()) {
    goods.push_back(GoodsText(match.offer(), match.need(), match.quantity(),
                              match.pooled()));
  }
  EXPECT_EQ(Ascending(goods), result.Goods());
  EXPECT_EQ(OpenTexts(preview.plan().unmet()), result.Open());
  EXPECT_EQ(preview.input_hash(), result.round.input_hash());
  using google::protobuf::util::MessageDifferencer;
  EXPECT_TRUE(
      MessageDifferencer::Equals(preview.coverage(), result.round.coverage()));
  EXPECT_TRUE(
      MessageDifferencer::Equals(preview.fairness(), result.round.fairness()));
  EXPECT_TRUE(MessageDifferencer::Equals(preview.extra_capacity(),
                                         result.round.extra_capacity()));
  ASSERT_EQ(preview.certificate_size(), result.round.certificate_size());
  for (int i = 0; i < preview.certificate_size(); ++i) {
    EXPECT_TRUE(MessageDifferencer::Equals(
        Untimed(preview.certificate(i)), Untimed(result.round.certificate(i))));
  }
}

}  // namespace

Texts RoundResult::Pairs() const {
  Texts texts;
  for (const v1::Pairing& pairing : pairings) {
    texts.push_back(
        PairText(pairing.donor(), pairing.recipient(), pairing.rung()));
  }
  return Ascending(texts);
}

Texts RoundResult::Goods() const {
  Texts texts;
  for (const v1::Match& match : matches) {
    texts.push_back(GoodsText(match.offer(), match.need(), match.quantity(),
                              match.pairing().empty()));
  }
  return Ascending(texts);
}

Texts RoundResult::Open() const { return OpenTexts(unmet); }

Texts RoundResult::Stages() const {
  Texts texts;
  for (const v1::StageCertificate& stage : round.certificate()) {
    texts.push_back(absl::StrCat(v1::StageCertificate::Kind_Name(stage.kind()),
                                 " ", stage.rung(), ".", stage.pass()));
  }
  return texts;
}

PolicyWorld::PolicyWorld() {
  Call(h_.registry(), &v1::RegistryService::Stub::CreateItem,
       "item_id: 'mask' item { category: SUPPLIES name_en: 'Mask' }");
}

void PolicyWorld::AddPlace(const std::string& id, const std::string& parent) {
  Call(h_.registry(), &v1::RegistryService::Stub::CreatePlace,
       absl::StrCat("place_id: ", Quoted(id),
                    "place { kind: ", parent.empty() ? "PROVINCE" : "CITY",
                    " name_en: ", Quoted(id), " parent_place: ",
                    Quoted(parent.empty() ? "" : "places/" + parent), "}"));
}

void PolicyWorld::AddLink(const std::string& a, const std::string& b) {
  Call(h_.registry(), &v1::RegistryService::Stub::CreateSisterLink,
       absl::StrCat("sister_link { kind: SISTER_PROVINCE_STATE place_a: ",
                    Quoted("places/" + a), "place_b: ", Quoted("places/" + b),
                    "}"));
}

void PolicyWorld::AddNeed(const std::string& place, const std::string& id,
                          int quantity, const std::string& urgency) {
  Call(h_.inventory(), &v1::InventoryService::Stub::CreateNeed,
       absl::StrCat("parent: ", Quoted("places/" + place),
                    "need_id: ", Quoted(id),
                    "need { item: 'items/mask' quantity: ", quantity,
                    " urgency: ", urgency, " }"));
}

void PolicyWorld::AddOffer(const std::string& place, const std::string& id,
                           int quantity) {
  Call(h_.inventory(), &v1::InventoryService::Stub::CreateOffer,
       absl::StrCat("parent: ", Quoted("places/" + place),
                    "offer_id: ", Quoted(id),
                    "offer { item: 'items/mask' quantity: ", quantity, " }"));
}

std::string PolicyWorld::AddScheme(const std::string& policy) {
  return Call(h_.matching(), &v1::MatchingService::Stub::CreateScheme,
              absl::StrCat("scheme { title_en: 'S' policy { ", policy, " } }"))
      .name();
}

v1::Round PolicyWorld::Preview(const std::string& scheme) {
  return Call(h_.matching(), &v1::MatchingService::Stub::CreateRound,
              absl::StrCat("validate_only: true parent: ", Quoted(scheme),
                           "round { as_of { year: 2020 month: 3 day: 1 } }"));
}

std::string PolicyWorld::Start(const std::string& scheme) {
  const v1::Round round =
      Call(h_.matching(), &v1::MatchingService::Stub::CreateRound,
           absl::StrCat("parent: ", Quoted(scheme),
                        "round { as_of { year: 2020 month: 3 day: 1 } }"));
  EXPECT_EQ(round.state(), v1::Round::RUNNING);
  return round.name();
}

v1::Round PolicyWorld::End(const std::string& name) {
  v1::Round round;
  EXPECT_TRUE(Await([&] {
    round = Call(h_.matching(), &v1::MatchingService::Stub::GetRound,
                 absl::StrCat("name: ", Quoted(name)));
    return round.state() != v1::Round::RUNNING;
  })) << name
      << " is still RUNNING";
  return round;
}

bool PolicyWorld::Await(const std::function<bool()>& done) {
  const absl::Time end = absl::Now() + kPatience;
  while (!done()) {
    if (absl::Now() > end) return false;
    absl::SleepFor(absl::Milliseconds(1));
  }
  return true;
}

std::vector<v1::Match> PolicyWorld::Matches(const std::string& filter) {
  const auto page =
      Call(h_.assistance(), &v1::AssistanceService::Stub::ListMatches,
           absl::StrCat("page_size: 500 filter: ", Quoted(filter)));
  EXPECT_EQ(page.next_page_token(), "");
  return {page.matches().begin(), page.matches().end()};
}

std::vector<v1::Pairing> PolicyWorld::Pairings(const std::string& scheme,
                                               const std::string& filter) {
  const auto page = Call(
      h_.matching(), &v1::MatchingService::Stub::ListPairings,
      absl::StrCat("parent: ", Quoted(scheme), "filter: ", Quoted(filter)));
  EXPECT_EQ(page.next_page_token(), "");
  return {page.pairings().begin(), page.pairings().end()};
}

void PolicyWorld::AcceptAll(const RoundResult& result) {
  for (const v1::Match& match : result.matches) {
    Call(h_.assistance(), &v1::AssistanceService::Stub::AcceptMatch,
         absl::StrCat("side: BOTH name: ", Quoted(match.name())));
  }
}

RoundResult PolicyWorld::Run(const std::string& scheme) {
  const std::int64_t events = h_.Events();
  const v1::Round preview = Preview(scheme);
  EXPECT_EQ(h_.Events(), events) << "validate_only stores nothing";
  RoundResult result;
  result.round = End(Start(scheme));
  EXPECT_EQ(result.round.state(), v1::Round::SUCCEEDED)
      << result.round.failure();
  EXPECT_EQ(result.round.stale_size(), 0);
  for (const v1::StageCertificate& stage : result.round.certificate()) {
    EXPECT_TRUE(stage.verified());
  }
  const std::string of_round = absl::StrCat("round = ", result.round.name());
  result.pairings = Pairings(scheme, of_round);
  result.matches = Matches(of_round);
  const auto page =
      Call(h_.matching(), &v1::MatchingService::Stub::ListUnmetNeeds,
           absl::StrCat("parent: ", Quoted(result.round.name())));
  result.unmet = {page.unmet_needs().begin(), page.unmet_needs().end()};
  EXPECT_EQ(result.round.pairings(),
            static_cast<std::int64_t>(result.pairings.size()));
  EXPECT_EQ(result.round.matches(),
            static_cast<std::int64_t>(result.matches.size()));
  ExpectTheSame(preview, result);

  ExpectPairingsExplained(result);
  ExpectNeedsExplained(result);
  const auto compared =
      Call(h_.matching(), &v1::MatchingService::Stub::CompareRounds,
           absl::StrCat("round: ", Quoted(result.round.name())));
  EXPECT_EQ(compared.round().name(), result.round.name());
  if (!compared.has_base()) {
    EXPECT_EQ(compared.gained_size(), static_cast<int>(result.pairings.size()));
    EXPECT_EQ(compared.unmet_gained_size(),
              static_cast<int>(result.unmet.size()));
  }
  return result;
}

void PolicyWorld::ExpectPairingsExplained(const RoundResult& result) {
  for (const v1::Pairing& pairing : result.pairings) {
    const auto why =
        Call(h_.matching(), &v1::MatchingService::Stub::ExplainPairing,
             absl::StrCat("name: ", Quoted(pairing.name())));
    EXPECT_TRUE(why.pair().paired());
    EXPECT_EQ(why.pair().donor(), pairing.donor());
    EXPECT_EQ(why.pair().recipient(), pairing.recipient());
    EXPECT_EQ(Digest(why.pair().value()), Digest(pairing.value()));
    EXPECT_EQ(Digest(why.pair().slack()), Digest(v1::TierPoints()));
    EXPECT_LT(why.pair().stage(), result.round.certificate_size());
    EXPECT_EQ(why.pair().has_pair_value(), !pairing.pair_id().empty());
  }
}

void PolicyWorld::ExpectNeedsExplained(const RoundResult& result) {
  // What is listed of a need is what the answer about it says.
  std::map<std::string, std::int64_t> proposed;
  for (const v1::Match& match : result.matches) {
    proposed[match.need()] += match.quantity();
  }
  std::map<std::string, std::string> unmet;
  for (const v1::UnmetNeed& row : result.unmet) {
    unmet[row.need()] = Digest(row);
    proposed[row.need()] += 0;
  }
  for (const auto& [need, quantity] : proposed) {
    const auto why =
        Call(h_.matching(), &v1::MatchingService::Stub::ExplainNeed,
             absl::StrCat("round: ", Quoted(result.round.name()),
                          "need: ", Quoted(need)));
    EXPECT_EQ(why.proposed(), quantity) << need;
    const bool open = unmet.find(need) != unmet.end();
    EXPECT_EQ(why.has_unmet(), open) << need;
    EXPECT_EQ(why.outcome(), !open ? v1::ExplainNeedResponse::COVERED
                             : quantity == 0
                                 ? v1::ExplainNeedResponse::NOT_COVERED
                                 : v1::ExplainNeedResponse::PARTLY_COVERED)
        << need;
    EXPECT_EQ(Digest(why.unmet()), unmet[need]) << need;
  }
}

}  // namespace twinaid::rpc
