// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What waits for a place: answers, receipts, dispatches, confirmations.
#ifndef TWINAID_SERVICE_CORE_INBOX_H_
#define TWINAID_SERVICE_CORE_INBOX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/context.h"
#include "service/model/ids.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"

namespace twinaid::core {

// The most pressing first.
enum class Task {
  kAnswer = 1,
  kReceive,
  kDispatch,
  kConfirmNeed,
  kConfirmOffer
};

struct InboxEntry {
  Task task = Task::kAnswer;
  model::PlaceId place;                    // whose turn it is
  model::Side side = model::Side::kDonor;  // of a match: never kBoth
  // kAnswer: when it lapses. kReceive: when the last of it left. Otherwise
  // since when it waits.
  absl::Time time;
  std::variant<model::Match, model::Need, model::Offer> about;
};

struct Inbox {
  std::vector<InboxEntry> entries;  // by task, then time, then name
  std::int64_t more = 0;            // beyond `limit`
};

// Of the place and the places inside it; of every place without one. Needs and
// offers are asked for by the scheme that waits least for the place.
// NOT_FOUND: no such place. O(rows of these places), O(all rows) for every
// place.
absl::StatusOr<Inbox> GetInbox(const View& v,
                               const std::optional<model::PlaceId>& place,
                               std::size_t limit);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_INBOX_H_
