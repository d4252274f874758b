// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Messages in the text format, read without a word about what is wrong.
#ifndef TWINAID_TESTS_FUZZ_QUIET_TEXT_H_
#define TWINAID_TESTS_FUZZ_QUIET_TEXT_H_

#include <google/protobuf/message.h>

#include "absl/strings/string_view.h"

namespace twinaid::fuzz {

// False where the text is none, or where the message could not be sent: some
// text in it is not UTF-8.
bool ReadText(absl::string_view text, google::protobuf::Message& message);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_QUIET_TEXT_H_
