// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What somebody is still to be told: a row of the outbox.
#ifndef TWINAID_SERVICE_MODEL_NOTICE_H_
#define TWINAID_SERVICE_MODEL_NOTICE_H_

#include <compare>
#include <cstdint>
#include <string>

#include "absl/time/time.h"

namespace twinaid::model {

enum class NoticeChannel { kWebhook = 1, kEmail };
enum class NoticeState { kWaiting = 1, kGivenUp };

// Written with its event, deleted once it is delivered. What was given up stays
// for a while, for whoever looks after the server.
struct Notice {
  struct Key {
    std::int64_t seq = 0;
    NoticeChannel channel = NoticeChannel::kWebhook;
    std::string recipient;
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  std::int64_t seq = 0;  // of the event it tells of
  NoticeChannel channel = NoticeChannel::kWebhook;
  // An e-mail address; empty for the webhook, of which there is one.
  std::string recipient;
  std::string language;  // BCP 47, of an e-mail; empty: English
  NoticeState state = NoticeState::kWaiting;
  int attempts = 0;  // that failed
  // WAITING: not tried before. GIVEN_UP: kept until then.
  absl::Time next_time;
  std::string last_error;  // of the attempt before; empty before the first
  absl::Time create_time;

  Key key() const { return {seq, channel, recipient}; }
  friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_NOTICE_H_
