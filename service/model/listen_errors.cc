// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/listen_errors.h"

#include <string>

#include "service/model/errors.h"

namespace twinaid::model {

absl::Status CannotListen(absl::string_view address, absl::string_view flag) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "CANNOT_LISTEN";
  spec.en =
      "cannot listen on {address}: another program has it, or it may not be "
      "opened; stop that program or choose another address with {flag}";
  spec.zh =
      "无法监听 {address}：已被其他程序占用或无权打开；请停止该程序，或用 "
      "{flag} 指定其他地址";
  spec.metadata = {{"address", std::string(address)},
                   {"flag", std::string(flag)}};
  return MakeError(spec);
}

}  // namespace twinaid::model
