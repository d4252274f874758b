// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/columns.h"

namespace twinaid::client {

// Each table is made once and lives for ever, without a destructor to run.

const SheetSpec& PlacesSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"places.csv",
                     {{"place_id", true, "#adm+code"},
                      {"kind", true, "#adm+type"},
                      {"name_en", true, "#adm+name+i_en"},
                      {"name_zh", false, "#adm+name+i_zh"},
                      {"aliases", false, "#adm+name+alt+list"},
                      {"donor_capacity", false, "#capacity+donor"},
                      {"recipient_capacity", false, "#capacity+recipient"},
                      {"parent_place_id", false, "#adm+code+parent"},
                      {"country_code", false, "#country+code+v_iso2"},
                      {"subdivision", false, "#adm1+code+v_iso"},
                      {"lat", false, "#geo+lat"},
                      {"lon", false, "#geo+lon"},
                      {"population", false, "#population"},
                      {"timezone", false, "#meta+timezone"},
                      {"external_ids", false, "#adm+code+alt+list"}}};
  return spec;
}

const SheetSpec& LinksSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"sister_links.csv",
                     {{"link_id", true, "#meta+id"},
                      {"place_a", true, "#adm+code+a"},
                      {"place_b", true, "#adm+code+b"},
                      {"kind", true, "#relation+type"},
                      {"since_year", false, "#date+year+start"},
                      {"state", false, "#status"},
                      {"transit_days", false, "#indicator+days"},
                      {"note", false, "#description"}}};
  return spec;
}

const SheetSpec& OrganizationsSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"organizations.csv",
                     {{"organization_id", true, "#org+code"},
                      {"kind", true, "#org+type"},
                      {"name_en", false, "#org+name+i_en"},
                      {"name_zh", false, "#org+name+i_zh"},
                      {"seat", true, "#adm+code"},
                      {"note", false, "#description"}}};
  return spec;
}

const SheetSpec& ItemsSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"items.csv",
                     {{"item_id", true, "#item+code"},
                      {"category", true, "#item+type"},
                      {"name_en", true, "#item+name+i_en"},
                      {"name_zh", false, "#item+name+i_zh"},
                      {"unit", false, "#item+unit"},
                      {"base_content", false, "#item+num+content"},
                      {"unspsc", false, "#item+code+v_unspsc"},
                      {"hs", false, "#item+code+v_hs"},
                      {"hxl", false, "#meta+hxl"},
                      {"note", false, "#description"}}};
  return spec;
}

const SheetSpec& SubstitutesSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"item_substitutes.csv",
                     {{"item_id", true, "#item+code"},
                      {"substitute_item_id", true, "#item+code+substitute"},
                      {"ratio", false, "#indicator+ratio"},
                      {"quality", true, "#indicator+quality"},
                      {"basis", false, "#description"}}};
  return spec;
}

const SheetSpec& NeedsSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"needs.csv",
                     {{"need_id", true, "#meta+id"},
                      {"place_id", true, "#adm+code"},
                      {"item_id", true, "#item+code"},
                      {"quantity", true, "#need+num"},
                      {"unit", false, "#item+unit"},
                      {"urgency", false, "#severity"},
                      {"needed_by", false, "#date+due", true},
                      {"substitutes", false, "#item+code+substitute+list"},
                      {"min_quality", false, "#indicator+quality+min"},
                      {"currency", false, "#currency+code"},
                      {"organization", false, "#org+code"},
                      {"note", false, "#description"},
                      {"note_language", false, "#meta+language"}}};
  return spec;
}

const SheetSpec& OffersSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"offers.csv",
                     {{"offer_id", true, "#meta+id"},
                      {"place_id", true, "#adm+code"},
                      {"item_id", true, "#item+code"},
                      {"quantity", true, "#capacity+num"},
                      {"unit", false, "#item+unit"},
                      {"available_from", false, "#date+start", true},
                      {"available_until", false, "#date+end", true},
                      {"expires", false, "#date+expiry", true},
                      {"min_lot", false, "#capacity+num+min"},
                      {"lead_days", false, "#indicator+days"},
                      {"directed_to", false, "#adm+code+recipient"},
                      {"currency", false, "#currency+code"},
                      {"organization", false, "#org+code"},
                      {"certificates", false, "#item+certificate+list"},
                      {"note", false, "#description"},
                      {"note_language", false, "#meta+language"}}};
  return spec;
}

const SheetSpec& GiftsSheet() {
  static const SheetSpec& spec =
      *new SheetSpec{"gifts.csv",
                     {{"match_id", true, "#activity+code"},
                      {"need", true, "#affected+need+code"},
                      {"offer", true, "#capacity+offer+code"},
                      {"quantity", true, "#value+received"},
                      {"currency", false, "#currency"},
                      {"received_on", false, "#date+received", true},
                      {"note", false, "#description"}}};
  return spec;
}

}  // namespace twinaid::client
