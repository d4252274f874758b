// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Nothing that rotted on the disk is served as if it were right, and nothing
// stays unseen.
#include "tests/faults/store/damage.h"

#include <iostream>
#include <ostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"

namespace twinaid::faults {
namespace {

using ::testing::IsEmpty;

constexpr std::uint64_t kFirstSeed = 20261201;

struct Sums {
  int refused_at_start = 0;
  int refused = 0;      // a read was, and none lacked a row
  int missing = 0;      // a read by key, or of all rows, lacked a row
  int by_index = 0;     // only lists by an index did
  int found_later = 0;  // by the check alone: all reads were right
  int harmless = 0;     // nothing was found, and all reads were right
  int wrong = 0;        // a wrong row was served
  int unseen = 0;       // a read was amiss, and nothing was found
  std::string first;    // of the last two
};

Sums TryAll(RottenFiles& files, Rot rot, int cases) {
  Sums sums;
  for (int i = 0; i < cases; ++i) {
    const std::uint64_t seed = kFirstSeed + static_cast<std::uint64_t>(i);
    const Verdict verdict = files.Try(rot, seed);
    const bool unseen = verdict.amiss() && !verdict.found;
    if (verdict.wrong > 0 || unseen) {
      if (sums.first.empty()) {
        sums.first = absl::StrCat("seed ", seed, ": ", verdict.first_wrong,
                                  ", ", verdict.missing, " answers lack a row");
      }
      ++(verdict.wrong > 0 ? sums.wrong : sums.unseen);
    } else if (verdict.refused_at_start) {
      ++sums.refused_at_start;
    } else if (verdict.missing > 0) {
      ++sums.missing;
      std::cout << "seed " << seed << ": " << verdict.first_missing << ", "
                << verdict.missing << " answers\n";
    } else if (verdict.by_index > 0) {
      ++sums.by_index;
    } else if (verdict.refused > 0) {
      ++sums.refused;
    } else {
      ++(verdict.found ? sums.found_later : sums.harmless);
    }
  }
  return sums;
}

void Print(const char* what, const RottenFiles& files, const Sums& sums) {
  std::cout << what << " from seed " << kFirstSeed << ", " << files.answers()
            << " answers of " << files.bytes()
            << " bytes each: " << sums.refused_at_start
            << " refused at the start, " << sums.refused << " when read, "
            << sums.found_later << " found by the check alone; until the check "
            << sums.missing << " lacked a row and " << sums.by_index
            << " a row of a list by an index; " << sums.harmless
            << " harmless, " << sums.wrong << " served a wrong row, "
            << sums.unseen << " unseen\n";
}

struct Kind {
  const char* name;
  Rot rot;
  friend void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
  }
};

class RottenFile : public ::testing::TestWithParam<Kind> {};

TEST_P(RottenFile, IsRefusedOrReadRightAndWhatNoReadSeesIsFound) {
  RottenFiles files(/*check_rows=*/true);
  ASSERT_GT(files.answers(), 1000);
  const Sums sums = TryAll(files, GetParam().rot, TWINAID_ROTTEN_FILES);
  Print(GetParam().name, files, sums);
  EXPECT_EQ(sums.wrong, 0) << sums.first;
  EXPECT_EQ(sums.unseen, 0) << sums.first;
  // What only checksums of pages would see at once: it may not become more.
  EXPECT_LE(sums.missing, TWINAID_ROTTEN_FILES / 10);
  EXPECT_LE(sums.by_index, TWINAID_ROTTEN_FILES / 5);
}

INSTANTIATE_TEST_SUITE_P(Of, RottenFile,
                         ::testing::Values(Kind{"BitFlips", Rot::kBitFlips},
                                           Kind{"ZeroedSectors",
                                                Rot::kZeroedSector},
                                           Kind{"CutShort", Rot::kCutShort}),
                         [](const auto& given) { return given.param.name; });

// The control: without the hashes of rows some are served that are wrong.
TEST(RottenFileWithoutRowHashes, ServesRowsThatAreWrong) {
  RottenFiles files(/*check_rows=*/false);
  const Sums sums = TryAll(files, Rot::kBitFlips, TWINAID_ROTTEN_FILES);
  Print("Bit flips without row hashes", files, sums);
  EXPECT_GT(sums.wrong, TWINAID_ROTTEN_FILES / 20);
}

TEST(WholeFile, IsReadRight) {
  RottenFiles files(/*check_rows=*/true);
  EXPECT_GT(files.bytes(), 400'000U);
}

}  // namespace
}  // namespace twinaid::faults
