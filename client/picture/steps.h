// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The steps of help: their words and their classes in the style.
#ifndef TWINAID_CLIENT_PICTURE_STEPS_H_
#define TWINAID_CLIENT_PICTURE_STEPS_H_

#include <array>
#include <cstddef>

#include "absl/strings/string_view.h"
#include "client/picture/page.h"

namespace twinaid::picture {

inline constexpr std::array<Step, 5> kSteps = {Step::kProposed, Step::kAccepted,
                                               Step::kDispatched,
                                               Step::kReceived, Step::kEnded};

// "on its way", "在途".
Words StepWords(Step step);

// Of the shade in the palette and the class in the style: "dispatched".
absl::string_view StepName(Step step);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_STEPS_H_
