// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/naming.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "client/files/short_names.h"

namespace twinaid::client {
namespace {

using Kind = model::PlaceKind;

void AddShortName(const std::string& name, Named& named) {
  if (auto rest = WithoutKindWord(name)) {
    named.others.push_back(std::move(rest->text));
  }
  // "Washington, D.C.": people say Washington.
  if (const std::size_t comma = name.find(", ");
      comma != std::string::npos && comma > 0) {
    named.others.push_back(name.substr(0, comma));
  }
}

void AddCodes(const model::Place& place, Named& named) {
  if (place.kind == Kind::kCountry) {
    if (place.country_code.empty()) return;
    named.others.push_back(place.country_code);
    return;
  }
  // Places inside a province or state carry its code, too.
  const bool first_level = place.kind == Kind::kProvince ||
                           place.kind == Kind::kState ||
                           place.kind == Kind::kMunicipality;
  if (!first_level || place.subdivision.empty()) return;
  named.others.push_back(place.subdivision);
  named.qualifiers.push_back(
      place.subdivision.substr(place.subdivision.find('-') + 1));
}

}  // namespace

Named NamedOf(const model::Place& place) {
  Named named;
  named.id = place.id.value();
  named.name_en = place.name_en;
  named.name_zh = place.name_zh;
  named.kind = place.kind;
  named.parent = place.parent.value();
  named.others = place.aliases;
  for (const std::string& name : {place.name_en, place.name_zh}) {
    AddShortName(name, named);
  }
  for (const std::string& alias : place.aliases) AddShortName(alias, named);
  AddCodes(place, named);
  for (const auto& [key, value] : place.external_ids) {
    named.others.push_back(value);
    named.others.push_back(absl::StrCat(key, "=", value));
  }
  return named;
}

Named NamedOf(const model::Item& item) {
  Named named;
  named.id = item.id.value();
  named.name_en = item.name_en;
  named.name_zh = item.name_zh;
  named.any_order = true;
  named.others = {item.unspsc, item.hs, item.hxl};
  return named;
}

Named NamedOf(const model::Organization& organization) {
  Named named;
  named.id = organization.id.value();
  named.name_en = organization.name_en;
  named.name_zh = organization.name_zh;
  return named;
}

}  // namespace twinaid::client
