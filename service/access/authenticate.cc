// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/authenticate.h"

#include <optional>
#include <string>

#include "service/model/access_errors.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::access {
namespace {

absl::StatusOr<model::Principal> PrincipalOf(const store::ReadTransaction& tx,
                                             const model::Token& token,
                                             absl::Time now) {
  if (token.revoke_time && *token.revoke_time <= now) {
    return model::TokenRevoked(token.name());
  }
  if (token.expire_time <= now) {
    return model::TokenExpired(token.name(), token.expire_time);
  }
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Principal> principal,
                           tx.principals().Find(token.principal));
  if (!principal) return model::TokenNotValid();
  if (principal->disabled) return model::PrincipalDisabled(principal->id);
  return *std::move(principal);
}

}  // namespace

absl::StatusOr<model::Principal> Authenticate(const store::ReadTransaction& tx,
                                              const TokenText& token,
                                              absl::Time now) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Token> row,
                           tx.tokens().Find(token.id));
  // An unknown id is compared with a hash that nothing has.
  static const std::string& nothing = *new std::string(64, '-');
  const bool right =
      SecretMatches(token.secret, row ? row->secret_hash : nothing);
  if (!row || !right) return model::TokenNotValid();
  return PrincipalOf(tx, *row, now);
}

absl::StatusOr<model::Principal> StillAuthentic(
    const store::ReadTransaction& tx, const model::TokenId& token,
    absl::Time now) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Token> row,
                           tx.tokens().Find(token));
  if (!row) return model::TokenNotValid();
  return PrincipalOf(tx, *row, now);
}

bool IsFailedLogin(const absl::Status& status) {
  return model::ReasonOf(status) == "TOKEN_NOT_VALID";
}

}  // namespace twinaid::access
