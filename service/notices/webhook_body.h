// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the webhook is told of an event.
#ifndef TWINAID_SERVICE_NOTICES_WEBHOOK_BODY_H_
#define TWINAID_SERVICE_NOTICES_WEBHOOK_BODY_H_

#include <string>

#include "absl/strings/string_view.h"
#include "service/model/event.h"

namespace twinaid::notices {

// A JSON object with delivery, seq, type, time (RFC 3339, UTC), resource,
// places (names) and details. The salt of a note stays here: who had it could
// guess the note.
std::string WebhookBody(const model::Event& event, absl::string_view delivery);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_WEBHOOK_BODY_H_
