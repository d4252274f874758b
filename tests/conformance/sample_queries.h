// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Queries that select a given row, field by field.
#ifndef TWINAID_TESTS_CONFORMANCE_SAMPLE_QUERIES_H_
#define TWINAID_TESTS_CONFORMANCE_SAMPLE_QUERIES_H_

#include <vector>

#include "service/store/query.h"

namespace twinaid::store {

// The empty query, one for each field with the row's value, one with all of
// them. Defined for every kind of row.
template <typename R>
std::vector<QueryOf<R>> QueriesThatSelect(const R& row);

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_SAMPLE_QUERIES_H_
