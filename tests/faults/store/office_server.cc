// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/office_server.h"

#include <deque>
#include <thread>
#include <utility>

#include "absl/synchronization/notification.h"
#include "service/model/status_macros.h"

namespace twinaid::faults {

OfficeServer::OfficeServer(std::string path, store::SqliteTuning tuning)
    : path_(std::move(path)), tuning_(std::move(tuning)) {
  tuning_.on_queued = [this] {
    absl::MutexLock lock(&mutex_);
    ++queued_;
  };
}

absl::Status OfficeServer::Start() {
  work_.reset();
  store_.reset();
  store::SqliteOptions options;
  options.path = path_;
  options.readers = 1;
  options.tuning = tuning_;
  TWINAID_ASSIGN_OR_RETURN(store_, store::OpenSqliteStore(options));
  work_ = std::make_unique<core::UnitOfWork>(*store_, clock_, ids_);
  return absl::OkStatus();
}

void OfficeServer::Set(absl::Time moment, std::uint64_t last_id) {
  clock_.Set(moment);
  ids_.GoOnAfter(last_id);
}

std::vector<absl::StatusOr<std::string>> OfficeServer::AskInTurn(
    const Group& group, absl::Time moment, std::uint64_t last_id) {
  Set(moment, last_id);
  std::vector<absl::StatusOr<std::string>> answers;
  for (const Request& request : group) answers.push_back(Ask(*work_, request));
  return answers;
}

std::vector<absl::StatusOr<std::string>> OfficeServer::AskTogether(
    const Group& group, absl::Time moment, std::uint64_t last_id) {
  if (group.size() == 1) return AskInTurn(group, moment, last_id);
  Set(moment, last_id);
  std::vector<absl::StatusOr<std::string>> answers(group.size());
  {
    absl::MutexLock lock(&mutex_);
    queued_ = 0;
  }
  // One that writes nothing keeps the writer busy until all others wait.
  absl::Notification all_wait;
  std::deque<Turn> turns;
  std::vector<std::thread> threads;
  const auto begin = [&](auto ask) {
    Turn* turn = nullptr;
    {
      absl::MutexLock lock(&mutex_);
      turn = &turns.emplace_back();
      turn->queued = &queued_;
      turn->wanted = static_cast<int>(turns.size());
    }
    threads.emplace_back([this, turn, ask] {
      ask();
      absl::MutexLock lock(&mutex_);
      turn->over = true;
    });
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(turn, &Turn::Came));
  };
  absl::Notification in_hand;
  begin([&] {
    store_
        ->Write([&](store::WriteTransaction&) {
          in_hand.Notify();
          all_wait.WaitForNotification();
          return absl::OkStatus();
        })
        .IgnoreError();
    if (!in_hand.HasBeenNotified()) in_hand.Notify();
  });
  in_hand.WaitForNotification();
  for (std::size_t i = 0; i < group.size(); ++i) {
    begin([&, i] { answers[i] = Ask(*work_, group[i]); });
  }
  all_wait.Notify();
  for (std::thread& thread : threads) thread.join();
  return answers;
}

}  // namespace twinaid::faults
