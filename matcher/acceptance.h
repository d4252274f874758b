// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which items may serve which needs, each set of items stored once.

#ifndef TWINAID_MATCHER_ACCEPTANCE_H_
#define TWINAID_MATCHER_ACCEPTANCE_H_

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/instance.h"

namespace twinaid::matcher {

// Grows while needs are asked about. Borrows the instance, which is valid.
class Acceptance {
 public:
  explicit Acceptance(const Instance& instance);

  // The class of the need, which is of this family: needs of one family that
  // the same items may serve are of one class. Numbered as they are first met.
  // Time O(1) for a need like one before, else O(substitutes of its item log
  // of its list).
  std::int32_t ClassOf(const Need& need, std::int32_t family);

  // The items of class c, ascending, are items[begin[c]] to before
  // items[begin[c + 1]].
  std::vector<std::int32_t> begin = {0};
  std::vector<ItemIndex> items;

 private:
  // Family, item, list of accepted substitutes, least quality of a substitute;
  // kNoSubstitutes where no substitute will do.
  using Question = std::tuple<std::int32_t, ItemIndex, ItemListIndex, int>;

  std::vector<ItemIndex> Answer(const Question& question) const;
  std::int32_t Intern(std::int32_t family, std::vector<ItemIndex> accepted);

  const Instance& instance_;
  std::vector<Substitute> rows_;     // by item, substitute
  std::vector<std::int32_t> first_;  // by item, into rows_
  absl::flat_hash_map<Question, std::int32_t> answered_;
  std::map<std::pair<std::int32_t, std::vector<ItemIndex>>, std::int32_t>
      interned_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ACCEPTANCE_H_
