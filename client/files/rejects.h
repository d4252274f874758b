// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of a file that were refused, to be mended and read again.
#ifndef TWINAID_CLIENT_FILES_REJECTS_H_
#define TWINAID_CLIENT_FILES_REJECTS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/problem.h"
#include "client/files/sheet.h"
#include "service/model/errors.h"

namespace twinaid::client {

// A CSV file with the rows that `problems` (of this file, without warnings) are
// about, in their order, cells as they were, behind three columns of our own:
// line (in the file they come from), problem and suggestion, in `language`.
// UTF-8 with a byte order mark, so that spreadsheets read it as such. Columns
// of ours that the file had already, as a file of rejects, are replaced. Empty
// where no row was refused. O(rows + problems).
std::string RejectsText(const RawSheet& sheet,
                        const std::vector<Problem>& problems,
                        model::Language language);

// A header that begins with the three columns.
bool IsRejectsHeader(const std::vector<std::string>& header);
// "line", "problem" and "suggestion".
bool IsRejectsColumn(absl::string_view name);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_REJECTS_H_
