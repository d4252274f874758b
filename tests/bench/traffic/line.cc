// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/line.h"

#include <chrono>
#include <memory>

#include "absl/strings/str_cat.h"

namespace twinaid::bench {
namespace {

constexpr std::chrono::minutes kDeadline{5};

std::shared_ptr<grpc::Channel> Dial(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(),
                                   arguments);
}

}  // namespace

Line::Line(const std::string& address, const std::string& token)
    : channel(Dial(address)),
      assistance(channel),
      inventory(channel),
      ledger(channel),
      matching(channel),
      authorization_(absl::StrCat("Bearer ", token)) {}

void Line::Prepare(grpc::ClientContext& context) const {
  context.AddMetadata("authorization", authorization_);
  context.set_deadline(std::chrono::system_clock::now() + kDeadline);
}

}  // namespace twinaid::bench
