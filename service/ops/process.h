// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the process asks of the system for itself.
#ifndef TWINAID_SERVICE_OPS_PROCESS_H_
#define TWINAID_SERVICE_OPS_PROCESS_H_

namespace twinaid::ops {

// No core dump, and nobody else's debugger: secrets live in memory for a
// moment. (A sanitizer needs the debugger and keeps it.)
void KeepMemoryPrivate();

// As many open files as the system allows, at most 65536: the default of many
// systems, 1024, is used up by 1000 idle connections.
void AllowManyFiles();

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_PROCESS_H_
