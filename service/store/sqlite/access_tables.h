// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of principals and tokens.
#ifndef TWINAID_SERVICE_STORE_SQLITE_ACCESS_TABLES_H_
#define TWINAID_SERVICE_STORE_SQLITE_ACCESS_TABLES_H_

#include <string>
#include <vector>

#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/table_of.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

template <>
struct TableOf<model::Principal> {
  static constexpr char kTable[] = "principals";
  static constexpr char kKind[] = "principal";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {
      {"tokens", "principal", "'principals/' || principal || '/tokens/' || id"},
      kNobody};
  static constexpr const char* kRefs = "place_refs";
  static std::vector<std::string> RefsOf(const model::Principal& r) {
    std::vector<std::string> refs;
    for (const auto& p : r.places) refs.push_back(p.value());
    return refs;
  }

  template <typename V>
  static void Visit(V& v, model::Principal& r) {
    v("id", r.id);
    v("role", r.role);
    v("title", r.title);
    v("places", Json(r.places));
    v("every_place", r.every_place);
    v("schemes", Json(r.schemes));
    v("every_scheme", r.every_scheme);
    v("disabled", r.disabled);
    VisitMeta(v, r.meta);
  }
  static void Filter(const PrincipalQuery& q, Where& w) {
    w.Is("role", q.role);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Token> {
  static constexpr char kTable[] = "tokens";
  static constexpr char kKind[] = "token";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Token& r) {
    v("id", r.id);
    v("principal", r.principal);
    v("title", r.title);
    v("secret_hash", r.secret_hash);
    v("expire_time", r.expire_time);
    v("revoke_time", r.revoke_time);
    v("create_time", r.create_time);
  }
  static void Filter(const TokenQuery& q, Where& w) {
    w.Is("principal", q.principal);
  }
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_ACCESS_TABLES_H_
