// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who calls.
#ifndef TWINAID_SERVICE_ACCESS_AUTHENTICATE_H_
#define TWINAID_SERVICE_ACCESS_AUTHENTICATE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/access/token_text.h"
#include "service/model/principal.h"
#include "service/store/store.h"

namespace twinaid::access {

// A token and whose it is.
struct Holder {
  model::Token token;
  model::Principal principal;
};

// By its id alone; the secret is not looked at. Two reads by key. Nothing: no
// such token.
absl::StatusOr<std::optional<Holder>> FindHolder(
    const store::ReadTransaction& tx, const model::TokenId& token);

// The principal whose token this is, of what was found for its id.
//
// UNAUTHENTICATED  TOKEN_NOT_VALID: no such token, or another secret; both take
//                  the same steps and give the same answer. TOKEN_EXPIRED,
//                  TOKEN_REVOKED, PRINCIPAL_DISABLED: the secret was right.
absl::StatusOr<model::Principal> Authenticate(const Holder* found,
                                              const TokenText& token,
                                              absl::Time now);

// The same for a token whose secret was right before: whether it still counts.
absl::StatusOr<model::Principal> StillAuthentic(
    const store::ReadTransaction& tx, const model::TokenId& token,
    absl::Time now);

// True for the errors of a guess: those that count as a failed login.
bool IsFailedLogin(const absl::Status& status);

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_AUTHENTICATE_H_
