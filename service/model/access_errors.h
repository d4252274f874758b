// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of principals, tokens and permission.
#ifndef TWINAID_SERVICE_MODEL_ACCESS_ERRORS_H_
#define TWINAID_SERVICE_MODEL_ACCESS_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/principal.h"

namespace twinaid::model {

// UNAUTHENTICATED TOKEN_REQUIRED: the call carries none.
absl::Status TokenRequired();
// UNAUTHENTICATED TOKEN_NOT_VALID: not of the form, unknown, or wrong; never
// which of them.
absl::Status TokenNotValid();
// UNAUTHENTICATED TOKEN_EXPIRED: said to who had the right secret.
absl::Status TokenExpired(const TokenName& token, absl::Time since);
// UNAUTHENTICATED TOKEN_REVOKED: likewise.
absl::Status TokenRevoked(const TokenName& token);
// UNAUTHENTICATED PRINCIPAL_DISABLED: likewise.
absl::Status PrincipalDisabled(const PrincipalId& principal);

// RESOURCE_EXHAUSTED LOGIN_SLOWED with a retry delay.
absl::Status LoginSlowed(absl::Duration retry_after);
// RESOURCE_EXHAUSTED TOO_MANY_CALLS with a retry delay: more a second than a
// principal may make.
absl::Status TooManyCalls(const PrincipalId& principal,
                          absl::Duration retry_after);
// RESOURCE_EXHAUSTED TOO_MANY_CALLS_AT_ONCE with a retry delay.
absl::Status TooManyCallsAtOnce(int limit);
// RESOURCE_EXHAUSTED TOO_MANY_STREAMS.
absl::Status TooManyStreams(const PrincipalId& principal, int limit);

// PERMISSION_DENIED METHOD_NOT_PERMITTED: not for this role, whatever it is
// about.
absl::Status MethodNotPermitted(const Principal& principal,
                                absl::string_view method,
                                absl::string_view allowed);
// PERMISSION_DENIED NOT_GRANTED: `what` is not among what the principal is
// granted. Says what is granted; never whether `what` exists.
absl::Status NotGranted(const Principal& principal, absl::string_view what);

// FAILED_PRECONDITION LAST_ADMIN: nobody could administer any more.
absl::Status LastAdmin(const PrincipalId& principal);
// FAILED_PRECONDITION TOKEN_OVER: expired or revoked, it cannot be rotated.
absl::Status TokenOver(const TokenName& token);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ACCESS_ERRORS_H_
