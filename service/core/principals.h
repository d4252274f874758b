// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Use cases on principals and their tokens. Each change is recorded in the
// ledger; no secret is.
#ifndef TWINAID_SERVICE_CORE_PRINCIPALS_H_
#define TWINAID_SERVICE_CORE_PRINCIPALS_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/core/context.h"
#include "service/model/principal.h"

namespace twinaid::core {

// NOT_FOUND.
absl::StatusOr<model::Principal> GetPrincipal(const View& v,
                                              const model::PrincipalId& id);

// INVALID_ARGUMENT: what Validate() says, REFERENCE_NOT_FOUND for a place or
// scheme; ALREADY_EXISTS.
absl::StatusOr<model::Principal> CreatePrincipal(Mutation& m,
                                                 model::Principal principal);

// Also NOT_FOUND; ABORTED (STALE_ETAG); FAILED_PRECONDITION (LAST_ADMIN).
absl::StatusOr<model::Principal> UpdatePrincipal(Mutation& m,
                                                 model::Principal principal,
                                                 absl::string_view etag);

inline constexpr absl::Duration kDefaultLifetime = absl::Hours(90 * 24);
inline constexpr absl::Duration kShortestLifetime = absl::Minutes(1);
inline constexpr absl::Duration kLongestLifetime = absl::Hours(400 * 24);
inline constexpr absl::Duration kLongestOverlap = absl::Hours(7 * 24);

// A token, and its text ID.SECRET, which is kept nowhere.
struct NewToken {
  model::Token token;
  std::string text;
};

// INVALID_ARGUMENT: the title, or a lifetime outside of its bounds; NOT_FOUND:
// no such principal.
absl::StatusOr<NewToken> CreateToken(Mutation& m,
                                     const model::PrincipalId& principal,
                                     absl::string_view title,
                                     absl::Duration lifetime);

// A new one with the title of the old one, which ends after `overlap`.
// INVALID_ARGUMENT; NOT_FOUND; FAILED_PRECONDITION (TOKEN_OVER).
absl::StatusOr<NewToken> RotateToken(Mutation& m, const model::TokenName& name,
                                     absl::Duration lifetime,
                                     absl::Duration overlap);

// NOT_FOUND. One that was revoked stays as it is.
absl::StatusOr<model::Token> RevokeToken(Mutation& m,
                                         const model::TokenName& name);

// The way in: where there is no principal at all, or `always`, makes
// principals/admin an admin that is not disabled, with a new token. `keep` gets
// its text before anything is stored; what it returns ends the call. True: a
// token was made.
absl::StatusOr<bool> EnsureAdmin(
    Mutation& m, bool always,
    absl::FunctionRef<absl::Status(const std::string& token)> keep);

// Puts failed logins into the ledger. `token` is the id that was tried, empty
// where no token has it.
absl::Status RecordFailedLogins(Mutation& m, const model::TokenId& token,
                                absl::string_view address, std::int64_t count);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_PRINCIPALS_H_
