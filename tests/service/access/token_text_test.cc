// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/token_text.h"

#include <string>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/model/principal.h"
#include "tests/support/status_matchers.h"

namespace twinaid::access {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const char kSecret[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123-_x";

TEST(TokenTextTest, WhatIsWrittenReadsBackEqual) {
  const std::string text = std::string("tk-1.") + kSecret;
  const auto token = ParseTokenText(text);
  ASSERT_THAT(token, IsOk());
  EXPECT_EQ(token->id.value(), "tk-1");
  EXPECT_EQ(token->secret, kSecret);
  EXPECT_EQ(ToText(*token), text);
}

TEST(TokenTextTest, AnythingElseIsRefusedAndNeverShown) {
  const std::string good = kSecret;
  for (const std::string& bad :
       {std::string("x"), good, "." + good, "tk-1." + good.substr(1),
        "tk-1." + good + "a", "TK-1." + good, "tk-1 ." + good,
        "tk-1.." + good.substr(1), "tk-1." + good.substr(1) + "+",
        std::string("tk-1.") + std::string(1, '\0') + good.substr(1)}) {
    const auto token = ParseTokenText(bad);
    EXPECT_THAT(token, StatusIs(absl::StatusCode::kUnauthenticated)) << bad;
    EXPECT_EQ(model::ReasonOf(token.status()), "TOKEN_NOT_VALID");
    if (bad.size() > 1) {
      EXPECT_THAT(token.status().ToString(), Not(HasSubstr(bad)));
    }
  }
}

TEST(TokenTextTest, TheHeaderNamesItsScheme) {
  const std::string text = std::string("tk-1.") + kSecret;
  for (const char* scheme : {"Bearer ", "bearer ", "BEARER "}) {
    EXPECT_THAT(ParseAuthorization(scheme + text), IsOk());
  }
  EXPECT_EQ(model::ReasonOf(ParseAuthorization("").status()), "TOKEN_REQUIRED");
  for (const std::string& bad : {text, "Basic " + text, "Bearer" + text,
                                 std::string("Bearer "), "Bearer  " + text}) {
    EXPECT_EQ(model::ReasonOf(ParseAuthorization(bad).status()),
              "TOKEN_NOT_VALID")
        << bad;
  }
}

TEST(TokenTextTest, ASecretMatchesItsOwnHashOnly) {
  const std::string hash = model::HashOfSecret(kSecret);
  EXPECT_EQ(hash.size(), 64);
  EXPECT_TRUE(SecretMatches(kSecret, hash));
  std::string other = kSecret;
  for (std::size_t i = 0; i < other.size(); ++i) {
    std::string changed = other;
    changed[i] = changed[i] == 'q' ? 'r' : 'q';
    EXPECT_FALSE(SecretMatches(changed, hash)) << i;
  }
  EXPECT_FALSE(SecretMatches("", hash));
  EXPECT_FALSE(SecretMatches(kSecret, ""));
  EXPECT_FALSE(SecretMatches(kSecret, std::string(64, '-')));
}

}  // namespace
}  // namespace twinaid::access
