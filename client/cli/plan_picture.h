// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A plan over a folder as a picture.
#ifndef TWINAID_CLIENT_CLI_PLAN_PICTURE_H_
#define TWINAID_CLIENT_CLI_PLAN_PICTURE_H_

#include <string>

#include "absl/time/civil_time.h"
#include "client/files/folder.h"
#include "client/picture/page.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

// The page of `round`, the preview of a plan over `folder`, which `path`
// names. Equal input gives an equal page. O(n log n).
picture::Page PlanPicture(const Folder& folder, const std::string& path,
                          const v1::Round& round, absl::CivilDay as_of);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PLAN_PICTURE_H_
