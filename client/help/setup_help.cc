// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Settings, contexts, doctor, completion, manual.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kSetupHelp[] = {
    {"settings, and where each comes from: flag, environment, file",
     "配置：各设置项及其来源（选项、环境变量、文件）"},
    {"every setting, its value, its source", "列出全部设置项、值与来源"},
    {"the value that counts", "查看实际生效的值"},
    {"server, token_file, ca, client_cert, client_key, language",
     "server、token_file、ca、client_cert、client_key 或 language"},
    {"keep a value: in the context in use, else for all of them",
     "保存一个值：存入当前上下文，没有上下文则对全部有效"},
    {"what it is to be", "要设的值"},
    {"keep no value any more", "不再保存该值"},
    {"where the file of settings is", "查看配置文件的位置"},
    {"the servers you work with, each with its settings",
     "上下文：您使用的各服务器及其配置"},
    {"all of them; * is in use", "列出全部；* 为当前使用"},
    {"one of them; that in use if none is named", "查看一个；不填为当前使用的"},
    {"its name", "名称"},
    {"work with this one from now on", "从现在起使用此上下文"},
    {"keep the flags --server, --token-file, --ca, --client-cert, --client-key "
     "and --lang under a name",
     "将 --server、--token-file、--ca、--client-cert、--client-key 和 --lang "
     "以一个名称保存"},
    {"keep it no longer", "不再保存此上下文"},
    {"say what is wrong with settings, locale, server, certificate, token, "
     "clock\nEnds with 1 where something is. It changes nothing on the server.",
     "检查配置、区域设置、服务器、证书、令牌和时钟，指出问题。\n有问题时以 1 "
     "退出。不更改服务器上的任何内容。"},
    {"print a script that completes command lines", "输出命令行补全脚本"},
    {"for bash", "用于 bash"},
    {"for zsh", "用于 zsh"},
    {"for fish", "用于 fish"},
    {"write the manual pages into a folder", "将手册页写入文件夹"},
    {"where they go", "目标文件夹"},
};

}  // namespace

absl::Span<const Translation> SetupHelp() { return kSetupHelp; }

}  // namespace twinaid::client
