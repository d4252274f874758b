// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One self-contained page of HTML: a map of the pairings, coverage, unmet
// critical needs, flows over time and balance, in English and Chinese.
#ifndef TWINAID_CLIENT_PICTURE_RENDER_H_
#define TWINAID_CLIENT_PICTURE_RENDER_H_

#include <string>

#include "client/picture/page.h"

namespace twinaid::picture {

// The page as a whole, UTF-8. It has no script, asks no network for anything
// (its Content-Security-Policy forbids it) and stores nothing. Both languages
// are in it; `first` is the one shown until the reader switches.
//
// Every text of `page` is shown as text, whatever it holds: markup in it is
// escaped, bytes that are no UTF-8 and control characters are replaced.
// Equal pages give equal bytes.
//
// Precondition: every place that a row names is in page.places.
// Thread-safe. O(n log n) for n rows, and O(p^2) for the labels of at most 400
// places.
std::string Render(const Page& page, Language first);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_RENDER_H_
