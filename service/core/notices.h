// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who is told of an event. The notices of an event are written in its own
// transaction: there is none of what did not happen, and none is missing.
#ifndef TWINAID_SERVICE_CORE_NOTICES_H_
#define TWINAID_SERVICE_CORE_NOTICES_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/event.h"

namespace twinaid::core {

// The events that tell a side something.
inline constexpr absl::string_view kToldEvents[] = {
    "match.accepted",  "match.cancelled", "match.declined", "match.dispatched",
    "match.lapsed",    "match.proposed",  "match.received", "match.recorded",
    "match.withdrawn", "pairing.ended"};

bool IsTold(absl::string_view event_type);

// Writes, if the event is one of kToldEvents, what m.notices asks for: one
// notice for the webhook, and one for each address among the contacts that
// wish to be told (`notify`) of the organizations seated at a place of the
// event. An address that is found twice is written to once, in the language
// that comes first by place and organization.
// What the store returns. O(organizations seated at the places).
absl::Status WriteNotices(Mutation& m, const model::Event& event);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_NOTICES_H_
