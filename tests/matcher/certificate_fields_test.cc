// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every number of a solution, changed one by one, and every row left out.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/matcher/random_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

constexpr std::uint64_t kSeeds = 40;

// Whether a change can still be right: another price may prove the same.
enum class Field { kFact, kPrice };

// Calls `visit` with a name, a sort, a getter and a setter for every number.
class Fields {
 public:
  using Set = std::function<void(std::int64_t)>;
  using Visit =
      std::function<void(const std::string&, Field, std::int64_t, const Set&)>;

  explicit Fields(Visit visit) : visit_(std::move(visit)) {}

  void Walk(Solution& s) {
    for (Edge& e : s.edges) {
      Number("edge.tie", e.tie);
      Number("edge.donor", e.donor);
      Number("edge.recipient", e.recipient);
      Vector("edge.value", e.value);
    }
    for (Pair& p : s.pairs) {
      Number("pair.donor", p.donor);
      Number("pair.recipient", p.recipient);
      Number("pair.tie", p.tie);
      Vector("pair.value", p.value);
      Vector("pair.shipped", p.shipped);
      Vector("pair.weight", p.weight);
      for (OfferPrice& o : p.offer_prices) {
        Number("offer_price.offer", o.offer);
        Number("offer_price.tier", o.urgency.tier, Field::kPrice);
        Number("offer_price.points", o.urgency.points, Field::kPrice);
        Number("offer_price.quality", o.care.quality_loss, Field::kPrice);
        Number("offer_price.shelf", o.care.shelf_days, Field::kPrice);
      }
      for (NeedPrice& n : p.need_prices) {
        Number("need_price.need", n.need);
        Number("need_price.quality", n.care.quality_loss, Field::kPrice);
        Number("need_price.shelf", n.care.shelf_days, Field::kPrice);
      }
    }
    for (Flow& f : s.flows) {
      Number("flow.need", f.need);
      Number("flow.offer", f.offer);
      Number("flow.base_units", f.base_units);
      Number("flow.quality", f.quality);
    }
    for (Unmet& u : s.unmet) {
      Number("unmet.need", u.need);
      Number("unmet.base_units", u.base_units);
    }
    Certificate& c = s.certificate;
    for (Weight& u : c.donor_potential) Vector("donor_potential", u);
    for (Weight& v : c.recipient_potential) Vector("recipient_potential", v);
    Vector("pairs_total", c.pairs_total);
    Vector("potentials_total", c.potentials_total);
  }

 private:
  template <typename Integer>
  void Number(const std::string& name, Integer& field,
              Field sort = Field::kFact) {
    const Integer before = field;
    visit_(
        name, sort, static_cast<std::int64_t>(before),
        [&field](std::int64_t value) { field = static_cast<Integer>(value); });
    field = before;
  }
  template <typename Digits>
  void Vector(const std::string& name, Digits& vector) {
    for (std::size_t i = 0; i < vector.digits.size(); ++i) {
      Number(name + "[" + std::to_string(i) + "]", vector[i]);
    }
  }

  Visit visit_;
};

std::vector<std::int64_t> OthersThan(std::int64_t value) {
  std::vector<std::int64_t> others;
  for (const std::int64_t other :
       {value + 1, value - 1, -value, std::int64_t{0}, std::int64_t{1} << 30,
        std::int64_t{std::numeric_limits<std::int32_t>::max()},
        std::int64_t{std::numeric_limits<std::int32_t>::min()}}) {
    if (other != value) others.push_back(other);
  }
  return others;
}

TEST(CertificateFieldsTest, NoNumberThatStatesAFactCanBeAnother) {
  std::int64_t changes = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Instance instance = RandomInstance(seed).Make(Shape{});
    absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    Fields([&](const std::string& name, Field sort, std::int64_t before,
               const Fields::Set& set) {
      if (sort != Field::kFact) return;
      for (const std::int64_t value : OthersThan(before)) {
        set(value);
        ++changes;
        EXPECT_THAT(CheckCertificate(instance, *solution),
                    StatusIs(absl::StatusCode::kDataLoss))
            << "seed " << seed << ": " << name << " " << before << " -> "
            << value;
      }
    }).Walk(*solution);
    EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  }
  EXPECT_GT(changes, 10'000) << "too few changes to say anything";
}

TEST(CertificateFieldsTest, NumbersBeyondAllSenseAreRefusedAndHarmless) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Instance instance = RandomInstance(seed).Make(Shape{});
    absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    Fields([&](const std::string& name, Field sort, std::int64_t,
               const Fields::Set& set) {
      // A 32-bit field takes the low half, which must be another number too.
      for (const std::int64_t value :
           {std::numeric_limits<std::int64_t>::max() - 0x0f0f0f0f,
            std::numeric_limits<std::int64_t>::min() + 0x0f0f0f0f}) {
        set(value);
        const absl::Status status = CheckCertificate(instance, *solution);
        if (sort == Field::kPrice && name != "offer_price.tier") {
          EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss)) << name;
        }
        if (sort == Field::kFact) {
          EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss)) << name;
        }
      }
    }).Walk(*solution);
  }
}

template <typename Row>
void ExpectNoRowCanGo(const Instance& instance, Solution& solution,
                      std::vector<Row>& rows, const std::string& what) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_THAT(CheckCertificate(instance, solution),
                StatusIs(absl::StatusCode::kDataLoss))
        << what << " " << i << " left out";
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i), row);
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i), row);
    EXPECT_THAT(CheckCertificate(instance, solution),
                StatusIs(absl::StatusCode::kDataLoss))
        << what << " " << i << " twice";
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

TEST(CertificateFieldsTest, NoRowCanBeLeftOutOrStandTwice) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(Shape{});
    absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    ExpectNoRowCanGo(instance, *solution, solution->edges, "edge");
    ExpectNoRowCanGo(instance, *solution, solution->pairs, "pair");
    ExpectNoRowCanGo(instance, *solution, solution->flows, "flow");
    ExpectNoRowCanGo(instance, *solution, solution->unmet, "unmet");
    Certificate& c = solution->certificate;
    ExpectNoRowCanGo(instance, *solution, c.donor_potential, "donor price");
    ExpectNoRowCanGo(instance, *solution, c.recipient_potential,
                     "recipient price");
    for (Pair& pair : solution->pairs) {
      ExpectNoRowCanGo(instance, *solution, pair.offer_prices, "offer price");
      ExpectNoRowCanGo(instance, *solution, pair.need_prices, "need price");
    }
    EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  }
}

// An urgency of tier 0 with no points would stand above every need of a lower
// tier, so that nobody had to be served by the offer that has it.
TEST(CertificateFieldsTest, APriceWithoutPointsExcusesNobody) {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}};
  Need need;
  need.place = 1;
  need.tier = 1;
  need.base_units = 10;
  Offer offer, lot;
  offer.base_units = 6;
  lot.base_units = 6;
  lot.min_lot = 5;
  instance.needs = {need};
  instance.offers = {offer, lot};
  instance.ties = {{0, 1, 0, 0, 0, 0}};
  absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
  // Forge: send nothing, blame the lot, excuse the other with an empty price.
  Pair& pair = solution->pairs.at(0);
  solution->flows.clear();
  pair.shipped = PairValue{};
  pair.dropped_offers = {1};
  pair.offer_prices = {{0, {0, 0}, {}}};
  solution->unmet = {{0, UnmetReason::kStockUsedUp, 10}};
  EXPECT_THAT(
      CheckCertificate(instance, *solution),
      StatusIs(absl::StatusCode::kDataLoss, testing::HasSubstr("is no price")));
}

}  // namespace
}  // namespace twinaid::matcher
