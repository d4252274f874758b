// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The plan of a folder of files, from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_PLAN_FOLDER_H_
#define TWINAID_TESTS_FUZZ_TRY_PLAN_FOLDER_H_

#include <functional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/plan/folder_plan.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client::PlanFolder, or what a test puts in its place.
using FolderPlanner = std::function<absl::StatusOr<planning::Plan>(
    const client::Folder& folder, const client::PlanOptions& options)>;

// Reads the bytes as a folder whose text "policy" says in words how to plan
// ("mutual pool fair rungs 4"), and plans what is good in it, at most 40 rows.
// The plan is proven, or refused by an error that keeps the rules; the rows in
// reverse order give the same JSON; no difference is found between that JSON
// and itself.
Outcome TryPlanFolder(absl::string_view bytes);
Outcome TryPlanFolder(absl::string_view bytes, const FolderPlanner& plan);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_PLAN_FOLDER_H_
