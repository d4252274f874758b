// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/references.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

// A file that is wrong in every row need not be searched in every row.
constexpr std::size_t kMostSearches = 500;
constexpr std::size_t kMostSuggestions = 5;
constexpr std::size_t kMostShown = 10;
constexpr int kShownBytes = 60;

using model::Language;

// "us-tx (Texas), us-tn (Tennessee)", cut after kMostShown.
std::string ListOf(const NameIndex& index, const std::vector<std::string>& ids,
                   Language language) {
  const bool chinese = language == Language::kChinese;
  std::vector<std::string> shown;
  for (const std::string& id : ids) {
    if (shown.size() == kMostShown) {
      shown.emplace_back("...");
      break;
    }
    shown.push_back(index.Shown(id, language));
  }
  return absl::StrJoin(shown, chinese ? "、" : ", ");
}

}  // namespace

ReferenceTable::ReferenceTable(absl::string_view kind,
                               absl::string_view collection,
                               absl::string_view file)
    : kind_(kind), collection_(collection), file_(file) {}

void ReferenceTable::Add(Named named) {
  bad_.erase(named.id);
  index_.Add(std::move(named));
}

void ReferenceTable::AddBad(Named named, int line) {
  bad_.emplace(named.id, line);
  index_.Add(std::move(named));
}

ReferenceFault ReferenceTable::NotFound(absl::string_view typed,
                                        absl::string_view column) {
  const std::string key(typed);
  auto known = nearest_.find(key);
  if (known == nearest_.end()) {
    const bool search = nearest_.size() < kMostSearches;
    known = nearest_
                .emplace(key, search ? index_.Nearest(typed, kMostSuggestions)
                                     : std::vector<std::string>())
                .first;
  }
  ReferenceFault fault;
  fault.reason = "REFERENCE_NOT_FOUND";
  fault.suggestions = known->second;
  if (model::IsSlug(typed)) {
    const absl::Status status = model::ReferenceNotFound(
        column, kind_, absl::StrCat(collection_, "/", typed));
    fault.en = model::TextOf(status, Language::kEnglish);
    fault.zh = model::TextOf(status, Language::kChinese);
  } else {
    const std::string shown = model::Shown(typed, kShownBytes);
    fault.en = absl::StrCat(column, ": no ", kind_, " is called \"", shown,
                            "\"; give the id, a name or a code of one");
    fault.zh = absl::StrCat(column, "：没有名为“", shown,
                            "”的记录；请填写标识、名称或代码");
  }
  if (!fault.suggestions.empty()) {
    absl::StrAppend(&fault.en, "; nearest: ",
                    ListOf(index_, fault.suggestions, Language::kEnglish));
    absl::StrAppend(&fault.zh, "；最接近的是 ",
                    ListOf(index_, fault.suggestions, Language::kChinese));
  }
  return fault;
}

ReferenceFault ReferenceTable::Ambiguous(
    absl::string_view typed, absl::string_view column,
    const std::vector<std::string>& ids) const {
  const std::string shown = model::Shown(typed, kShownBytes);
  const std::string& first = ids.front();
  ReferenceFault fault;
  fault.reason = "AMBIGUOUS_NAME";
  fault.suggestions = ids;
  fault.en = absl::StrCat(column, ": \"", shown, "\" may be ",
                          ListOf(index_, ids, Language::kEnglish),
                          "; write the id of the one that is meant");
  fault.zh =
      absl::StrCat(column, "：“", shown, "”可能指 ",
                   ListOf(index_, ids, Language::kChinese), "；请填写其标识");
  const std::string en = index_.Qualified(first, Language::kEnglish);
  const std::string zh = index_.Qualified(first, Language::kChinese);
  if (en != first) absl::StrAppend(&fault.en, ", or as in \"", en, "\"");
  if (zh != first) absl::StrAppend(&fault.zh, "，或写成“", zh, "”");
  return fault;
}

Reference ReferenceTable::Find(absl::string_view typed,
                               absl::string_view column) {
  const std::vector<std::string> ids = index_.Find(typed);
  if (ids.empty()) return {"", NotFound(typed, column)};
  if (ids.size() > 1) return {"", Ambiguous(typed, column, ids)};
  const auto bad = bad_.find(ids.front());
  if (bad == bad_.end()) return {ids.front(), std::nullopt};
  const std::string name = absl::StrCat(collection_, "/", ids.front());
  ReferenceFault fault;
  fault.reason = "ROW_HAS_ERRORS";
  fault.en = absl::StrCat(column, ": the row of ", name, ", ", file_, " line ",
                          bad->second, ", has errors itself");
  fault.zh = absl::StrCat(column, "：", name, " 所在的行（", file_, " 第 ",
                          bad->second, " 行）本身有误");
  return {"", fault};
}

}  // namespace twinaid::client
