// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The small world that the tests of core act in: three cities of which two are
// sisters, masks with a substitute, money, and one office.
#ifndef TWINAID_TESTS_SERVICE_CORE_WORLD_H_
#define TWINAID_TESTS_SERVICE_CORE_WORLD_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/assistance.h"
#include "service/core/inventory.h"
#include "service/core/registry.h"
#include "service/core/rounds.h"
#include "service/core/unit_of_work.h"
#include "service/model/errors.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"
#include "tests/support/memory_store.h"
#include "tests/support/status_matchers.h"

namespace twinaid::core {

// An error of exactly this code and reason.
MATCHER_P2(Refused, code, reason,
           std::string("is ") + absl::StatusCodeToString(code) + " because " +
               reason) {
  const absl::Status& status = internal::StatusOf(arg);
  *result_listener << "which is " << status << ", reason "
                   << model::ReasonOf(status);
  return status.code() == code && model::ReasonOf(status) == reason;
}

inline constexpr auto kInvalid = absl::StatusCode::kInvalidArgument;
inline constexpr auto kPrecondition = absl::StatusCode::kFailedPrecondition;
inline constexpr auto kMissing = absl::StatusCode::kNotFound;
inline constexpr auto kExists = absl::StatusCode::kAlreadyExists;
inline constexpr auto kAborted = absl::StatusCode::kAborted;

// Rows that a test fills in further.
model::PlaceId PlaceNamed(const std::string& id);
model::ItemId ItemNamed(const std::string& id);
model::Place City(const std::string& id);
model::Item Goods(const std::string& id, std::int64_t base_content = 1);
model::SisterLink Sisters(const std::string& id, const std::string& a,
                          const std::string& b);
model::Need NeedOf(const std::string& place, const std::string& id,
                   const std::string& item, std::int64_t quantity);
model::Offer OfferOf(const std::string& place, const std::string& id,
                     const std::string& item, std::int64_t quantity);
NewMatch ByHand(const model::NeedName& need, const model::OfferName& offer,
                std::int64_t quantity);

// "Today" is 10 February 2020. wuxi and san-antonio are sister cities, zibo has
// no tie. Items: masks (box of 10), n95 (may stand in for masks at 90 percent),
// gowns, money; the organization office sits in wuxi.
class World : public ::testing::Test {
 protected:
  World();

  // Runs a use case as a caller would: one transaction, kept if it is OK.
  template <typename Body>
  auto Do(Body body) {
    using Result = decltype(body(std::declval<Mutation&>()));
    std::optional<Result> result;
    const absl::Status status = work_.Run(caller_, [&](Mutation& m) {
      result.emplace(body(m));
      return internal::StatusOf(*result);
    });
    if (internal::StatusOf(*result).ok() && !status.ok()) return Result(status);
    return *std::move(result);
  }

  // The answer of a reading use case.
  template <typename Body>
  auto See(Body body) {
    using Result = decltype(body(std::declval<const View&>()));
    std::optional<Result> result;
    const absl::Status status = work_.Read(caller_, [&](const View& v) {
      result.emplace(body(v));
      return absl::OkStatus();
    });
    EXPECT_THAT(status, IsOk());
    return *std::move(result);
  }

  absl::StatusOr<model::Place> Add(const model::Place& row);
  absl::StatusOr<model::SisterLink> Add(const model::SisterLink& row);
  absl::StatusOr<model::Item> Add(const model::Item& row);
  absl::StatusOr<model::Need> Add(const model::Need& row);
  absl::StatusOr<model::Offer> Add(const model::Offer& row);
  absl::StatusOr<model::Match> Add(const NewMatch& match);

  model::Need Now(const model::NeedName& name);
  model::Offer Now(const model::OfferName& name);
  model::Match Now(const model::MatchId& id);

  absl::StatusOr<model::Match> Accept(const model::MatchId& id,
                                      model::Side side = model::Side::kBoth);
  absl::StatusOr<model::Match> Decline(const model::MatchId& id);
  absl::StatusOr<model::Match> Send(const model::MatchId& id, std::int64_t q,
                                    bool final = false);
  absl::StatusOr<model::Match> Receive(
      const model::MatchId& id, std::int64_t received,
      std::vector<model::Missing> missing = {});

  // The ledger, from the first event.
  std::vector<model::Event> Events();
  // The types of the events after seq `after`.
  std::vector<std::string> TypesAfter(std::size_t after);

  FakeClock clock_;
  FakeIdGenerator ids_;
  MemoryStore store_;
  UnitOfWork work_;
  const Caller caller_{"principals/local"};
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_WORLD_H_
