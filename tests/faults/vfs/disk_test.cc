// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/vfs/disk.h"

#include <set>
#include <string>

#include "gmock/gmock.h"

namespace twinaid::faults {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

constexpr std::uint64_t kSeeds = 300;

// What is left of the file "f" over many power cuts; "-" where it is gone.
std::set<std::string> Left(const Disk& disk) {
  std::set<std::string> left;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    Disk copy = disk;
    Chance chance(seed);
    copy.CutPower(chance);
    const auto file = copy.Find("f");
    left.insert(file == nullptr ? "-" : file->content);
  }
  return left;
}

// "f" with the content on the disk, synced with its name.
Disk WithFile(const std::string& content) {
  Disk disk;
  const auto file = disk.Create("f");
  Disk::Write(*file, 0, content);
  Disk::Sync(*file);
  disk.SyncFolder();
  return disk;
}

TEST(Disk, KeepsWhatWasSynced) {
  EXPECT_THAT(Left(WithFile("abc")), SizeIs(1));
  EXPECT_THAT(Left(WithFile("abc")), Contains("abc"));
}

TEST(Disk, KeepsOrDropsWhatWasNotSynced) {
  Disk disk = WithFile("abc");
  Disk::Write(*disk.Find("f"), 1, "X");
  EXPECT_EQ(disk.Find("f")->content, "aXc");
  EXPECT_EQ(Left(disk), (std::set<std::string>{"abc", "aXc"}));
}

TEST(Disk, TearsAWriteBetweenSectorsOnly) {
  const std::string a(kSectorBytes, 'a');
  const std::string b(kSectorBytes, 'b');
  Disk disk = WithFile(a + a);
  Disk::Write(*disk.Find("f"), 0, b + b);
  EXPECT_EQ(Left(disk), (std::set<std::string>{a + a, a + b, b + a, b + b}));
}

TEST(Disk, ReordersWhatWasNotSynced) {
  Disk disk = WithFile("a");
  Disk::Write(*disk.Find("f"), 0, "b");
  Disk::Write(*disk.Find("f"), 0, "c");
  EXPECT_EQ(Left(disk), (std::set<std::string>{"a", "b", "c"}));
  EXPECT_EQ(disk.Find("f")->content, "c");
}

TEST(Disk, FillsWhatWasNeverWrittenWithZerosOrWhateverWasThere) {
  Disk disk = WithFile("a");
  Disk::Write(*disk.Find("f"), 1, std::string(kSectorBytes - 1, 'b'));
  Disk::Write(*disk.Find("f"), kSectorBytes, "c");
  const std::string end = std::string(kSectorBytes - 1, '\0') + "c";
  const std::string dirt = std::string(kSectorBytes - 1, '\x5a') + "c";
  EXPECT_THAT(Left(disk), IsSupersetOf({"a" + end, "a" + dirt}));
}

TEST(Disk, KeepsOrDropsATruncation) {
  Disk disk = WithFile("abc");
  Disk::Truncate(*disk.Find("f"), 1);
  EXPECT_EQ(disk.Find("f")->content, "a");
  EXPECT_EQ(Left(disk), (std::set<std::string>{"abc", "a"}));
}

TEST(Disk, ForgetsAFileWhoseNameWasNotSynced) {
  Disk disk;
  const auto file = disk.Create("f");
  Disk::Write(*file, 0, "abc");
  Disk::Sync(*file);
  EXPECT_EQ(Left(disk), (std::set<std::string>{"-", "abc"}));
}

TEST(Disk, BringsBackAFileWhoseDeletionWasNotSynced) {
  Disk disk = WithFile("abc");
  disk.Remove("f");
  EXPECT_EQ(disk.Find("f"), nullptr);
  EXPECT_EQ(Left(disk), (std::set<std::string>{"-", "abc"}));
  disk.SyncFolder();
  EXPECT_EQ(Left(disk), (std::set<std::string>{"-"}));
}

// Another sync says that all is well, and what failed before is lost.
TEST(Disk, NeverKeepsWhatAFailedSyncWasToKeep) {
  Disk disk = WithFile("abc");
  const auto file = disk.Find("f");
  Disk::Write(*file, 0, "X");
  Disk::FailToSync(*file);
  EXPECT_EQ(file->content, "Xbc");
  Disk::Write(*file, 2, "Z");
  Disk::Sync(*file);
  EXPECT_EQ(Left(disk), (std::set<std::string>{"abZ"}));
}

TEST(Disk, CopiesShareNothing) {
  Disk disk = WithFile("abc");
  const Disk copy = disk;
  Disk::Write(*disk.Find("f"), 0, "X");
  EXPECT_EQ(copy.Find("f")->content, "abc");
}

TEST(Disk, IsCutTheSameWayForTheSameSeed) {
  Disk disk = WithFile(std::string(8 * kSectorBytes, 'a'));
  Disk::Write(*disk.Find("f"), 0, std::string(8 * kSectorBytes, 'b'));
  Disk first = disk;
  Disk second = disk;
  Chance one(7);
  Chance two(7);
  first.CutPower(one);
  second.CutPower(two);
  EXPECT_EQ(first.Find("f")->content, second.Find("f")->content);
}

}  // namespace
}  // namespace twinaid::faults
