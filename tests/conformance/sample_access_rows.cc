// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include "tests/conformance/sample_fields.h"
#include "tests/conformance/sample_rows.h"

namespace twinaid::store {

template <>
model::Principal BareRow() {
  model::Principal row;
  row.id = model::PrincipalId::Trusted("bare");
  row.meta = BareMeta();
  return row;
}
template <>
model::Principal WholeRow() {
  model::Principal row;
  row.id = model::PrincipalId::Trusted("whole");
  row.role = model::Role::kAdmin;
  row.title = kText;
  row.places = {PlaceOf("base-c"), PlaceOf("base-a")};
  row.every_place = true;
  row.schemes = {model::SchemeId::Trusted("base")};
  row.every_scheme = true;
  row.disabled = true;
  row.meta = WholeMeta();
  return row;
}

template <>
model::Token BareRow() {
  model::Token row;
  row.id = model::TokenId::Trusted("bare");
  row.principal = model::PrincipalId::Trusted("base");
  row.secret_hash = std::string(64, 'a');
  row.expire_time = TimeAt(0);
  row.create_time = TimeAt(0);
  return row;
}
template <>
model::Token WholeRow() {
  model::Token row;
  row.id = model::TokenId::Trusted("whole");
  row.principal = model::PrincipalId::Trusted("base");
  row.title = kText;
  row.secret_hash = std::string(64, 'f');
  row.expire_time = TimeAt(1'900'000'000'000'001);
  row.revoke_time = TimeAt(-7);
  row.create_time = TimeAt(1'581'336'000'123'456);
  return row;
}

}  // namespace twinaid::store
