// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A folder of its own for a test, gone with the test.
#ifndef TWINAID_TESTS_SUPPORT_SCRATCH_FOLDER_H_
#define TWINAID_TESTS_SUPPORT_SCRATCH_FOLDER_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid {

class ScratchFolder {
 public:
  // Under TMPDIR, or /tmp. Ends the program if there can be none.
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  // The path of a file in it.
  std::string File(absl::string_view name) const;

 private:
  std::string path_;
};

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_SCRATCH_FOLDER_H_
