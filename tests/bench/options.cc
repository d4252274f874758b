// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/options.h"

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace twinaid::bench {
namespace {

bool SetScale(absl::string_view name, Options& options) {
  for (const Scale& scale : kScales) {
    if (name != scale.name) continue;
    options.scale = scale;
    return true;
  }
  return false;
}

// False if there is no such option or its value is not right.
bool Set(absl::string_view option, const std::string& value, Options& options) {
  if (option == "--scale") return SetScale(value, options);
  if (option == "--runs") {
    return absl::SimpleAtoi(value, &options.runs) && options.runs > 0;
  }
  if (option == "--seed") return absl::SimpleAtoi(value, &options.seed);
  if (option == "--limit") {
    return absl::SimpleAtoi(value, &options.limit_seconds) &&
           options.limit_seconds > 0;
  }
  if (option == "--write-graph") {
    options.write_graph = value;
    return !value.empty();
  }
  return false;
}

}  // namespace

absl::StatusOr<Options> ParseOptions(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const absl::string_view option = argv[i];
    if (option == "--no-peers") {
      options.peers = false;
      continue;
    }
    const std::string value = i + 1 < argc ? argv[++i] : "";
    if (!Set(option, value, options)) {
      return absl::InvalidArgumentError(absl::StrCat(
          "what is ", option, " ", value,
          "? --scale tiny|s|m|l|world, --runs N, --seed N, --no-peers, "
          "--write-graph FILE, --limit SECONDS"));
    }
  }
  return options;
}

}  // namespace twinaid::bench
