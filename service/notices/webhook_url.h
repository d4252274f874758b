// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The address of a webhook.
#ifndef TWINAID_SERVICE_NOTICES_WEBHOOK_URL_H_
#define TWINAID_SERVICE_NOTICES_WEBHOOK_URL_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid::notices {

struct WebhookUrl {
  std::string text;
  bool loopback = false;  // localhost, 127.0.0.0/8, ::1
};

// INVALID_ARGUMENT (WEBHOOK_URL): no URL with a host; neither https nor, to a
// loopback host, http; or with a name or a password in it, which every log on
// the way would keep.
absl::StatusOr<WebhookUrl> ParseWebhookUrl(absl::string_view text);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_WEBHOOK_URL_H_
