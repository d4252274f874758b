// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/sandbox.h"

#include "absl/time/time.h"
#include "service/model/errors.h"

namespace twinaid::rpc {
namespace {

// Drawn by hand: what a distribution of the library makes of a seed is its own
// affair.
std::uint64_t Below(std::mt19937_64& random, std::uint64_t n) {
  return random() % n;
}

constexpr absl::Duration kTryAfter = absl::Milliseconds(20);

}  // namespace

SandboxFault Sandbox::Draw(bool is_change) {
  absl::MutexLock lock(&mutex_);
  const bool faulty =
      Below(random_, 100) < static_cast<std::uint64_t>(percent_);
  const std::uint64_t kind = Below(random_, 3);
  if (!faulty) return SandboxFault::kNone;
  if (kind == 0) return SandboxFault::kRefused;
  if (kind == 1) return SandboxFault::kAnswerLost;
  return is_change ? SandboxFault::kAborted : SandboxFault::kRefused;
}

absl::Status ErrorOf(SandboxFault fault) {
  if (fault == SandboxFault::kNone) return absl::OkStatus();
  model::ErrorSpec spec;
  spec.reason = "SANDBOX_FAULT";
  if (fault == SandboxFault::kAborted) {
    spec.code = absl::StatusCode::kAborted;
    spec.en =
        "a fault on purpose, as if somebody else had been faster: nothing was "
        "changed; read again, then decide anew";
    spec.zh =
        "有意设置的故障，如同他人抢先修改：未作任何更改；请重新读取后再决定";
  } else {
    spec.code = absl::StatusCode::kUnavailable;
    spec.retry_after = kTryAfter;
    spec.en =
        "a fault on purpose, as if the connection had broken: the call may "
        "have been carried out or not; send it again with the same request_id";
    spec.zh =
        "有意设置的故障，如同连接中断：请求可能已执行，也可能未执行；"
        "请用同一 request_id 重发";
  }
  return model::MakeError(spec);
}

}  // namespace twinaid::rpc
