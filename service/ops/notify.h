// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Tells the service manager how the server is.
#ifndef TWINAID_SERVICE_OPS_NOTIFY_H_
#define TWINAID_SERVICE_OPS_NOTIFY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::ops {

// Sends one datagram ("READY=1", "STOPPING=1", "WATCHDOG=1") to `socket`, the
// value of NOTIFY_SOCKET: a path, or a name that begins with '@'. False: there
// is no such socket. Does nothing for an empty name.
// See sd_notify(3).
bool Notify(const std::string& socket, absl::string_view state);

// NOTIFY_SOCKET of this process, which is then taken out of its environment.
std::string TakeNotifySocket();

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_NOTIFY_H_
