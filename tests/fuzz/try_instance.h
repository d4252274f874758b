// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The engine on any bytes, with the proofs as the judge.
#ifndef TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_
#define TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace twinaid::matcher {

// Makes an instance of the bytes and tries pairs (try_pairs.h) and the pool
// (try_pool.h) on it. "" when every answer is proven and every refusal is
// right; else what went wrong first.
std::string TryInstance(const std::uint8_t* data, std::size_t size);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_
