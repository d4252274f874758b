// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/man_words.h"

#include "absl/strings/str_cat.h"
#include "client/help/chinese.h"

namespace twinaid::client {
namespace {

constexpr char kExitsAndFilesEn[] = R"(.TP
.B 0
done
.TP
.B 1
refused by the server, or it cannot be reached, or rows of a file are wrong; for
.BR "twinaid doctor" ,
something is wrong
.TP
.B 2
the command line is wrong, a file cannot be read, or nobody said
.B \-\-yes
.SH FILES
.TP
.I ~/.config/twinaid/config
settings and contexts; see
.BR twinaid\-config (1)
and
.BR twinaid\-context (1).
.B XDG_CONFIG_HOME
moves the folder.
.TP
.I ~/.config/twinaid/credentials
tokens that
.B twinaid login
keeps, for their owner only
)";

constexpr char kExitsAndFilesZh[] = R"(.TP
.B 0
完成
.TP
.B 1
服务器拒绝或无法连接，或文件中有错误的行；对
.B "twinaid doctor"
而言，表示有项目不正常
.TP
.B 2
命令有误，文件无法读取，或未用
.B \-\-yes
确认
.SH 文件
.TP
.I ~/.config/twinaid/config
配置与上下文，见
.BR twinaid\-config (1)
和
.BR twinaid\-context (1)
两页。设置
.B XDG_CONFIG_HOME
可改变所在文件夹。
.TP
.I ~/.config/twinaid/credentials
.B twinaid login
保存的令牌，仅所有者可读
)";

constexpr char kOtherVariablesEn[] = R"(.TP
.B TWINAID_CONTEXT
which context counts, as
.B \-\-context
.TP
.B TWINAID_TOKEN
the token itself, where no file is named
.TP
.B NO_COLOR
if set, no colours on a terminal
.TP
.BR LANGUAGE ", " LC_ALL ", " LC_MESSAGES ", " LANG
the language of texts where nothing else says it: Chinese for zh, else English
)";

constexpr char kOtherVariablesZh[] = R"(.TP
.B TWINAID_CONTEXT
使用哪个上下文，同
.B \-\-context
.TP
.B TWINAID_TOKEN
令牌本身；指定了令牌文件时不使用
.TP
.B NO_COLOR
设置后终端上不用颜色
.TP
.BR LANGUAGE "、" LC_ALL "、" LC_MESSAGES "、" LANG
未以其他方式指定时的文字语言：zh 开头为中文，其余为英文
)";

constexpr ManWords kEnglish = {
    "",
    "User Commands",
    "System Administration",
    "NAME",
    "SYNOPSIS",
    "DESCRIPTION",
    "OPTIONS",
    "COMMANDS",
    "ENVIRONMENT",
    "EXIT STATUS",
    "EXAMPLES",
    "SEE ALSO",
    "command",
    "option",
    "; required",
    ", ",
    "(",
    ")",
    "They may stand anywhere in the line.",
    "A flag counts before a variable, and a variable before the file of "
    "settings.",
    "as ",
    kOtherVariablesEn,
    kExitsAndFilesEn};

// troff breaks lines between Chinese characters where zh.tmac says so; there is
// nothing to stretch between them.
constexpr ManWords kChinese = {".mso zh.tmac\n.ad l\n",
                               "用户命令",
                               "系统管理",
                               "名称",
                               "概要",
                               "描述",
                               "选项",
                               "命令",
                               "环境变量",
                               "退出状态",
                               "示例",
                               "另见",
                               "命令",
                               "选项",
                               "；必需",
                               "、",
                               "（",
                               "）",
                               "选项可位于命令行的任何位置。",
                               "选项优先于环境变量，环境变量优先于配置文件。",
                               "同 ",
                               kOtherVariablesZh,
                               kExitsAndFilesZh};

}  // namespace

const ManWords& ManWordsIn(bool chinese) {
  return chinese ? kChinese : kEnglish;
}

std::string ManStyle::Label(const std::string& label) const {
  return chinese ? ChineseLabel(label) : label;
}

std::string Heading(const char* heading) {
  return absl::StrCat(".SH ", heading, "\n");
}

}  // namespace twinaid::client
