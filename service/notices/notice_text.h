// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The text of a notice by e-mail.
#ifndef TWINAID_SERVICE_NOTICES_NOTICE_TEXT_H_
#define TWINAID_SERVICE_NOTICES_NOTICE_TEXT_H_

#include <string>

#include "service/core/notice_facts.h"
#include "service/model/errors.h"

namespace twinaid::notices {

struct NoticeText {
  std::string subject;  // one line
  std::string body;     // each line ends with a line feed
};

// Says in plain words what happened, to which goods between which places, and
// what can be done next. Names places, items and quantities; no person, no
// address, nothing that people wrote as a note.
// Precondition: the event is one of core::kToldEvents.
NoticeText TextOf(const core::NoticeFacts& facts, model::Language language);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_NOTICE_TEXT_H_
