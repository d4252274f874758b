// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The form in which names are compared, whoever typed them on which keyboard.
#ifndef TWINAID_CLIENT_FILES_FOLD_H_
#define TWINAID_CLIENT_FILES_FOLD_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// `text` in NFKC (full-width letters and digits become plain ones) with case
// folded, without blanks and punctuation: "San-Antonio ",
// "ＳＡＮ　ＡＮＴＯＮＩＯ" and "san antonio" are one. Accents and symbols such
// as "+" stay, and digits that stood apart stay apart ("1.0 ml", "2-0"), but in
// what is digits alone, a code. Empty where nothing is left or `text` is not
// UTF-8. O(bytes).
std::string Folded(absl::string_view text);

// The same, cut where blanks, punctuation, or a change between Chinese and
// other characters was: "N95口罩" as {"n95", "口罩"}. In order; none is empty.
std::vector<std::string> FoldedWords(absl::string_view text);

// The characters (code points) of a UTF-8 text; empty where it is not UTF-8.
std::vector<char32_t> Characters(absl::string_view text);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_FOLD_H_
