// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a notice by e-mail is written from: the event and what it is about, as
// both are now.
#ifndef TWINAID_SERVICE_CORE_NOTICE_FACTS_H_
#define TWINAID_SERVICE_CORE_NOTICE_FACTS_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/event.h"
#include "service/model/item.h"
#include "service/model/match.h"
#include "service/model/notice.h"
#include "service/model/pairing.h"
#include "service/model/place.h"

namespace twinaid::core {

// The goods of a match.
struct MatchFacts {
  model::Match match;
  model::Item item;      // that is given
  std::string currency;  // of money; else empty
};

struct NoticeFacts {
  model::Event event;
  model::Place donor;
  model::Place recipient;
  // The sides that the address speaks for: one of them at least.
  bool for_donor = false;
  bool for_recipient = false;
  std::optional<MatchFacts> goods;        // of an event of a match
  std::optional<model::Pairing> pairing;  // of an event of a pairing
};

// The event of a notice.
// NOT_FOUND: the ledger has no such event.
absl::StatusOr<model::Event> EventOf(const View& v,
                                     const model::Notice& notice);

// The facts of a notice by e-mail. nullopt: no contact at either place asks for
// it any more.
// NOT_FOUND: the event, or what it is about, is gone. INVALID_ARGUMENT: the
// event is of another kind.
absl::StatusOr<std::optional<NoticeFacts>> FactsOf(const View& v,
                                                   const model::Notice& notice);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_NOTICE_FACTS_H_
