// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fake_id_generator.h"

#include "absl/strings/str_format.h"

namespace twinaid {

std::string FakeIdGenerator::NewId(absl::string_view prefix) {
  return absl::StrFormat("%s-%06d", prefix, ++last_);
}

std::string FakeIdGenerator::NewSalt() {
  return absl::StrFormat("%032x", ++last_);
}

std::string FakeIdGenerator::NewSecret() {
  return absl::StrFormat("secret-%036x", ++last_);
}

}  // namespace twinaid
