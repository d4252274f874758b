// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_token.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/principal.h"

namespace twinaid::fuzz {
namespace {

// An error that is the same whatever was sent shows nothing of it.
bool Shows(const absl::Status& status) {
  return status != access::ParseTokenText("").status();
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
    if (Shows(token.status()) || Shows(behind.status())) {
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
