// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What can be wrong with a file of settings.
#ifndef TWINAID_CLIENT_SETUP_CONFIG_ERRORS_H_
#define TWINAID_CLIENT_SETUP_CONFIG_ERRORS_H_

#include <set>
#include <string>

#include "absl/status/status.h"

namespace twinaid::client {

// All are INVALID_ARGUMENT; the reason stands behind each.

// It cannot be read, or not as JSON of the form we write: `what` and its
// Chinese say why. CONFIG_FILE.
absl::Status BadConfigFile(const std::string& path, const std::string& en,
                           const std::string& zh);
// Others than its owner may write it. CONFIG_FILE.
absl::Status ConfigOpenToOthers(const std::string& path);
// There is no such setting; names the nearest of `known`. CONFIG_KEY.
absl::Status NoSuchSetting(const std::string& key,
                           const std::set<std::string>& known);
// The setting does not take this value. CONFIG_VALUE.
absl::Status BadSetting(const std::string& key, const std::string& value,
                        const std::string& right_en,
                        const std::string& right_zh);
// No context has this name; names the nearest of `known`. NO_SUCH_CONTEXT.
absl::Status NoSuchContext(const std::string& name,
                           const std::set<std::string>& known);
// There is one of this name. CONTEXT_EXISTS.
absl::Status ContextExists(const std::string& name);
// A name is 1 to 63 letters, digits, '-', '_' and '.'. CONTEXT_NAME.
absl::Status BadContextName(const std::string& name);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_CONFIG_ERRORS_H_
