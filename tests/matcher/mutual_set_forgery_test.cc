// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every way to forge the odd sets of a mutual proof that we could name; each is
// found by its own fault.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/matcher/mutual_forgery.h"

namespace twinaid::matcher {
namespace {

using Set = OddSet<std::int64_t>;

bool SetFirst(MutualProof& m, std::int32_t first) {
  if (m.odd_sets.empty()) return false;
  m.odd_sets.back().first = first;
  return true;
}
bool SetSize(MutualProof& m, std::int32_t size) {
  if (m.odd_sets.empty()) return false;
  m.odd_sets.back().size = size;
  return true;
}
bool SetMember(MutualProof& m, PlaceIndex place) {
  if (m.odd_sets.empty()) return false;
  m.set_places[At(m.odd_sets.back().first)] = place;
  return true;
}
bool SetDual(MutualProof& m, std::int64_t dual) {
  if (m.odd_sets.empty()) return false;
  m.odd_sets.back().dual = dual;
  return true;
}
bool AddSet(MutualProof& m, const Set& set) {
  const auto key = [](const Set& s) {
    return std::make_pair(s.first, -s.size);
  };
  const auto at =
      std::find_if(m.odd_sets.begin(), m.odd_sets.end(),
                   [&](const Set& other) { return key(set) <= key(other); });
  if (at != m.odd_sets.end() && key(*at) == key(set)) return false;
  m.odd_sets.insert(at, set);
  return true;
}

class MutualSetForgeryTest : public testing::TestWithParam<MutualForgery> {};

TEST_P(MutualSetForgeryTest, IsFoundOut) { ExpectFoundOut(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    EveryWay, MutualSetForgeryTest,
    testing::Values(
        MutualForgery{
            "OfOnePlace", "has 1 places",
            [](MutualEdges&, MutualProof& m) { return SetSize(m, 1); }},
        MutualForgery{
            "OfNoPlaces", "has 0 places",
            [](MutualEdges&, MutualProof& m) { return SetSize(m, 0); }},
        MutualForgery{
            "OfLessThanNoPlaces", "has -3 places",
            [](MutualEdges&, MutualProof& m) { return SetSize(m, -3); }},
        MutualForgery{
            "OfAnEvenNumber", "has 4 places",
            [](MutualEdges&, MutualProof& m) { return SetSize(m, 4); }},
        MutualForgery{
            "BeforeTheList", "is not within the list",
            [](MutualEdges&, MutualProof& m) { return SetFirst(m, -1); }},
        MutualForgery{"BeyondTheList", "is not within the list",
                      [](MutualEdges&, MutualProof& m) {
                        return SetFirst(
                            m,
                            static_cast<std::int32_t>(m.set_places.size()) - 2);
                      }},
        MutualForgery{"FarBeyondTheList", "is not within the list",
                      [](MutualEdges&, MutualProof& m) {
                        return SetFirst(
                            m, std::numeric_limits<std::int32_t>::max());
                      }},
        MutualForgery{"LargerThanTheList", "is not within the list",
                      [](MutualEdges&, MutualProof& m) {
                        return SetSize(
                            m, std::numeric_limits<std::int32_t>::max());
                      }},
        MutualForgery{"WithAMemberTwice", "stands twice",
                      [](MutualEdges&, MutualProof& m) {
                        return SetMember(
                            m, m.set_places.empty() ? 0 : m.set_places.back());
                      }},
        MutualForgery{
            "WithAMemberThatIsNoPlace", "place -1 is none",
            [](MutualEdges&, MutualProof& m) { return SetMember(m, -1); }},
        MutualForgery{"WithAMemberBeyondAllPlaces", "is none",
                      [](MutualEdges&, MutualProof& m) {
                        return SetMember(
                            m, static_cast<PlaceIndex>(m.edge_of_place.size()));
                      }},
        MutualForgery{"ThatCross", "crosses",
                      [](MutualEdges&, MutualProof& m) {
                        if (m.odd_sets.empty()) return false;
                        // The outermost set and the one that begins a place
                        // later.
                        Set set = m.odd_sets.front();
                        ++set.first;
                        set.dual = 2;
                        return At(set.first + set.size) <=
                                   m.set_places.size() &&
                               AddSet(m, set);
                      }},
        MutualForgery{"TwiceTheSameAtHalfTheDual", "is out of order",
                      [](MutualEdges&, MutualProof& m) {
                        if (m.odd_sets.empty() ||
                            m.odd_sets.back().dual % 2 != 0) {
                          return false;
                        }
                        m.odd_sets.back().dual /= 2;
                        m.odd_sets.push_back(m.odd_sets.back());
                        return true;
                      }},
        MutualForgery{"InAnotherOrder", "is out of order",
                      [](MutualEdges&, MutualProof& m) {
                        if (m.odd_sets.size() < 2) return false;
                        std::swap(m.odd_sets[0], m.odd_sets[1]);
                        return true;
                      }},
        MutualForgery{
            "WithoutADual", "has no dual above zero",
            [](MutualEdges&, MutualProof& m) { return SetDual(m, 0); }},
        MutualForgery{
            "WithADualBelowZero", "has no dual above zero",
            [](MutualEdges&, MutualProof& m) { return SetDual(m, -2); }},
        MutualForgery{"WithTooMuch", "matched but weighs less",
                      [](MutualEdges&, MutualProof& m) {
                        return !m.odd_sets.empty() &&
                               SetDual(m, m.odd_sets.back().dual + 1);
                      }},
        MutualForgery{"WithTooLittle", "weighs more than its prices",
                      [](MutualEdges&, MutualProof& m) {
                        return !m.odd_sets.empty() &&
                               m.odd_sets.back().dual > 1 &&
                               SetDual(m, m.odd_sets.back().dual - 1);
                      }},
        MutualForgery{"WithADualShiftedToAnother", "its prices",
                      [](MutualEdges&, MutualProof& m) {
                        if (m.odd_sets.size() < 2 || m.odd_sets[0].dual < 2) {
                          return false;
                        }
                        --m.odd_sets[0].dual;
                        ++m.odd_sets[1].dual;
                        return true;
                      }},
        MutualForgery{"LeftOut", "weighs more than its prices",
                      [](MutualEdges&, MutualProof& m) {
                        if (m.odd_sets.empty()) return false;
                        m.odd_sets.pop_back();
                        return true;
                      }},
        // Costs nothing in any edge that is there, but bounds nothing.
        MutualForgery{
            "WithTooFewPairsInside", "matched edges inside",
            [](MutualEdges& edges, MutualProof& m) {
              std::vector<PlaceIndex> apart;
              for (std::size_t p = 0; p < m.edge_of_place.size(); ++p) {
                const auto place = static_cast<PlaceIndex>(p);
                if (std::count(m.set_places.begin(), m.set_places.end(),
                               place) != 0 ||
                    std::any_of(
                        edges.begin(), edges.end(), [&](const auto& edge) {
                          return std::count(
                                     apart.begin(), apart.end(),
                                     edge.a == place ? edge.b : edge.a) != 0 &&
                                 (edge.a == place || edge.b == place);
                        })) {
                  continue;
                }
                apart.push_back(place);
              }
              if (apart.size() < 3) return false;
              m.odd_sets.push_back(
                  {static_cast<std::int32_t>(m.set_places.size()), 3, 2});
              m.set_places.insert(m.set_places.end(), apart.begin(),
                                  apart.begin() + 3);
              return true;
            }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

}  // namespace
}  // namespace twinaid::matcher
