// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/round_errors.h"

#include <string>

#include "service/model/errors.h"

namespace twinaid::model {
namespace {

absl::Status About(absl::StatusCode code, const char* reason,
                   const std::string& name, const char* en, const char* zh,
                   absl::string_view cause = "") {
  ErrorSpec spec;
  spec.code = code;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"name", name}};
  if (code == absl::StatusCode::kFailedPrecondition) {
    spec.precondition_subject = name;
  }
  spec.cause = std::string(cause);
  return MakeError(spec);
}

}  // namespace

absl::Status RoundRunning(const RoundName& running) {
  return About(absl::StatusCode::kFailedPrecondition, "ROUND_RUNNING",
               running.ToString(),
               "{name} is still running; a scheme has one round at a time",
               "{name} 仍在运行；一个方案同时只能有一轮");
}

absl::Status RoundNotRunning(const RoundName& round) {
  return About(absl::StatusCode::kFailedPrecondition, "ROUND_NOT_RUNNING",
               round.ToString(), "{name} is not running", "{name} 不在运行中");
}

absl::Status PairingEnded(const PairingName& pairing) {
  return About(absl::StatusCode::kFailedPrecondition, "PAIRING_ENDED",
               pairing.ToString(), "{name} has ended", "{name} 已结束");
}

absl::Status NoFreeSlot(const PlaceId& place) {
  return About(absl::StatusCode::kFailedPrecondition, "NO_FREE_SLOT",
               ToName(place), "{name} has no free slot for another pairing",
               "{name} 已没有空余的结对名额");
}

absl::Status RoundWithoutResult(const RoundName& round) {
  return About(absl::StatusCode::kFailedPrecondition, "ROUND_WITHOUT_RESULT",
               round.ToString(),
               "{name} has no result: it is running or has failed",
               "{name} 没有结果：仍在运行或已失败");
}

absl::Status NoRoundSucceeded(const SchemeId& scheme) {
  return About(absl::StatusCode::kFailedPrecondition, "NO_ROUND_SUCCEEDED",
               ToName(scheme),
               "no round of {name} has succeeded so far; run one first",
               "{name} 尚无成功的轮次；请先发起一轮");
}

absl::Status RoundStopped(const RoundName& round) {
  return About(absl::StatusCode::kCancelled, "ROUND_STOPPED", round.ToString(),
               "{name} was stopped before it was done; start another",
               "{name} 在完成之前被停止；请重新发起一轮");
}

absl::Status CertificateNotVerified(const RoundName& round) {
  return About(absl::StatusCode::kInternal, "CERTIFICATE_NOT_VERIFIED",
               round.ToString(),
               "the proof of {name} does not hold; nothing was proposed",
               "{name} 的证明不成立；没有提出任何建议");
}

absl::Status RoundBroken(const RoundName& round, absl::string_view cause) {
  return About(absl::StatusCode::kInternal, "UNEXPECTED", round.ToString(),
               "{name} met a fault of the server's own; proposals of it that "
               "nobody had answered are withdrawn. Please report it",
               "{name} 遇到服务器内部错误；尚未答复的建议已撤回，请报告",
               cause);
}

}  // namespace twinaid::model
