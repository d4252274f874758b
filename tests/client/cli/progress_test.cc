// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/progress.h"

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "tests/client/cli/fake_environment.h"

namespace twinaid::client {
namespace {

using ::testing::IsEmpty;

class ProgressTest : public ::testing::Test {
 protected:
  ProgressTest() {
    environment_.shows_progress = [this] { return terminal_; };
    environment_.elapsed = [this] { return now_; };
  }

  // 1,200 rows, ten every hundredth of a second.
  std::string Work(std::int64_t total) {
    err_.str("");
    Session session(environment_, out_, err_);
    session.options.language = language_;
    session.options.quiet = quiet_;
    {
      Progress progress(session, "rows stored", "行已保存", total);
      for (int done = 1; done <= 120; ++done) {
        now_ += absl::Milliseconds(10);
        progress.Reach(done * 10);
      }
    }
    return err_.str();
  }

  Environment environment_ = FakeEnvironment();
  absl::Duration now_;
  bool terminal_ = true;
  bool quiet_ = false;
  std::string language_ = "en";
  std::ostringstream out_;
  std::ostringstream err_;
};

// After a second, then five times a second, and nothing is left of it.
TEST_F(ProgressTest, IsOneLineThatGoes) {
  EXPECT_EQ(Work(5000),
            "\r\x1b[K1,000 of 5,000 rows stored"
            "\r\x1b[K1,200 of 5,000 rows stored"
            "\r\x1b[K");
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(ProgressTest, CountsWhereNobodyKnowsTheTotal) {
  EXPECT_EQ(Work(0),
            "\r\x1b[K1,000 rows stored\r\x1b[K1,200 rows stored\r\x1b[K");
}

TEST_F(ProgressTest, SpeaksChinese) {
  language_ = "zh";
  EXPECT_EQ(Work(5000),
            "\r\x1b[K1,000/5,000 行已保存\r\x1b[K1,200/5,000 行已保存\r\x1b[K");
}

TEST_F(ProgressTest, IsNotForFilesNorForWhoWantsQuiet) {
  terminal_ = false;
  EXPECT_THAT(Work(5000), IsEmpty());
  terminal_ = true;
  quiet_ = true;
  EXPECT_THAT(Work(5000), IsEmpty());
}

}  // namespace
}  // namespace twinaid::client
