// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/page_token.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/sha256.h"

namespace twinaid::convert {
namespace {

// Enough that the token of another query, or a damaged one, is not taken.
constexpr std::size_t kDigestChars = 16;

std::string DigestOf(absl::string_view query, absl::string_view key) {
  return model::Sha256Hex(absl::StrCat(query.size(), ":", query, key))
      .substr(0, kDigestChars);
}

}  // namespace

std::string MakePageToken(absl::string_view query, absl::string_view key) {
  return absl::WebSafeBase64Escape(absl::StrCat(DigestOf(query, key), key));
}

absl::StatusOr<std::string> KeyOfPageToken(absl::string_view token,
                                           absl::string_view query) {
  std::string text;
  if (!absl::WebSafeBase64Unescape(token, &text) ||
      text.size() <= kDigestChars) {
    return model::InvalidPageToken();
  }
  std::string key = text.substr(kDigestChars);
  if (text.substr(0, kDigestChars) != DigestOf(query, key)) {
    return model::InvalidPageToken();
  }
  return key;
}

}  // namespace twinaid::convert
