// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/steps.h"

namespace twinaid::picture {

Words StepWords(Step step) {
  switch (step) {
    case Step::kProposed:
      return {"proposed", "已提议"};
    case Step::kAccepted:
      return {"accepted", "已接受"};
    case Step::kDispatched:
      return {"on its way", "在途"};
    case Step::kReceived:
      return {"received", "已签收"};
    case Step::kEnded:
      break;
  }
  return {"ended", "已结束"};
}

absl::string_view StepName(Step step) {
  switch (step) {
    case Step::kProposed:
      return "proposed";
    case Step::kAccepted:
      return "accepted";
    case Step::kDispatched:
      return "dispatched";
    case Step::kReceived:
      return "received";
    case Step::kEnded:
      break;
  }
  return "ended";
}

}  // namespace twinaid::picture
