// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/restore/restore_command.h"

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "tests/service/store/small_office.h"

namespace twinaid::restore {
namespace {

using store::SmallOffice;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const absl::Time kNow = absl::FromUnixSeconds(1796120563);

class RestoreCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(office_.File("backups"));
    const auto backup =
        office_.store().CreateBackup(office_.File("backups"), kNow);
    ASSERT_THAT(backup, IsOk());
    backup_ = backup->path;
    office_.Close();
  }
  int Run(std::vector<std::string> arguments, bool chinese = false) {
    std::vector<const char*> argv = {"twinaidd", "restore"};
    for (const std::string& text : arguments) argv.push_back(text.c_str());
    out_.str("");
    err_.str("");
    return RunRestoreCommand(static_cast<int>(argv.size()), argv.data(), kNow,
                             chinese, out_, err_);
  }

  SmallOffice office_;
  std::string backup_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(RestoreCommand, SaysWhatItRestoredAndWhatItMoved) {
  EXPECT_EQ(Run({backup_, "--database", office_.path(), "--replace"}), 0);
  EXPECT_THAT(
      out_.str(),
      AllOf(HasSubstr("restored " + office_.path() + " ("),
            HasSubstr("newest event: 5 of "), HasSubstr("ledger head: "),
            HasSubstr("moved " + office_.path() + " to " + office_.path() +
                      ".replaced-20261201T102243Z")));
  EXPECT_THAT(err_.str(), IsEmpty());
  EXPECT_THAT(office_.Open(), IsOk());
}

TEST_F(RestoreCommand, SpeaksChinese) {
  EXPECT_EQ(Run({backup_, "--database", office_.path(), "--replace"}, true), 0);
  EXPECT_THAT(out_.str(), AllOf(HasSubstr("已恢复"), HasSubstr("最新事件：5")));
  EXPECT_EQ(Run({backup_, "--database", office_.path()}, true), 1);
  EXPECT_THAT(err_.str(), HasSubstr("已存在"));
}

TEST_F(RestoreCommand, SaysWhyItDidNot) {
  EXPECT_EQ(Run({backup_, "--database", office_.path()}), 1);
  EXPECT_THAT(err_.str(),
              AllOf(HasSubstr("twinaidd: "), HasSubstr("say --replace")));
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(RestoreCommand, TakesNothingForGranted) {
  EXPECT_EQ(Run({}), 2);
  EXPECT_EQ(Run({backup_}), 2);
  EXPECT_EQ(Run({"--database", office_.path()}), 2);
  EXPECT_EQ(Run({backup_, "--database", office_.path(), "--force"}), 2);
  EXPECT_THAT(err_.str(), HasSubstr("--force"));
  EXPECT_EQ(Run({"--help"}), 0);
  EXPECT_THAT(out_.str(), HasSubstr("--replace"));
}

TEST(IsRestoreCommand, LooksAtTheFirstArgument) {
  const char* restore[] = {"twinaidd", "restore", "x"};
  const char* serve[] = {"twinaidd", "--database", "restore"};
  EXPECT_TRUE(IsRestoreCommand(3, restore));
  EXPECT_FALSE(IsRestoreCommand(3, serve));
  EXPECT_FALSE(IsRestoreCommand(1, serve));
}

TEST(IsChinese, GoesByTheFirstThatIsSet) {
  EXPECT_TRUE(IsChinese(nullptr, "", "zh_CN.UTF-8"));
  EXPECT_TRUE(IsChinese("zh_TW", "en_US", "en_US"));
  EXPECT_FALSE(IsChinese("C.UTF-8", nullptr, "zh_CN.UTF-8"));
  EXPECT_FALSE(IsChinese(nullptr, nullptr, nullptr));
}

}  // namespace
}  // namespace twinaid::restore
