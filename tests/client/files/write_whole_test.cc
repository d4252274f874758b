// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/write_whole.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "tests/support/scratch_folder.h"

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;

class WriteWholeTest : public ::testing::Test {
 protected:
  static std::string Read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::ptrdiff_t Files() const {
    return std::distance(fs::directory_iterator(folder_.File("")), {});
  }
  const ScratchFolder folder_;
  const std::string path_ = folder_.File("page.html");
};

TEST_F(WriteWholeTest, MakesAFileOrReplacesOneAndLeavesNothingElse) {
  EXPECT_TRUE(WriteWhole(path_, "one"));
  EXPECT_TRUE(WriteWhole(path_, "two\n"));
  EXPECT_EQ(Read(path_), "two\n");
  EXPECT_EQ(Files(), 1);
}

TEST_F(WriteWholeTest, LeavesFilesOfOthersBesideIt) {
  std::ofstream(path_ + ".part") << "mine";
  EXPECT_TRUE(WriteWhole(path_, "one"));
  EXPECT_EQ(Read(path_ + ".part"), "mine");
}

TEST_F(WriteWholeTest, KeepsTheRightsOfWhatWasThere) {
  std::ofstream(path_) << "old";
  fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_TRUE(WriteWhole(path_, "new"));
  EXPECT_EQ(fs::status(path_).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WriteWholeTest, WritesIntoAPipeAndLeavesItOne) {
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  std::string read;
  std::thread reader([&] { read = Read(path_); });
  EXPECT_TRUE(WriteWhole(path_, "text"));
  reader.join();
  EXPECT_EQ(read, "text");
  EXPECT_TRUE(fs::is_fifo(path_));
}

TEST_F(WriteWholeTest, ReplacesWhatALinkLeadsTo) {
  std::ofstream(folder_.File("real")) << "old";
  fs::create_symlink("real", path_);
  EXPECT_TRUE(WriteWhole(path_, "new"));
  EXPECT_TRUE(fs::is_symlink(path_));
  EXPECT_EQ(Read(folder_.File("real")), "new");
}

TEST_F(WriteWholeTest, SaysWhereItCannotAndLeavesNothing) {
  EXPECT_FALSE(WriteWhole(folder_.File("none/page.html"), "text"));
  fs::create_directory(path_);
  EXPECT_FALSE(WriteWhole(path_, "text"));
  EXPECT_EQ(Files(), 1);
}

}  // namespace
}  // namespace twinaid::client
