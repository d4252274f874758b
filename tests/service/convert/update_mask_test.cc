// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/update_mask.h"

#include <gtest/gtest.h>

#include "service/model/errors.h"
#include "tests/support/status_matchers.h"
#include "twinaid/v1/item.pb.h"
#include "twinaid/v1/need.pb.h"
#include "twinaid/v1/offer.pb.h"
#include "twinaid/v1/organization.pb.h"
#include "twinaid/v1/place.pb.h"
#include "twinaid/v1/scheme.pb.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::convert {
namespace {

v1::Place Target() {
  v1::Place place;
  place.set_name("places/p");
  place.set_name_en("old");
  place.set_name_zh("旧");
  place.add_aliases("a");
  place.set_population(5);
  return place;
}

v1::Place After(const std::vector<const char*>& paths, const v1::Place& patch) {
  google::protobuf::FieldMask mask;
  for (const char* path : paths) mask.add_paths(path);
  v1::Place target = Target();
  EXPECT_THAT(ApplyMask(mask, PlaceFields(), patch, target), IsOk());
  return target;
}

TEST(UpdateMaskTest, TakesTheNamedFieldsAndNoOthers) {
  v1::Place patch;
  patch.set_name_en("new");
  patch.set_name_zh("新");
  const v1::Place after = After({"name_en"}, patch);
  EXPECT_EQ(after.name_en(), "new");
  EXPECT_EQ(after.name_zh(), "旧");
}

TEST(UpdateMaskTest, ClearsWhatIsNamedAndNotSet) {
  const v1::Place after = After({"name_zh", "aliases", "population"}, {});
  EXPECT_EQ(after.name_zh(), "");
  EXPECT_EQ(after.aliases_size(), 0);
  EXPECT_FALSE(after.has_population());
}

TEST(UpdateMaskTest, ReplacesListsAsAWhole) {
  v1::Place patch;
  patch.add_aliases("b");
  EXPECT_EQ(After({"aliases"}, patch).aliases_size(), 1);
  EXPECT_EQ(After({"aliases"}, patch).aliases(0), "b");
}

TEST(UpdateMaskTest, AnEmptyMaskTakesWhatIsSet) {
  v1::Place patch;
  patch.set_population(0);
  const v1::Place after = After({}, patch);
  EXPECT_TRUE(after.has_population());
  EXPECT_EQ(after.population(), 0);
  EXPECT_EQ(after.name_en(), "old");
}

TEST(UpdateMaskTest, AStarTakesAllThatCallersMaySet) {
  v1::Place patch;
  patch.set_name("places/other");
  const v1::Place after = After({"*"}, patch);
  EXPECT_EQ(after.name(), "places/p");
  EXPECT_EQ(after.name_en(), "");
}

TEST(UpdateMaskTest, RefusesWhatCallersMayNotSet) {
  for (const char* path :
       {"name", "etag", "create_time", "mayor", "position.x"}) {
    google::protobuf::FieldMask mask;
    mask.add_paths(path);
    v1::Place target = Target();
    const absl::Status status =
        ApplyMask(mask, PlaceFields(), v1::Place(), target);
    EXPECT_EQ(model::ReasonOf(status), "UNKNOWN_FIELD_PATH") << path;
  }
}

template <typename Message>
void ExpectFields(const std::vector<absl::string_view>& fields) {
  for (const absl::string_view field : fields) {
    EXPECT_NE(Message::descriptor()->FindFieldByName(std::string(field)),
              nullptr)
        << field;
  }
}

TEST(UpdateMaskTest, EveryAllowedFieldIsOneOfTheMessage) {
  ExpectFields<v1::Place>(PlaceFields());
  ExpectFields<v1::SisterLink>(SisterLinkFields());
  ExpectFields<v1::Organization>(OrganizationFields());
  ExpectFields<v1::Item>(ItemFields());
  ExpectFields<v1::Need>(NeedFields());
  ExpectFields<v1::Offer>(OfferFields());
  ExpectFields<v1::Scheme>(SchemeFields());
}

}  // namespace
}  // namespace twinaid::convert
