// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How far long work is, for who looks at it.
#ifndef TWINAID_CLIENT_CLI_PROGRESS_H_
#define TWINAID_CLIENT_CLI_PROGRESS_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"
#include "client/cli/session.h"

namespace twinaid::client {

// One line on stderr that is written anew and goes when the work is done: only
// where that is a terminal, without --quiet, and after a second.
class Progress {
 public:
  // `total` 0: nobody knows. `en` "needs stored" makes "1,200 of 5,000 needs
  // stored", `zh` "条需求已保存" makes "1,200/5,000 条需求已保存".
  Progress(Session& session, std::string en, std::string zh,
           std::int64_t total = 0);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // So much is done, of the total.
  void Reach(std::int64_t done);

 private:
  std::string Text(std::int64_t done) const;

  Session& session_;
  const std::string words_;
  const std::int64_t total_;
  absl::Duration next_;  // when it is written at the earliest
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PROGRESS_H_
