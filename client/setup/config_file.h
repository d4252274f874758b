// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The file of settings: contexts, one for each server that somebody works with,
// and what counts in all of them.
#ifndef TWINAID_CLIENT_SETUP_CONFIG_FILE_H_
#define TWINAID_CLIENT_SETUP_CONFIG_FILE_H_

#include <map>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/setup/setting.h"

namespace twinaid::client {

// Values by key of SettingKinds().
using SettingValues = std::map<std::string, std::string>;

struct Config {
  SettingValues settings;       // where the context says nothing
  std::string current_context;  // one of contexts, or empty
  std::map<std::string, SettingValues> contexts;

  std::set<std::string> names() const;
  bool operator==(const Config&) const = default;
};

// $XDG_CONFIG_HOME/twinaid/config, else ~/.config/twinaid/config; empty where
// neither variable is set.
std::string ConfigPath(const Variable& variable);

// The settings in a JSON text:
//
//   {"current_context": "hubei", "settings": {"language": "zh"},
//    "contexts": {"hubei": {"server": "aid.example.org:443", "ca": "system"}}}
//
// Each part may be left out. `path` is for errors only.
// INVALID_ARGUMENT: CONFIG_FILE (no JSON, with the line; another form; a key
// twice; current_context is none of contexts), CONFIG_KEY, CONFIG_VALUE,
// CONTEXT_NAME.
absl::StatusOr<Config> ParseConfig(absl::string_view text,
                                   const std::string& path);
// The other way; ends with a line feed. ParseConfig of it gives `config`.
std::string ConfigText(const Config& config);

// What the file holds; nothing where there is no file, or `path` is empty.
// Relative paths in it are taken from its folder.
// INVALID_ARGUMENT: as ParseConfig; CONFIG_FILE: others than its owner may
// write it, it is another's, or it cannot be read or is beyond 1 MiB.
absl::StatusOr<Config> ReadConfig(const std::string& path);

// Puts it in place of what was there, whole, mode 0600; makes the folder.
// INVALID_ARGUMENT CONFIG_FILE: it cannot be written; what was there stays.
absl::Status WriteConfig(const std::string& path, const Config& config);

// INVALID_ARGUMENT CONTEXT_NAME.
absl::Status CheckContextName(const std::string& name);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_CONFIG_FILE_H_
