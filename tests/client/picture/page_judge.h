// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A judge of pages that shares nothing with what makes them: it reads HTML as a
// browser does, more strictly.
#ifndef TWINAID_TESTS_CLIENT_PICTURE_PAGE_JUDGE_H_
#define TWINAID_TESTS_CLIENT_PICTURE_PAGE_JUDGE_H_

#include <string>
#include <vector>

namespace twinaid::picture {

// What is wrong with a page, one line a fault; empty: nothing.
//
//   elements that do not nest, or are of a kind that a page of ours has not
//   text in one language without its other, or without words
//   an id twice, or one that is pointed at and not there
//   anything that runs a script, is styled in place, or names an address
//   a "<", "&" or quote that is no markup
std::vector<std::string> FaultsOf(const std::string& html);

// The text that readers of a language see, elements apart by blanks.
std::string ShownText(const std::string& html, bool chinese);

}  // namespace twinaid::picture

#endif  // TWINAID_TESTS_CLIENT_PICTURE_PAGE_JUDGE_H_
