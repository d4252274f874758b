// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every use case is handed: the transaction, the moment, who asks.
#ifndef TWINAID_SERVICE_CORE_CONTEXT_H_
#define TWINAID_SERVICE_CORE_CONTEXT_H_

#include <string>

#include "absl/time/time.h"
#include "service/model/id_generator.h"
#include "service/store/store.h"

namespace twinaid::core {

// Who asks.
struct Caller {
  std::string principal;  // "principals/wuxi-fao"
};
// Who acts when nobody asked: the round runner, the sweep of what expired.
inline constexpr char kSystemPrincipal[] = "principals/system";

inline const Caller& System() {
  static const Caller& system = *new Caller{kSystemPrincipal};
  return system;
}

// A reading use case borrows all of it for the time of the call.
struct View {
  const store::ReadTransaction& tx;
  absl::Time now;
  const Caller& caller;
};

// By which ways the sides are told of events. Off: nothing is written for it.
struct NoticeSettings {
  bool webhook = false;
  bool email = false;

  bool any() const { return webhook || email; }
};

// A writing use case: what it writes through `tx` and records in the ledger is
// kept together or not at all.
struct Mutation {
  store::WriteTransaction& tx;
  absl::Time now;  // in whole microseconds
  const Caller& caller;
  model::IdGenerator& ids;
  std::string request_id;  // may be empty
  NoticeSettings notices = {};
  // Whether a principal or a token was changed; Record() sees to it.
  bool changes_access = false;

  View view() const { return View{tx, now, caller}; }
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_CONTEXT_H_
