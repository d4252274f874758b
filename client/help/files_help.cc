// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Import, export, plan.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kFilesHelp[] = {
    {"bring a folder of CSV files, or one of them, to the server\nEvery row is "
     "checked before the first is stored; rows that the server has already are "
     "passed over.",
     "将一个文件夹的 CSV "
     "文件或其中一个导入服务器。\n先检查全部各行再保存；服务器上已有的行不再重"
     "复导入。"},
    {"where the CSV files are, or one file", "CSV 文件所在文件夹，或单个文件"},
    {"leave bad rows out, write them to NAME.rejects.csv, and import the "
     "others",
     "跳过错误的行，写入 文件名.rejects.csv，并导入其余各行"},
    {"folder for the rows left out; beside the files if not said",
     "存放被跳过行的文件夹；不填则与原文件同处"},
    {"change rows that the server has otherwise", "修改服务器上内容不同的行"},
    {"write what the server has as CSV files, as import reads them",
     "将服务器上的内容导出为可再导入的 CSV 文件"},
    {"replace files without asking", "不询问，直接覆盖文件"},
    {"where to; made if need be", "目标文件夹；不存在则新建"},
    {"a row of HXL tags under each header", "在每个表头下加一行 HXL 标签"},
    {"what a round would do with a folder of CSV files, without a server",
     "不连接服务器，用一个文件夹的 CSV 文件试算一轮"},
    {"where the CSV files are; required", "CSV 文件所在文件夹；必需"},
    {"plan as of this day; today if not said", "以此日期为基准；不填为今天"},
    {"counterpart or mutual", "counterpart 对口，mutual 互助"},
    {"recipients that a donor may have", "每个捐赠方可有的受助方数"},
    {"donors that a recipient may have", "每个受助方可有的捐赠方数"},
    {"1: sister links; 2: friendly exchanges too; 3: ties of the places above; "
     "4: any two places",
     "1：友好关系；2：加友好交流；3：加上级地方的关系；4：任意两地"},
    {"strict or weighted", "strict 逐级优先，weighted 加权"},
    {"none, value or fair", "none 不分配，value 按价值，fair 公平"},
    {"fixed or ties: what stands", "原有结对：fixed 固定，ties 同等时优先"},
    {"mutual: help in one direction is enough", "互助时允许仅为单向"},
    {"how many to use at most; the plan is the same",
     "最多使用的线程数；结果不变"},
    {"tell on stderr how long each stage was solved and checked",
     "在标准错误上显示各阶段求解与校验用时"},
    {"what changed from one plan to another, both as -o json has them",
     "比较两个计划，均为 -o json 的输出"},
    {"the file of the one", "前一个计划的文件"},
    {"the file of the other", "后一个计划的文件"},
};

}  // namespace

absl::Span<const Translation> FilesHelp() { return kFilesHelp; }

}  // namespace twinaid::client
