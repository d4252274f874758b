// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A table of a page: all its rows, the first of them at once and the others
// behind a fold where there are many.
#ifndef TWINAID_CLIENT_PICTURE_TABLE_H_
#define TWINAID_CLIENT_PICTURE_TABLE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "client/picture/words.h"

namespace twinaid::picture {

struct Heading {
  Words words;
  bool number = false;  // stands on the right
};

struct Table {
  std::string id;  // unique in the page
  Words caption;
  std::vector<Heading> headings;
  // HTML, ready; the first cell of a row names the row.
  std::vector<std::vector<std::string>> rows;
};

// Rows that are shown at once.
inline constexpr std::size_t kShownRows = 25;

// On a narrow screen it is scrolled sideways by itself, by keyboard too.
std::string TableHtml(const Table& table);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_TABLE_H_
