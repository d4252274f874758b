// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include "tests/bench/traffic/line.h"
#include "tests/bench/traffic/new_needs.h"
#include "tests/bench/traffic/runs.h"

namespace twinaid::bench {
namespace {

std::string WaitForAddress(const std::string& ready_file) {
  while (true) {
    std::string address;
    if (std::ifstream(ready_file) >> address) return address;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void Say(const char* what) {
  std::cout << "first\t" << what << "\t"
            << std::chrono::steady_clock::now().time_since_epoch().count()
            << "\n";
}

}  // namespace

LoopResult RunFirstAnswers(const Target& target,
                           const std::string& ready_file) {
  LoopResult result;
  Line line(WaitForAddress(ready_file), target.loop.token);
  v1::Need need;
  {
    v1::GetNeedRequest request;
    request.set_name(TrafficNeed(target.traffic, target.traffic.needs / 2));
    grpc::ClientContext context;
    line.Prepare(context);
    const grpc::Status status =
        line.inventory.GetNeed(&context, request, &need);
    if (!status.ok() || need.name() != request.name()) {
      result.faults.push_back("the first get: " + status.error_message());
    }
    Say("get");
  }
  grpc::ClientContext context;
  line.Prepare(context);
  const grpc::Status status =
      line.inventory.CreateNeed(&context, NewNeed(target, 0, 0), &need);
  if (!status.ok()) {
    result.faults.push_back("the first create: " + status.error_message());
  }
  Say("create");
  return result;
}

}  // namespace twinaid::bench
