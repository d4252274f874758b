// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/json_log.h"

#include <nlohmann/json.hpp>

#include "absl/time/time.h"

namespace twinaid::ops {
namespace {

const char* WordOf(Level level) {
  switch (level) {
    case Level::kInfo:
      return "info";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "error";
}

}  // namespace

JsonLog::JsonLog(std::FILE* out, const model::Clock& clock)
    : out_(out), clock_(clock) {}

void JsonLog::Write(Level level, absl::string_view event,
                    const std::vector<Field>& fields) {
  if (out_ == nullptr) return;
  nlohmann::ordered_json line;
  line["time"] = absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", clock_.Now(),
                                  absl::UTCTimeZone());
  line["level"] = WordOf(level);
  line["event"] = std::string(event);
  for (const auto& [name, text] : fields) line[std::string(name)] = text;
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
      "\n";
  absl::MutexLock lock(&mutex_);
  std::fwrite(text.data(), 1, text.size(), out_);
  std::fflush(out_);
}

}  // namespace twinaid::ops
