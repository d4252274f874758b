// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// "twinaidd restore BACKUP --database FILE [--replace]".
#ifndef TWINAID_SERVICE_RESTORE_RESTORE_COMMAND_H_
#define TWINAID_SERVICE_RESTORE_RESTORE_COMMAND_H_

#include <ostream>

#include "absl/time/time.h"

namespace twinaid::restore {

// Whether the first argument asks for it.
bool IsRestoreCommand(int argc, const char* const* argv);

// Carries it out. What was restored, and what was moved where, goes to `out`;
// help too. Errors go to `err`, in Chinese where `chinese` is set. Returns the
// exit code: 0 done, 1 refused, 2 bad usage.
int RunRestoreCommand(int argc, const char* const* argv, absl::Time now,
                      bool chinese, std::ostream& out, std::ostream& err);

// Whether the locale of the process (LC_ALL, LC_MESSAGES, LANG, in this order;
// null or empty: not set) is Chinese.
bool IsChinese(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace twinaid::restore

#endif  // TWINAID_SERVICE_RESTORE_RESTORE_COMMAND_H_
