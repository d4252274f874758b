// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"

namespace twinaid::client {
namespace {

// A short name of a reference; empty where there is none.
std::string Reference(const std::string& name) { return IdOf(name); }

std::string PositionText(const v1::Place& place) {
  if (!place.has_position()) return "";
  return absl::StrFormat("%.4f, %.4f", place.position().latitude(),
                         place.position().longitude());
}

std::string SubstitutesText(const v1::Item& item, bool chinese) {
  return absl::StrJoin(
      item.substitutes(), Comma(chinese),
      [](std::string* out, const v1::Item::Substitute& substitute) {
        absl::StrAppend(out, IdOf(substitute.item()), " ",
                        substitute.quality_percent(), "%");
      });
}

}  // namespace

std::vector<Column<v1::Place>> PlaceColumns() {
  return {
      {"place", "地方", false,
       [](const v1::Place& p) { return IdOf(p.name()); }},
      {"kind",
       "类别",
       false,
       [](const v1::Place& p, bool zh) { return EnumText(p.kind(), zh); },
       {.spare = 3}},
      {"name",
       "英文名",
       false,
       [](const v1::Place& p) { return p.name_en(); },
       {.cut = true, .written_in = "en"}},
      {"name_zh",
       "中文名",
       false,
       [](const v1::Place& p) { return p.name_zh(); },
       {.cut = true, .written_in = "zh"}},
      {"parent",
       "上级",
       false,
       [](const v1::Place& p) { return Reference(p.parent_place()); },
       {.spare = 1}},
      {"population",
       "人口",
       true,
       [](const v1::Place& p) {
         return p.has_population() ? Grouped(p.population()) : "";
       },
       {.spare = 2}},
  };
}

std::vector<Column<v1::Place>> PlaceDetails() {
  std::vector<Column<v1::Place>> columns = PlaceColumns();
  columns.push_back({"aliases", "别名", false, [](const v1::Place& p, bool zh) {
                       return absl::StrJoin(p.aliases(), Comma(zh));
                     }});
  columns.push_back({"country", "国家代码", false,
                     [](const v1::Place& p) { return p.country_code(); }});
  columns.push_back({"subdivision", "行政区代码", false,
                     [](const v1::Place& p) { return p.subdivision(); }});
  columns.push_back({"position", "位置", false, PositionText});
  columns.push_back({"time_zone", "时区", false,
                     [](const v1::Place& p) { return p.time_zone(); }});
  return columns;
}

std::vector<Column<v1::SisterLink>> LinkColumns() {
  return {
      {"link", "关系", false,
       [](const v1::SisterLink& l) { return IdOf(l.name()); }},
      {"place_a", "一方", false,
       [](const v1::SisterLink& l) { return IdOf(l.place_a()); }},
      {"place_b", "另一方", false,
       [](const v1::SisterLink& l) { return IdOf(l.place_b()); }},
      {"kind",
       "类别",
       false,
       [](const v1::SisterLink& l, bool zh) { return EnumText(l.kind(), zh); },
       {.spare = 2}},
      {"since",
       "始于",
       true,
       [](const v1::SisterLink& l) {
         return l.has_since_year() ? absl::StrCat(l.since_year()) : "";
       },
       {.spare = 1}},
      {"state", "状态", false,
       [](const v1::SisterLink& l, bool zh) {
         return EnumText(l.state(), zh);
       }},
  };
}

std::vector<Column<v1::SisterLink>> LinkDetails() {
  std::vector<Column<v1::SisterLink>> columns = LinkColumns();
  columns.push_back(
      {"transit_days", "运输天数", true,
       [](const v1::SisterLink& l) { return absl::StrCat(l.transit_days()); }});
  columns.push_back({"note", "备注", false,
                     [](const v1::SisterLink& l) { return l.note(); }});
  return columns;
}

std::vector<Column<v1::Organization>> OrganizationColumns() {
  return {
      {"organization", "机构", false,
       [](const v1::Organization& o) { return IdOf(o.name()); }},
      {"kind",
       "类别",
       false,
       [](const v1::Organization& o, bool zh) {
         return EnumText(o.kind(), zh);
       },
       {.spare = 2}},
      {"seat",
       "所在地",
       false,
       [](const v1::Organization& o) { return IdOf(o.seat()); },
       {.spare = 1}},
      {"name",
       "英文名",
       false,
       [](const v1::Organization& o) { return o.name_en(); },
       {.cut = true, .written_in = "en"}},
      {"name_zh",
       "中文名",
       false,
       [](const v1::Organization& o) { return o.name_zh(); },
       {.cut = true, .written_in = "zh"}},
  };
}

std::vector<Column<v1::Organization>> OrganizationDetails() {
  std::vector<Column<v1::Organization>> columns = OrganizationColumns();
  columns.push_back({"note", "备注", false,
                     [](const v1::Organization& o) { return o.note(); }});
  return columns;
}

std::vector<Column<v1::Item>> ItemColumns() {
  return {
      {"item", "物品", false, [](const v1::Item& i) { return IdOf(i.name()); }},
      {"category",
       "类别",
       false,
       [](const v1::Item& i, bool zh) { return EnumText(i.category(), zh); },
       {.spare = 2}},
      {"name",
       "英文名",
       false,
       [](const v1::Item& i) { return i.name_en(); },
       {.cut = true, .written_in = "en"}},
      {"name_zh",
       "中文名",
       false,
       [](const v1::Item& i) { return i.name_zh(); },
       {.cut = true, .written_in = "zh"}},
      {"unit",
       "单位",
       false,
       [](const v1::Item& i, bool zh) { return UnitText(i.unit(), zh); },
       {.spare = 1}},
  };
}

std::vector<Column<v1::Item>> ItemDetails() {
  std::vector<Column<v1::Item>> columns = ItemColumns();
  columns.push_back({"base_content", "每单位含量", true, [](const v1::Item& i) {
                       return Grouped(i.base_content());
                     }});
  columns.push_back({"unspsc", "UNSPSC", false,
                     [](const v1::Item& i) { return i.unspsc(); }});
  columns.push_back(
      {"hs", "HS", false, [](const v1::Item& i) { return i.hs(); }});
  columns.push_back(
      {"hxl", "HXL", false, [](const v1::Item& i) { return i.hxl(); }});
  columns.push_back({"substitutes", "替代品", false, SubstitutesText});
  columns.push_back(
      {"note", "备注", false, [](const v1::Item& i) { return i.note(); }});
  return columns;
}

}  // namespace twinaid::client
