// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/outbox.h"

#include <algorithm>
#include <utility>

#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/store/query.h"

namespace twinaid::core {
namespace {

constexpr absl::Duration kFirstBackOff = absl::Seconds(30);
constexpr absl::Duration kLongestBackOff = absl::Hours(6);
constexpr int kErrorBytes = 500;
// Earlier notices of a recipient that are looked at.
constexpr int kEarlier = 16;
constexpr int kForgottenAtOnce = 256;

absl::Status UnlessGone(const absl::Status& status) {
  return absl::IsNotFound(status) ? absl::OkStatus() : status;
}

void GiveUp(model::Notice& notice, absl::Time now) {
  notice.state = model::NoticeState::kGivenUp;
  notice.next_time = now + kGivenUpKept;
}

absl::StatusOr<model::Notice> Save(Mutation& m, model::Notice notice) {
  TWINAID_RETURN_IF_ERROR(UnlessGone(m.tx.notices().Update(notice)));
  return notice;
}

store::NoticeQuery Forgettable(absl::Time now) {
  store::NoticeQuery query;
  query.state = model::NoticeState::kGivenUp;
  query.due = now;
  return query;
}

}  // namespace

absl::Duration BackOff(int attempts) {
  absl::Duration wait = kFirstBackOff;
  for (int i = 1; i < attempts && wait < kLongestBackOff; ++i) wait *= 2;
  return std::min(wait, kLongestBackOff);
}

absl::StatusOr<std::vector<model::Notice>> DueNotices(
    const View& v, model::NoticeChannel channel, int limit) {
  store::NoticeQuery query;
  query.state = model::NoticeState::kWaiting;
  query.channel = channel;
  query.due = v.now;
  return v.tx.notices().List(query, std::nullopt, limit);
}

absl::StatusOr<std::optional<Hold>> HoldOn(const View& v,
                                           const model::Notice& notice) {
  store::NoticeQuery query;
  query.state = model::NoticeState::kWaiting;
  query.channel = notice.channel;
  query.recipient = notice.recipient;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Notice> waiting,
                           v.tx.notices().List(query, std::nullopt, kEarlier));
  std::optional<Hold> hold;
  for (const model::Notice& earlier : waiting) {
    if (earlier.seq >= notice.seq) break;
    if (earlier.attempts > kHoldingAttempts) continue;
    // One that is due itself goes first.
    const absl::Time until = std::max(earlier.next_time, v.now);
    if (hold && hold->until >= until) continue;
    hold = Hold{until, earlier.last_error, earlier.attempts};
  }
  return hold;
}

absl::Status SettleDone(Mutation& m, const model::Notice& notice) {
  return UnlessGone(m.tx.notices().Delete(notice.key()));
}

absl::StatusOr<model::Notice> SettleFailure(Mutation& m, model::Notice notice,
                                            absl::string_view error) {
  ++notice.attempts;
  notice.last_error = model::Shown(error, kErrorBytes);
  notice.next_time = m.now + BackOff(notice.attempts);
  if (notice.attempts >= kMaxAttempts) GiveUp(notice, m.now);
  return Save(m, std::move(notice));
}

absl::StatusOr<model::Notice> SettleHeld(Mutation& m, model::Notice notice,
                                         const Hold& hold) {
  notice.next_time = hold.until;
  // A recipient that fails for so long is no passing trouble.
  if (hold.attempts > kHoldingAttempts &&
      m.now - notice.create_time >= kWaitsAtMost) {
    notice.last_error = hold.error;
    GiveUp(notice, m.now);
  }
  return Save(m, std::move(notice));
}

Hold HoldAfter(const model::Notice& failed, absl::Time now) {
  return {now + BackOff(std::min(failed.attempts, kHoldingAttempts)),
          failed.last_error, failed.attempts};
}

absl::StatusOr<bool> IsAnyForgettable(const View& v) {
  TWINAID_ASSIGN_OR_RETURN(
      const std::vector<model::Notice> old,
      v.tx.notices().List(Forgettable(v.now), std::nullopt, 1));
  return !old.empty();
}

absl::Status ForgetGivenUp(Mutation& m) {
  TWINAID_ASSIGN_OR_RETURN(
      const std::vector<model::Notice> old,
      m.tx.notices().List(Forgettable(m.now), std::nullopt, kForgottenAtOnce));
  for (const model::Notice& notice : old) {
    TWINAID_RETURN_IF_ERROR(m.tx.notices().Delete(notice.key()));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::core
