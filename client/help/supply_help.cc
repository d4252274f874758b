// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Needs, offers, inventories.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kSupplyHelp[] = {
    {"what places need", "需求：各地所需"},
    {"needs of one place, or of all that you act for",
     "列出一地的需求，或您负责的全部地方的需求"},
    {"only of this urgency", "仅此紧急程度"},
    {"post what a place needs", "登记一地的需求"},
    {"who needs it: id, name in either language, or code",
     "哪里需要：标识、中文或英文名称，或代码"},
    {"what: id, name or code", "物品：标识、名称或代码"},
    {"how many, in the item's unit; an amount with --currency",
     "数量，以物品单位计；与 --currency 同用时为金额"},
    {"ISO 4217, for money only", "ISO 4217 货币代码，仅用于资金"},
    {"medium if left out", "不填为“中”"},
    {"last day it is of use", "最晚需要日期"},
    {"what may stand in; none if left out", "是否接受替代品；不填为不接受"},
    {"an item that may stand in; repeat for more",
     "可接受的替代品；可重复填写"},
    {"least quality of a substitute, percent", "替代品的最低质量，百分比"},
    {"the organization it is for", "受益机构"},
    {"change a need", "修改需求"},
    {"how many in all", "总数"},
    {"how it presses", "紧急程度"},
    {"say that a need still stands; a round passes over one that\nnobody spoke "
     "of for long",
     "确认需求仍然有效；久未确认的需求不参与轮次"},
    {"take a need back", "撤回需求"},
    {"what a need got in a round, and why not more",
     "需求在一轮中得到什么，为何没有更多"},
    {"[SCHEME/]ROUND; the last that succeeded if left out",
     "[方案/]轮次；不填为最近成功的一轮"},
    {"of which the last round counts", "取哪个方案的最近一轮"},
    {"the offers that could serve it best, without a round",
     "不运行轮次，推荐最合适的供给"},
    {"whose places and rungs count; default if left out",
     "使用哪个方案的地方与层级；不填为 default"},
    {"so many at most; 10 if left out", "最多条数；不填为 10"},
    {"make the suggestion of this number a proposal",
     "将此序号的推荐作为提议提出"},
    {"what places can give", "供给：各地可提供"},
    {"offers of one place, or of all that you act for",
     "列出一地的供给，或您负责的全部地方的供给"},
    {"post what a place can give", "登记一地的供给"},
    {"who gives it: id, name in either language, or code",
     "由哪里提供：标识、中文或英文名称，或代码"},
    {"first day it can leave", "最早可发出日期"},
    {"last day it can leave", "最晚可发出日期"},
    {"last day the goods are good", "保质期截止日期"},
    {"least quantity to one need", "对每项需求的最小数量"},
    {"days to make it ready", "准备天数"},
    {"only for this place", "仅供此地方"},
    {"the organization that gives", "捐赠机构"},
    {"a certificate of the goods; repeat for more", "物品的证书；可重复填写"},
    {"say that stock has changed", "调整库存数量"},
    {"one of", "以下之一"},
    {"how many more, or -N: fewer", "增加的数量；-N 为减少"},
    {"say that an offer still stands; a round passes over one that\nnobody "
     "spoke of for long",
     "确认供给仍然有效；久未确认的供给不参与轮次"},
    {"the needs that it could serve best, without a round",
     "不运行轮次，推荐最合适的需求"},
    {"take an offer back", "撤回供给"},
    {"what a place needs, offers, has promised and expects",
     "总览：一地的需求、供给、承诺与预期"},
    {"all of a place on one page; quantities in base units",
     "一页看全一地；数量以基本单位计"},
    {"the place", "地方"},
};

}  // namespace

absl::Span<const Translation> SupplyHelp() { return kSupplyHelp; }

}  // namespace twinaid::client
