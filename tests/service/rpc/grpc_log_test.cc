// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/grpc_log.h"

#include <grpc/support/log.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "service/ops/system_clock.h"

namespace twinaid::rpc {
namespace {

TEST(GrpcLogTest, ErrorsAreLinesOfOurLogAndHandshakesAreNot) {
  std::FILE* file = std::tmpfile();
  const ops::SystemClock clock;
  ops::JsonLog log(file, clock);
  gpr_log_verbosity_init();  // as gRPC does at its start
  SendGrpcErrorsTo(&log);
  gpr_log_message("/src/core/tcp_server_posix.cc", 205, GPR_LOG_SEVERITY_ERROR,
                  "Failed accept4: \"Too many open files\"");
  gpr_log_message("/src/core/ssl_transport_security.cc", 1,
                  GPR_LOG_SEVERITY_ERROR, "Handshake failed");
  gpr_log_message("/src/core/x.cc", 1, GPR_LOG_SEVERITY_INFO, "chatter");
  SendGrpcErrorsTo(nullptr);
  gpr_log_message("/src/core/x.cc", 1, GPR_LOG_SEVERITY_ERROR, "after");
  std::rewind(file);
  std::string text(4096, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  EXPECT_NE(text.find("\"event\":\"grpc\""), std::string::npos);
  EXPECT_NE(text.find("tcp_server_posix.cc:205"), std::string::npos);
  EXPECT_NE(text.find("Too many open files"), std::string::npos);
  EXPECT_EQ(text.find("Handshake"), std::string::npos);
  EXPECT_EQ(text.find("chatter"), std::string::npos);
  EXPECT_EQ(text.find("after"), std::string::npos);
}

}  // namespace
}  // namespace twinaid::rpc
