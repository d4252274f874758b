// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/principals.h"
#include "service/core/rows.h"
#include "service/model/access_errors.h"
#include "service/model/checks.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

absl::Status CheckLifetime(absl::Duration lifetime) {
  return model::CheckRange(absl::ToInt64Seconds(lifetime), "lifetime",
                           absl::ToInt64Seconds(kShortestLifetime),
                           absl::ToInt64Seconds(kLongestLifetime));
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Token& token) {
  return Record(
      m, type, token.name().ToString(), {},
      {{"expires", absl::FormatTime(absl::RFC3339_sec, token.expire_time,
                                    absl::UTCTimeZone())}});
}

// The token by both parts of its name.
absl::StatusOr<model::Token> RequireToken(const View& v,
                                          const model::TokenName& name) {
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Token> token,
                           v.tx.tokens().Find(name.child));
  if (!token || token->principal != name.parent) {
    return model::NotFound("token", name.ToString());
  }
  return *std::move(token);
}

bool IsOver(const model::Token& token, absl::Time now) {
  return token.expire_time <= now || token.revoke_time.has_value();
}

}  // namespace

absl::StatusOr<NewToken> CreateToken(Mutation& m,
                                     const model::PrincipalId& principal,
                                     absl::string_view title,
                                     absl::Duration lifetime) {
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(title, "title", model::kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(CheckLifetime(lifetime));
  TWINAID_RETURN_IF_ERROR(GetPrincipal(m.view(), principal).status());
  const std::string secret = m.ids.NewSecret();
  NewToken made;
  made.token.id = model::TokenId::Trusted(m.ids.NewId("tk"));
  made.token.principal = principal;
  made.token.title = std::string(title);
  made.token.secret_hash = model::HashOfSecret(secret);
  made.token.expire_time = m.now + lifetime;
  made.token.create_time = m.now;
  made.text = absl::StrCat(made.token.id.value(), ".", secret);
  TWINAID_RETURN_IF_ERROR(m.tx.tokens().Insert(made.token));
  TWINAID_RETURN_IF_ERROR(Note(m, "token.created", made.token));
  return made;
}

absl::StatusOr<NewToken> RotateToken(Mutation& m, const model::TokenName& name,
                                     absl::Duration lifetime,
                                     absl::Duration overlap) {
  TWINAID_RETURN_IF_ERROR(
      model::CheckRange(absl::ToInt64Seconds(overlap), "overlap", 0,
                        absl::ToInt64Seconds(kLongestOverlap)));
  TWINAID_ASSIGN_OR_RETURN(model::Token old, RequireToken(m.view(), name));
  if (IsOver(old, m.now)) return model::TokenOver(name);
  TWINAID_ASSIGN_OR_RETURN(NewToken made,
                           CreateToken(m, name.parent, old.title, lifetime));
  if (overlap == absl::ZeroDuration()) {
    old.revoke_time = m.now;
  } else {
    old.expire_time = std::min(old.expire_time, m.now + overlap);
  }
  TWINAID_RETURN_IF_ERROR(m.tx.tokens().Update(old));
  TWINAID_RETURN_IF_ERROR(Note(m, "token.rotated", old));
  return made;
}

absl::StatusOr<model::Token> RevokeToken(Mutation& m,
                                         const model::TokenName& name) {
  TWINAID_ASSIGN_OR_RETURN(model::Token token, RequireToken(m.view(), name));
  if (token.revoke_time) return token;
  token.revoke_time = m.now;
  TWINAID_RETURN_IF_ERROR(m.tx.tokens().Update(token));
  TWINAID_RETURN_IF_ERROR(Note(m, "token.revoked", token));
  return token;
}

}  // namespace twinaid::core
