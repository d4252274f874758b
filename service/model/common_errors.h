// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors that any resource can meet.
#ifndef TWINAID_SERVICE_MODEL_COMMON_ERRORS_H_
#define TWINAID_SERVICE_MODEL_COMMON_ERRORS_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

// NOT_FOUND, reason <KIND>_NOT_FOUND ("NEED_NOT_FOUND").
absl::Status NotFound(absl::string_view kind, absl::string_view name);
// ALREADY_EXISTS, reason <KIND>_ALREADY_EXISTS.
absl::Status AlreadyExists(absl::string_view kind, absl::string_view name);
// INVALID_ARGUMENT REFERENCE_NOT_FOUND: `field` names a `kind` that does not
// exist.
absl::Status ReferenceNotFound(absl::string_view field, absl::string_view kind,
                               absl::string_view name);
// INVALID_ARGUMENT REQUIRED_FIELD.
absl::Status RequiredField(absl::string_view field);
// INVALID_ARGUMENT INVALID_VALUE: `given` where `wanted` would be right
// (both languages are given).
absl::Status InvalidValue(absl::string_view field, absl::string_view given,
                          absl::string_view wanted_en,
                          absl::string_view wanted_zh);
// INVALID_ARGUMENT OUT_OF_RANGE_VALUE: not within [low, high].
absl::Status OutOfRange(absl::string_view field, std::int64_t given,
                        std::int64_t low, std::int64_t high);
// INVALID_ARGUMENT INVALID_PAGE_TOKEN: of another query, or not ours.
absl::Status InvalidPageToken();
// INVALID_ARGUMENT INVALID_FILTER with what the filter may hold.
absl::Status InvalidFilter(absl::string_view filter, absl::string_view problem,
                           absl::string_view problem_zh,
                           absl::string_view allowed);
// INVALID_ARGUMENT UNKNOWN_FIELD_PATH in an update mask.
absl::Status UnknownFieldPath(absl::string_view path,
                              absl::string_view allowed);
// ABORTED STALE_ETAG: re-read, then try again.
absl::Status StaleEtag(absl::string_view name);
// FAILED_PRECONDITION REQUEST_ID_REUSED: the id came with another body before.
absl::Status RequestIdReused(absl::string_view request_id);
// FAILED_PRECONDITION IN_USE: `name` cannot be deleted or changed while
// `user` uses it.
absl::Status InUse(absl::string_view name, absl::string_view user);
// FAILED_PRECONDITION DANGLING_REFERENCE: `name` refers to what is not there.
// The store's second net; use cases find it first.
absl::Status DanglingReference(absl::string_view name);
// FAILED_PRECONDITION CHAIN_BROKEN: an event that does not follow the last one.
absl::Status ChainBroken(std::int64_t seq);
// UNAVAILABLE STORE_LOCKED: another server has the database open.
absl::Status StoreLocked(absl::string_view path);
// FAILED_PRECONDITION STORE_TOO_NEW: written by a newer release.
absl::Status StoreTooNew(std::int64_t schema, std::int64_t known);
// INTERNAL BROKEN_INVARIANT: our own bug, the change was not made.
absl::Status BrokenInvariant(absl::string_view subject, absl::string_view rule);
// UNAVAILABLE STORE_BUSY with a retry delay.
absl::Status StoreBusy();
// UNAVAILABLE STORE_UNAVAILABLE: the database cannot be read or written.
absl::Status StoreUnavailable(absl::string_view what);
// RESOURCE_EXHAUSTED STORE_FULL: no room on the disk; nothing was stored.
absl::Status StoreFull();
// UNKNOWN OUTCOME_UNKNOWN: it may or may not be stored; retry with the same
// request_id.
absl::Status OutcomeUnknown();
// DATA_LOSS STORE_DAMAGED: what is not as it was written, and how to restore.
absl::Status StoreDamaged(absl::string_view what);
// DATA_LOSS ROW_DAMAGED: the row of that key (as it was read) does not fit its
// hash; nothing of it is told.
absl::Status RowDamaged(absl::string_view table, absl::string_view key);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_COMMON_ERRORS_H_
