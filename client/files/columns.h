// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The files of a folder and their columns.
#ifndef TWINAID_CLIENT_FILES_COLUMNS_H_
#define TWINAID_CLIENT_FILES_COLUMNS_H_

#include "client/files/sheet.h"

namespace twinaid::client {

const SheetSpec& PlacesSheet();
const SheetSpec& LinksSheet();
const SheetSpec& OrganizationsSheet();
const SheetSpec& ItemsSheet();
const SheetSpec& SubstitutesSheet();
const SheetSpec& NeedsSheet();
const SheetSpec& OffersSheet();
// No file of a folder: gifts that were made already.
const SheetSpec& GiftsSheet();

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_COLUMNS_H_
