// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/progress.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/arguments.h"

namespace twinaid::client {
namespace {

constexpr absl::Duration kNotBefore = absl::Seconds(1);
constexpr absl::Duration kNotAgainBefore = absl::Milliseconds(200);

}  // namespace

Progress::Progress(Session& session, std::string en, std::string zh,
                   std::int64_t total)
    : session_(session),
      words_(session.chinese() ? std::move(zh) : std::move(en)),
      total_(total),
      next_(session.environment().elapsed() + kNotBefore) {}

Progress::~Progress() { session_.ShowProgress(""); }

void Progress::Reach(std::int64_t done) {
  const Environment& environment = session_.environment();
  if (session_.options.quiet || !environment.shows_progress()) return;
  const absl::Duration now = environment.elapsed();
  if (now < next_) return;
  next_ = now + kNotAgainBefore;
  session_.ShowProgress(Text(done));
}

std::string Progress::Text(std::int64_t done) const {
  if (total_ == 0) return absl::StrCat(Grouped(done), " ", words_);
  return absl::StrCat(Grouped(done), session_.chinese() ? "/" : " of ",
                      Grouped(total_), " ", words_);
}

}  // namespace twinaid::client
