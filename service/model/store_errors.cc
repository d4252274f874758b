// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/store_errors.h"

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid::model {

absl::Status StoreStuck(absl::Duration silent) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "STORE_STUCK";
  spec.en =
      "the database has not answered for {seconds} s; look at the disk it is "
      "on: calls go on by themselves when it answers";
  spec.zh =
      "数据库已 {seconds} 秒没有响应；请检查其所在磁盘：恢复响应后，"
      "调用会自动继续";
  spec.metadata = {{"seconds", absl::StrCat(absl::ToInt64Seconds(silent))}};
  return MakeError(spec);
}

}  // namespace twinaid::model
