// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What places, items and organizations are called.
#ifndef TWINAID_CLIENT_FILES_NAMING_H_
#define TWINAID_CLIENT_FILES_NAMING_H_

#include "client/files/name_index.h"
#include "service/model/item.h"
#include "service/model/organization.h"
#include "service/model/place.h"

namespace twinaid::client {

// Names, aliases, short names ("无锡", "Jilin" for Jilin City, "Washington" for
// Washington, D.C.); external ids, alone and as "wikidata=Q42". The country
// code names a country, the subdivision a province, state or municipality;
// its last part ("MD") only tells a place inside it from others.
Named NamedOf(const model::Place& place);

// Names, the words of the id in any order ("N95 mask" for mask-n95), UNSPSC, HS
// and HXL codes: one that several items share finds all of them.
Named NamedOf(const model::Item& item);

Named NamedOf(const model::Organization& organization);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_NAMING_H_
