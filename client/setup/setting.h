// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What can be set up: the names of the settings, and where each may come from.
#ifndef TWINAID_CLIENT_SETUP_SETTING_H_
#define TWINAID_CLIENT_SETUP_SETTING_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace twinaid::client {

// The value of an environment variable; nullopt where it is not set.
using Variable = std::function<std::optional<std::string>(const char* name)>;

// One setting: its key in the file, its flag, its variable.
struct SettingKind {
  std::string key;
  std::string flag;
  std::string variable;
  // Goes with the server: a context's value counts for its own server only, so
  // that its token is not sent to another.
  bool of_server = false;
  // The path of a file; kept whole, so that it is found from any folder.
  bool path = false;
};

// All of them, in the order in which they are shown.
const std::vector<SettingKind>& SettingKinds();

// The keys alone.
std::set<std::string> SettingKeys();

// INVALID_ARGUMENT CONFIG_KEY: there is no such setting (names the nearest).
// INVALID_ARGUMENT CONFIG_VALUE: it does not take this value: an empty one, a
// control character, a language but en and zh.
absl::Status CheckSetting(const std::string& key, const std::string& value);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_SETTING_H_
