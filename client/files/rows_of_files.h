// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of each file as domain values. For folder.cc alone.
#ifndef TWINAID_CLIENT_FILES_ROWS_OF_FILES_H_
#define TWINAID_CLIENT_FILES_ROWS_OF_FILES_H_

#include <map>
#include <string>

#include "client/files/folder.h"
#include "client/files/references.h"
#include "client/files/row_reader.h"
#include "client/files/sheet.h"

namespace twinaid::client {

// What is known while a folder is read, file by file.
struct ReadingContext {
  FolderReading reading;
  References<model::PlaceId> places;
  References<model::OrganizationId> organizations;
  References<model::ItemId> items;
  // The good rows, known ones too.
  std::map<model::PlaceId, const model::Place*> place_rows;
  std::map<model::ItemId, const model::Item*> item_rows;

  ReadingContext();

  std::vector<Problem>& problems() { return reading.problems; }
};

// The line of every id so far; tells DUPLICATE_ID.
class Identities {
 public:
  // False, and told at `column`, where `name` stands in an earlier row.
  bool Claim(const std::string& name, const SheetRow& row,
             absl::string_view column, RowReader& reader);

 private:
  std::map<std::string, int> lines_;
};

// Each adds its good rows to context.reading.folder, in this order.
void ReadPlaces(const Sheet& sheet, ReadingContext& context);
void ReadLinks(const Sheet& sheet, ReadingContext& context);
void ReadOrganizations(const Sheet& sheet, ReadingContext& context);
void ReadItems(const Sheet& items, const Sheet& substitutes,
               ReadingContext& context);
void ReadNeeds(const Sheet& sheet, ReadingContext& context);
void ReadOffers(const Sheet& sheet, ReadingContext& context);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_ROWS_OF_FILES_H_
