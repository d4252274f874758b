// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a folder of CSV files holds: the files people exchange, as domain
// values, read with every problem told, and written.
#ifndef TWINAID_CLIENT_FILES_FOLDER_H_
#define TWINAID_CLIENT_FILES_FOLDER_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/files/problem.h"
#include "client/files/sheet.h"
#include "service/model/item.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/place.h"
#include "service/model/sister_link.h"

namespace twinaid::client {

struct Folder {
  std::vector<model::Place> places;
  std::vector<model::SisterLink> links;
  std::vector<model::Organization> organizations;
  std::vector<model::Item> items;
  std::vector<model::Need> needs;
  std::vector<model::Offer> offers;
  friend bool operator==(const Folder&, const Folder&) = default;
};

// Where the row of a resource stands.
struct Origin {
  std::string file;
  Spot spot;
};

struct FolderReading {
  Folder folder;                  // the good rows, in the order of the files
  std::vector<Problem> problems;  // by file, line and column
  std::vector<Note> notes;        // what was told apart, in the same order
  std::map<std::string, Origin> origins;  // by resource name
  // By file name: the columns it has, and its cells as they were written.
  std::map<std::string, std::set<std::string>> columns;
  std::map<std::string, RawSheet> raw;
  // By file name: where it was read from, where that is known.
  std::map<std::string, std::string> paths;

  int errors() const;  // problems that are no warnings
};

// The bytes of the files, by file name. A file that is not there has no rows.
using FileTexts = std::map<std::string, std::string>;

// Reads texts as a folder. Rows may also refer to what `known` holds (what the
// server has), which is not part of the reading. Problems have the reasons of
// ReadSheet, RowReader and the model's Validate(), and DUPLICATE_ID,
// DUPLICATE_LINK, DUPLICATE_SUBSTITUTE, PLACE_CYCLE, RATIO_MISMATCH,
// ITEM_NOT_IN_FOLDER. O(n log n) for n rows without unknown ids.
FolderReading ReadTexts(const FileTexts& texts, const Folder& known = {},
                        const ReadingOptions& options = {});

// Reads the files of a folder; or a single file, whose name up to its first
// point or blank says what it holds: "needs.csv", "needs.rejects.csv".
// INVALID_ARGUMENT (FOLDER_UNREADABLE): no such folder or file, none of the
// files in it, or one that cannot be read.
absl::StatusOr<FolderReading> ReadFolder(const std::string& path,
                                         const Folder& known = {},
                                         const ReadingOptions& options = {});

// The seven files, rows by id: the same folder gives the same bytes for any
// order of its vectors. `hxl` adds a row of HXL tags under each header.
FileTexts WriteTexts(const Folder& folder, bool hxl = false);

// Writes the files, each as a whole; the folder is made if it is not there.
// INVALID_ARGUMENT (FOLDER_NOT_WRITABLE).
absl::Status WriteFolder(const Folder& folder, const std::string& path,
                         bool hxl = false);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_FOLDER_H_
