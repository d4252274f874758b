// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Inbox, review, matches, letters, gifts.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kAssistanceHelp[] = {
    {"what waits for you: answers, receipts, dispatches, confirmations",
     "待办：等您答复、收货、发货和确认的事项"},
    {"most lines a place; 50 if left out", "每地最多行数；不填为 50"},
    {"go through the proposals that wait: what each is about, why this "
     "partner, what else there is; accept, decline or skip\nAnswers are read "
     "from the standard input, a line each: a [NOTE], d REASON [NOTE], s, q. "
     "What was skipped is passed over next time.",
     "逐一查看待答复的提议：内容、为何由此方提供、还有哪些选择；可接受、谢绝或"
     "跳过。\n答复从标准输入逐行读取：a [备注]、d 原因 "
     "[备注]、s、q。跳过的下次不再显示。"},
    {"whom you answer for; your own that have not answered, if left out",
     "代表哪一方答复；不填为您负责且尚未答复的一方"},
    {"the sides said so by telephone", "双方已在电话中答复"},
    {"only list what waits, and end", "只列出待答复的提议"},
    {"show what was skipped, too", "也显示此前跳过的"},
    {"goods of an offer for a need, from proposal to receipt",
     "配对单：从提议到收到的一笔援助"},
    {"matches, by id", "列出配对单，按标识排列"},
    {"only where it gives or receives; all that you act for if left out",
     "仅此地方提供或接收的；不填则为您负责的全部地方"},
    {"only given by this place", "仅由此地方提供的"},
    {"only received by this place", "仅由此地方接收的"},
    {"only for this need, PLACE/NEED", "仅用于此需求，填 地方/需求"},
    {"only from this offer, PLACE/OFFER", "仅出自此供给，填 地方/供给"},
    {"only where this item is needed", "仅需要此物品的"},
    {"only of this pairing, [SCHEME/]PAIRING", "仅此结对，填 [方案/]结对"},
    {"only of this round, [SCHEME/]ROUND", "仅此轮次，填 [方案/]轮次"},
    {"only those that rounds keep apart for", "仅因此不再配对的"},
    {"propose a match by hand", "人工提议一笔配对"},
    {"base units", "基本单位数"},
    {"record what was received already", "补记已收到的援助"},
    {"date or RFC 3339 time; now if left out",
     "日期或 RFC 3339 时间；不填为现在"},
    {"say yes for a side", "代表一方接受"},
    {"who answers", "哪一方答复"},
    {"recorded for the office", "记为电话答复"},
    {"say no for a side", "代表一方谢绝"},
    {"the recipient wants no substitute of this item for this need, whoever "
     "gives it",
     "受助方对此需求不接受该替代品，无论由谁提供"},
    {"let rounds propose again what was declined", "允许轮次再次提议已谢绝的"},
    {"who declined it", "由哪一方谢绝"},
    {"take back a proposal that is not accepted", "收回尚未接受的提议"},
    {"undo an accepted match of which nothing has left",
     "取消已接受但尚未发出的配对单"},
    {"say that goods have left", "登记已发出"},
    {"base units; 0 with --final", "基本单位数；与 --final 同用可为 0"},
    {"who carries it", "承运方"},
    {"number of the shipment", "运单号"},
    {"TITLE or TITLE=ADDRESS of a paper about it; repeat for more",
     "有关文件的 `标题` 或 `标题=网址`；可重复填写"},
    {"the rest will not be sent", "其余不再发出"},
    {"say what has arrived, and what has not", "登记已收到的和缺少的"},
    {"base units that arrived", "收到的基本单位数"},
    {"N:REASON[:NOTE], what did not; repeat for more",
     "缺少的 `数量:原因[:备注]`；可重复填写"},
    {"nothing more is expected", "不再等待其余"},
    {"why what is still on its way counts as missing",
     "在途部分按缺失处理的原因"},
    {"whom to ring up on both sides, and where the goods go; only the two "
     "sides see it",
     "双方联系人与收货地址，仅双方可见"},
    {"say where the goods go, for the recipient's side",
     "受助方填写收货人与地址"},
    {"who takes them over", "收货人"},
    {"where", "地址"},
    {"number", "电话"},
    {"address", "电子邮箱"},
    {"forget what was said", "清除已填内容"},
    {"letters of support and thanks", "信件：慰问信与感谢信"},
    {"letters, by id", "列出信件，按标识排列"},
    {"from it or to it; every place if left out",
     "寄自或寄往此地方；不填为全部地方"},
    {"only about this match", "仅关于此配对单"},
    {"send a letter of support or thanks", "寄出慰问信或感谢信"},
    {"what it is for", "用途"},
    {"the place that writes", "寄信地方"},
    {"the place it goes to", "收信地方"},
    {"what it is written in: en, zh, ...", "信件语言：en、zh 等"},
    {"what it says", "正文"},
    {"a file with what it says (UTF-8)", "正文文件（UTF-8）"},
    {"the body that writes", "寄信机构"},
    {"who signs", "署名"},
    {"the match it is about", "有关的配对单"},
    {"gifts that were made without Twinaid", "捐赠：在 Twinaid 之外完成的援助"},
    {"enter gifts of a CSV file as received\nColumns: match_id, need "
     "(PLACE/NEED), offer (PLACE/OFFER), quantity,\n[currency, received_on, "
     "note]. Rows that are there already are passed\nover.",
     "将 CSV "
     "文件中的捐赠登记为已收到。\n列：match_id、need（地方/需求）、offer（地方/"
     "供给）、quantity，\n可选 "
     "currency、received_on、note。已登记的行不再重复登记。"},
    {"the CSV file", "CSV 文件"},
};

}  // namespace

absl::Span<const Translation> AssistanceHelp() { return kAssistanceHelp; }

}  // namespace twinaid::client
