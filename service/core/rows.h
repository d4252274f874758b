// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rows that must be there, etags that must be fresh.
#ifndef TWINAID_SERVICE_CORE_ROWS_H_
#define TWINAID_SERVICE_CORE_ROWS_H_

#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/common_errors.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/status_macros.h"
#include "service/store/store.h"

namespace twinaid::core {

// The word for people of what a key names.
template <typename Tag>
absl::string_view KindOf(const model::Id<Tag>&) {
  return Tag::kKind;
}
template <typename ParentTag, typename ChildTag>
absl::string_view KindOf(const model::NestedName<ParentTag, ChildTag>&) {
  return ChildTag::kKind;
}

// The row of a key. NOT_FOUND.
template <typename R>
absl::StatusOr<R> Require(const store::ReadTable<R>& table,
                          const typename R::Key& key) {
  TWINAID_ASSIGN_OR_RETURN(std::optional<R> row, table.Find(key));
  if (!row) return model::NotFound(KindOf(key), model::ToName(key));
  return *std::move(row);
}

// The row that `field` of a request refers to. INVALID_ARGUMENT.
template <typename R>
absl::StatusOr<R> Refer(const store::ReadTable<R>& table,
                        const typename R::Key& key, absl::string_view field) {
  TWINAID_ASSIGN_OR_RETURN(std::optional<R> row, table.Find(key));
  if (!row) {
    return model::ReferenceNotFound(field, KindOf(key), model::ToName(key));
  }
  return *std::move(row);
}

// ALREADY_EXISTS if a row has the key.
template <typename R>
absl::Status RequireFree(const store::ReadTable<R>& table,
                         const typename R::Key& key) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<R> row, table.Find(key));
  if (row) return model::AlreadyExists(KindOf(key), model::ToName(key));
  return absl::OkStatus();
}

// ABORTED (STALE_ETAG) unless `etag` is empty or the row's.
template <typename R>
absl::Status RequireFresh(const R& row, absl::string_view etag) {
  const std::string name = model::ToName(row.key());
  if (etag.empty() || etag == model::EtagOf(name, row.meta)) {
    return absl::OkStatus();
  }
  return model::StaleEtag(name);
}

// The row of a key, fresh. NOT_FOUND, ABORTED (STALE_ETAG).
template <typename R>
absl::StatusOr<R> RequireFresh(const store::ReadTable<R>& table,
                               const typename R::Key& key,
                               absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(R row, Require(table, key));
  TWINAID_RETURN_IF_ERROR(RequireFresh(row, etag));
  return row;
}

// Meta of a row made now, and of one whose caller-set fields change now.
inline model::Meta NewMeta(absl::Time now) { return {now, now, 1}; }
inline model::Meta EditedMeta(const model::Meta& old, absl::Time now) {
  return {old.create_time, now, old.revision + 1};
}

// The civil day of a moment, in UTC.
inline absl::CivilDay DayOf(absl::Time time) {
  return absl::ToCivilDay(time, absl::UTCTimeZone());
}

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ROWS_H_
