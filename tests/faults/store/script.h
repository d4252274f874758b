// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A list of mutations, written down one after the other.
#ifndef TWINAID_TESTS_FAULTS_STORE_SCRIPT_H_
#define TWINAID_TESTS_FAULTS_STORE_SCRIPT_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/core/letters.h"
#include "service/core/principals.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "tests/faults/store/requests.h"

namespace twinaid::faults {

// What an answer says: enough to tell two apart.
inline absl::StatusOr<std::string> Said(const absl::Status& status) {
  if (!status.ok()) return status;
  return std::string("done");
}
inline std::string Words(int count) { return absl::StrCat(count); }
inline std::string Words(bool made) { return made ? "made" : "was there"; }
inline std::string Words(const core::NewToken& token) { return token.text; }
inline std::string Words(const model::Token& token) { return token.id.value(); }
inline std::string Words(const core::MatchContacts& contacts) {
  return contacts.match.consignee.name;
}
inline std::string Words(const std::vector<model::Item>& items) {
  return absl::StrCat(items.size(), " items");
}
template <typename R>
std::string Words(const R& row) {
  const std::string name = model::ToName(row.key());
  return absl::StrCat(name, " ", model::EtagOf(name, row.meta));
}
template <typename T>
absl::StatusOr<std::string> Said(const absl::StatusOr<T>& answer) {
  if (!answer.ok()) return answer.status();
  return Words(*answer);
}

class Script {
 public:
  // A mutation; `id` is not taken yet.
  template <typename Body>
  void Add(const std::string& id, Body body) {
    groups_.push_back(
        {{id, false, [body](core::Mutation& m) { return Said(body(m)); }}});
  }
  void Add(Request request) { groups_.push_back({std::move(request)}); }
  std::vector<Group> Take() { return std::move(groups_); }

 private:
  std::vector<Group> groups_;
};

// The chapters, each on what the ones before it made.
void WriteRegistry(Script& script);
void WriteInventory(Script& script);
void WriteMatches(Script& script);
void WriteRounds(Script& script);
void WritePrincipals(Script& script);

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_SCRIPT_H_
