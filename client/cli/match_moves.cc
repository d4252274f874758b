// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/match_moves.h"

#include <google/protobuf/timestamp.pb.h>

#include <algorithm>

#include "absl/time/time.h"

namespace twinaid::client {
namespace {

absl::CivilDay DayOf(const google::protobuf::Timestamp& time) {
  return absl::ToCivilDay(absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

}  // namespace

std::optional<picture::Step> StepOf(const v1::Match& match) {
  switch (match.state()) {
    case v1::Match::PROPOSED:
      return picture::Step::kProposed;
    case v1::Match::ACCEPTED:
      return picture::Step::kAccepted;
    case v1::Match::DISPATCHED:
      return picture::Step::kDispatched;
    case v1::Match::RECEIVED:
      return picture::Step::kReceived;
    default:
      return std::nullopt;
  }
}

std::vector<picture::Move> MovesOf(const v1::Match& match) {
  std::vector<picture::Move> moves;
  const bool recorded = match.origin() == v1::Match::RECORDED;
  if (!recorded) {
    moves.push_back({picture::Step::kProposed, DayOf(match.create_time())});
  }
  const v1::Match::Decision& donor = match.donor_decision();
  const v1::Match::Decision& recipient = match.recipient_decision();
  if (!recorded && donor.answer() == v1::Match::Decision::ACCEPTED &&
      recipient.answer() == v1::Match::Decision::ACCEPTED) {
    moves.push_back({picture::Step::kAccepted,
                     std::max(DayOf(donor.time()), DayOf(recipient.time()))});
  }
  if (!recorded && match.dispatches_size() > 0) {
    moves.push_back(
        {picture::Step::kDispatched, DayOf(match.dispatches(0).time())});
  }
  for (int i = match.receipts_size(); i > 0; --i) {
    const v1::Match::Receipt& receipt = match.receipts(i - 1);
    if (receipt.received() == 0) continue;
    moves.push_back({picture::Step::kReceived, DayOf(receipt.time())});
    break;
  }
  return moves;
}

}  // namespace twinaid::client
