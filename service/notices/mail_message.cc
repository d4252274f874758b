// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/mail_message.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "service/model/organization.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::notices {
namespace {

// "=?UTF-8?B?" and "?=" leave 63 bytes, which hold 45 of the text.
constexpr std::size_t kTextInWord = 45;
constexpr std::size_t kLineOfBase64 = 76;

bool ContinuesCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// CheckEmail lets nobody in who would end the line or name a second address.
absl::Status CheckAddress(absl::string_view address, absl::string_view field) {
  if (address.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(field, " is empty"));
  }
  return model::CheckEmail(address, field);
}

std::string Wrapped(absl::string_view base64) {
  std::string text;
  for (std::size_t at = 0; at < base64.size(); at += kLineOfBase64) {
    absl::StrAppend(&text, base64.substr(at, kLineOfBase64), "\n");
  }
  return text;
}

}  // namespace

std::string EncodedWords(absl::string_view text) {
  std::string words;
  while (!text.empty()) {
    std::size_t size = std::min(text.size(), kTextInWord);
    while (size < text.size() && size > 1 && ContinuesCharacter(text[size])) {
      --size;
    }
    absl::StrAppend(&words, words.empty() ? "" : "\n ", "=?UTF-8?B?",
                    absl::Base64Escape(text.substr(0, size)), "?=");
    text.remove_prefix(size);
  }
  return words;
}

absl::StatusOr<std::string> MailMessage(const Mail& mail,
                                        absl::string_view from) {
  TWINAID_RETURN_IF_ERROR(CheckAddress(from, "from"));
  TWINAID_RETURN_IF_ERROR(CheckAddress(mail.to, "to"));
  const absl::string_view domain = from.substr(from.find('@') + 1);
  // Lines of a text end with CR LF (RFC 2045, 6.8).
  const std::string body = absl::StrReplaceAll(model::ValidUtf8(mail.body),
                                               {{"\r", ""}, {"\n", "\r\n"}});
  return absl::StrCat(
      "From: Twinaid <", from, ">\nTo: <", mail.to,
      ">\nSubject: ", EncodedWords(model::ValidUtf8(mail.subject)), "\nDate: ",
      absl::FormatTime("%a, %d %b %Y %H:%M:%S +0000", mail.time,
                       absl::UTCTimeZone()),
      "\nMessage-ID: <", mail.delivery, "@", domain,
      ">\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: base64\n\n",
      Wrapped(absl::Base64Escape(body)));
}

}  // namespace twinaid::notices
