// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Events told in sentences.
#ifndef TWINAID_CLIENT_CLI_STORY_H_
#define TWINAID_CLIENT_CLI_STORY_H_

#include <string>
#include <vector>

#include "client/cli/rows.h"
#include "twinaid/v1/event.pb.h"

namespace twinaid::client {

// Whether there is a sentence for its type.
bool IsTold(const v1::Event& event);

// "sends 4,000 of m-4k2j by SF"; the type and the details of an event that this
// release has no sentence for.
std::string Sentence(const v1::Event& event, bool chinese);

// When, who, what.
std::vector<Column<v1::Event>> StoryColumns(bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_STORY_H_
