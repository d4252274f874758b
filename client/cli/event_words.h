// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the kinds of events are called.
#ifndef TWINAID_CLIENT_CLI_EVENT_WORDS_H_
#define TWINAID_CLIENT_CLI_EVENT_WORDS_H_

#include <string>

namespace twinaid::client {

// "need.created", or in Chinese "需求已新建". The type itself where a part of
// it is not known.
std::string EventTypeText(const std::string& type, bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_EVENT_WORDS_H_
