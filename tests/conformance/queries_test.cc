// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every query means what its Matches() says, page by page.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <typeinfo>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/status_macros.h"
#include "tests/conformance/random_rows.h"
#include "tests/conformance/sample_queries.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::uint64_t kSeed = 20200210;

// A store with many rows of every kind; those that random chance makes
// impossible are left out.
void Fill(Store& store) {
  constexpr int kTries = 60;
  RandomRows random(kSeed);
  ForEachRowType([&]<typename R>() {
    int stored = 0;
    for (int i = 0; i < kTries; ++i) {
      const R row = random.Make<R>();
      if (store
              .Write([&](WriteTransaction& tx) {
                return TableFor<R>(tx).Insert(row);
              })
              .ok()) {
        ++stored;
      }
    }
    EXPECT_GT(stored, 0) << typeid(R).name();
  });
  constexpr int kEvents = 12;
  model::Event event;
  for (int i = 0; i < kEvents; ++i) {
    event = NextEvent(event);
    event.resource = i % 3 == 0 ? "places/p0" : "places/p1";
    event.places = {random.MakeKey<model::Place>()};
    event.hash = model::HashOf(event);
    ASSERT_THAT(store.Write([&](WriteTransaction& tx) {
      return tx.AppendEvent(event);
    }),
                IsOk());
  }
}

template <typename R>
void CheckEveryQuery(const ReadTransaction& tx) {
  SCOPED_TRACE(typeid(R).name());
  const auto& table = TableFor<R>(tx);
  const auto all = table.List({}, std::nullopt, 0);
  ASSERT_THAT(all, IsOk());
  const auto by_key = [](const R& a, const R& b) { return a.key() < b.key(); };
  EXPECT_TRUE(std::is_sorted(all->begin(), all->end(), by_key));
  for (const R& row : *all) {
    for (const QueryOf<R>& query : QueriesThatSelect(row)) {
      std::vector<R> expected;
      std::copy_if(all->begin(), all->end(), std::back_inserter(expected),
                   [&](const R& each) { return query.Matches(each); });
      EXPECT_THAT(table.List(query, std::nullopt, 0),
                  IsOkAndHolds(Eq(expected)));
      for (const int limit : {1, 3}) {
        std::vector<R> paged;
        std::optional<typename R::Key> after;
        while (true) {
          const auto page = table.List(query, after, limit);
          ASSERT_THAT(page, IsOk());
          EXPECT_EQ(page->size(), std::min<std::size_t>(
                                      limit, expected.size() - paged.size()));
          if (page->empty() || paged.size() > expected.size()) break;
          paged.insert(paged.end(), page->begin(), page->end());
          after = page->back().key();
        }
        EXPECT_EQ(paged, expected);
      }
    }
  }
}

TEST_P(StoreConformance, SelectsWhatEachQueryMatchesInPagesOfAnySize) {
  RecordProperty("seed", std::to_string(kSeed));
  Fill(store());
  EXPECT_THAT(store().Read([](const ReadTransaction& tx) -> absl::Status {
    ForEachRowType([&]<typename R>() { CheckEveryQuery<R>(tx); });
    CheckEveryQuery<model::Event>(tx);
    return absl::OkStatus();
  }),
              IsOk());
  // The same inside a write transaction.
  EXPECT_THAT(store().Write([](WriteTransaction& tx) -> absl::Status {
    CheckEveryQuery<model::Need>(tx);
    CheckEveryQuery<model::Match>(tx);
    CheckEveryQuery<model::Letter>(tx);
    CheckEveryQuery<model::Notice>(tx);
    return absl::OkStatus();
  }),
              IsOk());
}

// Rows as a visit hands them over, at most `limit`.
template <typename R>
struct Visited {
  std::size_t limit;
  std::vector<R> rows;
  bool Take(R row) {
    rows.push_back(std::move(row));
    return rows.size() < limit;
  }
};

// `visit(query, take)` hands over sketches of what List selects, sorted by
// `key_of`, and none after one that was the last wanted.
template <typename R, typename KeyOf, typename Visit>
void CheckShortlist(const ReadTransaction& tx, KeyOf key_of, Visit visit) {
  const auto all = TableFor<R>(tx).List({}, std::nullopt, 0);
  ASSERT_THAT(all, IsOk());
  for (const R& row : *all) {
    for (const QueryOf<R>& query : QueriesThatSelect(row)) {
      auto sorted = TableFor<R>(tx).List(query, std::nullopt, 0);
      ASSERT_THAT(sorted, IsOk());
      std::sort(sorted->begin(), sorted->end(),
                [&](const R& a, const R& b) { return key_of(a) < key_of(b); });
      for (const std::size_t limit : {std::size_t{1000}, std::size_t{1}}) {
        Visited<R> visited{limit, {}};
        EXPECT_THAT(visit(query, [&](R r) { return visited.Take(r); }), IsOk());
        if (sorted->size() > limit) sorted->resize(limit);
        std::vector<R> sketches;
        for (const R& each : *sorted) sketches.push_back(SketchOf(each));
        EXPECT_EQ(visited.rows, sketches);
      }
    }
  }
}

TEST_P(StoreConformance, HandsOverShortlistsBestFirstUntilNoMoreAreWanted) {
  RecordProperty("seed", std::to_string(kSeed));
  Fill(store());
  EXPECT_THAT(store().Read([](const ReadTransaction& tx) -> absl::Status {
    const Shortlists& lists = tx.shortlists();
    CheckShortlist<model::Need>(
        tx,
        [](const model::Need& need) {
          return std::tuple(need.urgency,
                            need.needed_by.value_or(absl::CivilDay::max()),
                            need.name);
        },
        [&](const NeedQuery& query, TakeSketch<model::Need> take) {
          return lists.NeedsByUrgency(query, take);
        });
    CheckShortlist<model::Offer>(
        tx,
        [](const model::Offer& offer) {
          return std::tuple(-offer.available().value(), offer.name);
        },
        [&](const OfferQuery& query, TakeSketch<model::Offer> take) {
          return lists.OffersBySize(query, take);
        });
    const auto places = tx.places().List({}, std::nullopt, 0);
    TWINAID_RETURN_IF_ERROR(places.status());
    for (const model::Place& place : *places) {
      std::vector<model::PlaceId> children;
      for (const model::Place& other : *places) {
        if (other.parent == place.id) children.push_back(other.id);
      }
      EXPECT_THAT(lists.ChildrenOf(place.id), IsOkAndHolds(Eq(children)));
    }
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_P(StoreConformance, CountsWhatIsLeft) {
  RecordProperty("seed", std::to_string(kSeed));
  Fill(store());
  EXPECT_THAT(store().Read([](const ReadTransaction& tx) -> absl::Status {
    OpenCounts left;
    const auto needs = tx.needs().List({}, std::nullopt, 0);
    TWINAID_RETURN_IF_ERROR(needs.status());
    for (const model::Need& need : *needs) {
      if (need.open_to_matching().value() > 0) ++left.needs[need.urgency];
    }
    const auto offers = tx.offers().List({}, std::nullopt, 0);
    TWINAID_RETURN_IF_ERROR(offers.status());
    for (const model::Offer& offer : *offers) {
      if (offer.available().value() > 0) ++left.offers;
    }
    EXPECT_THAT(left.needs, Not(IsEmpty()));
    EXPECT_LT(left.offers, static_cast<std::int64_t>(offers->size()))
        << "some have nothing left";
    EXPECT_THAT(tx.shortlists().CountOpen(), IsOkAndHolds(Eq(left)));
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_P(StoreConformance, SelectsNothingWhereNothingMatches) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  PlaceQuery nowhere;
  nowhere.parent = model::PlaceId::Trusted("nowhere");
  EXPECT_THAT(List<model::Place>(nowhere), IsOkAndHolds(IsEmpty()));
  PlaceQuery later;
  later.updated_since = absl::UnixEpoch() + absl::Microseconds(1);
  EXPECT_THAT(List<model::Place>(later), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(List<model::Place>({}, model::PlaceId::Trusted("base-c")),
              IsOkAndHolds(IsEmpty()));
}

TEST_P(StoreConformance, GoesOnAfterAKeyThatIsGone) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  const auto rows = List<model::Place>({}, model::PlaceId::Trusted("base-ab"));
  ASSERT_THAT(rows, IsOk());
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->front().id, model::PlaceId::Trusted("base-b"));
}

}  // namespace
}  // namespace twinaid::store
