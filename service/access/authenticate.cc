// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/authenticate.h"

#include <string>
#include <utility>

#include "service/model/access_errors.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::access {
namespace {

absl::StatusOr<model::Principal> PrincipalOf(const Holder& holder,
                                             absl::Time now) {
  const auto& [token, principal] = holder;
  if (token.revoke_time && *token.revoke_time <= now) {
    return model::TokenRevoked(token.name());
  }
  if (token.expire_time <= now) {
    return model::TokenExpired(token.name(), token.expire_time);
  }
  if (principal.disabled) return model::PrincipalDisabled(principal.id);
  return principal;
}

}  // namespace

absl::StatusOr<std::optional<Holder>> FindHolder(
    const store::ReadTransaction& tx, const model::TokenId& token) {
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Token> row,
                           tx.tokens().Find(token));
  if (!row) return std::nullopt;
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Principal> principal,
                           tx.principals().Find(row->principal));
  if (!principal) return std::nullopt;
  return Holder{*std::move(row), *std::move(principal)};
}

absl::StatusOr<model::Principal> Authenticate(const Holder* found,
                                              const TokenText& token,
                                              absl::Time now) {
  // An unknown id is compared with a hash that nothing has.
  static const std::string& nothing = *new std::string(64, '-');
  const bool right = SecretMatches(
      token.secret, found == nullptr ? nothing : found->token.secret_hash);
  if (found == nullptr || !right) return model::TokenNotValid();
  return PrincipalOf(*found, now);
}

absl::StatusOr<model::Principal> StillAuthentic(
    const store::ReadTransaction& tx, const model::TokenId& token,
    absl::Time now) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<Holder> found,
                           FindHolder(tx, token));
  if (!found) return model::TokenNotValid();
  return PrincipalOf(*found, now);
}

bool IsFailedLogin(const absl::Status& status) {
  return model::ReasonOf(status) == "TOKEN_NOT_VALID";
}

}  // namespace twinaid::access
