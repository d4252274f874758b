// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which resources of one kind a text may mean: by id, name, alias or code.
#ifndef TWINAID_CLIENT_FILES_NAME_INDEX_H_
#define TWINAID_CLIENT_FILES_NAME_INDEX_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "service/model/errors.h"
#include "service/model/place.h"

namespace twinaid::client {

// What one resource is called. All texts but `id` are compared as Folded().
struct Named {
  std::string id;
  std::string name_en;
  std::string name_zh;
  std::vector<std::string> others;      // aliases, short names, codes
  std::vector<std::string> qualifiers;  // what only tells it from others: "MD"
  bool any_order = false;               // the words of its id in any order
  // Places only.
  model::PlaceKind kind = model::PlaceKind::kCity;
  std::string parent;  // id; empty: none
};

// Not thread-safe while it is added to. Deterministic: results do not depend
// on the order of Add().
class NameIndex {
 public:
  // Replaces what was added with the same id.
  void Add(Named named);
  // The place `id` lies in `parent`. Nothing for an id that was not added.
  void SetParent(const std::string& id, const std::string& parent);
  bool Contains(const std::string& id) const { return named_.count(id) > 0; }

  // The ids that `typed` may mean, ascending. An id means itself alone. Else
  // all that are called so; else, with the word of a kind at its end ("Jilin
  // Province"), those of that kind; else those inside what else it says
  // ("Columbia, MD", "Columbus (Ohio)", "江苏省无锡市"). None is preferred to
  // another: several are for a person to choose from.
  // O(length * log n), times length where it says what a place lies in.
  std::vector<std::string> Find(absl::string_view typed) const;

  // At most `most` ids that `typed` may be meant for where Find() has none:
  // the fewest changes of a character first (a third of its length at most),
  // then those that share a word. O(n * length^2).
  std::vector<std::string> Nearest(absl::string_view typed,
                                   std::size_t most) const;

  // "us-md-columbia (Columbia, Maryland)", names in `language` where there are
  // some; the id alone where it has no name.
  std::string Shown(const std::string& id, model::Language language) const;
  // "Columbia, Maryland" or "马里兰州哥伦比亚": a text that means `id` alone;
  // the id where there is none shorter.
  std::string Qualified(const std::string& id, model::Language language) const;

 private:
  std::vector<std::string> Called(const std::string& key) const;
  std::vector<std::string> Qualifying(absl::string_view typed) const;
  std::vector<std::string> FindName(absl::string_view typed) const;
  std::vector<std::string> FindInside(absl::string_view name,
                                      absl::string_view where, int depth) const;
  std::vector<std::string> FindQualified(absl::string_view typed,
                                         int depth) const;
  std::string NameOf(const std::string& id, model::Language language) const;

  std::map<std::string, Named> named_;
  std::map<std::string, std::vector<std::string>> by_key_;        // folded
  std::map<std::string, std::vector<std::string>> by_qualifier_;  // folded
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_NAME_INDEX_H_
