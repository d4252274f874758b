// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_instance.h"

#include "absl/strings/str_cat.h"
#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/fuzz/instance_of_bytes.h"

namespace twinaid::matcher {

std::string TryInstance(const std::uint8_t* data, std::size_t size) {
  const Instance instance = InstanceOfBytes(data, size);
  const absl::Status valid = Validate(instance);
  const absl::StatusOr<Solution> solution = Solve(instance);
  if (!valid.ok() || !solution.ok()) {
    return solution.status() == valid
               ? ""
               : absl::StrCat("refused as ", solution.status().ToString(),
                              " instead of ", valid.ToString());
  }
  const absl::Status proof = CheckCertificate(instance, *solution);
  return proof.ok() ? "" : absl::StrCat("not proven: ", proof.ToString());
}

}  // namespace twinaid::matcher
