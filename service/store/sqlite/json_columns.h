// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Lists and small structures as JSON text in a column.
#ifndef TWINAID_SERVICE_STORE_SQLITE_JSON_COLUMNS_H_
#define TWINAID_SERVICE_STORE_SQLITE_JSON_COLUMNS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "service/model/event.h"
#include "service/model/failure.h"
#include "service/model/item.h"
#include "service/model/match.h"
#include "service/model/organization.h"
#include "service/model/place.h"
#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::store {

// ToJson(value) and FromJson(text, value) for every type that is kept so.
// FromJson returns false, and leaves the value, where the text is not what
// ToJson writes.
#define TWINAID_JSON_COLUMN(Type)    \
  std::string ToJson(const Type& v); \
  bool FromJson(const std::string& text, Type& v)

TWINAID_JSON_COLUMN(std::vector<std::string>);
TWINAID_JSON_COLUMN(std::vector<model::PlaceId>);
TWINAID_JSON_COLUMN(std::vector<model::ItemId>);
TWINAID_JSON_COLUMN(std::vector<model::SchemeId>);
using Texts = std::map<std::string, std::string>;
TWINAID_JSON_COLUMN(Texts);
TWINAID_JSON_COLUMN(model::Position);
TWINAID_JSON_COLUMN(std::vector<model::Substitute>);
TWINAID_JSON_COLUMN(model::Policy);
TWINAID_JSON_COLUMN(model::TierPoints);
TWINAID_JSON_COLUMN(model::Coverage);
TWINAID_JSON_COLUMN(model::Fairness);
TWINAID_JSON_COLUMN(model::ExtraCapacity);
TWINAID_JSON_COLUMN(std::vector<model::ClosedOffer>);
TWINAID_JSON_COLUMN(std::vector<model::StageCertificate>);
TWINAID_JSON_COLUMN(std::vector<model::StaleProposal>);
TWINAID_JSON_COLUMN(std::vector<model::Contact>);
TWINAID_JSON_COLUMN(model::Decision);
TWINAID_JSON_COLUMN(std::vector<model::Dispatch>);
TWINAID_JSON_COLUMN(std::vector<model::Receipt>);
TWINAID_JSON_COLUMN(model::Consignee);
// Empty text for none. Text that is no object was written before there was more
// than an English text to keep.
TWINAID_JSON_COLUMN(model::Failure);

#undef TWINAID_JSON_COLUMN

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_JSON_COLUMNS_H_
