// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/trace_context.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "service/core/unit_of_work.h"

namespace twinaid::rpc {
namespace {

// version "-" trace-id "-" parent-id "-" trace-flags
constexpr std::size_t kVersion = 2;
constexpr std::size_t kTraceId = 32;
constexpr std::size_t kParentId = 16;
constexpr std::size_t kFlags = 2;
constexpr std::size_t kLength = kVersion + kTraceId + kParentId + kFlags + 3;

bool IsHex(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isdigit(c) || (c >= 'a' && c <= 'f');
  });
}

bool IsZero(absl::string_view text) {
  return text.find_first_not_of('0') == absl::string_view::npos;
}

}  // namespace

absl::string_view TraceParent(absl::string_view header) {
  const absl::string_view known = header.substr(0, kLength);
  if (known.size() != kLength) return "";
  std::size_t at = 0;
  const auto next = [&](std::size_t length) {
    const absl::string_view part = known.substr(at, length);
    at += length + 1;
    return part;
  };
  const absl::string_view version = next(kVersion);
  const absl::string_view trace = next(kTraceId);
  const absl::string_view parent = next(kParentId);
  const absl::string_view flags = next(kFlags);
  if (known[kVersion] != '-' || known[kVersion + 1 + kTraceId] != '-' ||
      known[kVersion + kTraceId + kParentId + 2] != '-') {
    return "";
  }
  if (!IsHex(version) || !IsHex(trace) || !IsHex(parent) || !IsHex(flags)) {
    return "";
  }
  if (version == "ff" || IsZero(trace) || IsZero(parent)) return "";
  const bool ends = header.size() == kLength;
  if (!ends && (version == "00" || header[kLength] != '-')) return "";
  return known;
}

absl::string_view ShownRequestId(absl::string_view request_id) {
  return core::IsRequestId(request_id) ? request_id : "";
}

}  // namespace twinaid::rpc
