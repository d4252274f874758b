// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Ids and salts that a test can foresee.
#ifndef TWINAID_TESTS_SUPPORT_FAKE_ID_GENERATOR_H_
#define TWINAID_TESTS_SUPPORT_FAKE_ID_GENERATOR_H_

#include <atomic>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "service/model/id_generator.h"

namespace twinaid {

// Counts: "m-000001", "m-000002", ...; ids and salts share one counter.
// Thread-safe.
class FakeIdGenerator final : public model::IdGenerator {
 public:
  std::string NewId(absl::string_view prefix) override;
  std::string NewSalt() override;
  std::string NewSecret() override;

  // The number last given out; the next one is one more.
  std::uint64_t last() const { return last_; }
  void GoOnAfter(std::uint64_t last) { last_ = last; }

 private:
  std::atomic<std::uint64_t> last_ = 0;
};

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_FAKE_ID_GENERATOR_H_
