// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/config_commands.h"

#include <filesystem>

#include "client/cli/plain_rows.h"
#include "client/cli/verbs.h"
#include "client/setup/config_file.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string key;
  std::string value;
};

std::string PathOf(const Session& session) {
  return ConfigPath(session.environment().variable);
}

// Where a setting comes from; in English for machines.
std::string SourceText(const Session& session, const Setting& setting) {
  const bool chinese =
      session.chinese() && session.options.format == Format::kTable;
  switch (setting.source) {
    case Source::kNone:
      return "";
    case Source::kDefault:
      if (!setting.from.empty()) return setting.from;
      return chinese ? "默认" : "default";
    case Source::kFile:
      return PathOf(session);
    case Source::kContext:
      return (chinese ? "上下文 " : "context ") + setting.from;
    case Source::kEnvironment:
    case Source::kFlag:
      return setting.from;
  }
  return "";
}

Setting ContextAsSetting(const ChosenContext& context) {
  switch (context.source) {
    case Source::kFlag:
      return {context.name, Source::kFlag, "--context"};
    case Source::kEnvironment:
      return {context.name, Source::kEnvironment, "TWINAID_CONTEXT"};
    default:
      return {context.name, context.source, ""};
  }
}

int List(Session& session, const Typed&) {
  if (HasNoNames(session, "config list")) return kUsage;
  // Says what is wrong with the file, which the other commands say too.
  if (const absl::Status set_up = session.SetUp(); !set_up.ok()) {
    return session.Usage(set_up);
  }
  Cells cells;
  cells.keys = {"key", "value", "from"};
  cells.headings = session.chinese()
                       ? std::vector<std::string>{"设置项", "值", "来源"}
                       : cells.keys;
  cells.right = {false, false, false};
  cells.fits = {{}, {}, {.spare = 1}};
  const Setting context = ContextAsSetting(session.context());
  cells.rows.push_back(
      {"context", context.value, SourceText(session, context)});
  for (const SettingKind& kind : SettingKinds()) {
    const Setting& setting = session.settings().at(kind.key);
    cells.rows.push_back(
        {kind.key, setting.value, SourceText(session, setting)});
  }
  PrintPlainRows(session, cells);
  return kDone;
}

int Get(Session& session, const Typed& typed) {
  if (const absl::Status set_up = session.SetUp(); !set_up.ok()) {
    return session.Usage(set_up);
  }
  const auto found = session.settings().find(typed.key);
  if (found == session.settings().end()) {
    return session.Usage(CheckSetting(typed.key, "any"));
  }
  if (found->second.value.empty()) {
    session.Say(typed.key + " is not set", typed.key + " 未设置");
    return kRefused;
  }
  session.data() << found->second.value << "\n";
  return kDone;
}

// A file is found from any folder once its path is whole.
std::string Stored(const std::string& key, const std::string& value) {
  for (const SettingKind& kind : SettingKinds()) {
    if (kind.key != key || !kind.path || value == "system") continue;
    return std::filesystem::absolute(value).lexically_normal().string();
  }
  return value;
}

// Changes the values that a setting stands among: those of the context in use,
// else those of every context.
template <typename Change>
int Edit(Session& session, const Typed& typed, Change change) {
  auto config = ReadConfig(PathOf(session));
  if (!config.ok()) return session.Usage(config.status());
  const auto context = ChooseContext(session.setup().context,
                                     session.environment().variable, *config);
  if (!context.ok()) return session.Usage(context.status());
  change(context->name.empty() ? config->settings
                               : config->contexts[context->name]);
  const absl::Status written = WriteConfig(PathOf(session), *config);
  if (!written.ok()) return session.Usage(written);
  if (context->name.empty()) {
    session.Say(typed.key + " was changed where the context says nothing",
                "已修改 " + typed.key + "（上下文未指定时有效）");
  } else {
    session.Say(typed.key + " was changed in the context " + context->name,
                "已修改上下文 " + context->name + " 中的 " + typed.key);
  }
  return kDone;
}

int Set(Session& session, const Typed& typed) {
  const absl::Status right = CheckSetting(typed.key, typed.value);
  if (!right.ok()) return session.Usage(right);
  return Edit(session, typed, [&typed](SettingValues& values) {
    values[typed.key] = Stored(typed.key, typed.value);
  });
}

int Unset(Session& session, const Typed& typed) {
  const absl::Status right = CheckSetting(typed.key, "en");
  if (!right.ok()) return session.Usage(right);
  return Edit(session, typed,
              [&typed](SettingValues& values) { values.erase(typed.key); });
}

int Path(Session& session, const Typed&) {
  const std::string path = PathOf(session);
  if (path.empty()) {
    return session.Usage(WriteConfig(path, Config()));
  }
  session.data() << path << "\n";
  return kDone;
}

CLI::Option* AddKey(CLI::App& verb, Typed& typed) {
  // Checked by hand, so that the error names the nearest.
  std::string keys;
  for (const SettingKind& kind : SettingKinds()) {
    keys += (keys.empty() ? "" : ", ") + kind.key;
  }
  return verb.add_option("key", typed.key, keys)->required();
}

}  // namespace

void AddConfigCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand(
      "config", "settings, and where each comes from: flag, environment, file");
  noun->require_subcommand(1);

  Does(*noun->add_subcommand("list", "every setting, its value, its source"),
       session, std::make_shared<Typed>(), &List);

  auto got = std::make_shared<Typed>();
  CLI::App* get = noun->add_subcommand("get", "the value that counts");
  AddKey(*get, *got);
  Does(*get, session, got, &Get);

  auto set_to = std::make_shared<Typed>();
  CLI::App* set = noun->add_subcommand(
      "set", "keep a value: in the context in use, else for all of them");
  AddKey(*set, *set_to);
  set->add_option("value", set_to->value, "what it is to be")->required();
  Does(*set, session, set_to, &Set);

  auto taken = std::make_shared<Typed>();
  CLI::App* unset = noun->add_subcommand("unset", "keep no value any more");
  AddKey(*unset, *taken);
  Does(*unset, session, taken, &Unset);

  Does(*noun->add_subcommand("path", "where the file of settings is"), session,
       std::make_shared<Typed>(), &Path);
}

}  // namespace twinaid::client
