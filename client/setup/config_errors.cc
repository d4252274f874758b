// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/config_errors.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/nearest.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

constexpr int kShownBytes = 100;

absl::Status Wrong(const char* reason, std::string en, std::string zh,
                   std::map<std::string, std::string> metadata) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = reason;
  spec.en = std::move(en);
  spec.zh = std::move(zh);
  spec.metadata = std::move(metadata);
  spec.field = "config";
  return model::MakeError(spec);
}

// "did you mean X?", else what there is.
struct Hint {
  std::string en;
  std::string zh;
};
Hint HintAt(const std::string& typed, const std::set<std::string>& known) {
  const std::string nearest = Nearest(typed, known);
  if (!nearest.empty()) {
    return {absl::StrCat("; did you mean ", nearest, "?"),
            absl::StrCat("；您是不是要输入 ", nearest, "？")};
  }
  if (known.empty()) return {"; there is none yet", "；目前一个也没有"};
  const std::string all = absl::StrJoin(known, ", ");
  return {absl::StrCat("; there are: ", all), absl::StrCat("；可用：", all)};
}

}  // namespace

absl::Status BadConfigFile(const std::string& path, const std::string& en,
                           const std::string& zh) {
  return Wrong("CONFIG_FILE", "the file of settings {path} {what}",
               absl::StrCat("配置文件 {path} ", zh),
               {{"path", path}, {"what", en}});
}

absl::Status ConfigOpenToOthers(const std::string& path) {
  return BadConfigFile(
      path, "may be written by others; allow it to its owner only: chmod 600",
      "可被他人写入；请限制为仅所有者可写：chmod 600");
}

absl::Status NoSuchSetting(const std::string& key,
                           const std::set<std::string>& known) {
  const Hint hint = HintAt(key, known);
  return Wrong("CONFIG_KEY", absl::StrCat("there is no setting {key}", hint.en),
               absl::StrCat("没有设置项 {key}", hint.zh),
               {{"key", model::Shown(key, kShownBytes)}});
}

absl::Status BadSetting(const std::string& key, const std::string& value,
                        const std::string& right_en,
                        const std::string& right_zh) {
  return Wrong("CONFIG_VALUE",
               absl::StrCat("{key} cannot be \"{value}\": ", right_en),
               absl::StrCat("{key} 不能是“{value}”：", right_zh),
               {{"key", key}, {"value", model::Shown(value, kShownBytes)}});
}

absl::Status NoSuchContext(const std::string& name,
                           const std::set<std::string>& known) {
  const Hint hint = HintAt(name, known);
  return Wrong("NO_SUCH_CONTEXT",
               absl::StrCat("there is no context {name}", hint.en),
               absl::StrCat("没有上下文 {name}", hint.zh),
               {{"name", model::Shown(name, kShownBytes)}});
}

absl::Status ContextExists(const std::string& name) {
  return Wrong("CONTEXT_EXISTS",
               "there is a context {name}: change it with twinaid config set "
               "--context {name}, or remove it first",
               "上下文 {name} 已存在：请用 twinaid config set --context {name} "
               "修改，或先删除",
               {{"name", name}});
}

absl::Status BadContextName(const std::string& name) {
  return Wrong("CONTEXT_NAME",
               "\"{name}\" is no name of a context: 1 to 63 letters, digits, "
               "'-', '_' and '.'",
               "“{name}”不是上下文名称：应为 1 至 63 个字母、数字、"
               "“-”、“_”或“.”",
               {{"name", model::Shown(name, kShownBytes)}});
}

}  // namespace twinaid::client
