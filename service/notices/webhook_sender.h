// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Calls the webhook.
#ifndef TWINAID_SERVICE_NOTICES_WEBHOOK_SENDER_H_
#define TWINAID_SERVICE_NOTICES_WEBHOOK_SENDER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/notices/message.h"
#include "service/notices/webhook_url.h"

namespace twinaid::notices {

inline constexpr int kLeastSecretBytes = 16;

// Thread-safe: each call has a connection of its own.
class WebhookSender {
 public:
  // Make the first one before other threads use libcurl.
  //
  // INVALID_ARGUMENT (WEBHOOK_URL): see ParseWebhookUrl; (WEBHOOK_SECRET): the
  // secret is shorter than kLeastSecretBytes.
  static absl::StatusOr<WebhookSender> Make(
      absl::string_view url, absl::string_view secret,
      absl::Duration timeout = absl::Seconds(10));

  // POSTs the body with the headers Twinaid-Delivery and Twinaid-Signature.
  // Follows no redirect; checks the certificate of the other side.
  //
  // OK: the answer was 2xx. UNAVAILABLE: any other answer, or none within the
  // timeout; says which, and nothing of the answer's body.
  absl::Status Send(const WebhookCall& call) const;

 private:
  WebhookSender(WebhookUrl url, std::string secret, absl::Duration timeout);

  WebhookUrl url_;
  std::string secret_;
  absl::Duration timeout_;
};

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_WEBHOOK_SENDER_H_
