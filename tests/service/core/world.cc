// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/core/world.h"

#include <utility>

namespace twinaid::core {

model::PlaceId PlaceNamed(const std::string& id) {
  return model::PlaceId::Trusted(id);
}
model::ItemId ItemNamed(const std::string& id) {
  return model::ItemId::Trusted(id);
}

model::Place City(const std::string& id) {
  model::Place place;
  place.id = PlaceNamed(id);
  place.name_en = id.empty() ? "San Antonio" : id;
  return place;
}

model::Item Goods(const std::string& id, std::int64_t base_content) {
  model::Item item;
  item.id = ItemNamed(id);
  item.name_en = id;
  item.base_content = base_content;
  return item;
}

model::SisterLink Sisters(const std::string& id, const std::string& a,
                          const std::string& b) {
  model::SisterLink link;
  link.id = model::SisterLinkId::Trusted(id);
  link.place_a = PlaceNamed(a);
  link.place_b = PlaceNamed(b);
  return link;
}

model::Need NeedOf(const std::string& place, const std::string& id,
                   const std::string& item, std::int64_t quantity) {
  model::Need need;
  need.name = {PlaceNamed(place), model::NeedId::Trusted(id)};
  need.item = ItemNamed(item);
  need.quantity = model::Units(quantity);
  if (item == "money") need.currency = "CNY";
  return need;
}

model::Offer OfferOf(const std::string& place, const std::string& id,
                     const std::string& item, std::int64_t quantity) {
  model::Offer offer;
  offer.name = {PlaceNamed(place), model::OfferId::Trusted(id)};
  offer.item = ItemNamed(item);
  offer.quantity = model::Units(quantity);
  if (item == "money") offer.currency = "CNY";
  return offer;
}

NewMatch ByHand(const model::NeedName& need, const model::OfferName& offer,
                std::int64_t quantity) {
  NewMatch match;
  match.need = need;
  match.offer = offer;
  match.quantity = model::BaseUnits(quantity);
  return match;
}

World::World() : work_(store_, clock_, ids_) {
  for (const char* id : {"wuxi", "san-antonio", "zibo"}) {
    EXPECT_THAT(Add(City(id)), IsOk());
  }
  EXPECT_THAT(Add(Sisters("lnk-1", "wuxi", "san-antonio")), IsOk());
  EXPECT_THAT(Add(Goods("n95")), IsOk());
  EXPECT_THAT(Add(Goods("gowns")), IsOk());
  model::Item masks = Goods("masks", 10);
  masks.substitutes = {{ItemNamed("n95"), 90, ""}};
  EXPECT_THAT(Add(masks), IsOk());
  model::Item money = Goods("money");
  money.category = model::Category::kFunds;
  money.unit = model::kCurrencyUnit;
  EXPECT_THAT(Add(money), IsOk());
  model::Organization office;
  office.id = model::OrganizationId::Trusted("office");
  office.name_en = "Foreign Affairs Office";
  office.seat = PlaceNamed("wuxi");
  EXPECT_THAT(Do([&](Mutation& m) { return CreateOrganization(m, office); }),
              IsOk());
}

absl::StatusOr<model::Place> World::Add(const model::Place& row) {
  return Do([&](Mutation& m) { return CreatePlace(m, row); });
}
absl::StatusOr<model::SisterLink> World::Add(const model::SisterLink& row) {
  return Do([&](Mutation& m) { return CreateSisterLink(m, row); });
}
absl::StatusOr<model::Item> World::Add(const model::Item& row) {
  return Do([&](Mutation& m) { return CreateItem(m, row); });
}
absl::StatusOr<model::Need> World::Add(const model::Need& row) {
  return Do([&](Mutation& m) { return CreateNeed(m, row); });
}
absl::StatusOr<model::Offer> World::Add(const model::Offer& row) {
  return Do([&](Mutation& m) { return CreateOffer(m, row); });
}
absl::StatusOr<model::Match> World::Add(const NewMatch& match) {
  return Do([&](Mutation& m) { return CreateMatch(m, match); });
}

model::Need World::Now(const model::NeedName& name) {
  return See([&](const View& v) { return GetNeed(v, name); }).value();
}
model::Offer World::Now(const model::OfferName& name) {
  return See([&](const View& v) { return GetOffer(v, name); }).value();
}
model::Match World::Now(const model::MatchId& id) {
  return See([&](const View& v) { return GetMatch(v, id); }).value();
}

absl::StatusOr<model::Match> World::Accept(const model::MatchId& id,
                                           model::Side side) {
  return Do(
      [&](Mutation& m) { return AcceptMatch(m, id, "", side, false, ""); });
}

absl::StatusOr<model::Match> World::Decline(const model::MatchId& id) {
  return Do([&](Mutation& m) {
    return DeclineMatch(m, id, "", model::Side::kRecipient, false,
                        model::Reason::kDuplicate, "");
  });
}

absl::StatusOr<model::Match> World::Send(const model::MatchId& id,
                                         std::int64_t q, bool final) {
  NewDispatch dispatch;
  dispatch.quantity = model::BaseUnits(q);
  dispatch.final = final;
  return Do([&](Mutation& m) { return DispatchMatch(m, id, "", dispatch); });
}

absl::StatusOr<model::Match> World::Receive(
    const model::MatchId& id, std::int64_t received,
    std::vector<model::Missing> missing) {
  NewReceipt receipt;
  receipt.received = model::BaseUnits(received);
  receipt.missing = std::move(missing);
  return Do([&](Mutation& m) { return ReceiveMatch(m, id, "", receipt); });
}

std::vector<model::Event> World::Events() {
  return See([](const View& v) {
           return v.tx.events().List(store::EventQuery{}, std::nullopt, 0);
         })
      .value();
}

std::vector<std::string> World::TypesAfter(std::size_t after) {
  std::vector<std::string> types;
  const std::vector<model::Event> events = Events();
  for (std::size_t i = after; i < events.size(); ++i) {
    types.push_back(events[i].type);
  }
  return types;
}

}  // namespace twinaid::core
