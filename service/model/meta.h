// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every resource records about itself, and the etag made of it.
#ifndef TWINAID_SERVICE_MODEL_META_H_
#define TWINAID_SERVICE_MODEL_META_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace twinaid::model {

struct Meta {
  absl::Time create_time;  // microseconds are kept
  absl::Time update_time;  // of any change, also of tallies and state
  // 1 at creation; one more for each change of a field that callers set. A
  // round that only moves tallies leaves it alone.
  std::int64_t revision = 1;

  friend bool operator==(const Meta&, const Meta&) = default;
};

// Opaque, quoted; equal exactly for equal (name, create_time, revision).
std::string EtagOf(absl::string_view resource_name, const Meta& meta);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_META_H_
