// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/closed_loop.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <thread>
#include <utility>

namespace twinaid::bench {
namespace {

constexpr std::size_t kFaultsKept = 5;
constexpr std::chrono::milliseconds kLookEvery{10};

struct Slot {
  std::unique_ptr<Call> call;
  Nanoseconds asked = 0;
};

class LineLoop {
 public:
  LineLoop(const LoopOptions& options, int index, int in_flight,
           const NextCall& next, const Stopwatch& watch,
           const std::atomic<Nanoseconds>& end)
      : line_(options.address, options.token),
        index_(index),
        slots_(static_cast<std::size_t>(in_flight)),
        next_(next),
        watch_(watch),
        begin_(static_cast<Nanoseconds>(options.warm_seconds * 1e9)),
        end_(end) {}

  LoopResult Run() {
    for (Slot& slot : slots_) Ask(slot);
    void* tag = nullptr;
    bool ok = false;
    while (under_way_ > 0 && queue_.Next(&tag, &ok)) {
      --under_way_;
      Take(*static_cast<Slot*>(tag));
    }
    queue_.Shutdown();
    while (queue_.Next(&tag, &ok)) {
    }
    return std::move(result_);
  }

 private:
  void Ask(Slot& slot) {
    slot.call = next_(index_);
    if (slot.call == nullptr) return;
    ++under_way_;
    slot.asked = watch_.Elapsed();
    slot.call->Start(line_, queue_, &slot);
  }

  void Take(Slot& slot) {
    const Nanoseconds now = watch_.Elapsed();
    ++result_.calls;
    if (now >= begin_ && now < end_) result_.latencies.Add(now - slot.asked);
    std::string fault = slot.call->Fault();
    if (!fault.empty() && result_.faults.size() < kFaultsKept) {
      result_.faults.push_back(std::move(fault));
    }
    if (now < end_) Ask(slot);
  }

  Line line_;
  grpc::CompletionQueue queue_;
  const int index_;
  std::vector<Slot> slots_;
  const NextCall& next_;
  const Stopwatch& watch_;
  const Nanoseconds begin_;
  const std::atomic<Nanoseconds>& end_;
  int under_way_ = 0;
  LoopResult result_;
};

}  // namespace

LoopResult RunClosedLoop(const LoopOptions& options, const NextCall& next) {
  const int lines = std::min(options.lines, options.in_flight);
  std::vector<LoopResult> parts(static_cast<std::size_t>(lines));
  std::vector<std::thread> threads;
  const auto warm = static_cast<Nanoseconds>(options.warm_seconds * 1e9);
  std::atomic<Nanoseconds> end{warm +
                               static_cast<Nanoseconds>(options.seconds * 1e9)};
  std::atomic<int> running{lines};
  const Stopwatch watch;
  for (int i = 0; i < lines; ++i) {
    const int share =
        options.in_flight / lines + (i < options.in_flight % lines ? 1 : 0);
    threads.emplace_back([&, i, share] {
      parts[static_cast<std::size_t>(i)] =
          LineLoop(options, i, share, next, watch, end).Run();
      --running;
    });
  }
  while (!options.stop_file.empty() && running > 0) {
    std::this_thread::sleep_for(kLookEvery);
    if (std::filesystem::exists(options.stop_file)) {
      end = std::min<Nanoseconds>(end, watch.Elapsed());
      break;
    }
  }
  for (std::thread& thread : threads) thread.join();
  LoopResult all;
  all.took = std::min<Nanoseconds>(end, watch.Elapsed()) - warm;
  for (LoopResult& part : parts) {
    all.latencies.Add(part.latencies);
    all.calls += part.calls;
    for (std::string& fault : part.faults) {
      all.faults.push_back(std::move(fault));
    }
  }
  return all;
}

}  // namespace twinaid::bench
