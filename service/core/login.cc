// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/login.h"

#include <optional>
#include <utility>

#include "service/access/authenticate.h"
#include "service/core/principals.h"
#include "service/model/access_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::core {

absl::StatusOr<Identity> Login::Identify(absl::string_view authorization,
                                         absl::string_view address) {
  Identity identity;
  TWINAID_RETURN_IF_ERROR(
      IdentifyAndRead(authorization, address, [&](const View&, Identity found) {
        identity = std::move(found);
        return absl::OkStatus();
      }));
  return identity;
}

absl::Status Login::IdentifyAndRead(
    absl::string_view authorization, absl::string_view address,
    absl::FunctionRef<absl::Status(const View&, Identity)> then) {
  const auto token = access::ParseAuthorization(authorization);
  const model::TokenId id = token.ok() ? token->id : model::TokenId();
  const absl::Duration wait = throttle_.Wait(id.value(), address);
  if (wait > absl::ZeroDuration()) return model::LoginSlowed(wait);
  if (!token.ok()) {
    if (access::IsFailedLogin(token.status())) Count(id, address);
    return token.status();
  }
  absl::StatusOr<model::Principal> who = absl::UnknownError("not asked");
  // Before the snapshot: what changes after this is not remembered as it was.
  const std::int64_t changes = work_.access_changes();
  const absl::Status status =
      work_.Read(System(), [&](const View& v) -> absl::Status {
        who = Find(v, *token, changes);
        if (!who.ok()) return absl::OkStatus();
        throttle_.Succeeded(id.value(), address);
        return then(v, {*std::move(who), id});
      });
  if (!status.ok() || who.ok()) return status;
  if (access::IsFailedLogin(who.status())) Count(id, address);
  return who.status();
}

absl::StatusOr<model::Principal> Login::Find(const View& v,
                                             const access::TokenText& token,
                                             std::int64_t changes) {
  if (const auto known = known_.Find(changes, token.id)) {
    return access::Authenticate(known.get(), token, v.now);
  }
  TWINAID_ASSIGN_OR_RETURN(const std::optional<access::Holder> found,
                           access::FindHolder(v.tx, token.id));
  if (!found) return access::Authenticate(nullptr, token, v.now);
  known_.Remember(changes, *found);
  return access::Authenticate(&*found, token, v.now);
}

bool Login::IsKnown(absl::string_view authorization) const {
  const auto token = access::ParseAuthorization(authorization);
  if (!token.ok()) return false;
  const auto known = known_.Find(work_.access_changes(), token->id);
  return known != nullptr &&
         access::SecretMatches(token->secret, known->token.secret_hash);
}

void Login::Count(const model::TokenId& token, absl::string_view address) {
  const access::FailedLogin failed = throttle_.Failed(token.value(), address);
  if (!failed.record) return;
  // What cannot be recorded was counted all the same.
  work_
      .Run(System(),
           [&](Mutation& m) -> absl::Status {
             // An id that nothing has may be anything, a secret included.
             TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Token> row,
                                      m.tx.tokens().Find(token));
             return RecordFailedLogins(m, row ? token : model::TokenId(),
                                       address, failed.count);
           })
      .IgnoreError();
}

}  // namespace twinaid::core
