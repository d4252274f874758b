// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Domain values as the cells of a row, and how two rows differ.
#ifndef TWINAID_CLIENT_FILES_ROW_CELLS_H_
#define TWINAID_CLIENT_FILES_ROW_CELLS_H_

#include <set>
#include <string>
#include <vector>

#include "client/files/sheet.h"
#include "service/model/item.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/place.h"
#include "service/model/sister_link.h"

namespace twinaid::client {

// The cells in the order of the columns of the file. `unit` is that of the
// item, for people.
std::vector<std::string> CellsOf(const model::Place& place);
std::vector<std::string> CellsOf(const model::SisterLink& link);
std::vector<std::string> CellsOf(const model::Organization& organization);
std::vector<std::string> CellsOf(const model::Item& item);
std::vector<std::string> CellsOf(const model::Need& need,
                                 const std::string& unit = "");
std::vector<std::string> CellsOf(const model::Offer& offer,
                                 const std::string& unit = "");

struct Difference {
  std::string column;
  std::string present;
  std::string wanted;
  friend bool operator==(const Difference&, const Difference&) = default;
};

// Where the cells differ in one of `columns`: what a file does not have, it
// says nothing of. Precondition: both have a cell for each column of `spec`.
std::vector<Difference> DifferencesOf(const SheetSpec& spec,
                                      const std::set<std::string>& columns,
                                      const std::vector<std::string>& present,
                                      const std::vector<std::string>& wanted);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_ROW_CELLS_H_
