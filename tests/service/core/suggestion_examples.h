// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Where the worked examples of suggestions play: wuxi and san-antonio are
// sisters (2 days), wuxi and jinan friends, zibo lies in shandong, whose sister
// jiangsu holds wuxi; far has no tie.
#ifndef TWINAID_TESTS_SERVICE_CORE_SUGGESTION_EXAMPLES_H_
#define TWINAID_TESTS_SERVICE_CORE_SUGGESTION_EXAMPLES_H_

#include <functional>
#include <string>
#include <vector>

#include "service/core/suggestions.h"
#include "tests/service/core/world.h"

namespace twinaid::core {

class SuggestionExamples : public World {
 protected:
  SuggestionExamples() {
    model::SisterLink sisters = Sisters("lnk-1", "wuxi", "san-antonio");
    sisters.transit_days = 2;
    EXPECT_THAT(
        Do([&](Mutation& m) { return UpdateSisterLink(m, sisters, ""); }),
        IsOk());
    for (const char* id : {"jinan", "far", "shandong", "jiangsu"}) {
      EXPECT_THAT(Add(City(id)), IsOk());
    }
    SetParent("zibo", "shandong");
    SetParent("wuxi", "jiangsu");
    model::SisterLink friends = Sisters("lnk-2", "wuxi", "jinan");
    friends.kind = model::LinkKind::kFriendlyExchange;
    EXPECT_THAT(Add(friends), IsOk());
    model::SisterLink parents = Sisters("lnk-3", "shandong", "jiangsu");
    parents.transit_days = 5;
    EXPECT_THAT(Add(parents), IsOk());
    scheme_.id = model::SchemeId::Trusted("s");
    scheme_.title_en = "S";
    scheme_.policy.rungs = 4;
    EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme_); }),
                IsOk());
  }

  void SetParent(const std::string& id, const std::string& parent) {
    model::Place place = City(id);
    place.parent = PlaceNamed(parent);
    EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, place, ""); }),
                IsOk());
  }
  // Changes the scheme that is asked.
  void Change(const std::function<void(model::Scheme&)>& change) {
    change(scheme_);
    EXPECT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme_, ""); }),
                IsOk());
  }

  SuggestionQuery Query(int limit = 100) {
    return {model::SchemeId::Trusted("s"), limit};
  }
  Suggestions Offers(int limit = 100) {
    const model::NeedName need = {PlaceNamed("wuxi"),
                                  model::NeedId::Trusted("n")};
    return See([&](const View& v) {
             return SuggestOffers(v, need, Query(limit));
           })
        .value();
  }
  Suggestions Needs(int limit = 100) {
    const model::OfferName offer = {PlaceNamed("wuxi"),
                                    model::OfferId::Trusted("o")};
    return See([&](const View& v) {
             return SuggestNeeds(v, offer, Query(limit));
           })
        .value();
  }
  // The need of wuxi for 10 boxes of masks (100 pieces), which takes others.
  model::Need Wanted(std::int64_t boxes = 10) {
    model::Need need = NeedOf("wuxi", "n", "masks", boxes);
    need.substitutes = model::SubstitutePolicy::kAny;
    return need;
  }
  void Given(const std::string& place, const std::string& id,
             const std::string& item, std::int64_t quantity,
             const std::function<void(model::Offer&)>& with = nullptr) {
    model::Offer offer = OfferOf(place, id, item, quantity);
    if (with) with(offer);
    EXPECT_THAT(Add(offer), IsOk());
  }
  void Asked(const std::string& place, const std::string& id,
             std::int64_t quantity,
             const std::function<void(model::Need&)>& with = nullptr) {
    model::Need need = NeedOf(place, id, "masks", quantity);
    if (with) with(need);
    EXPECT_THAT(Add(need), IsOk());
  }

  static std::vector<std::string> OfferIds(const Suggestions& answer) {
    std::vector<std::string> ids;
    for (const auto& row : answer.rows) {
      ids.push_back(row.offer.name.child.value());
    }
    return ids;
  }
  static std::vector<std::string> NeedIds(const Suggestions& answer) {
    std::vector<std::string> ids;
    for (const auto& row : answer.rows) {
      ids.push_back(row.need.name.child.value());
    }
    return ids;
  }

  absl::CivilDay today_{2020, 2, 10};
  model::Scheme scheme_;
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_SUGGESTION_EXAMPLES_H_
