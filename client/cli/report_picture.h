// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a server says of a scheme as a picture: `twinaid report --html FILE`.
#ifndef TWINAID_CLIENT_CLI_REPORT_PICTURE_H_
#define TWINAID_CLIENT_CLI_REPORT_PICTURE_H_

#include <string>

#include "absl/time/civil_time.h"
#include "client/cli/report_facts.h"
#include "client/cli/session.h"
#include "client/picture/page.h"

namespace twinaid::client {

// The page of what was read, as of `today`. Pairings and pool are those of the
// scheme; needs, flows and balance are of all that the server has, or of the
// one place that the facts are about. Equal facts give an equal page. O(n log
// n).
picture::Page ReportPicture(const ReportFacts& facts, absl::CivilDay today);

// What is asked of `twinaid report --html`.
struct WantedPicture {
  std::string path;  // "-": stdout
  std::string scheme = "default";
  std::string place;  // empty: that of the caller, or all
  bool yes = false;   // replace a file without asking
};

// Reads, draws and writes. kDone, kRefused or kUsage, with the error printed.
int WriteReportPicture(Session& session, const WantedPicture& wanted);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REPORT_PICTURE_H_
