// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_filter.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace twinaid::fuzz {
namespace {

std::string Written(const std::vector<convert::FilterTerm>& terms) {
  std::string text;
  for (const convert::FilterTerm& term : terms) {
    absl::StrAppend(
        &text, text.empty() ? "" : " AND ", term.field, " ", term.op, " \"",
        absl::StrReplaceAll(term.value, {{"\\", "\\\\"}, {"\"", "\\\""}}),
        "\"");
  }
  return text;
}

bool Same(const std::vector<convert::FilterTerm>& a,
          const std::vector<convert::FilterTerm>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.field == y.field && x.op == y.op && x.value == y.value;
      });
}

}  // namespace

Outcome TryFilter(absl::string_view bytes) {
  return TryFilter(bytes, convert::ParseFilter);
}

Outcome TryFilter(absl::string_view bytes, const FilterParser& parse) {
  const std::vector<absl::string_view> allowed = {
      "place =", "item =", "state =", "kind =", "seq >=", "update_time >="};
  Outcome outcome;
  const auto terms = parse(bytes, allowed);
  if (!terms.ok()) {
    CountRefusal(terms.status(), "INVALID_FILTER", outcome);
    return outcome;
  }
  ++outcome.taken;
  std::set<std::string> fields;
  for (const convert::FilterTerm& term : *terms) {
    const std::string form = absl::StrCat(term.field, " ", term.op);
    if (std::count(allowed.begin(), allowed.end(), form) != 1 ||
        !fields.insert(term.field).second) {
      Fault(outcome, absl::StrCat("taken: ", form));
    }
  }
  const std::string written = Written(*terms);
  const auto again = parse(written, allowed);
  if (!again.ok() || !Same(*terms, *again)) {
    Fault(outcome, absl::StrCat("does not read back: ", written));
  }
  return outcome;
}

}  // namespace twinaid::fuzz
