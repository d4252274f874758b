// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/context_commands.h"

#include <filesystem>

#include "client/cli/plain_rows.h"
#include "client/cli/verbs.h"
#include "client/setup/config_errors.h"
#include "client/setup/config_file.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;
};

std::string PathOf(const Session& session) {
  return ConfigPath(session.environment().variable);
}

Cells EmptyCells(const Session& session) {
  Cells cells;
  cells.keys = {"name", "in use"};
  cells.headings = {session.chinese() ? "名称" : "name",
                    session.chinese() ? "当前" : "in use"};
  for (const SettingKind& kind : SettingKinds()) {
    cells.keys.push_back(kind.key);
    cells.headings.push_back(kind.key);
  }
  cells.right.assign(cells.keys.size(), false);
  // The name, whether it is in use, and the server; the rest is for wide ones.
  cells.fits.assign(cells.keys.size(), Fit{.spare = 1});
  cells.fits[0] = cells.fits[1] = cells.fits[2] = Fit();
  return cells;
}

std::vector<std::string> RowOf(const std::string& name, bool in_use,
                               const SettingValues& values) {
  std::vector<std::string> row = {name, in_use ? "*" : ""};
  for (const SettingKind& kind : SettingKinds()) {
    const auto found = values.find(kind.key);
    row.push_back(found == values.end() ? "" : found->second);
  }
  return row;
}

// The context that counts now; empty where it is one that does not exist, so
// that the others can still be seen.
std::string InUse(const Session& session, const Config& config) {
  const auto chosen = ChooseContext(session.setup().context,
                                    session.environment().variable, config);
  return chosen.ok() ? chosen->name : "";
}

int List(Session& session, const Typed&) {
  const auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  Cells cells = EmptyCells(session);
  const std::string in_use = InUse(session, *config);
  for (const auto& [name, values] : config->contexts) {
    cells.rows.push_back(RowOf(name, name == in_use, values));
  }
  PrintPlainRows(session, cells);
  return kDone;
}

int Show(Session& session, const Typed& typed) {
  const auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  const auto chosen =
      ChooseContext(typed.name.empty() ? session.setup().context : typed.name,
                    session.environment().variable, *config);
  if (!chosen.ok()) return session.Usage(chosen.status());
  if (chosen->name.empty()) {
    return session.Usage(
        "no context is in use; choose one: twinaid context use",
        "当前没有上下文；请用 twinaid context use 选择");
  }
  const std::string in_use = InUse(session, *config);
  Cells cells = EmptyCells(session);
  cells.rows.push_back(RowOf(chosen->name, chosen->name == in_use,
                             config->contexts.at(chosen->name)));
  PrintPlainRows(session, cells);
  return kDone;
}

int Use(Session& session, const Typed& typed) {
  auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  if (!config->contexts.contains(typed.name)) {
    return session.Usage(NoSuchContext(typed.name, config->names()));
  }
  config->current_context = typed.name;
  const absl::Status written = WriteConfig(PathOf(session), *config);
  if (!written.ok()) return session.Usage(written);
  session.Say("from now on: " + typed.name, "现在使用：" + typed.name);
  return kDone;
}

// The settings of a new context are the flags that were given.
absl::StatusOr<SettingValues> FlagsAsValues(const Session& session) {
  SettingValues values;
  for (const SettingKind& kind : SettingKinds()) {
    const auto found = session.setup().flags.find(kind.key);
    if (found == session.setup().flags.end() || found->second.empty()) continue;
    std::string value = found->second;
    const absl::Status right = CheckSetting(kind.key, value);
    if (!right.ok()) return right;
    if (kind.path && value != "system") {
      value = std::filesystem::absolute(value).lexically_normal().string();
    }
    values[kind.key] = value;
  }
  return values;
}

int Add(Session& session, const Typed& typed) {
  auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  const absl::Status named = CheckContextName(typed.name);
  if (!named.ok()) return session.Usage(named);
  if (config->contexts.contains(typed.name)) {
    return session.Usage(ContextExists(typed.name));
  }
  const auto values = FlagsAsValues(session);
  if (!values.ok()) return session.Usage(values.status());
  if (!values->contains("server")) {
    return session.Usage("say which server it is for with --server",
                         "请用 --server 指定服务器");
  }
  config->contexts[typed.name] = *values;
  const bool first = config->current_context.empty();
  if (first) config->current_context = typed.name;
  const absl::Status written = WriteConfig(PathOf(session), *config);
  if (!written.ok()) return session.Usage(written);
  session.Say("added " + typed.name + (first ? ", which is in use now" : ""),
              "已添加 " + typed.name + (first ? "，现在使用" : ""));
  return kDone;
}

int Remove(Session& session, const Typed& typed) {
  auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  if (config->contexts.erase(typed.name) == 0) {
    return session.Usage(NoSuchContext(typed.name, config->names()));
  }
  const bool in_use = config->current_context == typed.name;
  if (in_use) config->current_context.clear();
  const absl::Status written = WriteConfig(PathOf(session), *config);
  if (!written.ok()) return session.Usage(written);
  session.Say(
      "removed " + typed.name + (in_use ? "; no context is in use now" : ""),
      "已删除 " + typed.name + (in_use ? "；当前没有上下文" : ""));
  return kDone;
}

void AddVerb(CLI::App& noun, Session& session, const char* verb,
             const char* help, bool named,
             int (*action)(Session&, const Typed&)) {
  auto typed = std::make_shared<Typed>();
  CLI::App* added = noun.add_subcommand(verb, help);
  added->add_option("name", typed->name, "its name")->required(named);
  Does(*added, session, typed, action);
}

}  // namespace

void AddContextCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand(
      "context", "the servers you work with, each with its settings");
  noun->require_subcommand(1);
  Does(*noun->add_subcommand("list", "all of them; * is in use"), session,
       std::make_shared<Typed>(), &List);
  AddVerb(*noun, session, "show", "one of them; that in use if none is named",
          false, &Show);
  AddVerb(*noun, session, "use", "work with this one from now on", true, &Use);
  AddVerb(*noun, session, "add",
          "keep the flags --server, --token-file, --ca, --client-cert, "
          "--client-key and --lang under a name",
          true, &Add);
  AddVerb(*noun, session, "remove", "keep it no longer", true, &Remove);
}

}  // namespace twinaid::client
