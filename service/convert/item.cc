// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/item.h"

#include <algorithm>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::Item ToProto(const model::Item& item) {
  v1::Item proto;
  const std::string name = NameOrEmpty(item.id);
  proto.set_name(name);
  proto.set_category(ToEnum<v1::Category>(item.category));
  proto.set_name_en(item.name_en);
  proto.set_name_zh(item.name_zh);
  proto.set_unit(item.unit);
  proto.set_base_content(item.base_content);
  proto.set_unspsc(item.unspsc);
  proto.set_hs(item.hs);
  proto.set_hxl(item.hxl);
  proto.set_note(item.note);
  for (const model::Substitute& substitute : item.substitutes) {
    v1::Item::Substitute* row = proto.add_substitutes();
    row->set_item(NameOrEmpty(substitute.item));
    row->set_quality_percent(substitute.quality_percent);
    row->set_basis(substitute.basis);
  }
  SetMeta(name, item.meta, proto);
  return proto;
}

absl::StatusOr<model::Item> FromProto(const v1::Item& proto) {
  model::Item item;
  TWINAID_ASSIGN_OR_RETURN(item.id,
                           FromName<model::ItemId>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(
      item.category, FromEnum<model::Category>(proto.category(), "category"));
  item.name_en = proto.name_en();
  item.name_zh = proto.name_zh();
  if (!proto.unit().empty()) item.unit = proto.unit();
  if (proto.base_content() != 0) item.base_content = proto.base_content();
  item.unspsc = proto.unspsc();
  item.hs = proto.hs();
  item.hxl = proto.hxl();
  item.note = proto.note();
  for (int i = 0; i < proto.substitutes_size(); ++i) {
    const v1::Item::Substitute& row = proto.substitutes(i);
    model::Substitute substitute;
    TWINAID_ASSIGN_OR_RETURN(
        substitute.item,
        FromName<model::ItemId>(row.item(),
                                absl::StrCat("substitutes[", i, "].item")));
    if (row.has_quality_percent()) {
      substitute.quality_percent = row.quality_percent();
    }
    substitute.basis = row.basis();
    item.substitutes.push_back(std::move(substitute));
  }
  std::stable_sort(
      item.substitutes.begin(), item.substitutes.end(),
      [](const auto& a, const auto& b) { return a.item < b.item; });
  return item;
}

}  // namespace twinaid::convert
