// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "tests/bench/traffic/line.h"
#include "tests/bench/traffic/runs.h"

namespace twinaid::bench {
namespace {

constexpr std::chrono::milliseconds kAskEvery{50};

class Runner {
 public:
  explicit Runner(const Target& target)
      : line_(target.loop.address, target.loop.token),
        stop_file_(target.loop.stop_file),
        id_(absl::StrCat("r-", target.tag)) {}

  LoopResult Run() {
    LoopResult result;
    const Stopwatch watch;
    std::string fault = Solve();
    result.took = watch.Elapsed();
    if (!stop_file_.empty()) std::ofstream(stop_file_) << "over\n";
    result.calls = 1;
    result.latencies.Add(result.took);
    if (fault.empty()) fault = Verify();
    if (!fault.empty()) result.faults.push_back(fault);
    return result;
  }

 private:
  std::string Solve() {
    v1::CreateRoundRequest request;
    request.set_parent("schemes/default");
    request.set_round_id(id_);
    v1::Round round;
    grpc::ClientContext context;
    line_.Prepare(context);
    grpc::Status status = line_.matching.CreateRound(&context, request, &round);
    while (status.ok() && round.state() == v1::Round::RUNNING) {
      std::this_thread::sleep_for(kAskEvery);
      v1::GetRoundRequest get;
      get.set_name(round.name());
      grpc::ClientContext asking;
      line_.Prepare(asking);
      status = line_.matching.GetRound(&asking, get, &round);
    }
    if (!status.ok()) return status.error_message();
    std::cout << "fact\tround\t" << round.matches() << "\n";
    if (round.state() == v1::Round::SUCCEEDED) return "";
    return absl::StrCat("the round is not SUCCEEDED: ",
                        round.ShortDebugString().substr(0, 300));
  }

  std::string Verify() {
    v1::VerifyLedgerResponse verdict;
    grpc::ClientContext context;
    line_.Prepare(context);
    const grpc::Status status = line_.ledger.VerifyLedger(
        &context, v1::VerifyLedgerRequest(), &verdict);
    if (!status.ok()) return status.error_message();
    return verdict.intact() ? ""
                            : absl::StrCat("the ledger is broken at event ",
                                           verdict.broken_seq());
  }

  Line line_;
  const std::string stop_file_;
  const std::string id_;
};

}  // namespace

LoopResult RunRound(const Target& target) { return Runner(target).Run(); }

}  // namespace twinaid::bench
