// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a reviewer types at a proposal.
#ifndef TWINAID_CLIENT_CLI_REVIEW_ANSWER_H_
#define TWINAID_CLIENT_CLI_REVIEW_ANSWER_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "twinaid/v1/common.pb.h"

namespace twinaid::client {

enum class ReviewAct { kAccept, kDecline, kSkip, kQuit, kHelp };

struct ReviewAnswer {
  ReviewAct act = ReviewAct::kHelp;
  v1::Reason reason = v1::REASON_UNSPECIFIED;  // of kDecline; may be missing
  std::string note;                            // what follows
};

// "a", "accept NOTE", "d", "d REASON NOTE", "decline ...", "s", "q", "?"; the
// Chinese words 接受, 谢绝, 跳过, 退出 as well. A reason is a word or its
// number of ReasonMenu. nullopt where it is none of them.
std::optional<ReviewAnswer> ParseReviewAnswer(absl::string_view line);

// "1 no_longer_needed, 2 ...": what may follow "d".
std::string ReasonMenu(bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REVIEW_ANSWER_H_
