// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The text of data/land.txt, compiled in.
#ifndef TWINAID_CLIENT_PICTURE_LAND_DATA_H_
#define TWINAID_CLIENT_PICTURE_LAND_DATA_H_

namespace twinaid::picture {

// One ring a line: longitude and latitude in tenths of a degree, by turns.
extern const char kLandText[];

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_LAND_DATA_H_
