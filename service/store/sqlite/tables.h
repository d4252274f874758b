// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// All tables: what each resource is in SQLite, its table, key, columns, filters
// and users.
#ifndef TWINAID_SERVICE_STORE_SQLITE_TABLES_H_
#define TWINAID_SERVICE_STORE_SQLITE_TABLES_H_

#include "service/store/sqlite/access_tables.h"
#include "service/store/sqlite/matching_tables.h"
#include "service/store/sqlite/notice_table.h"
#include "service/store/sqlite/registry_tables.h"
#include "service/store/sqlite/supply_tables.h"

#endif  // TWINAID_SERVICE_STORE_SQLITE_TABLES_H_
