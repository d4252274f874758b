// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// May this principal make this call?
#ifndef TWINAID_SERVICE_POLICY_AUTHORIZE_H_
#define TWINAID_SERVICE_POLICY_AUTHORIZE_H_

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/principal.h"
#include "service/store/store.h"

namespace twinaid::policy {

// OK: the line of the method in the policy allows it. Comes before the call
// looks at anything: for what is not granted the answer is the same whether it
// exists or not. At most a few reads by key for each name in the request.
//
// PERMISSION_DENIED  METHOD_NOT_PERMITTED: the role may not call it (no line
//                    allows nobody); NOT_GRANTED
// INVALID_ARGUMENT   INVALID_VALUE: a name that decides has not its form;
//                    INVALID_FILTER
absl::Status Authorize(const store::ReadTransaction& tx,
                       const model::Principal& principal,
                       absl::string_view method,
                       const google::protobuf::Message& request);

}  // namespace twinaid::policy

#endif  // TWINAID_SERVICE_POLICY_AUTHORIZE_H_
