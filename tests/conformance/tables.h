// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of a transaction by the type of their rows.
#ifndef TWINAID_TESTS_CONFORMANCE_TABLES_H_
#define TWINAID_TESTS_CONFORMANCE_TABLES_H_

#include <type_traits>

#include "service/store/store.h"

namespace twinaid::store {

// `tx.places()` for a Place, and so on; of a WriteTransaction the writing one.
template <typename R, typename Transaction>
auto& TableFor(Transaction& tx) {
  if constexpr (std::is_same_v<R, model::Place>) {
    return tx.places();
  } else if constexpr (std::is_same_v<R, model::SisterLink>) {
    return tx.sister_links();
  } else if constexpr (std::is_same_v<R, model::Organization>) {
    return tx.organizations();
  } else if constexpr (std::is_same_v<R, model::Item>) {
    return tx.items();
  } else if constexpr (std::is_same_v<R, model::Need>) {
    return tx.needs();
  } else if constexpr (std::is_same_v<R, model::Offer>) {
    return tx.offers();
  } else if constexpr (std::is_same_v<R, model::Scheme>) {
    return tx.schemes();
  } else if constexpr (std::is_same_v<R, model::Round>) {
    return tx.rounds();
  } else if constexpr (std::is_same_v<R, model::UnmetNeed>) {
    return tx.unmet_needs();
  } else if constexpr (std::is_same_v<R, model::RoundEdge>) {
    return tx.round_edges();
  } else if constexpr (std::is_same_v<R, model::Pairing>) {
    return tx.pairings();
  } else if constexpr (std::is_same_v<R, model::Match>) {
    return tx.matches();
  } else if constexpr (std::is_same_v<R, model::Letter>) {
    return tx.letters();
  } else if constexpr (std::is_same_v<R, model::Notice>) {
    return tx.notices();
  } else if constexpr (std::is_same_v<R, model::Principal>) {
    return tx.principals();
  } else if constexpr (std::is_same_v<R, model::Token>) {
    return tx.tokens();
  } else {
    static_assert(std::is_same_v<R, model::Event>);
    return tx.events();
  }
}

// Calls `visit.template operator()<R>()` for the rows that are written.
template <typename Visit>
void ForEachRowType(Visit visit) {
  visit.template operator()<model::Place>();
  visit.template operator()<model::SisterLink>();
  visit.template operator()<model::Organization>();
  visit.template operator()<model::Item>();
  visit.template operator()<model::Need>();
  visit.template operator()<model::Offer>();
  visit.template operator()<model::Scheme>();
  visit.template operator()<model::Round>();
  visit.template operator()<model::UnmetNeed>();
  visit.template operator()<model::RoundEdge>();
  visit.template operator()<model::Pairing>();
  visit.template operator()<model::Match>();
  visit.template operator()<model::Letter>();
  visit.template operator()<model::Notice>();
  visit.template operator()<model::Principal>();
  visit.template operator()<model::Token>();
}

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_TABLES_H_
