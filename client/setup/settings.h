// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which value of each setting counts: flag before environment before file.
#ifndef TWINAID_CLIENT_SETUP_SETTINGS_H_
#define TWINAID_CLIENT_SETUP_SETTINGS_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "client/setup/config_file.h"
#include "client/setup/setting.h"

namespace twinaid::client {

enum class Source {
  kNone,         // nobody says
  kDefault,      // of the program, or for the language the locale
  kFile,         // the file, for every context
  kContext,      // the file, for the context in use
  kEnvironment,  // a variable
  kFlag,
};

struct Setting {
  std::string value;
  Source source = Source::kNone;
  // "--server", "TWINAID_SERVER", the name of the context, the locale variable
  // "LANG"; empty for the other sources.
  std::string from;
};

// The context in use, and why.
struct ChosenContext {
  std::string name;  // empty: none
  Source source = Source::kNone;
};

// --context (`flag`, empty if not given) before TWINAID_CONTEXT before the
// file's own. INVALID_ARGUMENT NO_SUCH_CONTEXT: the file has none of the name.
absl::StatusOr<ChosenContext> ChooseContext(const std::string& flag,
                                            const Variable& variable,
                                            const Config& config);

// The settings by key. `flags` has what was given as flags, by key; an empty
// variable is one that is not set. What the file says about a server's token
// and certificates counts only while that server is the one in use.
// Where nobody says: `default_server`, and the language of the first locale
// variable that is set, English for any but Chinese.
std::map<std::string, Setting> Resolve(const SettingValues& flags,
                                       const Variable& variable,
                                       const Config& config,
                                       const std::string& context,
                                       const std::string& default_server);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_SETTINGS_H_
