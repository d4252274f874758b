// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/known_holders.h"

#include <string>

#include "gmock/gmock.h"

namespace twinaid::access {
namespace {

Holder HolderOf(const std::string& token, const std::string& title = "") {
  Holder holder;
  holder.token.id = model::TokenId::Trusted(token);
  holder.principal.title = title;
  return holder;
}

// The title of the principal that is remembered; "-" where none is.
std::string Known(const KnownHolders& known, std::int64_t changes,
                  const std::string& token) {
  const auto found = known.Find(changes, model::TokenId::Trusted(token));
  return found == nullptr ? "-" : found->principal.title;
}

TEST(KnownHolders, KnowWhatTheyRemember) {
  KnownHolders known;
  EXPECT_EQ(Known(known, 0, "tk-1"), "-");
  known.Remember(0, HolderOf("tk-1", "Wuxi"));
  known.Remember(0, HolderOf("tk-2", "Mito"));
  EXPECT_EQ(Known(known, 0, "tk-1"), "Wuxi");
  EXPECT_EQ(Known(known, 0, "tk-2"), "Mito");
  EXPECT_EQ(Known(known, 0, "tk-3"), "-");
}

TEST(KnownHolders, ForgetAllWithTheNextChange) {
  KnownHolders known;
  known.Remember(0, HolderOf("tk-1", "Wuxi"));
  EXPECT_EQ(Known(known, 1, "tk-1"), "-");
  known.Remember(1, HolderOf("tk-2", "Mito"));
  EXPECT_EQ(Known(known, 1, "tk-1"), "-");
  EXPECT_EQ(Known(known, 1, "tk-2"), "Mito");
}

// It was on its way while the change was made.
TEST(KnownHolders, DoNotRememberWhatIsOutOfDate) {
  KnownHolders known;
  known.Remember(1, HolderOf("tk-2", "Mito"));
  known.Remember(0, HolderOf("tk-1", "Wuxi"));
  EXPECT_EQ(Known(known, 1, "tk-1"), "-");
  EXPECT_EQ(Known(known, 0, "tk-1"), "-");
  EXPECT_EQ(Known(known, 1, "tk-2"), "Mito");
}

TEST(KnownHolders, AreNoMoreThanTheyMayBe) {
  KnownHolders known;
  for (std::size_t i = 0; i <= KnownHolders::kMost; ++i) {
    known.Remember(0, HolderOf("tk-" + std::to_string(i), "Wuxi"));
  }
  EXPECT_EQ(Known(known, 0, "tk-0"), "-");
  EXPECT_EQ(Known(known, 0, "tk-" + std::to_string(KnownHolders::kMost)),
            "Wuxi");
}

}  // namespace
}  // namespace twinaid::access
