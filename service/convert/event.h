// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Events as the contract has them.
#ifndef TWINAID_SERVICE_CONVERT_EVENT_H_
#define TWINAID_SERVICE_CONVERT_EVENT_H_

#include "service/model/event.h"
#include "twinaid/v1/event.pb.h"

namespace twinaid::convert {

v1::Event ToProto(const model::Event& event);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_EVENT_H_
