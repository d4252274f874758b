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
// the file cannot be written: what was there before stays. Whether it may be
// replaced is asked before, by MayWritePicture.
int WritePicture(Session& session, const picture::Page& page,
                 const std::string& path);

// Session::MayReplace for the file at `path` if there is one.
bool MayWritePicture(Session& session, const std::string& path, bool yes);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PICTURE_FILE_H_
