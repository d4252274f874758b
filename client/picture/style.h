// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How a page looks: one style sheet, compiled in.
#ifndef TWINAID_CLIENT_PICTURE_STYLE_H_
#define TWINAID_CLIENT_PICTURE_STYLE_H_

#include <string>

namespace twinaid::picture {

// The text of the page's only style element: colours by day and by night, one
// language at a time, wide and narrow screens, print. The same for every page.
std::string StyleText();

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_STYLE_H_
