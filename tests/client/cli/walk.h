// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The command line, run line by line against a real server.
#ifndef TWINAID_TESTS_CLIENT_CLI_WALK_H_
#define TWINAID_TESTS_CLIENT_CLI_WALK_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/session.h"
#include "tests/client/cli/fake_environment.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::client {

class Walk : public ::testing::Test {
 protected:
  // Runs one command, given as a line of words without quotes.
  Outcome Command(const std::string& line) {
    return RunCommand(absl::StrSplit(line, ' '),
                      {{"TWINAID_SERVER", harness_.server().addresses()[0]},
                       {"TWINAID_TOKEN", harness_.token()},
                       {"COLUMNS", "100"}},
                      absl::StrCat("request-", ++requests_));
  }
  // The same where it has to succeed; what it printed.
  std::string Done(const std::string& line) {
    const Outcome outcome = Command(line);
    EXPECT_EQ(outcome.code, kDone) << line << "\n" << outcome.err;
    return outcome.out;
  }
  // The first cell of the only row of a list.
  std::string Only(const std::string& list) {
    const std::vector<std::string> lines =
        absl::StrSplit(Done(list + " -o csv"), '\n', absl::SkipEmpty());
    EXPECT_EQ(lines.size(), 2) << list;
    const std::vector<std::string> cells = absl::StrSplit(lines.back(), ',');
    return cells.front();
  }
  void PostSisters() {
    Done("place create cn-js-wuxi --kind city --name Wuxi --name-zh 无锡");
    Done("place create us-tx-san-antonio --kind city --name San-Antonio");
    PostTheirInventory();
  }
  // Their link, a critical need of the one and an offer of the other.
  void PostTheirInventory() {
    Done("link create cn-js-wuxi us-tx-san-antonio --kind sister_city");
    Done("item create kn95 --category supplies --name KN95");
    Done(
        "item create n95 --category supplies --name N95 --unit box "
        "--base-content 20 --substitute kn95:95");
    Done(
        "need create masks --place us-tx-san-antonio --item n95 "
        "--quantity 500 --urgency critical --accept kn95");
    Done("offer create masks --place cn-js-wuxi --item kn95 --quantity 8000");
  }

  rpc::Harness harness_;
  int requests_ = 0;
};

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_CLI_WALK_H_
