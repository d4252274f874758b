// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Texts of any encoding from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_DECODE_H_
#define TWINAID_TESTS_FUZZ_TRY_DECODE_H_

#include <functional>
#include <variant>

#include "absl/strings/string_view.h"
#include "client/files/decode.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client::Decode, or what a test puts in its place.
using Decoder =
    std::function<std::variant<client::DecodedText, client::DecodeFault>(
        absl::string_view bytes)>;

// Decodes the bytes. What comes out is valid UTF-8 and, decoded again as that,
// the same; what is refused has a reason, two texts and a spot in the bytes.
Outcome TryDecode(absl::string_view bytes);
Outcome TryDecode(absl::string_view bytes, const Decoder& decode);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_DECODE_H_
