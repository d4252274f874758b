// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The signature of a call of the webhook.
#ifndef TWINAID_SERVICE_NOTICES_SIGNATURE_H_
#define TWINAID_SERVICE_NOTICES_SIGNATURE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace twinaid::notices {

// HMAC-SHA-256 as lower-case hex.
std::string HmacSha256Hex(absl::string_view secret, absl::string_view text);

// The value of the header Twinaid-Signature: "t=UNIX,v1=HEX", where HEX is the
// HMAC-SHA-256 of "UNIX.body" with the secret and UNIX the time in seconds.
// Who gets it compares both: an old call that is sent again has an old time.
std::string Signature(absl::string_view secret, absl::Time time,
                      absl::string_view body);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_SIGNATURE_H_
