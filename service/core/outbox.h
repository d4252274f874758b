// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is due in the outbox, and what becomes of it: delivered, tried again
// later, given up.
#ifndef TWINAID_SERVICE_CORE_OUTBOX_H_
#define TWINAID_SERVICE_CORE_OUTBOX_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/core/context.h"
#include "service/model/notice.h"

namespace twinaid::core {

// A notice is given up when it failed so often: after about three days.
inline constexpr int kMaxAttempts = 22;
// So often a notice that fails holds back the later ones of its recipient, so
// that they arrive in order. From then on it may be the notice that is bad, and
// not the recipient: the later ones pass it.
inline constexpr int kHoldingAttempts = 6;
// What waits so long behind others that fail is given up with them.
inline constexpr absl::Duration kWaitsAtMost = absl::Hours(7 * 24);
// What was given up is kept so long.
inline constexpr absl::Duration kGivenUpKept = absl::Hours(30 * 24);

// How long a notice waits after that many attempts: 30 s after the first,
// twice as long after each, 6 h at most. Precondition: attempts >= 1.
absl::Duration BackOff(int attempts);

// Why a notice is not tried now: an attempt for its recipient failed.
struct Hold {
  absl::Time until;
  std::string error;  // what that attempt ended with
  int attempts = 0;   // how often that notice has failed
};

// The notices of a channel that are due, by event; at most `limit`. Cheap where
// there are none.
absl::StatusOr<std::vector<model::Notice>> DueNotices(
    const View& v, model::NoticeChannel channel, int limit);

// What holds the notice back: an earlier one of its recipient that waits, and
// has not failed more than kHoldingAttempts times. Until when: no earlier than
// v.now.
absl::StatusOr<std::optional<Hold>> HoldOn(const View& v,
                                           const model::Notice& notice);

// Each of these does nothing, and is OK, where the row is gone.

// The notice was delivered, or nobody wants it any more.
absl::Status SettleDone(Mutation& m, const model::Notice& notice);
// Its delivery failed. The notice as it is now: it waits, or is given up.
absl::StatusOr<model::Notice> SettleFailure(Mutation& m, model::Notice notice,
                                            absl::string_view error);
// It is not tried now. The notice as it is now: it waits, or is given up.
absl::StatusOr<model::Notice> SettleHeld(Mutation& m, model::Notice notice,
                                         const Hold& hold);
// What holds the later notices of the recipient, after SettleFailure.
Hold HoldAfter(const model::Notice& failed, absl::Time now);

// Whether something was given up so long ago that it is kept no longer, and the
// end of it.
absl::StatusOr<bool> IsAnyForgettable(const View& v);
absl::Status ForgetGivenUp(Mutation& m);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_OUTBOX_H_
