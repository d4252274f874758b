// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Letters between places, and how the two sides of a match reach each other.
#ifndef TWINAID_SERVICE_CORE_LETTERS_H_
#define TWINAID_SERVICE_CORE_LETTERS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/organization.h"

namespace twinaid::core {

// NOT_FOUND.
absl::StatusOr<model::Letter> GetLetter(const View& v,
                                        const model::LetterId& id);

// Keeps the letter as it is; the ledger gets a salted hash of its text.
// INVALID_ARGUMENT: what Validate() says, a reference that leads nowhere, an
// organization of another seat, a match of other places; ALREADY_EXISTS.
absl::StatusOr<model::Letter> CreateLetter(Mutation& m, model::Letter letter);

// Who stands behind the two sides of a match: the organization that gives or
// that is helped first, then the municipal offices of the place.
struct MatchContacts {
  model::Match match;  // with its consignee
  std::vector<model::Organization> donor;
  std::vector<model::Organization> recipient;
};

// NOT_FOUND; FAILED_PRECONDITION (MATCH_WRONG_STATE): it came to nothing before
// anything was sent.
absl::StatusOr<MatchContacts> GetMatchContacts(const View& v,
                                               const model::MatchId& id);

// Says where the goods go; an empty consignee takes it back. The ledger gets a
// salted hash. Saying the same again changes nothing.
// INVALID_ARGUMENT; NOT_FOUND; FAILED_PRECONDITION (MATCH_WRONG_STATE): it is
// over.
absl::StatusOr<MatchContacts> SetConsignee(Mutation& m,
                                           const model::MatchId& id,
                                           const model::Consignee& consignee);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_LETTERS_H_
