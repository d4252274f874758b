// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The log of the server: one JSON object a line.
#ifndef TWINAID_SERVICE_OPS_JSON_LOG_H_
#define TWINAID_SERVICE_OPS_JSON_LOG_H_

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "service/model/clock.h"

namespace twinaid::ops {

enum class Level { kInfo, kWarning, kError };

// A name and its text; bytes that are no UTF-8 are replaced.
using Field = std::pair<absl::string_view, std::string>;

// Writes {"time", "level", "event", fields...} lines. Thread-safe.
class JsonLog {
 public:
  // `out` and `clock` are borrowed; a null `out` writes nothing.
  JsonLog(std::FILE* out, const model::Clock& clock);

  void Write(Level level, absl::string_view event,
             const std::vector<Field>& fields);

 private:
  std::FILE* const out_;
  const model::Clock& clock_;
  absl::Mutex mutex_;  // one line at a time
};

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_JSON_LOG_H_
