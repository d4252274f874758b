// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/references.h"

#include "absl/strings/str_cat.h"
#include "client/files/nearest.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

// A file that is wrong in every row need not be searched in every row.
constexpr std::size_t kMostSuggestions = 500;

}  // namespace

ReferenceTable::ReferenceTable(absl::string_view kind,
                               absl::string_view collection,
                               absl::string_view file)
    : kind_(kind), collection_(collection), file_(file) {}

void ReferenceTable::AddBad(const std::string& id, int line) {
  good_.erase(id);
  bad_.emplace(id, line);
}

const std::string& ReferenceTable::NearestTo(const std::string& id) {
  const auto known = nearest_.find(id);
  if (known != nearest_.end()) return known->second;
  const bool search = nearest_.size() < kMostSuggestions;
  return nearest_.emplace(id, search ? Nearest(id, good_) : "").first->second;
}

std::optional<ReferenceFault> ReferenceTable::FaultOf(
    const std::string& id, absl::string_view column) {
  if (good_.count(id) > 0) return std::nullopt;
  const std::string name = absl::StrCat(collection_, "/", id);
  if (const auto bad = bad_.find(id); bad != bad_.end()) {
    return ReferenceFault{
        "ROW_HAS_ERRORS",
        absl::StrCat(column, ": the row of ", name, ", ", file_, " line ",
                     bad->second, ", has errors itself"),
        absl::StrCat(column, ":", name, " 所在的行(", file_, " 第 ",
                     bad->second, " 行)本身有误")};
  }
  const absl::Status status = model::ReferenceNotFound(column, kind_, name);
  const std::string& nearest = NearestTo(id);
  const bool any = !nearest.empty();
  return ReferenceFault{
      model::ReasonOf(status),
      absl::StrCat(model::TextOf(status, model::Language::kEnglish),
                   any ? absl::StrCat("; nearest: ", nearest) : ""),
      absl::StrCat(model::TextOf(status, model::Language::kChinese),
                   any ? absl::StrCat(";最接近的是 ", nearest) : "")};
}

}  // namespace twinaid::client
