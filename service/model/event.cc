// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/event.h"

#include "absl/strings/str_cat.h"
#include "service/model/sha256.h"

namespace twinaid::model {
namespace {

// Each part with its length before it, so that no two lists of parts render
// alike.
void AppendPart(std::string& text, absl::string_view part) {
  absl::StrAppend(&text, part.size(), ":", part, ";");
}

}  // namespace

std::string EventName(std::int64_t seq) { return absl::StrCat("events/", seq); }

std::string HashOf(const Event& event) {
  std::string text;
  AppendPart(text, absl::StrCat(event.seq));
  AppendPart(text, absl::StrCat(absl::ToUnixMicros(event.time)));
  AppendPart(text, event.principal);
  AppendPart(text, event.type);
  AppendPart(text, event.resource);
  AppendPart(text, absl::StrCat(event.places.size()));
  for (const PlaceId& place : event.places) AppendPart(text, place.value());
  AppendPart(text, absl::StrCat(event.details.size()));
  for (const auto& [key, value] : event.details) {
    AppendPart(text, key);
    AppendPart(text, value);
  }
  AppendPart(text, event.request_id);
  AppendPart(text, event.prev_hash);
  return Sha256Hex(text);
}

std::string NoteDigest(absl::string_view salt, absl::string_view note) {
  if (note.empty()) return "";
  std::string text;
  AppendPart(text, salt);
  AppendPart(text, note);
  return Sha256Hex(text);
}

}  // namespace twinaid::model
