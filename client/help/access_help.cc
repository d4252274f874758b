// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Login, principals, tokens, the server itself.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kAccessHelp[] = {
    {"keep a token for this server, once it was seen to be right\nReads it "
     "from --token-file, TWINAID_TOKEN_FILE, TWINAID_TOKEN or the\nterminal.",
     "验证令牌并为此服务器保存。\n令牌依次取自 "
     "--token-file、TWINAID_TOKEN_FILE、TWINAID_TOKEN 或终端输入。"},
    {"forget the token for this server", "不再保存此服务器的令牌"},
    {"who the server takes you for", "查看服务器认定的您的身份"},
    {"who may act, and for what", "主体：谁可以操作，范围如何"},
    {"principals, by id", "列出主体，按标识排列"},
    {"of this role", "仅此角色"},
    {"make a principal; `token create` then gives it a token",
     "新建主体；随后用 `token create` 为其创建令牌"},
    {"its id; made of the title if unset", "标识；不填则由名称生成"},
    {"what it may do", "角色"},
    {"who that is, for people", "名称，供人识别"},
    {"a place it acts for, with all inside it; - for every place, \"\" for "
     "none; repeat for more",
     "负责的地方及其下属；- 为全部，\"\" 为无；可重复填写"},
    {"a scheme it acts in; - for every scheme, \"\" for none; repeat for more",
     "参与的方案；- 为全部，\"\" 为无；可重复填写"},
    {"change a principal; what it may do changes with its next call",
     "修改主体；自其下一次调用起生效"},
    {"whether its tokens are taken", "是否接受其令牌"},
    {"what principals say who they are with", "令牌：主体的身份凭证"},
    {"the tokens of a principal", "列出一个主体的令牌"},
    {"whose", "哪个主体"},
    {"make a token for a principal", "为主体创建令牌"},
    {"how long it is taken, 1 to 400", "有效天数，1 至 400"},
    {"write it into this file, for its owner only, instead of showing it",
     "写入此文件（仅所有者可读），不在屏幕上显示"},
    {"make a token in place of another", "用新令牌替换旧令牌"},
    {"PRINCIPAL/TOKEN", "主体/令牌"},
    {"how long the old one is still taken, at most 168",
     "旧令牌继续有效的小时数，最多 168"},
    {"end a token at once", "立即撤销令牌"},
    {"what admins do with the server itself", "管理员对服务器的操作"},
    {"copy the database into the server's backup folder, while it runs",
     "在服务器运行时将数据库备份到其备份文件夹"},
};

}  // namespace

absl::Span<const Translation> AccessHelp() { return kAccessHelp; }

}  // namespace twinaid::client
