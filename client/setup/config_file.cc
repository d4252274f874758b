// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/config_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/setup/config_errors.h"
#include "service/model/status_macros.h"
#include "service/secret_file/secret_file.h"

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxName = 63;

const char kSettings[] = "settings";
const char kCurrent[] = "current_context";
const char kContexts[] = "contexts";

// The JSON of the text; a key that stands twice in one object is an error,
// which the library by itself would pass over.
absl::StatusOr<Json> ReadJson(absl::string_view text, const std::string& path) {
  std::vector<std::set<std::string>> keys;
  std::string twice;
  const Json::parser_callback_t look = [&](int, Json::parse_event_t event,
                                           Json& parsed) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key &&
        !keys.back().insert(parsed.get<std::string>()).second) {
      twice = parsed.get<std::string>();
    }
    return true;
  };
  try {
    Json json = Json::parse(text.begin(), text.end(), look);
    if (!twice.empty()) {
      return BadConfigFile(path, absl::StrCat("has ", twice, " twice"),
                           absl::StrCat("中 ", twice, " 出现了两次"));
    }
    return json;
  } catch (const Json::parse_error& error) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(
                                        std::min(error.byte, text.size()));
    const auto line = 1 + std::count(text.begin(), end, '\n');
    return BadConfigFile(path, absl::StrCat("is no JSON at line ", line),
                         absl::StrCat("第 ", line, " 行不是有效的 JSON"));
  }
}

absl::Status NotAnObject(const std::string& path, const std::string& what) {
  return BadConfigFile(path,
                       absl::StrCat("must have an object {...} as ", what),
                       absl::StrCat("的 ", what, " 应为对象 {...}"));
}

absl::StatusOr<SettingValues> ReadValues(const Json& json,
                                         const std::string& path,
                                         const std::string& what) {
  if (!json.is_object()) return NotAnObject(path, what);
  SettingValues values;
  for (const auto& [key, value] : json.items()) {
    TWINAID_RETURN_IF_ERROR(CheckSetting(
        key, value.is_string() ? value.get<std::string>() : value.dump()));
    if (!value.is_string()) {
      return BadSetting(key, value.dump(), "it is a text in quotes",
                        "应为带引号的文本");
    }
    values[key] = value.get<std::string>();
  }
  return values;
}

absl::StatusOr<Config> FromJson(const Json& json, const std::string& path) {
  if (!json.is_object()) return NotAnObject(path, "its whole");
  Config config;
  for (const auto& [key, value] : json.items()) {
    if (key == kSettings) {
      TWINAID_ASSIGN_OR_RETURN(config.settings, ReadValues(value, path, key));
    } else if (key == kCurrent && value.is_string()) {
      config.current_context = value.get<std::string>();
    } else if (key == kContexts && value.is_object()) {
      for (const auto& [name, inner] : value.items()) {
        TWINAID_RETURN_IF_ERROR(CheckContextName(name));
        TWINAID_ASSIGN_OR_RETURN(config.contexts[name],
                                 ReadValues(inner, path, name));
      }
    } else if (key == kContexts) {
      return NotAnObject(path, key);
    } else if (key == kCurrent) {
      return BadSetting(key, value.dump(), "it is a text in quotes",
                        "应为带引号的文本");
    } else {
      return NoSuchSetting(key, {kSettings, kCurrent, kContexts});
    }
  }
  if (!config.current_context.empty() &&
      !config.contexts.contains(config.current_context)) {
    return NoSuchContext(config.current_context, config.names());
  }
  return config;
}

// Paths from the folder of the file, so that they mean the same everywhere.
void Anchor(const fs::path& folder, SettingValues& values) {
  for (const SettingKind& kind : SettingKinds()) {
    const auto found = values.find(kind.key);
    if (!kind.path || found == values.end() || found->second == "system") {
      continue;
    }
    const fs::path typed(found->second);
    if (typed.is_relative()) {
      found->second = (folder / typed).lexically_normal().string();
    }
  }
}

}  // namespace

std::set<std::string> Config::names() const {
  std::set<std::string> names;
  for (const auto& [name, values] : contexts) names.insert(name);
  return names;
}

std::string ConfigPath(const Variable& variable) {
  const auto folder = variable("XDG_CONFIG_HOME");
  if (folder && !folder->empty())
    return absl::StrCat(*folder, "/twinaid/config");
  const auto home = variable("HOME");
  if (!home || home->empty()) return "";
  return absl::StrCat(*home, "/.config/twinaid/config");
}

absl::Status CheckContextName(const std::string& name) {
  const bool right =
      !name.empty() && name.size() <= kMaxName &&
      std::all_of(name.begin(), name.end(), [](char c) {
        return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-' ||
               c == '_' || c == '.';
      });
  return right ? absl::OkStatus() : BadContextName(name);
}

absl::StatusOr<Config> ParseConfig(absl::string_view text,
                                   const std::string& path) {
  if (absl::StripAsciiWhitespace(text).empty()) return Config();
  TWINAID_ASSIGN_OR_RETURN(const Json json, ReadJson(text, path));
  return FromJson(json, path);
}

std::string ConfigText(const Config& config) {
  Json json = Json::object();
  if (!config.current_context.empty()) json[kCurrent] = config.current_context;
  if (!config.settings.empty()) json[kSettings] = config.settings;
  for (const auto& [name, values] : config.contexts) {
    json[kContexts][name] = values.empty() ? Json::object() : Json(values);
  }
  return absl::StrCat(json.dump(2, ' ', false, Json::error_handler_t::replace),
                      "\n");
}

absl::StatusOr<Config> ReadConfig(const std::string& path) {
  struct stat status {};
  if (path.empty()) return Config();
  if (stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Config();
    return BadConfigFile(path, "cannot be read", "无法读取");
  }
  if (!S_ISREG(status.st_mode)) {
    return BadConfigFile(path, "is no file", "不是文件");
  }
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
    return ConfigOpenToOthers(path);
  }
  if (status.st_uid != geteuid() && status.st_uid != 0) {
    return BadConfigFile(path, "belongs to another user; make one of your own",
                         "属于其他用户；请使用自己的配置文件");
  }
  if (static_cast<std::size_t>(status.st_size) > kMaxBytes) {
    return BadConfigFile(path, "is larger than 1 MiB", "超过 1 MiB");
  }
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  // An empty file puts nothing into the stream, which fails for that.
  if (!file.is_open() || file.bad()) {
    return BadConfigFile(path, "cannot be read", "无法读取");
  }
  TWINAID_ASSIGN_OR_RETURN(Config config, ParseConfig(text.str(), path));
  const fs::path folder = fs::absolute(path).parent_path();
  Anchor(folder, config.settings);
  for (auto& [name, values] : config.contexts) Anchor(folder, values);
  return config;
}

absl::Status WriteConfig(const std::string& path, const Config& config) {
  if (path.empty()) {
    return BadConfigFile("config", "has no place: set HOME or XDG_CONFIG_HOME",
                         "无处存放：请设置 HOME 或 XDG_CONFIG_HOME");
  }
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  const std::string text = ConfigText(config);
  const absl::Status written =
      WriteSecretFile(path, absl::StripTrailingAsciiWhitespace(text));
  if (written.ok()) return absl::OkStatus();
  return BadConfigFile(path, "cannot be written", "无法写入");
}

}  // namespace twinaid::client
