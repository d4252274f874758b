// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// An e-mail as a mail system takes it (RFC 5322, MIME).
#ifndef TWINAID_SERVICE_NOTICES_MAIL_MESSAGE_H_
#define TWINAID_SERVICE_NOTICES_MAIL_MESSAGE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/notices/message.h"

namespace twinaid::notices {

// The message from `from`, an address, with line feeds between its lines, as a
// sendmail command reads it. The subject is made of encoded words and the body
// of base64, so that nothing in them can be taken for a header; Message-ID is
// made of the delivery. Marked as sent by a program, so that nobody's absence
// is told to it.
//
// INVALID_ARGUMENT: an address is none, or could be taken for more than one.
absl::StatusOr<std::string> MailMessage(const Mail& mail,
                                        absl::string_view from);

// The text as encoded words (RFC 2047) of at most 75 bytes, on lines of their
// own; a character is never cut in two.
std::string EncodedWords(absl::string_view text);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_MAIL_MESSAGE_H_
