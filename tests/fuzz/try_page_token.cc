// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_page_token.h"

#include "absl/strings/str_cat.h"
#include "service/convert/page_token.h"

namespace twinaid::fuzz {
namespace {

constexpr char kInvalid[] = "INVALID_PAGE_TOKEN";

// A refusal, or exactly this key.
void Expect(const absl::StatusOr<std::string>& key, absl::string_view wanted,
            Outcome& outcome) {
  if (!key.ok()) {
    CountRefusal(key.status(), kInvalid, outcome);
  } else if (*key != wanted) {
    Fault(outcome, absl::StrCat("another key: ", *key));
  }
}

}  // namespace

Outcome TryPageToken(absl::string_view bytes) {
  return TryPageToken(bytes, convert::KeyOfPageToken);
}

Outcome TryPageToken(absl::string_view bytes, const TokenReader& read) {
  const auto parts = Parts(bytes, "\n", 3);
  const absl::string_view query = parts[0];
  const absl::string_view key = parts[1];
  Outcome outcome;
  const auto given = read(parts[2], query);
  if (given.ok()) {
    ++outcome.taken;
    Expect(read(convert::MakePageToken(query, *given), query), *given, outcome);
  } else {
    CountRefusal(given.status(), kInvalid, outcome);
  }
  if (key.empty()) return outcome;
  const std::string token = convert::MakePageToken(query, key);
  const auto back = read(token, query);
  if (!back.ok() || *back != key) Fault(outcome, "a token does not come back");
  ++outcome.taken;
  if (read(token, absl::StrCat(query, "x")).ok()) {
    Fault(outcome, "taken for another query");
  }
  std::string changed = token;
  char& c = changed[bytes.size() % changed.size()];
  c = c == 'A' ? 'B' : 'A';
  Expect(read(changed, query), key, outcome);
  return outcome;
}

}  // namespace twinaid::fuzz
