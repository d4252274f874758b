// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store that tests stand on keeps the contract too.
#include <memory>

#include "tests/conformance/store_conformance.h"
#include "tests/support/memory_store.h"

namespace twinaid::store {
namespace {

class MemoryUnderTest final : public StoreUnderTest {
 public:
  Store& store() override { return store_; }
  void Reopen() override {}

 private:
  MemoryStore store_;
};

INSTANTIATE_TEST_SUITE_P(Memory, StoreConformance,
                         ::testing::Values(StoreMaker{[] {
                           return std::make_unique<MemoryUnderTest>();
                         }}));

}  // namespace
}  // namespace twinaid::store
