// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ids that a folder defines, to hold what refers to them against.
#ifndef TWINAID_CLIENT_FILES_REFERENCES_H_
#define TWINAID_CLIENT_FILES_REFERENCES_H_

#include <map>
#include <optional>
#include <set>
#include <string>

#include "absl/strings/string_view.h"
#include "service/model/names.h"

namespace twinaid::client {

// Why an id cannot be referred to.
struct ReferenceFault {
  std::string reason;
  std::string en;
  std::string zh;
};

// What can be said without the type of the id; see References.
class ReferenceTable {
 public:
  ReferenceTable(absl::string_view kind, absl::string_view collection,
                 absl::string_view file);

  // `line` of its row; 0: known from elsewhere.
  void Add(const std::string& id) { good_.insert(id); }
  void AddBad(const std::string& id, int line);
  bool Contains(const std::string& id) const { return good_.count(id) > 0; }
  std::optional<ReferenceFault> FaultOf(const std::string& id,
                                        absl::string_view column);

 private:
  const std::string& NearestTo(const std::string& id);

  std::string kind_;
  std::string collection_;
  std::string file_;
  std::set<std::string> good_;
  std::map<std::string, int> bad_;  // line of the bad row
  std::map<std::string, std::string> nearest_;
};

// Ids of one kind: those of good rows, and those whose row is bad.
template <typename IdType>
class References {
 public:
  using Tag = typename model::TagOf<IdType>::type;
  explicit References(absl::string_view file)
      : table_(Tag::kKind, Tag::kCollection, file) {}

  void Add(const IdType& id) { table_.Add(id.value()); }
  // The row of `id` in `line` has errors: nothing may refer to it.
  void AddBad(const IdType& id, int line) { table_.AddBad(id.value(), line); }
  bool Contains(const IdType& id) const { return table_.Contains(id.value()); }
  // nullopt: `id` is known. O(known * length^2) for an unknown one.
  std::optional<ReferenceFault> FaultOf(const IdType& id,
                                        absl::string_view column) {
    return table_.FaultOf(id.value(), column);
  }

 private:
  ReferenceTable table_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_REFERENCES_H_
