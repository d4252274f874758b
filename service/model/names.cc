// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/names.h"

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

constexpr int kShownBytes = 200;

// "places/{place}/needs/{need}".
std::string FormOf(const std::vector<absl::string_view>& collections) {
  return absl::StrJoin(collections, "/",
                       [](std::string* out, absl::string_view collection) {
                         absl::StrAppend(out, collection, "/{id}");
                       });
}

absl::Status InvalidName(absl::string_view name,
                         const std::vector<absl::string_view>& collections) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "INVALID_NAME";
  spec.en =
      "\"{given}\" is no name of the form {form}; an id takes 1 to 63 "
      "lower-case letters, digits and inner hyphens";
  spec.zh =
      "\"{given}\" 不符合资源名称格式 {form}；标识为 1 至 63 个小写字母、数字或"
      "中间的连字符";
  spec.metadata = {{"given", Shown(name, kShownBytes)},
                   {"form", FormOf(collections)}};
  spec.field = "name";
  return MakeError(spec);
}

}  // namespace

absl::StatusOr<std::vector<std::string>> SplitName(
    absl::string_view name, const std::vector<absl::string_view>& collections) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  if (parts.size() != 2 * collections.size()) {
    return InvalidName(name, collections);
  }
  std::vector<std::string> ids;
  ids.reserve(collections.size());
  for (std::size_t i = 0; i < collections.size(); ++i) {
    if (parts[2 * i] != collections[i] || !IsSlug(parts[2 * i + 1])) {
      return InvalidName(name, collections);
    }
    ids.emplace_back(parts[2 * i + 1]);
  }
  return ids;
}

}  // namespace twinaid::model
