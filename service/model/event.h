// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One line of the ledger, chained to the line before by its hash.
#ifndef TWINAID_SERVICE_MODEL_EVENT_H_
#define TWINAID_SERVICE_MODEL_EVENT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/ids.h"

namespace twinaid::model {

struct Event {
  using Key = std::int64_t;

  std::int64_t seq = 0;  // 1, 2, 3, ... without a gap
  absl::Time time;
  std::string principal;        // "principals/local"
  std::string type;             // "need.created", "match.accepted"
  std::string resource;         // the resource's name
  std::vector<PlaceId> places;  // whom it concerns, ascending, each once
  std::map<std::string, std::string> details;  // never free text of people
  std::string request_id;                      // may be empty
  std::string prev_hash;                       // hex; 64 zeros for seq 1
  std::string hash;                            // hex

  Key key() const { return seq; }
  friend bool operator==(const Event&, const Event&) = default;
};

// The name of an event: "events/17".
std::string EventName(std::int64_t seq);

// SHA-256, in hex, over an unambiguous (length-prefixed) rendering of every
// field but `hash`. Two events that differ in any of them differ here.
std::string HashOf(const Event& event);

// The form in which a free note enters the ledger: SHA-256 over salt and note,
// so that the note can be erased and a kept note still proven. Empty for an
// empty note.
std::string NoteDigest(absl::string_view salt, absl::string_view note);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_EVENT_H_
