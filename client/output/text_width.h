// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Texts made to fit so many columns of a terminal, where a Chinese character
// takes two.
#ifndef TWINAID_CLIENT_OUTPUT_TEXT_WIDTH_H_
#define TWINAID_CLIENT_OUTPUT_TEXT_WIDTH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// `text` cut to at most `width` columns, with an ellipsis where it was cut.
std::string CutToWidth(absl::string_view text, int width);

// `text` in lines of at most `width` columns: broken at blanks and behind "/",
// or between characters where a word is longer or, as Chinese, has none. One
// line at least. Precondition: width >= 2.
std::vector<std::string> WrapToWidth(absl::string_view text, int width);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_OUTPUT_TEXT_WIDTH_H_
