// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/column_names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/files/fold.h"
#include "client/files/nearest.h"

namespace twinaid::client {
namespace {

struct Names {
  absl::string_view file;  // empty: every file with the column
  absl::string_view column;
  std::vector<absl::string_view> names;
};

// English first, then Chinese. Where a file has names of its own for a column,
// those for every file do not serve it.
const std::vector<Names>& Table() {
  static const auto& table = *new std::vector<Names>{
      {"places.csv", "place_id", {"ID", "编号", "地方编号", "地方标识"}},
      {"places.csv", "kind", {"Type", "类型", "地方类型", "级别"}},
      {"organizations.csv",
       "organization_id",
       {"ID", "编号", "机构编号", "机构标识"}},
      {"organizations.csv", "kind", {"Type", "类型", "机构类型"}},
      {"items.csv", "item_id", {"ID", "编号", "物品编号", "物资编号"}},
      {"items.csv", "note", {"Remarks", "备注"}},
      {"item_substitutes.csv", "item_id", {"Item", "物品", "物资"}},
      {"sister_links.csv", "kind", {"Type", "类型", "关系类型"}},
      {"sister_links.csv", "state", {"Status", "状态"}},
      {"needs.csv",
       "organization",
       {"Beneficiary", "Organisation", "受益机构", "接收单位", "机构"}},
      {"offers.csv",
       "organization",
       {"Donor", "Organisation", "捐赠机构", "捐赠单位", "机构"}},
      {"gifts.csv", "need", {"需求"}},
      {"gifts.csv", "offer", {"供给"}},

      {"", "place_id", {"Place", "City", "地方", "地点", "城市", "地方编号"}},
      {"", "name_en", {"Name", "English name", "英文名", "英文名称"}},
      {"", "name_zh", {"Chinese name", "中文名", "中文名称", "名称"}},
      {"", "aliases", {"Other names", "Also known as", "别名", "又名"}},
      {"", "donor_capacity", {"援助方名额", "援助名额"}},
      {"", "recipient_capacity", {"受援方名额", "受援名额"}},
      {"", "parent_place_id", {"Parent", "Parent place", "上级", "上级地方"}},
      {"", "country_code", {"Country", "国家", "国家代码"}},
      {"", "subdivision", {"Subdivision code", "行政区代码"}},
      {"", "lat", {"Latitude", "纬度"}},
      {"", "lon", {"Longitude", "Lng", "经度"}},
      {"", "population", {"人口"}},
      {"", "timezone", {"Time zone", "时区"}},
      {"", "external_ids", {"Other codes", "外部编号", "外部标识"}},
      {"", "link_id", {"ID", "编号", "关系编号"}},
      {"", "place_a", {"Place 1", "First place", "地方甲", "甲方"}},
      {"", "place_b", {"Place 2", "Second place", "地方乙", "乙方"}},
      {"", "since_year", {"Since", "Year", "结好年份", "年份"}},
      {"", "transit_days", {"Days in transit", "运输天数"}},
      {"", "seat", {"City", "所在地", "驻地"}},
      {"", "category", {"类别"}},
      {"", "unit", {"Units", "UoM", "Unit of measure", "单位", "计量单位"}},
      {"", "base_content", {"Content", "Pack size", "含量", "基本含量"}},
      {"", "unspsc", {"UNSPSC code", "UNSPSC 代码"}},
      {"", "hs", {"HS code", "HS 编码", "海关编码"}},
      {"", "hxl", {"HXL tag", "HXL 标签"}},
      {"",
       "substitute_item_id",
       {"Substitute", "Substitute item", "替代品", "替代物品"}},
      {"", "ratio", {"换算比例", "比例"}},
      {"", "quality", {"质量", "质量系数"}},
      {"", "basis", {"依据"}},
      {"", "need_id", {"ID", "编号", "需求编号"}},
      {"", "offer_id", {"ID", "编号", "供给编号"}},
      {"", "match_id", {"ID", "编号", "匹配编号"}},
      {"", "item_id", {"Item", "物品", "物资", "物品名称", "物资名称"}},
      {"", "quantity", {"Qty", "Amount", "数量", "数额"}},
      {"", "urgency", {"Priority", "紧急程度", "紧急度"}},
      {"",
       "needed_by",
       {"Deadline", "Due date", "需求日期", "截止日期", "最晚日期"}},
      {"", "substitutes", {"Accepted substitutes", "可接受替代品", "替代品"}},
      {"", "min_quality", {"Minimum quality", "最低质量"}},
      {"", "currency", {"币种", "货币"}},
      {"", "available_from", {"From", "起始日期", "可供日期"}},
      {"", "available_until", {"Until", "截止日期", "可供截止日期"}},
      {"", "expires", {"Expiry", "Expiry date", "有效期", "有效期至"}},
      {"", "min_lot", {"Minimum lot", "最小批量", "起运量"}},
      {"", "lead_days", {"Lead time", "备货天数"}},
      {"", "directed_to", {"For place", "指定受援地", "定向"}},
      {"", "certificates", {"Certificate", "证书", "认证"}},
      {"", "received_on", {"Received", "Date received", "签收日期"}},
      {"", "note", {"Notes", "Remarks", "Comment", "备注", "说明"}},
      {"", "note_language", {"Language", "备注语言", "语言"}}};
  return table;
}

// "#Adm + Code" as "#adm+code", attributes in order.
std::string Tag(absl::string_view cell) {
  std::string text = absl::AsciiStrToLower(cell);
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  std::vector<std::string> parts = absl::StrSplit(text, '+', absl::SkipEmpty());
  if (!parts.empty()) std::sort(parts.begin() + 1, parts.end());
  return absl::StrJoin(parts, "+");
}

}  // namespace

std::vector<std::string> OtherNamesOf(const SheetSpec& spec,
                                      absl::string_view column) {
  const auto of_file = [&](absl::string_view file) {
    for (const Names& names : Table()) {
      if (names.file != file || names.column != column) continue;
      return std::vector<std::string>(names.names.begin(), names.names.end());
    }
    return std::vector<std::string>();
  };
  std::vector<std::string> own = of_file(spec.file);
  return own.empty() ? of_file("") : own;
}

ColumnFinder::ColumnFinder(const SheetSpec& spec) {
  for (const ColumnSpec& column : spec.columns) {
    by_name_.emplace(Folded(column.name), column.name);
    by_tag_.emplace(Tag(column.hxl), column.name);
    names_.insert(column.name);
  }
  for (const ColumnSpec& column : spec.columns) {
    for (const std::string& name : OtherNamesOf(spec, column.name)) {
      by_name_.emplace(Folded(name), column.name);
      names_.insert(name);
    }
  }
}

std::string ColumnFinder::ByName(absl::string_view cell) const {
  const auto found = by_name_.find(Folded(cell));
  return found == by_name_.end() ? "" : found->second;
}

std::string ColumnFinder::ByTag(absl::string_view cell) const {
  const auto found = by_tag_.find(Tag(cell));
  return found == by_tag_.end() ? "" : found->second;
}

std::string ColumnFinder::Nearest(absl::string_view cell) const {
  const std::vector<char32_t> letters = Characters(Folded(cell));
  if (letters.empty()) return "";
  std::size_t best = MostChanges(letters.size()) + 1;
  std::string nearest;
  for (const std::string& name : names_) {
    const std::size_t count =
        Changes(letters, Characters(Folded(name)), best - 1);
    // A name of so few letters is near to anything.
    if (count >= best || count >= letters.size()) continue;
    best = count;
    nearest = name;
  }
  return nearest;
}

std::size_t ColumnFinder::Count(const std::vector<std::string>& cells) const {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
        return !ByName(cell).empty() || !ByTag(cell).empty();
      }));
}

}  // namespace twinaid::client
