// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/settings.h"

#include "absl/strings/match.h"
#include "client/setup/config_errors.h"

namespace twinaid::client {
namespace {

std::string ValueOf(const Variable& variable, const std::string& name) {
  return variable(name.c_str()).value_or("");
}

std::string ValueOf(const SettingValues& values, const std::string& key) {
  const auto found = values.find(key);
  return found == values.end() ? "" : found->second;
}

Setting LanguageOfLocale(const Variable& variable) {
  for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = ValueOf(variable, name);
    if (value.empty()) continue;
    return {absl::StartsWith(value, "zh") ? "zh" : "en", Source::kDefault,
            name};
  }
  return {"en", Source::kDefault, ""};
}

// What flags, variables and the file say about one setting.
Setting Said(const SettingKind& kind, const SettingValues& flags,
             const Variable& variable, const SettingValues* in_context,
             const std::string& context, const SettingValues& in_file) {
  Setting said{ValueOf(flags, kind.key), Source::kFlag, kind.flag};
  if (!said.value.empty()) return said;
  said = {ValueOf(variable, kind.variable), Source::kEnvironment,
          kind.variable};
  if (!said.value.empty()) return said;
  if (in_context != nullptr) {
    said = {ValueOf(*in_context, kind.key), Source::kContext, context};
    if (!said.value.empty()) return said;
  }
  said = {ValueOf(in_file, kind.key), Source::kFile, ""};
  return said.value.empty() ? Setting() : said;
}

}  // namespace

absl::StatusOr<ChosenContext> ChooseContext(const std::string& flag,
                                            const Variable& variable,
                                            const Config& config) {
  ChosenContext chosen{flag, Source::kFlag};
  if (chosen.name.empty()) {
    chosen = {ValueOf(variable, "TWINAID_CONTEXT"), Source::kEnvironment};
  }
  if (chosen.name.empty()) chosen = {config.current_context, Source::kFile};
  if (chosen.name.empty()) return ChosenContext();
  if (!config.contexts.contains(chosen.name)) {
    return NoSuchContext(chosen.name, config.names());
  }
  return chosen;
}

std::map<std::string, Setting> Resolve(const SettingValues& flags,
                                       const Variable& variable,
                                       const Config& config,
                                       const std::string& context,
                                       const std::string& default_server) {
  const auto found = config.contexts.find(context);
  const SettingValues* const in_context =
      found == config.contexts.end() ? nullptr : &found->second;
  const SettingValues nothing;
  std::map<std::string, Setting> settings;
  // Whose servers the two parts of the file speak of.
  std::string files_server = ValueOf(config.settings, "server");
  if (files_server.empty()) files_server = default_server;
  std::string contexts_server =
      in_context == nullptr ? "" : ValueOf(*in_context, "server");
  if (contexts_server.empty()) contexts_server = files_server;
  std::string used;  // the first of SettingKinds()
  for (const SettingKind& kind : SettingKinds()) {
    const bool of_context = !kind.of_server || used == contexts_server;
    const bool of_file = !kind.of_server || used == files_server;
    Setting setting =
        Said(kind, flags, variable, of_context ? in_context : nullptr, context,
             of_file ? config.settings : nothing);
    if (setting.source == Source::kNone && kind.key == "server") {
      setting = {default_server, Source::kDefault, ""};
    }
    if (setting.source == Source::kNone && kind.key == "language") {
      setting = LanguageOfLocale(variable);
    }
    if (kind.key == "server") used = setting.value;
    settings[kind.key] = setting;
  }
  return settings;
}

}  // namespace twinaid::client
