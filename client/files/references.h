// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a folder defines, to find what refers to it by id, name or code.
#ifndef TWINAID_CLIENT_FILES_REFERENCES_H_
#define TWINAID_CLIENT_FILES_REFERENCES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/name_index.h"
#include "service/model/names.h"

namespace twinaid::client {

// Why a text does not refer to anything.
struct ReferenceFault {
  std::string reason;
  std::string en;
  std::string zh;
  std::vector<std::string> suggestions;  // ids
};

// What a text refers to, or why it does not.
struct Reference {
  std::string id;  // empty: see the fault
  std::optional<ReferenceFault> fault;
};

// What can be said without the type of the id; see References.
class ReferenceTable {
 public:
  // `file` has the rows that define what is referred to.
  ReferenceTable(absl::string_view kind, absl::string_view collection,
                 absl::string_view file);

  // Known from a good row, or from elsewhere.
  void Add(Named named);
  // The row in `line` has errors: nothing may refer to it.
  void AddBad(Named named, int line);
  void SetParent(const std::string& id, const std::string& parent) {
    index_.SetParent(id, parent);
  }
  bool Contains(const std::string& id) const {
    return index_.Contains(id) && bad_.count(id) == 0;
  }

  // What `typed`, in `column`, refers to. Faults: REFERENCE_NOT_FOUND with the
  // nearest known; AMBIGUOUS_NAME with all it may mean, which are never chosen
  // from; ROW_HAS_ERRORS.
  Reference Find(absl::string_view typed, absl::string_view column);

 private:
  ReferenceFault NotFound(absl::string_view typed, absl::string_view column);
  ReferenceFault Ambiguous(absl::string_view typed, absl::string_view column,
                           const std::vector<std::string>& ids) const;

  std::string kind_;
  std::string collection_;
  std::string file_;
  NameIndex index_;
  std::map<std::string, int> bad_;  // line of the bad row
  std::map<std::string, std::vector<std::string>> nearest_;
};

// References to one kind of resource: to those of good rows, and to those whose
// row is bad.
template <typename IdType>
class References {
 public:
  using Tag = typename model::TagOf<IdType>::type;
  explicit References(absl::string_view file)
      : table_(Tag::kKind, Tag::kCollection, file) {}

  void Add(Named named) { table_.Add(std::move(named)); }
  void AddBad(Named named, int line) { table_.AddBad(std::move(named), line); }
  void SetParent(const IdType& id, const IdType& parent) {
    table_.SetParent(id.value(), parent.value());
  }
  bool Contains(const IdType& id) const { return table_.Contains(id.value()); }
  // O(known * length^2) for a text that is not known.
  Reference Find(absl::string_view typed, absl::string_view column) {
    return table_.Find(typed, column);
  }

 private:
  ReferenceTable table_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_REFERENCES_H_
