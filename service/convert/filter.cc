// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/filter.h"

#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"

namespace twinaid::convert {
namespace {

bool IsBlank(char c) {
  return absl::ascii_isspace(static_cast<unsigned char>(c));
}
bool IsFieldChar(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_';
}

class Reader {
 public:
  explicit Reader(absl::string_view text) : rest_(text) {}

  bool done() {
    while (!rest_.empty() && IsBlank(rest_.front())) rest_.remove_prefix(1);
    return rest_.empty();
  }
  std::string Field() { return TakeWhile(IsFieldChar); }
  std::string Op() {
    return TakeWhile([](char c) {
      return c == '=' || c == '>' || c == '<' || c == '!' || c == ':';
    });
  }
  // False: a quote that is not closed, or nothing.
  bool Value(std::string& value) {
    if (done()) return false;
    if (rest_.front() != '"') {
      value = TakeWhile([](char c) { return !IsBlank(c) && c != '"'; });
      return !value.empty();
    }
    rest_.remove_prefix(1);
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      value += rest_.front();
      rest_.remove_prefix(1);
    }
    if (rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }

 private:
  template <typename Predicate>
  std::string TakeWhile(Predicate wanted) {
    done();
    std::size_t n = 0;
    while (n < rest_.size() && wanted(rest_[n])) ++n;
    const std::string taken(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return taken;
  }
  absl::string_view rest_;
};

}  // namespace

absl::StatusOr<std::vector<FilterTerm>> ParseFilter(
    absl::string_view filter, const std::vector<absl::string_view>& allowed) {
  const auto refuse = [&](absl::string_view en, absl::string_view zh) {
    return model::InvalidFilter(filter, en, zh, absl::StrJoin(allowed, ", "));
  };
  std::vector<FilterTerm> terms;
  std::set<std::string> seen;
  Reader reader(filter);
  while (!reader.done()) {
    if (!terms.empty() && !absl::EqualsIgnoreCase(reader.Field(), "AND")) {
      return refuse("terms are joined by AND", "条件之间缺少 AND");
    }
    FilterTerm term;
    term.field = reader.Field();
    term.op = reader.Op();
    if (term.field.empty() || term.op.empty()) {
      return refuse("a term is: field operator value",
                    "条件应为：字段 运算符 值");
    }
    if (!reader.Value(term.value)) {
      return refuse(absl::StrCat(term.field, " has no value"),
                    absl::StrCat(term.field, " 没有值"));
    }
    const std::string form = absl::StrCat(term.field, " ", term.op);
    if (!allowed.empty() &&
        std::find(allowed.begin(), allowed.end(), form) == allowed.end()) {
      return refuse(absl::StrCat("no such term: ", form),
                    absl::StrCat("没有此条件：", form));
    }
    if (!seen.insert(term.field).second) {
      return refuse(absl::StrCat(term.field, " is named twice"),
                    absl::StrCat(term.field, " 出现两次"));
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace twinaid::convert
