// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What people call the columns of the files, in English and Chinese.
#ifndef TWINAID_CLIENT_FILES_COLUMN_NAMES_H_
#define TWINAID_CLIENT_FILES_COLUMN_NAMES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/sheet.h"

namespace twinaid::client {

// The names of a column besides its own: "数量" for quantity. Case, blanks and
// punctuation do not count.
std::vector<std::string> OtherNamesOf(const SheetSpec& spec,
                                      absl::string_view column);

// The columns of a file by all that they are called. Borrows nothing.
class ColumnFinder {
 public:
  explicit ColumnFinder(const SheetSpec& spec);

  // The column that a cell of the header means; empty: none.
  std::string ByName(absl::string_view cell) const;
  // The column of an HXL tag, whatever the order of its attributes.
  std::string ByTag(absl::string_view cell) const;
  // The name that is nearest to that of no column, as it is written; empty
  // where none is near.
  std::string Nearest(absl::string_view cell) const;
  // Cells that mean a column by name or tag.
  std::size_t Count(const std::vector<std::string>& cells) const;

 private:
  std::map<std::string, std::string> by_name_;  // folded
  std::map<std::string, std::string> by_tag_;   // in order
  std::set<std::string> names_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_COLUMN_NAMES_H_
