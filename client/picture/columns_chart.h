// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A chart with a group of columns for each period.
#ifndef TWINAID_CLIENT_PICTURE_COLUMNS_CHART_H_
#define TWINAID_CLIENT_PICTURE_COLUMNS_CHART_H_

#include <string>
#include <vector>

#include "client/picture/periods.h"

namespace twinaid::picture {

// An SVG that `labelled_by` (ids of the page) describes. Its columns have the
// colours of the steps, always in their order. Precondition: there are periods.
std::string ColumnsChart(const std::vector<Period>& periods,
                         const std::string& labelled_by);

// The least round number (1, 2, 5, 10, 20, ...) of which `parts` reach `most`.
std::int64_t RoundStep(std::int64_t most, std::int64_t parts);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_COLUMNS_CHART_H_
