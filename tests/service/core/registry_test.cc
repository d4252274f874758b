// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include "absl/strings/str_cat.h"
#include "service/core/slugs.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;

class Registry : public World {
 protected:
  absl::StatusOr<model::Place> Place(const std::string& id) {
    return See([&](const View& v) { return GetPlace(v, PlaceNamed(id)); });
  }
  absl::Status Delete(const std::string& id) {
    return Do([&](Mutation& m) { return DeletePlace(m, PlaceNamed(id), ""); });
  }
};

TEST(SlugOf, KeepsLettersAndDigitsWithSingleHyphensBetween) {
  EXPECT_EQ(SlugOf("San Antonio, TX", "place"), "san-antonio-tx");
  EXPECT_EQ(SlugOf("  N95 -- mask ", "item"), "n95-mask");
}

TEST(SlugOf, TakesTheOtherWordWhereNothingIsLeft) {
  EXPECT_EQ(SlugOf("无锡", "place"), "place");
}

TEST(SlugOf, IsASlugForAnyLength) {
  for (const int length : {1, 55, 56, 57, 500}) {
    EXPECT_TRUE(model::IsSlug(SlugOf(std::string(length, 'A'), "x")));
    EXPECT_TRUE(model::IsSlug(SlugOf(std::string(length, 'A') + " b", "x")));
  }
}

TEST_F(Registry, CreatePlaceMakesTheIdOfTheEnglishName) {
  model::Place place = City("");
  place.name_en = "Jinan City";
  const auto first = Add(place);
  const auto second = Add(place);
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(first->id.value(), "jinan-city");
  EXPECT_EQ(second->id.value(), "jinan-city-2");
}

TEST_F(Registry, CreatePlaceRefusesAnIdThatIsTaken) {
  EXPECT_THAT(Add(City("wuxi")), Refused(kExists, "PLACE_ALREADY_EXISTS"));
}

TEST_F(Registry, CreatePlaceRefusesAParentThatDoesNotExist) {
  model::Place place = City("yixing");
  place.parent = PlaceNamed("nowhere");
  EXPECT_THAT(Add(place), Refused(kInvalid, "REFERENCE_NOT_FOUND"));
}

TEST_F(Registry, CreatePlaceRecordsItsEvent) {
  const std::size_t before = Events().size();
  ASSERT_THAT(Add(City("yixing")), IsOk());
  const std::vector<model::Event> events = Events();
  ASSERT_EQ(events.size(), before + 1);
  EXPECT_EQ(events.back().type, "place.created");
  EXPECT_EQ(events.back().resource, "places/yixing");
  EXPECT_EQ(events.back().principal, "principals/local");
  EXPECT_THAT(events.back().places, ElementsAre(PlaceNamed("yixing")));
}

TEST_F(Registry, UpdatePlaceRefusesAParentThatLiesWithinThePlace) {
  model::Place district = City("binhu");
  district.parent = PlaceNamed("wuxi");
  ASSERT_THAT(Add(district), IsOk());
  model::Place wuxi = *Place("wuxi");
  wuxi.parent = district.id;
  EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, ""); }),
              Refused(kInvalid, "PLACE_CYCLE"));
}

TEST_F(Registry, UpdatePlaceRefusesAKindThatItsLinksDoNotJoin) {
  model::Place wuxi = *Place("wuxi");
  wuxi.kind = model::PlaceKind::kProvince;
  EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, ""); }),
              Refused(kInvalid, "LINK_KIND_MISMATCH"));
}

TEST_F(Registry, UpdatePlaceChangesTheEtagOnceAndRefusesTheOldOne) {
  model::Place wuxi = *Place("wuxi");
  const std::string read = model::EtagOf("places/wuxi", wuxi.meta);
  wuxi.name_zh = "无锡";
  const auto updated =
      Do([&](Mutation& m) { return UpdatePlace(m, wuxi, read); });
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->meta.revision, 2);
  EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, read); }),
              Refused(kAborted, "STALE_ETAG"));
}

TEST_F(Registry, UpdatePlaceThatChangesNothingKeepsEtagAndLedger) {
  const model::Place wuxi = *Place("wuxi");
  const std::size_t events = Events().size();
  clock_.Advance(absl::Hours(1));
  EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, ""); }),
              IsOkAndHolds(wuxi));
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Registry, UpdatePlaceRefusesAPlaceThatDoesNotExist) {
  EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, City("xi"), ""); }),
              Refused(kMissing, "PLACE_NOT_FOUND"));
}

TEST_F(Registry, DeletePlaceRefusesWhatIsUsed) {
  EXPECT_THAT(Delete("wuxi"), Refused(kPrecondition, "IN_USE"));
  EXPECT_THAT(Place("wuxi"), IsOk());
}

TEST_F(Registry, DeletePlaceRefusesAParticipantOfAScheme) {
  model::Scheme scheme;
  scheme.title_en = "Two";
  scheme.participants = {PlaceNamed("zibo")};
  ASSERT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme); }), IsOk());
  EXPECT_THAT(Delete("zibo"), Refused(kPrecondition, "IN_USE"));
}

TEST_F(Registry, DeletePlaceTakesItAwayAndRecordsIt) {
  EXPECT_THAT(Delete("zibo"), IsOk());
  EXPECT_THAT(Place("zibo"), Refused(kMissing, "PLACE_NOT_FOUND"));
  EXPECT_EQ(Events().back().type, "place.deleted");
  EXPECT_THAT(Delete("zibo"), Refused(kMissing, "PLACE_NOT_FOUND"));
}

TEST_F(Registry, CreateSisterLinkRefusesASecondOfTheKindInEitherDirection) {
  EXPECT_THAT(Add(Sisters("again", "wuxi", "san-antonio")),
              Refused(kExists, "SISTER_LINK_ALREADY_EXISTS"));
  EXPECT_THAT(Add(Sisters("again", "san-antonio", "wuxi")),
              Refused(kExists, "SISTER_LINK_ALREADY_EXISTS"));
}

TEST_F(Registry, CreateSisterLinkTakesAnotherKindBetweenTheSamePlaces) {
  model::SisterLink link = Sisters("friends", "san-antonio", "wuxi");
  link.kind = model::LinkKind::kFriendlyExchange;
  EXPECT_THAT(Add(link), IsOk());
}

TEST_F(Registry, CreateSisterLinkRefusesAPlaceWithItself) {
  EXPECT_THAT(Add(Sisters("self", "wuxi", "wuxi")),
              Refused(kInvalid, "SELF_LINK"));
}

TEST_F(Registry, CreateSisterLinkRefusesKindsThatDoNotJoin) {
  model::SisterLink link = Sisters("states", "wuxi", "zibo");
  link.kind = model::LinkKind::kSisterProvinceState;
  EXPECT_THAT(Add(link), Refused(kInvalid, "LINK_KIND_MISMATCH"));
}

TEST_F(Registry, CreateSisterLinkRefusesAnUnknownPlace) {
  EXPECT_THAT(Add(Sisters("lost", "wuxi", "nowhere")),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
}

TEST_F(Registry, UpdateSisterLinkKeepsItsPlaces) {
  model::SisterLink link = Sisters("lnk-1", "wuxi", "zibo");
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateSisterLink(m, link, ""); }),
              Refused(kInvalid, "LINK_PLACES_IMMUTABLE"));
}

TEST_F(Registry, CreateOrganizationRefusesASeatThatDoesNotExist) {
  model::Organization office;
  office.name_en = "Office";
  office.seat = PlaceNamed("nowhere");
  EXPECT_THAT(Do([&](Mutation& m) { return CreateOrganization(m, office); }),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
}

TEST_F(Registry, DeleteOrganizationRefusesOneThatAnOfferNames) {
  model::Offer offer = OfferOf("wuxi", "o", "gowns", 1);
  offer.donor = model::OrganizationId::Trusted("office");
  ASSERT_THAT(Add(offer), IsOk());
  EXPECT_THAT(
      Do([&](Mutation& m) { return DeleteOrganization(m, offer.donor, ""); }),
      Refused(kPrecondition, "IN_USE"));
}

TEST_F(Registry, CreateItemsMayNameSubstitutesThatComeLater) {
  model::Item first = Goods("kn95");
  first.substitutes = {{ItemNamed("ffp2"), 95, ""}};
  const auto made = Do([&](Mutation& m) {
    return CreateItems(m, {first, Goods("ffp2")});
  });
  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->size(), 2);
  EXPECT_THAT(See([](const View& v) {
                return GetItem(v, ItemNamed("kn95"));
              })->substitutes,
              ElementsAre(first.substitutes[0]));
}

TEST_F(Registry, CreateItemsStoresAllOrNone) {
  model::Item bad = Goods("bad");
  bad.substitutes = {{ItemNamed("nothing"), 95, ""}};
  const auto made = Do([&](Mutation& m) {
    return CreateItems(m, {Goods("fine"), bad});
  });
  EXPECT_THAT(made, Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  EXPECT_THAT(model::FieldOf(made.status()),
              "requests[1].item.substitutes[0].item");
  EXPECT_THAT(See([](const View& v) { return GetItem(v, ItemNamed("fine")); }),
              Refused(kMissing, "ITEM_NOT_FOUND"));
}

TEST_F(Registry, UpdateItemKeepsTheUnitsOfWhatIsUsed) {
  ASSERT_THAT(Add(NeedOf("wuxi", "n", "masks", 1)), IsOk());
  model::Item masks =
      *See([](const View& v) { return GetItem(v, ItemNamed("masks")); });
  masks.base_content = 20;
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateItem(m, masks, ""); }),
              Refused(kPrecondition, "IN_USE"));
  masks.base_content = 10;
  masks.name_zh = "口罩";
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateItem(m, masks, ""); }),
              IsOk());
}

TEST_F(Registry, UpdateItemChangesTheUnitsOfWhatNobodyUses) {
  model::Item gowns =
      *See([](const View& v) { return GetItem(v, ItemNamed("gowns")); });
  gowns.base_content = 5;
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateItem(m, gowns, ""); }),
              IsOk());
}

TEST_F(Registry, DeleteItemRefusesASubstituteOfAnother) {
  EXPECT_THAT(
      Do([](Mutation& m) { return DeleteItem(m, ItemNamed("n95"), ""); }),
      Refused(kPrecondition, "IN_USE"));
}

}  // namespace
}  // namespace twinaid::core
