// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The map of a page: the land, the places that help and are helped, and a line
// for each help between two of them.
#ifndef TWINAID_CLIENT_PICTURE_MAP_H_
#define TWINAID_CLIENT_PICTURE_MAP_H_

#include <string>

#include "client/picture/page.h"

namespace twinaid::picture {

// An SVG with its legend. One path of class "pair" for each pairing whose two
// places have a position, of class "pool" for each help from the pool. A line
// bends to the left of its way, so that the two directions of a mutual pair lie
// apart. Its state is told by colour and by dashes, what a place does by the
// shape of its mark; names stand where there is room for them. What is not
// drawn for want of a position is counted in words.
//
// The text alternative is the paragraph "map-text" of the page.
std::string MapHtml(const Page& page);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_MAP_H_
