// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the state of a match means for its kind of assistance: goods are sent,
// money is paid, sessions are held.
#ifndef TWINAID_CLIENT_CLI_MATCH_WORDS_H_
#define TWINAID_CLIENT_CLI_MATCH_WORDS_H_

#include <string>

#include "twinaid/v1/inbox.pb.h"
#include "twinaid/v1/match.pb.h"

namespace twinaid::client {

// "paid, receipt to be confirmed"; empty for a state this release does not
// know.
std::string MeaningText(const v1::Match& match, bool chinese);

// What is to be done, by the verb of `twinaid match`: "dispatch (pay)".
// Precondition: a task about a match.
std::string MatchTaskText(v1::InboxEntry::Task task, v1::Category category,
                          bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_MATCH_WORDS_H_
