// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// From what a call carries to who it is; failures are slowed down and recorded.
#ifndef TWINAID_SERVICE_CORE_LOGIN_H_
#define TWINAID_SERVICE_CORE_LOGIN_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/access/known_holders.h"
#include "service/access/login_throttle.h"
#include "service/core/unit_of_work.h"
#include "service/model/principal.h"

namespace twinaid::core {

struct Identity {
  model::Principal who;
  model::TokenId token;
};

// Thread-safe. What it is given is borrowed.
class Login {
 public:
  Login(UnitOfWork& work, const model::Clock& clock)
      : work_(work), throttle_(clock) {}

  // Who sent this value of `authorization` from this address. One read, of
  // nothing if the token was used since principals or tokens last changed; a
  // failure may write one event to the ledger, at most one a second in all.
  //
  // UNAUTHENTICATED     TOKEN_REQUIRED, TOKEN_NOT_VALID, TOKEN_EXPIRED,
  //                     TOKEN_REVOKED, PRINCIPAL_DISABLED
  // RESOURCE_EXHAUSTED  LOGIN_SLOWED: not even looked at
  absl::StatusOr<Identity> Identify(absl::string_view authorization,
                                    absl::string_view address);

  // The same in the transaction of whoever goes on in it: `then` gets the view
  // and who calls, and what it returns is returned.
  absl::Status IdentifyAndRead(
      absl::string_view authorization, absl::string_view address,
      absl::FunctionRef<absl::Status(const View&, Identity)> then);

  // Whether this is somebody whom Identify remembers: then it reads nothing and
  // has nothing to record.
  bool IsKnown(absl::string_view authorization) const;

  // Failed logins since the start.
  std::int64_t failures() const { return throttle_.failures(); }

 private:
  // The principal that a token's text shows, of what is known or read.
  absl::StatusOr<model::Principal> Find(const View& v,
                                        const access::TokenText& token,
                                        std::int64_t changes);
  void Count(const model::TokenId& token, absl::string_view address);

  UnitOfWork& work_;
  access::KnownHolders known_;
  access::LoginThrottle throttle_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_LOGIN_H_
