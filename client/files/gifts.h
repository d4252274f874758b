// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// gifts.csv: gifts that were made already, to be entered as received.
#ifndef TWINAID_CLIENT_FILES_GIFTS_H_
#define TWINAID_CLIENT_FILES_GIFTS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "client/files/problem.h"
#include "client/files/sheet.h"
#include "service/model/ids.h"
#include "service/model/names.h"
#include "service/model/quantity.h"

namespace twinaid::client {

struct Gift {
  int line = 0;  // in the file
  model::MatchId id;
  model::NeedName need;
  model::OfferName offer;
  model::BaseUnits quantity;  // minor units for money
  std::optional<absl::CivilDay> received_on;
  std::string note;
};

struct GiftReading {
  std::vector<Gift> gifts;        // good rows, in the order of the file
  std::vector<Problem> problems;  // in the order of the file
  std::optional<Note> note;       // what was told apart
  int errors() const;
};

// Reads the bytes of a file of the columns of GiftsSheet(): need is PLACE/NEED,
// offer PLACE/OFFER, quantity base units, or with a currency a decimal amount.
// Errors told: those of ReadSheet and RowReader, and DUPLICATE_ID.
GiftReading ReadGifts(absl::string_view bytes,
                      const ReadingOptions& options = {});

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_GIFTS_H_
