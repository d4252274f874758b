// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether the tables by which rows are looked up say what the rows say. Their
// own rows have no hash: they are made of columns that are under one.
#ifndef TWINAID_SERVICE_STORE_SQLITE_LOOKUP_CHECK_H_
#define TWINAID_SERVICE_STORE_SQLITE_LOOKUP_CHECK_H_

#include "absl/status/status.h"
#include "service/model/event.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

// In a transaction of the caller. DATA_LOSS (STORE_DAMAGED), which the
// connection reports; other errors as Statement::Step.

// That the event is found by each of its places. O(places).
absl::Status CheckPlacesOf(Connection& connection, const model::Event& event);
// That events are found by no other places. O(events).
absl::Status CheckEventPlaces(Connection& connection);
// That place_refs and item_refs are what principals, schemes, items and needs
// name. O(rows of these).
absl::Status CheckRefs(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_LOOKUP_CHECK_H_
