// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/json_log.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
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

// Whether JSON has the text as it stands, between quotes.
bool IsPlain(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  });
}

std::string Quoted(const std::string& text) {
  if (IsPlain(text)) return absl::StrCat("\"", text, "\"");
  return nlohmann::json(text).dump(-1, ' ', false,
                                   nlohmann::json::error_handler_t::replace);
}

}  // namespace

JsonLog::JsonLog(std::FILE* out, const model::Clock& clock)
    : out_(out), clock_(clock) {}

void JsonLog::Write(Level level, absl::string_view event,
                    const std::vector<Field>& fields) {
  if (out_ == nullptr) return;
  // Names, levels and the time need no quoting.
  std::string line = absl::StrCat(
      "{\"time\":\"",
      absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", clock_.Now(),
                       absl::UTCTimeZone()),
      "\",\"level\":\"", WordOf(level), "\",\"event\":\"", event, "\"");
  for (const auto& [name, text] : fields) {
    absl::StrAppend(&line, ",\"", name, "\":", Quoted(text));
  }
  line += "}\n";
  absl::MutexLock lock(&mutex_);
  std::fwrite(line.data(), 1, line.size(), out_);
  std::fflush(out_);
}

}  // namespace twinaid::ops
