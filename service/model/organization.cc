// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/organization.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr int kMaxEmailBytes = 254;  // RFC 5321, 4.5.3.1.3
constexpr int kMaxTelephoneBytes = 40;

// Neither blanks nor what has a meaning in a header or an address list.
bool IsPlain(char c) {
  return !absl::ascii_isspace(static_cast<unsigned char>(c)) &&
         !absl::ascii_iscntrl(static_cast<unsigned char>(c)) &&
         absl::string_view("<>()[]\\,;:\"@").find(c) == absl::string_view::npos;
}

bool AreAllPlain(absl::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsPlain);
}

absl::Status CheckContact(const Contact& contact, const std::string& at) {
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(contact.name, at + "name"));
  TWINAID_RETURN_IF_ERROR(CheckText(contact.name, at + "name", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(CheckEmail(contact.email, at + "email"));
  TWINAID_RETURN_IF_ERROR(CheckTelephone(contact.telephone, at + "telephone"));
  const bool reachable = !contact.email.empty() || !contact.telephone.empty();
  if (!reachable) return RequiredField(at + "email");
  if (contact.notify && contact.email.empty()) {
    return RequiredField(at + "email");
  }
  return CheckLanguage(contact.language, at + "language");
}

}  // namespace

absl::Status CheckEmail(absl::string_view email, absl::string_view field) {
  if (email.empty()) return absl::OkStatus();
  TWINAID_RETURN_IF_ERROR(CheckText(email, field, kMaxEmailBytes));
  const std::size_t at = email.find('@');
  const bool good = at != absl::string_view::npos &&
                    AreAllPlain(email.substr(0, at)) &&
                    AreAllPlain(email.substr(at + 1)) && email[0] != '-' &&
                    email.substr(at + 1).find('.') != absl::string_view::npos;
  if (good) return absl::OkStatus();
  return InvalidValue(field, email, "an address such as office@example.org",
                      "电子邮箱地址，例如 office@example.org");
}

absl::Status CheckTelephone(absl::string_view telephone,
                            absl::string_view field) {
  if (telephone.empty()) return absl::OkStatus();
  TWINAID_RETURN_IF_ERROR(CheckText(telephone, field, kMaxTelephoneBytes));
  absl::string_view rest = telephone;
  if (rest[0] == '+') rest.remove_prefix(1);
  const bool known = std::all_of(rest.begin(), rest.end(), [](unsigned char c) {
    return absl::ascii_isdigit(c) ||
           absl::string_view(" ()-/").find(static_cast<char>(c)) !=
               absl::string_view::npos;
  });
  const auto digits =
      std::count_if(rest.begin(), rest.end(), absl::ascii_isdigit);
  if (known && digits >= 3) return absl::OkStatus();
  return InvalidValue(field, telephone, "a number such as +86 510 8275 0101",
                      "电话号码，例如 +86 510 8275 0101");
}

absl::Status Validate(const Organization& organization) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(organization.kind, "kind"));
  if (organization.name_zh.empty()) {
    TWINAID_RETURN_IF_ERROR(CheckRequiredName(organization.name_en, "name_en"));
  }
  TWINAID_RETURN_IF_ERROR(
      CheckText(organization.name_en, "name_en", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckText(organization.name_zh, "name_zh", kMaxNameBytes));
  if (organization.seat.empty()) return RequiredField("seat");
  TWINAID_RETURN_IF_ERROR(CheckText(organization.note, "note", kMaxNoteBytes));
  if (organization.contacts.size() > std::size_t{kMaxContacts}) {
    return OutOfRange("contacts",
                      static_cast<std::int64_t>(organization.contacts.size()),
                      0, kMaxContacts);
  }
  for (std::size_t i = 0; i < organization.contacts.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(CheckContact(organization.contacts[i],
                                         absl::StrCat("contacts[", i, "].")));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::model
