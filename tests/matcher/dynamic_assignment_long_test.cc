// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// As dynamic_assignment_test.cc, at the largest scale.
#include <gtest/gtest.h>

#include "tests/matcher/change_run.h"

namespace twinaid::matcher {
namespace {

// 40,000 places and 200,000 links.
TEST(DynamicAssignmentLongTest, IsProvenAfterEveryChangeAtScaleL) {
  ExpectProvenAfterEveryChange(
      {"Large", 40000, 5, 1000, true, /*changes=*/5000, /*every=*/100});
}

}  // namespace
}  // namespace twinaid::matcher
