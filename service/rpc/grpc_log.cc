// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/grpc_log.h"

#include <grpc/support/log.h>

#include <atomic>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace twinaid::rpc {
namespace {

// gRPC takes a plain function.
std::atomic<ops::JsonLog*> g_log = nullptr;

absl::string_view BaseOf(absl::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

void Write(gpr_log_func_args* line) {
  ops::JsonLog* const log = g_log.load();
  if (log == nullptr || line->severity != GPR_LOG_SEVERITY_ERROR ||
      IsOfAHandshake(line->file)) {
    return;
  }
  log->Write(ops::Level::kError, "grpc",
             {{"message", line->message},
              {"at", absl::StrCat(BaseOf(line->file), ":", line->line)}});
}

}  // namespace

void SendGrpcErrorsTo(ops::JsonLog* log) {
  g_log.store(log);
  gpr_set_log_function(Write);
}

bool IsOfAHandshake(absl::string_view file) {
  const absl::string_view base = BaseOf(file);
  return absl::StrContains(base, "handshake") ||
         absl::StartsWith(base, "ssl_transport_security") ||
         absl::StartsWith(base, "chttp2_server");
}

}  // namespace twinaid::rpc
