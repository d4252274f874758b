// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Open needs as a picture tells them.
#ifndef TWINAID_CLIENT_CLI_PICTURE_NEEDS_H_
#define TWINAID_CLIENT_CLI_PICTURE_NEEDS_H_

#include "client/picture/page.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

// Why a round left a need open; nothing for an unknown reason.
picture::Words WhyWords(v1::UnmetNeed::Reason reason);

// The nearest deadline first, needs without one last; then by place and item.
void SortCritical(picture::Page& page);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PICTURE_NEEDS_H_
