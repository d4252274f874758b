// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Options that many commands share.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kCommonHelp[] = {
    {"Print this help message and exit", "显示本帮助后退出"},
    {"Display program version information and exit", "显示版本后退出"},
    {"Twinaid: one-to-one mutual assistance between sister places.",
     "Twinaid：友好城市之间的一对一互助。"},
    {"Exit codes: 0 done; 1 refused by the server, which may not be reached, "
     "or rows of a\nfile are wrong; 2 the command line is wrong, a file cannot "
     "be read, or nobody said --yes.",
     "退出码：0 完成；1 服务器拒绝或无法连接，或文件中有错误的行；\n2 "
     "命令有误、文件无法读取，或未用 --yes 确认。"},
    {"which server's settings count (TWINAID_CONTEXT)",
     "使用哪个上下文的配置（TWINAID_CONTEXT）"},
    {"host:port or unix:PATH (TWINAID_SERVER) [127.0.0.1:7443]",
     "`主机:端口` 或 `unix:路径`（TWINAID_SERVER），默认 127.0.0.1:7443"},
    {"PEM file of who signed the server, or \"system\"; needed beyond this "
     "machine (TWINAID_CA)",
     "服务器证书签发者的 PEM 文件，或 "
     "system；连接其他机器时必需（TWINAID_CA）"},
    {"PEM file of your own certificate (TWINAID_CLIENT_CERT)",
     "客户端证书的 PEM 文件（TWINAID_CLIENT_CERT）"},
    {"PEM file of its key (TWINAID_CLIENT_KEY)",
     "客户端证书私钥的 PEM 文件（TWINAID_CLIENT_KEY）"},
    {"file whose first line is your token (TWINAID_TOKEN_FILE)",
     "首行为令牌的文件（TWINAID_TOKEN_FILE）"},
    {"language of texts: en, zh (TWINAID_LANG)",
     "文字的语言：en 英文，zh 中文（TWINAID_LANG）"},
    {"table, wide (a table with all columns, however narrow the terminal), "
     "json, jsonl (one a line), csv, or name; of plan also html",
     "输出形式：table 表格，wide "
     "显示全部列的表格，json，jsonl（每行一条），csv，name 仅名称；plan 还可用 "
     "html"},
    {"no talk on stderr, only errors", "标准错误上只输出错误"},
    {"check everything, store nothing", "只检查，不保存"},
    {"name the change, so that a repeated command has one effect",
     "为此次更改命名，重复执行只生效一次"},
    {"seconds to wait for one answer", "等待每次应答的秒数"},
    {"everything about one", "查看一条的全部内容"},
    {"its id", "标识"},
    {"its id; the server makes one if left out", "标识；不填则由服务器生成"},
    {"its id; the server makes one if unset", "标识；不填则由服务器生成"},
    {"delete one that nothing uses", "删除未被使用的一条"},
    {"delete without asking", "不询问，直接删除"},
    {"its story: when, who, what and why", "经过：何时、何人、何事、为何"},
    {"free text", "备注"},
    {"why", "原因"},
    {"English name", "英文名"},
    {"Chinese name", "中文名"},
    {"what it is", "类别"},
    {"only of this kind", "仅此类别"},
    {"only in this state", "仅此状态"},
    {"only of this place", "仅此地方"},
    {"only of this item", "仅此物品"},
    {"PLACE/NEED", "地方/需求"},
    {"PLACE/OFFER", "地方/供给"},
    {"only of this place and those inside it; all that you act for if left out",
     "仅此地方及其下属；不填则为您负责的全部地方"},
    {"only of this place; all that you act for if left out",
     "仅此地方；不填则为您负责的全部地方"},
    {"of this place and those inside it; all that you act for if left out",
     "此地方及其下属；不填则为您负责的全部地方"},
    {"decides between equals", "用于在同等选择之间取舍"},
    {"what 2/10/2026 means where the file does not show it: mdy (February) or "
     "dmy (October)",
     "文件无法说明时，2/10/2026 表示：mdy（2 月 10 日）或 dmy（10 月 2 日）"},
    {"of files that could be several: utf-8, utf-16 or gb18030",
     "无法判断时文件的编码：utf-8、utf-16 或 gb18030"},
};

}  // namespace

absl::Span<const Translation> CommonHelp() { return kCommonHelp; }

}  // namespace twinaid::client
