// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Keys as texts.
#ifndef TWINAID_SERVICE_STORE_SQLITE_KEYS_H_
#define TWINAID_SERVICE_STORE_SQLITE_KEYS_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/model/event.h"
#include "service/model/names.h"
#include "service/model/notice.h"
#include "service/model/round.h"

namespace twinaid::store {

// The values of the key columns.
template <typename Tag>
std::vector<std::string> KeyTexts(const model::Id<Tag>& id) {
  return {id.value()};
}
template <typename Parent, typename Child>
std::vector<std::string> KeyTexts(
    const model::NestedName<Parent, Child>& name) {
  return {name.parent.value(), name.child.value()};
}
inline std::vector<std::string> KeyTexts(const model::UnmetNeed::Key& key) {
  return {key.round.parent.value(), key.round.child.value(),
          key.need.parent.value(), key.need.child.value()};
}
inline std::vector<std::string> KeyTexts(const model::RoundEdge::Key& key) {
  return {key.round.parent.value(), key.round.child.value(),
          absl::StrCat(key.stage), key.donor.value(), key.recipient.value()};
}
inline std::vector<std::string> KeyTexts(const model::Notice::Key& key) {
  return {absl::StrCat(key.seq), absl::StrCat(static_cast<int>(key.channel)),
          key.recipient};
}

// The resource name.
template <typename K>
std::string KeyText(const K& key) {
  return model::ToName(key);
}
inline std::string KeyText(const model::UnmetNeed::Key& key) {
  return absl::StrCat(key.round.ToString(), " ", key.need.ToString());
}
inline std::string KeyText(const model::RoundEdge::Key& key) {
  return absl::StrCat(key.round.ToString(), " stage ", key.stage, " ",
                      model::ToName(key.donor), " ",
                      model::ToName(key.recipient));
}
inline std::string KeyText(const model::Notice::Key& key) {
  return absl::StrCat(model::EventName(key.seq), " channel ",
                      static_cast<int>(key.channel), " ", key.recipient);
}

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_KEYS_H_
