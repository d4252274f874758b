// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The engine on any bytes, with the certificate as the judge.
#ifndef TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_
#define TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace twinaid::matcher {

// Makes an instance of the bytes, solves it and has the answer checked. "" when
// every answer is proven and every refusal is one that Validate gives; else
// what went wrong.
std::string TryInstance(const std::uint8_t* data, std::size_t size);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_FUZZ_TRY_INSTANCE_H_
