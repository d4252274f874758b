// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// power_cuts: power cuts in numbers, or one of them again.
//
//   power_cuts [--long] [--seed N [--case N]] [--synchronous full|normal|off]
//              [--lying-disk]
//
// 2,000 cases, with --long 10,000. Exits 0 if nothing was lost or doubled, 1
// otherwise (each case is told), 2 on bad usage.
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "tests/faults/store/power_cut.h"

namespace twinaid::faults {
namespace {

constexpr std::uint64_t kCasesOfASeed = 8;
constexpr std::uint64_t kSeeds = 250;
constexpr std::uint64_t kSeedsLong = 1250;

struct Wish {
  Setting setting;
  std::uint64_t seeds = kSeeds;
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> number;
};

std::optional<Wish> Parse(const std::vector<std::string>& args) {
  Wish wish;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string value = i + 1 < args.size() ? args[i + 1] : "";
    std::uint64_t number = 0;
    const bool is_number = absl::SimpleAtoi(value, &number);
    if (args[i] == "--long") {
      wish.seeds = kSeedsLong;
    } else if (args[i] == "--lying-disk") {
      wish.setting.lying_disk = true;
    } else if (args[i] == "--seed" && is_number) {
      wish.seed = number;
      ++i;
    } else if (args[i] == "--case" && is_number) {
      wish.number = number;
      ++i;
    } else if (args[i] == "--synchronous" && value == "full") {
      ++i;
    } else if (args[i] == "--synchronous" && value == "normal") {
      wish.setting.synchronous = store::Synchronous::kNormal;
      ++i;
    } else if (args[i] == "--synchronous" && value == "off") {
      wish.setting.synchronous = store::Synchronous::kOff;
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return wish;
}

int Run(const Wish& wish) {
  std::int64_t cases = 0;
  std::int64_t faults = 0;
  const std::uint64_t first = wish.seed.value_or(0);
  const std::uint64_t end = wish.seed ? first + 1 : wish.seeds;
  for (std::uint64_t seed = first; seed < end; ++seed) {
    PowerCuts cuts(seed, wish.setting);
    const std::uint64_t from = wish.number.value_or(0);
    const std::uint64_t to = wish.number ? from + 1 : kCasesOfASeed;
    for (std::uint64_t number = from; number < to; ++number) {
      ++cases;
      const std::string fault = cuts.Try(number);
      if (fault.empty()) continue;
      ++faults;
      std::printf("%s\n", fault.c_str());
    }
  }
  std::printf("%lld power cuts, %lld with a fault\n",
              static_cast<long long>(cases), static_cast<long long>(faults));
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace twinaid::faults

int main(int argc, char** argv) {
  const auto wish = twinaid::faults::Parse({argv + 1, argv + argc});
  if (!wish) {
    std::fprintf(stderr,
                 "usage: power_cuts [--long] [--seed N [--case N]] "
                 "[--synchronous full|normal|off] [--lying-disk]\n");
    return 2;
  }
  return twinaid::faults::Run(*wish);
}
