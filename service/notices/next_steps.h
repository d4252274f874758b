// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the reader of a notice can do next.
#ifndef TWINAID_SERVICE_NOTICES_NEXT_STEPS_H_
#define TWINAID_SERVICE_NOTICES_NEXT_STEPS_H_

#include <string>
#include <vector>

#include "service/core/notice_facts.h"
#include "service/model/errors.h"

namespace twinaid::notices {

struct Step {
  std::string text;     // when to do it
  std::string command;  // to be typed as it is, but for words in capitals
};

// For the sides that the reader speaks for, at least one. Where the match has
// moved on since the event, only where to look. Precondition: the event is one
// of core::kToldEvents.
std::vector<Step> NextSteps(const core::NoticeFacts& facts,
                            model::Language language);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_NEXT_STEPS_H_
