// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/token_text.h"

#include <openssl/crypto.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/model/access_errors.h"
#include "service/model/principal.h"

namespace twinaid::access {
namespace {

constexpr absl::string_view kScheme = "bearer ";

bool IsSecret(absl::string_view text) {
  return text.size() == kSecretLength &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
                  c == '-' || c == '_';
         });
}

}  // namespace

absl::StatusOr<TokenText> ParseTokenText(absl::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == absl::string_view::npos || !model::IsSlug(text.substr(0, dot)) ||
      !IsSecret(text.substr(dot + 1))) {
    return model::TokenNotValid();
  }
  return TokenText{model::TokenId::Trusted(text.substr(0, dot)),
                   std::string(text.substr(dot + 1))};
}

absl::StatusOr<TokenText> ParseAuthorization(absl::string_view value) {
  if (value.empty()) return model::TokenRequired();
  if (!absl::StartsWithIgnoreCase(value, kScheme)) {
    return model::TokenNotValid();
  }
  return ParseTokenText(value.substr(kScheme.size()));
}

std::string ToText(const TokenText& token) {
  return absl::StrCat(token.id.value(), ".", token.secret);
}

bool SecretMatches(absl::string_view secret, absl::string_view hash) {
  const std::string given = model::HashOfSecret(secret);
  return given.size() == hash.size() &&
         CRYPTO_memcmp(given.data(), hash.data(), hash.size()) == 0;
}

}  // namespace twinaid::access
