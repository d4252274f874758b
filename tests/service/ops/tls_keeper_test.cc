// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is shown to gRPC of a text that changes; the certificates themselves are
// tested with a server, in tests/service/rpc/transport_test.cc.
#include "service/ops/tls_keeper.h"

#include <fstream>
#include <sstream>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::ops {
namespace {

std::string TextOf(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(MemoryFileTest, KeepsItsPathWhenItsTextIsReplaced) {
  auto file = MemoryFile::Make("first, and longer");
  ASSERT_THAT(file, IsOk());
  const std::string path = (*file)->path();
  EXPECT_EQ(TextOf(path), "first, and longer");
  EXPECT_EQ(TextOf(path), "first, and longer") << "each reader begins anew";
  std::ifstream reader(path);
  EXPECT_THAT((*file)->Replace("second"), IsOk());
  EXPECT_EQ((*file)->path(), path);
  EXPECT_EQ(TextOf(path), "second");
  std::ostringstream begun;
  begun << reader.rdbuf();
  EXPECT_EQ(begun.str(), "first, and longer") << "whoever opened it before";
  file->reset();
  EXPECT_EQ(TextOf(path), "");
}

TEST(TlsKeeperTest, DoesNotStartOnFilesThatDoNotFit) {
  const auto keeper = TlsKeeper::Start({"/nowhere.pem", "/nowhere.key", ""},
                                       absl::FromUnixSeconds(0));
  EXPECT_EQ(model::ReasonOf(keeper.status()), "TLS_FILE");
}

}  // namespace
}  // namespace twinaid::ops
