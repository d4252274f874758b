// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schemes, rounds, pairings.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kMatchingHelp[] = {
    {"who takes part in rounds, and how", "方案：谁参与轮次，如何参与"},
    {"schemes, by id", "列出方案，按标识排列"},
    {"make a scheme", "新建方案"},
    {"English title", "英文名称"},
    {"Chinese title", "中文名称"},
    {"a place that takes part, all if none; repeat for more",
     "参与的地方，不填为全部；可重复填写"},
    {"who looks after whom; counterpart if left out", "帮扶形式；不填为对口"},
    {"recipients a donor may have; 1 if left out",
     "每个捐赠方可有的受助方数；不填为 1"},
    {"donors a recipient may have; 1 if left out",
     "每个受助方可有的捐赠方数；不填为 1"},
    {"1: sister links; 2: friendly exchanges too; 3: ties of the parents too; "
     "4: any two places",
     "1：友好关系；2：加友好交流；3：加上级的关系；4：任意两地"},
    {"how urgencies are weighed; strict if left out",
     "如何权衡紧急程度；不填为逐级优先"},
    {"what becomes of the rest; none if left out",
     "剩余物资如何分配；不填为不分配"},
    {"what becomes of standing pairings; fixed if left out",
     "原有结对如何处理；不填为固定"},
    {"mutual pairs may help in one direction only", "互助可仅为单向"},
    {"days without a word after which needs and offers rest; 14 if left out",
     "需求与供给多少天未确认即暂停参与；不填为 14"},
    {"days to answer a proposal before it lapses; 7 if left out",
     "提议须在多少天内答复，逾期失效；不填为 7"},
    {"a place that the others serve together: it only receives, they only "
     "give; repeat for more",
     "由其他各地共同援助的地方：只接收不提供；可重复填写"},
    {"days that a place has waited before rungs 2, 3 and 4 open to it: 0,3,7",
     "等待多少天后开放第 2、3、4 层级，如 `0,3,7`"},
    {"among equals, those who return help come first", "同等情况下回馈者优先"},
    {"a round starts by itself so long after the last; 0: none",
     "距上一轮多少小时后自动开始新一轮；0 为不自动"},
    {"a round starts by itself when nothing has changed for so long since a "
     "change; 0: none",
     "变化后多少分钟内不再有变化即自动开始新一轮；0 为不自动"},
    {"change a scheme", "修改方案"},
    {"runs of the engine and their results", "轮次：匹配计算及其结果"},
    {"pair places and propose matches; --dry-run shows what it would do",
     "结对并提议配对单；加 --dry-run 只看结果"},
    {"of which scheme", "哪个方案"},
    {"\"today\" of the round", "该轮的“今天”"},
    {"until it has ended", "等待至结束"},
    {"rounds of a scheme", "列出一个方案的轮次"},
    {"of which scheme; - for all", "哪个方案；- 为全部"},
    {"result and proof of one", "查看一轮的结果与证明"},
    {"[SCHEME/]ROUND", "[方案/]轮次"},
    {"needs it did not cover whole, and why", "未完全满足的需求及原因"},
    {"what changed since the last round", "与上一轮相比有何变化"},
    {"[SCHEME/]ROUND to compare with; the last that succeeded before it if "
     "left out",
     "与之比较的 [方案/]轮次；不填为此前最近成功的一轮"},
    {"which place looks after which", "结对：哪里帮扶哪里"},
    {"pairings of a scheme", "列出一个方案的结对"},
    {"only made by this round", "仅由此轮产生的"},
    {"why these two places", "为何由这两地结对"},
    {"[SCHEME/]PAIRING", "[方案/]结对"},
    {"end it; proposals are withdrawn, accepted matches go on",
     "结束结对；未接受的提议收回，已接受的继续"},
};

}  // namespace

absl::Span<const Translation> MatchingHelp() { return kMatchingHelp; }

}  // namespace twinaid::client
