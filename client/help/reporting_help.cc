// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Reports, events, the ledger.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kReportingHelp[] = {
    {"what needs, offers and matches come to",
     "报表：需求、供给与配对单的汇总"},
    {"write one page for any browser, in English and Chinese: a map of the "
     "pairings, coverage, critical needs, flows and balance; - for stdout",
     "写成一页中英文网页：结对地图、满足率、危急需求、流向与往来；- "
     "为标准输出"},
    {"with --html: only of this place and those inside it; all that you act "
     "for if left out",
     "与 --html 同用：仅此地方及其下属；不填则为您负责的全部地方"},
    {"with --html: replace a file without asking",
     "与 --html 同用：不询问，直接覆盖文件"},
    {"with --html: whose pairings, those of its last round",
     "与 --html 同用：显示哪个方案最近一轮的结对"},
    {"how far needs are covered, by place and item",
     "需求落实情况，按地方和物品"},
    {"what still waits, the longest silence first",
     "尚未满足的需求，最久未确认的在前"},
    {"only where nobody spoke of it for so many days",
     "仅至少这么多天未确认的"},
    {"what arrived, by month and item", "收到的物品，按月份和物品"},
    {"what went each way between two places, by month and item",
     "两地之间的往来，按月份和物品"},
    {"only with this place", "仅与此地方的往来"},
    {"the donation table: who gave what to whom, with totals by item",
     "捐赠明细：谁向谁捐了什么，并按物品合计"},
    {"only what the place gave (donor) or received (recipient)",
     "仅该地方捐出（捐赠方）或收到（受助方）的"},
    {"first day it may have arrived", "收到日期不早于"},
    {"last day it may have arrived", "收到日期不晚于"},
    {"only this item, as it was given", "仅此物品（按捐出的物品）"},
    {"who helped a place when it was in need", "一地有难时谁曾相助"},
    {"where the part of each contributor to a scheme went",
     "方案中各捐赠方的贡献去向"},
    {"the scheme", "方案"},
    {"only what this place gave", "仅此地方捐出的"},
    {"the lines of the ledger", "事件：账本中的记录"},
    {"what happened, oldest first", "列出事件，最早的在前"},
    {"only about this place", "仅关于此地方"},
    {"only of this resource, by its full name", "仅此对象，填完整名称"},
    {"only of this type (match.accepted)", "仅此类型（如 match.accepted）"},
    {"print events as they come", "实时显示新事件"},
    {"go on where another watch ended", "从上次中断处继续"},
    {"begin with the first event of the ledger", "从账本的第一条开始"},
    {"end after so many", "显示多少条后结束"},
    {"the ledger as a whole", "账本整体"},
    {"the newest link of the chain: keep it elsewhere",
     "哈希链的最新一环：请另处保存"},
    {"check the chain of hashes", "校验哈希链"},
    {"SEQ:HASH, a head that you kept: it must be a link still",
     "您保存的 `序号:哈希`：应仍在链中"},
};

}  // namespace

absl::Span<const Translation> ReportingHelp() { return kReportingHelp; }

}  // namespace twinaid::client
