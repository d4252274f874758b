// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_token.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/model/principal.h"

namespace twinaid::fuzz {
namespace {

// Shorter texts are found in any sentence.
constexpr std::size_t kTelling = 12;

bool Shows(const absl::Status& status, absl::string_view bytes) {
  return bytes.size() >= kTelling &&
         absl::StrContains(status.ToString(), bytes);
}

}  // namespace

Outcome TryToken(absl::string_view bytes) {
  return TryToken(bytes, access::ParseTokenText);
}

Outcome TryToken(absl::string_view bytes, const TokenParser& parse) {
  Outcome outcome;
  const auto token = parse(bytes);
  const auto behind =
      access::ParseAuthorization(absl::StrCat("Bearer ", bytes));
  if (behind.ok() != token.ok()) {
    Fault(outcome, "behind Bearer it is something else");
  }
  if (!token.ok()) {
    CountRefusal(token.status(), "TOKEN_NOT_VALID", outcome);
    if (Shows(token.status(), bytes) || Shows(behind.status(), bytes)) {
      Fault(outcome, "the error shows what was sent");
    }
    return outcome;
  }
  ++outcome.taken;
  if (access::ToText(*token) != bytes) {
    Fault(outcome, absl::StrCat("written back: ", access::ToText(*token)));
  }
  const std::string hash = model::HashOfSecret(token->secret);
  std::string other = token->secret;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  if (!access::SecretMatches(token->secret, hash) ||
      access::SecretMatches(other, hash) ||
      access::SecretMatches(token->secret, token->secret)) {
    Fault(outcome, "the secret fits another hash");
  }
  return outcome;
}

}  // namespace twinaid::fuzz
