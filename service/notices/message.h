// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What goes out: a call of the webhook, an e-mail.
#ifndef TWINAID_SERVICE_NOTICES_MESSAGE_H_
#define TWINAID_SERVICE_NOTICES_MESSAGE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/event.h"

namespace twinaid::notices {

struct WebhookCall {
  std::string delivery;  // see DeliveryId
  std::string body;      // JSON
  absl::Time time;       // of this attempt
};

struct Mail {
  std::string delivery;  // see DeliveryId
  std::string to;        // an address
  std::string subject;   // one line
  std::string body;      // UTF-8, lines end with a line feed
  absl::Time time;       // of this attempt
};

// Names one delivery of an event to one recipient (empty: the webhook): the
// same at each attempt, so that who gets it twice can see that. 32 hex digits.
std::string DeliveryId(const model::Event& event, absl::string_view recipient);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_MESSAGE_H_
