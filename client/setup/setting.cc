// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/setting.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "client/setup/config_errors.h"

namespace twinaid::client {

const std::vector<SettingKind>& SettingKinds() {
  static const auto* const kinds = new std::vector<SettingKind>{
      {"server", "--server", "TWINAID_SERVER", false, false},
      {"token_file", "--token-file", "TWINAID_TOKEN_FILE", true, true},
      {"ca", "--ca", "TWINAID_CA", true, true},
      {"client_cert", "--client-cert", "TWINAID_CLIENT_CERT", true, true},
      {"client_key", "--client-key", "TWINAID_CLIENT_KEY", true, true},
      {"language", "--lang", "TWINAID_LANG", false, false},
  };
  return *kinds;
}

std::set<std::string> SettingKeys() {
  std::set<std::string> keys;
  for (const SettingKind& kind : SettingKinds()) keys.insert(kind.key);
  return keys;
}

absl::Status CheckSetting(const std::string& key, const std::string& value) {
  const std::set<std::string> keys = SettingKeys();
  if (!keys.contains(key)) return NoSuchSetting(key, keys);
  if (value.empty()) {
    return BadSetting(key, value, "to take it away use twinaid config unset",
                      "如需清除请用 twinaid config unset");
  }
  if (std::any_of(value.begin(), value.end(), [](char c) {
        return absl::ascii_iscntrl(static_cast<unsigned char>(c));
      })) {
    return BadSetting(key, value, "it has a control character",
                      "其中含有控制字符");
  }
  if (key == "language" && value != "en" && value != "zh") {
    return BadSetting(key, value, "it is en or zh", "应为 en 或 zh");
  }
  return absl::OkStatus();
}

}  // namespace twinaid::client
