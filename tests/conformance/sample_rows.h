// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rows with every field set, rows with every field that may be left out left
// out, and what both refer to.
#ifndef TWINAID_TESTS_CONFORMANCE_SAMPLE_ROWS_H_
#define TWINAID_TESTS_CONFORMANCE_SAMPLE_ROWS_H_

#include "absl/status/status.h"
#include "service/model/event.h"
#include "service/store/store.h"

namespace twinaid::store {

// Inserts what the sample rows refer to: places base-a, base-b, base-c, and one
// row named "base" of every other kind that something refers to.
absl::Status InsertBaseRows(WriteTransaction& tx);

// Every field differs from its default, with texts and numbers that are hard to
// keep. Defined for every kind of row that is written.
template <typename R>
R WholeRow();

// Another key; everything that may be empty is.
template <typename R>
R BareRow();

template <>
model::Place WholeRow();
template <>
model::Place BareRow();
template <>
model::SisterLink WholeRow();
template <>
model::SisterLink BareRow();
template <>
model::Organization WholeRow();
template <>
model::Organization BareRow();
template <>
model::Item WholeRow();
template <>
model::Item BareRow();
template <>
model::Need WholeRow();
template <>
model::Need BareRow();
template <>
model::Offer WholeRow();
template <>
model::Offer BareRow();
template <>
model::Scheme WholeRow();
template <>
model::Scheme BareRow();
template <>
model::Round WholeRow();
template <>
model::Round BareRow();
template <>
model::UnmetNeed WholeRow();
template <>
model::UnmetNeed BareRow();
template <>
model::RoundEdge WholeRow();
template <>
model::RoundEdge BareRow();
template <>
model::Pairing WholeRow();
template <>
model::Pairing BareRow();
template <>
model::Match WholeRow();
template <>
model::Match BareRow();
template <>
model::Notice WholeRow();
template <>
model::Notice BareRow();
template <>
model::Principal WholeRow();
template <>
model::Principal BareRow();
template <>
model::Token WholeRow();
template <>
model::Token BareRow();

// The row under the key of `other`.
template <typename R>
R UnderKeyOf(R row, const R& other);

// The event that may follow `last` (seq 0: the first), its hash computed.
model::Event NextEvent(const model::Event& last);

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_SAMPLE_ROWS_H_
