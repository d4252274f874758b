// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/locale_look.h"
#include "client/setup/reach.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/model/errors.h"

namespace twinaid::client {
namespace {

LocaleLook Look(const std::string& lang, const std::string& all = "") {
  return LookAtLocale([&](const char* name) -> std::optional<std::string> {
    if (std::string(name) == "LANG") return lang;
    if (std::string(name) == "LC_ALL") return all;
    return std::nullopt;
  });
}

TEST(LookAtLocale, TellsWhatIsGeneratedAndItsCharset) {
  EXPECT_EQ(Look("").name, "");
  EXPECT_EQ(Look("C.UTF-8").charset, "UTF-8");
  EXPECT_TRUE(Look("C.UTF-8").generated);
  EXPECT_NE(Look("C").charset, "UTF-8");
  EXPECT_FALSE(Look("xx_YY.UTF-8").generated);
  EXPECT_EQ(Look("C.UTF-8", "C").variable, "LC_ALL");
}

void ExpectAddress(const std::string& server, const std::string& path,
                   const std::string& host, const std::string& port) {
  const ServerAddress address = ParseAddress(server);
  EXPECT_EQ(address.path, path) << server;
  EXPECT_EQ(address.host, host) << server;
  EXPECT_EQ(address.port, port) << server;
}

TEST(ParseAddress, ReadsWhatServersAreNamedBy) {
  ExpectAddress("127.0.0.1:7443", "", "127.0.0.1", "7443");
  ExpectAddress("[::1]:7443", "", "::1", "7443");
  ExpectAddress("[::1]", "", "::1", "443");
  ExpectAddress("aid.example.org", "", "aid.example.org", "443");
  ExpectAddress("dns:///aid.example.org:8443", "", "aid.example.org", "8443");
  ExpectAddress("unix:/run/twinaid/socket", "/run/twinaid/socket", "", "");
}

TEST(Reach, SaysWhyNobodyAnswers) {
  const auto nobody =
      Reach({"/nonexistent/twinaid.sock", "", ""}, absl::Seconds(1));
  EXPECT_EQ(model::ReasonOf(nobody.status()), "CANNOT_CONNECT");
  EXPECT_THAT(std::string(nobody.status().message()),
              ::testing::HasSubstr("No such file"));
  const auto unknown =
      Reach({"", "no-such-host.invalid", "1"}, absl::Seconds(1));
  EXPECT_EQ(model::ReasonOf(unknown.status()), "NO_SUCH_HOST");
}

}  // namespace
}  // namespace twinaid::client
