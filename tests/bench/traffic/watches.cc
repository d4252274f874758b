// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tests/bench/traffic/new_needs.h"
#include "tests/bench/traffic/runs.h"

namespace twinaid::bench {
namespace {

// Needs that not every watcher has seen.
constexpr std::int32_t kAhead = 16;
constexpr int kLine = 0;

std::int64_t SeqOf(absl::string_view name) {
  std::int64_t seq = 0;
  absl::ConsumePrefix(&name, "events/");
  return absl::SimpleAtoi(name, &seq) ? seq : 0;
}

// What comes out of the queue.
struct Step {
  std::function<void(bool ok)> go;
};

struct Watcher {
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientAsyncReader<v1::WatchEventsResponse>> stream;
  v1::WatchEventsResponse response;
  grpc::Status status;
  std::int64_t last = 0;  // seq
  std::int32_t seen = 0;
  Step begun, read, finished;
};

struct Need {
  std::unique_ptr<Call> call;
  Nanoseconds asked = 0;
  std::size_t arrived = 0;
  std::int64_t seq = 0;
  Step answered;
};

class WatchRun {
 public:
  explicit WatchRun(const Target& target)
      : target_(target),
        begin_(static_cast<Nanoseconds>(target.loop.warm_seconds * 1e9)),
        end_(begin_ + static_cast<Nanoseconds>(target.loop.seconds * 1e9)) {
    for (int i = 0; i < std::max(1, target.loop.lines); ++i) {
      lines_.push_back(
          std::make_unique<Line>(target.loop.address, target.loop.token));
    }
  }

  LoopResult Run() {
    for (int i = 0; i < target_.loop.in_flight; ++i) {
      watchers_.push_back(std::make_unique<Watcher>());
      Begin(*watchers_.back(),
            *lines_[static_cast<std::size_t>(i) % lines_.size()]);
    }
    void* tag = nullptr;
    bool ok = false;
    while (pending_ > 0 && queue_.Next(&tag, &ok)) {
      --pending_;
      static_cast<Step*>(tag)->go(ok);
    }
    queue_.Shutdown();
    while (queue_.Next(&tag, &ok)) {
    }
    Judge();
    result_.took = end_ - begin_;
    return std::move(result_);
  }

 private:
  Nanoseconds Now() const { return watch_.Elapsed(); }
  void* Tag(Step& step) {
    ++pending_;
    return &step;
  }
  void Fault(std::string what) {
    if (result_.faults.size() < 5) result_.faults.push_back(std::move(what));
    End();
  }

  void Begin(Watcher& watcher, Line& line) {
    line.Prepare(watcher.context);
    watcher.begun.go = [this, &watcher](bool) { Read(watcher); };
    watcher.finished.go = [](bool) {};
    watcher.read.go = [this, &watcher](bool ok) {
      if (!ok) {
        if (!ended_) Fault("a watch ended");
        watcher.stream->Finish(&watcher.status, Tag(watcher.finished));
        return;
      }
      Take(watcher);
      Read(watcher);
    };
    watcher.stream = line.ledger.PrepareAsyncWatchEvents(
        &watcher.context, v1::WatchEventsRequest(), &queue_);
    watcher.stream->StartCall(Tag(watcher.begun));
  }

  void Read(Watcher& watcher) {
    watcher.stream->Read(&watcher.response, Tag(watcher.read));
  }

  void Take(Watcher& watcher) {
    if (!watcher.response.has_event()) {
      // The first says where it begins; heartbeats come later.
      if (watcher.last == 0 && watcher.seen == 0 &&
          ++ready_ == static_cast<int>(watchers_.size())) {
        StartCreating();
      }
      return;
    }
    const v1::Event& event = watcher.response.event();
    const std::int64_t seq = SeqOf(event.name());
    const std::int32_t number = NumberOf(target_, kLine, event.resource());
    if (number < 0 || number >= static_cast<std::int32_t>(needs_.size())) {
      return Fault(absl::StrCat("an event of ", event.resource()));
    }
    if (watcher.last != 0 && seq != watcher.last + 1) {
      return Fault(absl::StrCat("event ", seq, " came after ", watcher.last));
    }
    watcher.last = seq;
    ++watcher.seen;
    Need& need = needs_[static_cast<std::size_t>(number)];
    if (need.seq == 0) need.seq = seq;
    if (need.seq != seq) {
      return Fault(absl::StrCat("two events of ", event.resource()));
    }
    const Nanoseconds now = Now();
    if (now >= start_ + begin_ && now < start_ + end_) {
      result_.latencies.Add(now - need.asked);
    }
    ++result_.calls;
    if (++need.arrived < watchers_.size()) return;
    ++seen_by_all_;
    Create();
    EndIfDone();
  }

  void StartCreating() {
    start_ = Now();
    for (std::int32_t i = 0; i < kAhead; ++i) Create();
  }

  void Create() {
    if (ended_ || Now() >= start_ + end_) return;
    const auto number = static_cast<std::int32_t>(needs_.size());
    Need& need = needs_.emplace_back();
    need.call = CreateCall(target_, kLine, number);
    need.answered.go = [this, &need](bool) {
      std::string fault = need.call->Fault();
      need.call.reset();
      if (!fault.empty()) return Fault(std::move(fault));
      ++answered_;
      EndIfDone();
    };
    need.asked = Now();
    need.call->Start(*lines_.front(), queue_, Tag(need.answered));
  }

  void EndIfDone() {
    const auto all = static_cast<std::int32_t>(needs_.size());
    if (Now() >= start_ + end_ && answered_ == all && seen_by_all_ == all) {
      End();
    }
  }

  void End() {
    if (std::exchange(ended_, true)) return;
    for (const auto& watcher : watchers_) watcher->context.TryCancel();
  }

  void Judge() {
    for (const auto& watcher : watchers_) {
      if (!result_.faults.empty()) return;
      if (watcher->seen != static_cast<std::int32_t>(needs_.size())) {
        result_.faults.push_back(absl::StrCat(
            "a watcher saw ", watcher->seen, " of ", needs_.size(), " events"));
      }
    }
  }

  const Target& target_;
  const Stopwatch watch_;
  const Nanoseconds begin_;
  const Nanoseconds end_;
  std::vector<std::unique_ptr<Line>> lines_;
  grpc::CompletionQueue queue_;
  std::vector<std::unique_ptr<Watcher>> watchers_;
  std::deque<Need> needs_;  // stay where they are
  int pending_ = 0;
  int ready_ = 0;
  Nanoseconds start_ = 0;
  std::int32_t answered_ = 0;
  std::int32_t seen_by_all_ = 0;
  bool ended_ = false;
  LoopResult result_;
};

}  // namespace

LoopResult RunWatches(const Target& target) { return WatchRun(target).Run(); }

}  // namespace twinaid::bench
