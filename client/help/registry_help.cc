// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places, links, items, organizations.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kRegistryHelp[] = {
    {"cities, provinces, states and countries", "地方：城市、省、州和国家"},
    {"places, by id", "列出地方，按标识排列"},
    {"only directly inside this one", "仅直接隶属于此地方"},
    {"only of this country (CN)", "仅此国家（如 CN）"},
    {"register a place", "登记一个地方"},
    {"a further name; repeat for more", "别名；可重复填写"},
    {"the place it lies in", "上级地方"},
    {"ISO 3166-1 code", "ISO 3166-1 国家代码"},
    {"persons", "人口"},
    {"IANA name", "IANA 时区名"},
    {"correct a place", "更正一个地方"},
    {"standing ties between places", "关系：地方之间的长期关系"},
    {"sister links, by id", "列出友好关系，按标识排列"},
    {"tie two places", "为两个地方建立关系"},
    {"one place", "一方"},
    {"the other place", "另一方"},
    {"kind of tie", "关系类别"},
    {"year of the agreement", "缔结年份"},
    {"days goods take from one to the other", "两地之间的运输天数"},
    {"correct a link; its places stay", "更正一条关系；两地不变"},
    {"let rounds pass it over", "暂停：各轮次不再使用"},
    {"let it count again", "恢复使用"},
    {"the catalogue of kinds of assistance", "物品：援助种类目录"},
    {"items, by id", "列出物品，按标识排列"},
    {"only of this category", "仅此类别"},
    {"add an item to the catalogue", "在目录中新增物品"},
    {"kind of assistance", "援助类别"},
    {"what is counted: piece, box, session, currency",
     "计量单位：piece、box、session、currency 等"},
    {"base units in one unit", "每单位所含基本单位数"},
    {"UNSPSC code", "UNSPSC 代码"},
    {"Harmonized System code", "海关 HS 代码"},
    {"HXL tag and attributes", "HXL 标签与属性"},
    {"ITEM[:PERCENT] that can serve instead; repeat for more",
     "可替代的 `物品[:百分比]`；可重复填写"},
    {"correct an item; --substitute replaces all that are listed",
     "更正物品；--substitute 替换全部已列替代品"},
    {"who gives and receives at a place", "机构：一地的捐赠与接收单位"},
    {"organizations, by id", "列出机构，按标识排列"},
    {"only those that sit here", "仅所在地为此地方的"},
    {"whom to write to or to ring up, for its own place",
     "联系人，仅所属地方可查"},
    {"register an organization", "登记一个机构"},
    {"the place where it sits", "所在地方"},
    {"whom to ring up: \"name=Duty "
     "desk,email=...,telephone=...,language=zh,notify\"; repeat for more; all "
     "of them anew on update",
     "联系人：`name=值班室,email=...,telephone=...,language=zh,notify`"
     "；可重复填写；修改时须全部重新填写"},
    {"correct an organization", "更正一个机构"},
};

}  // namespace

absl::Span<const Translation> RegistryHelp() { return kRegistryHelp; }

}  // namespace twinaid::client
