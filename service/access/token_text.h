// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a caller sends to say who it is: ID.SECRET.
#ifndef TWINAID_SERVICE_ACCESS_TOKEN_TEXT_H_
#define TWINAID_SERVICE_ACCESS_TOKEN_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/model/ids.h"

namespace twinaid::access {

// Letters and digits of a secret: 43 of base64url, 256 bits.
inline constexpr int kSecretLength = 43;

struct TokenText {
  model::TokenId id;
  std::string secret;
};

// "tk-4k2j9x0q7c.SECRET". UNAUTHENTICATED TOKEN_NOT_VALID for anything else;
// the error never shows what was sent.
absl::StatusOr<TokenText> ParseTokenText(absl::string_view text);

// The token in the value of `authorization`: "Bearer ID.SECRET", the scheme in
// any case. UNAUTHENTICATED: TOKEN_REQUIRED for an empty value,
// TOKEN_NOT_VALID for anything else that is not of the form.
absl::StatusOr<TokenText> ParseAuthorization(absl::string_view value);

std::string ToText(const TokenText& token);

// Whether the secret has the hash; takes the same time wherever they differ.
bool SecretMatches(absl::string_view secret, absl::string_view hash);

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_TOKEN_TEXT_H_
