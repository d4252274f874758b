// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A picture, written to where the caller wants it.
#ifndef TWINAID_CLIENT_CLI_PICTURE_FILE_H_
#define TWINAID_CLIENT_CLI_PICTURE_FILE_H_

#include <string>

#include "client/cli/session.h"
#include "client/picture/page.h"

namespace twinaid::client {

// Draws the page, the session's language shown first, and writes it to a file
// as a whole, or to stdout for "-". Returns kDone; kUsage, and says why, where
// the file cannot be written: what was there before stays.
int WritePicture(Session& session, const picture::Page& page,
                 const std::string& path);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PICTURE_FILE_H_
