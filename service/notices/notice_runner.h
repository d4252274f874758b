// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Delivers what is due in the outbox.
#ifndef TWINAID_SERVICE_NOTICES_NOTICE_RUNNER_H_
#define TWINAID_SERVICE_NOTICES_NOTICE_RUNNER_H_

#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"
#include "service/model/notice.h"
#include "service/notices/message.h"

namespace twinaid::notices {

// The ways out. What has none set waits in the outbox.
struct Senders {
  std::function<absl::Status(const WebhookCall&)> webhook;
  std::function<absl::Status(const Mail&)> email;
};

// Hears of each delivery that failed: the notice as it waits now or as it was
// given up, and why. Tell no log its recipient.
using OnFailure =
    std::function<void(const model::Notice&, const absl::Status&)>;

// Delivers what is due now, in the order of the events for each recipient, and
// returns how many notices were delivered. Each is sent outside of any
// transaction and deleted in one of its own after that: a crash between the
// two sends it again, and none is lost. A recipient that fails is not tried
// again in this pass; its notices wait (see core/outbox.h). A notice by e-mail
// that no contact asks for any more is deleted without being sent.
// `is_over` is asked before each delivery and ends the pass.
//
// What Store::Read and Write return.
absl::StatusOr<int> DeliverDue(core::UnitOfWork& work, const Senders& senders,
                               const std::function<bool()>& is_over,
                               const OnFailure& on_failure);

// Does so every so often, on a thread of its own, from the start on.
// Thread-safe.
class NoticeRunner {
 public:
  // `work` is borrowed. `on_failure` and `on_error`, which hears what a pass
  // ended with, are called on the runner's thread.
  NoticeRunner(core::UnitOfWork& work, Senders senders, absl::Duration every,
               OnFailure on_failure,
               std::function<void(const absl::Status&)> on_error);
  // Waits for the delivery under way, which its timeout bounds.
  ~NoticeRunner();
  NoticeRunner(const NoticeRunner&) = delete;
  NoticeRunner& operator=(const NoticeRunner&) = delete;

 private:
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_NOTICE_RUNNER_H_
