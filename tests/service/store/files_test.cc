// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/files.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::HasSubstr;

class SystemFilesTest : public ::testing::Test {
 protected:
  std::string Holding(const char* name, const std::string& text) const {
    const std::string path = folder_.File(name);
    std::ofstream(path) << text;
    return path;
  }
  static std::string TextOf(const std::string& path) {
    std::string text;
    std::getline(std::ifstream(path), text);
    return text;
  }

  const ScratchFolder folder_;
  const Files& files_ = SystemFiles();
};

TEST_F(SystemFilesTest, KnowsWhatIsThere) {
  const std::string path = Holding("a", "four");
  EXPECT_THAT(files_.Exists(path), IsOkAndHolds(true));
  EXPECT_THAT(files_.Size(path), IsOkAndHolds(4));
  EXPECT_THAT(files_.Exists(folder_.File("b")), IsOkAndHolds(false));
  EXPECT_THAT(files_.Size(folder_.File("b")),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("/b")));
  EXPECT_THAT(files_.CheckFolder(FolderOf(path)), IsOk());
  EXPECT_THAT(files_.CheckFolder(path),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(files_.CheckFolder(folder_.File("b")),
              StatusIs(absl::StatusCode::kNotFound));
}

// A link that leads nowhere has the name all the same.
TEST_F(SystemFilesTest, TakesALinkThatLeadsNowhereForSomethingThatIsThere) {
  std::filesystem::create_symlink("nowhere", folder_.File("link"));
  EXPECT_THAT(files_.Exists(folder_.File("link")), IsOkAndHolds(true));
}

TEST_F(SystemFilesTest, CreatesAFileForItsOwnerAlone) {
  const std::string path = folder_.File("a");
  ASSERT_THAT(files_.Create(path), IsOk());
  struct stat made = {};
  ASSERT_EQ(stat(path.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777, 0600U);
  EXPECT_THAT(files_.Create(path),
              StatusIs(absl::StatusCode::kAlreadyExists, HasSubstr(path)));
}

TEST_F(SystemFilesTest, RenamesOverNothing) {
  const std::string from = Holding("a", "from");
  const std::string to = Holding("b", "to");
  EXPECT_THAT(files_.Rename(from, to),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_EQ(TextOf(from), "from");
  EXPECT_EQ(TextOf(to), "to");
  ASSERT_THAT(files_.Rename(from, folder_.File("c")), IsOk());
  EXPECT_EQ(TextOf(folder_.File("c")), "from");
  EXPECT_THAT(files_.Exists(from), IsOkAndHolds(false));
}

TEST_F(SystemFilesTest, RemovesWhatMayNotBeThere) {
  const std::string path = Holding("a", "x");
  EXPECT_THAT(files_.Remove(path), IsOk());
  EXPECT_THAT(files_.Remove(path), IsOk());
  EXPECT_THAT(files_.Exists(path), IsOkAndHolds(false));
}

TEST_F(SystemFilesTest, SyncsFilesAndFolders) {
  const std::string path = Holding("a", "x");
  EXPECT_THAT(files_.Sync(path), IsOk());
  EXPECT_THAT(files_.SyncFolder(FolderOf(path)), IsOk());
  EXPECT_THAT(files_.SyncFolder(path), ::testing::Not(IsOk()));
  EXPECT_THAT(files_.Sync(folder_.File("b")),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST(FolderOf, IsTheOneOfTheFile) {
  EXPECT_EQ(FolderOf("/a/b.db"), "/a");
  EXPECT_EQ(FolderOf("b.db"), ".");
  EXPECT_EQ(FolderOf("/b.db"), "/");
}

}  // namespace
}  // namespace twinaid::store
