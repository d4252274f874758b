// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/authenticate.h"

#include <string>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/memory_store.h"
#include "tests/support/status_matchers.h"

namespace twinaid::access {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'581'336'000);
const char kSecret[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123-_x";
const char kOther[] = "bbcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123-_x";

class AuthenticateTest : public ::testing::Test {
 protected:
  AuthenticateTest() {
    principal_.id = model::PrincipalId::Trusted("wuxi");
    token_.id = model::TokenId::Trusted("tk-1");
    token_.principal = principal_.id;
    token_.secret_hash = model::HashOfSecret(kSecret);
    token_.expire_time = kNow + absl::Hours(1);
  }

  // The reason of the refusal; "" where the right principal was found.
  std::string Login(const std::string& id, const std::string& secret) {
    MemoryStore store;
    EXPECT_THAT(store.Write([&](store::WriteTransaction& tx) {
      return tx.principals().Insert(principal_).ok()
                 ? tx.tokens().Insert(token_)
                 : absl::InternalError("no principal");
    }),
                IsOk());
    std::string reason;
    const absl::Status read = store.Read([&](const store::ReadTransaction& tx) {
      const auto found = FindHolder(tx, model::TokenId::Trusted(id));
      EXPECT_THAT(found, IsOk());
      const auto who =
          Authenticate(found->has_value() ? &**found : nullptr,
                       {model::TokenId::Trusted(id), secret}, kNow);
      const auto still = StillAuthentic(tx, model::TokenId::Trusted(id), kNow);
      reason = model::ReasonOf(who.status());
      EXPECT_TRUE(!who.ok() || who->id == principal_.id);
      EXPECT_TRUE(secret != kSecret ||
                  model::ReasonOf(still.status()) == reason);
      EXPECT_EQ(IsFailedLogin(who.status()), reason == "TOKEN_NOT_VALID");
      return absl::OkStatus();
    });
    EXPECT_THAT(read, IsOk());
    return reason;
  }

  model::Principal principal_;
  model::Token token_;
};

TEST_F(AuthenticateTest, TheRightSecretIsWhoseTokenItIs) {
  EXPECT_EQ(Login("tk-1", kSecret), "");
}

TEST_F(AuthenticateTest, AnotherSecretAndAnUnknownIdAreTheSame) {
  EXPECT_EQ(Login("tk-1", kOther), "TOKEN_NOT_VALID");
  EXPECT_EQ(Login("tk-2", kSecret), "TOKEN_NOT_VALID");
}

TEST_F(AuthenticateTest, OnlyTheHolderIsToldWhy) {
  token_.expire_time = kNow;
  EXPECT_EQ(Login("tk-1", kSecret), "TOKEN_EXPIRED");
  EXPECT_EQ(Login("tk-1", kOther), "TOKEN_NOT_VALID");
  token_.revoke_time = kNow;
  EXPECT_EQ(Login("tk-1", kSecret), "TOKEN_REVOKED");
  EXPECT_EQ(Login("tk-1", kOther), "TOKEN_NOT_VALID");
}

TEST_F(AuthenticateTest, ADisabledPrincipalIsNotLetIn) {
  principal_.disabled = true;
  EXPECT_EQ(Login("tk-1", kSecret), "PRINCIPAL_DISABLED");
  EXPECT_EQ(Login("tk-1", kOther), "TOKEN_NOT_VALID");
}

}  // namespace
}  // namespace twinaid::access
