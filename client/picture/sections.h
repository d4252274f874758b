// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The parts of a page, from top to bottom. Each is a section with a heading; a
// part without data says so in words.
#ifndef TWINAID_CLIENT_PICTURE_SECTIONS_H_
#define TWINAID_CLIENT_PICTURE_SECTIONS_H_

#include <string>

#include "client/picture/page.h"

namespace twinaid::picture {

// Title, what the page is about, and its key figures.
std::string HeadSection(const Page& page);

// The map, and every pairing and help from the pool in tables.
std::string PairingSection(const Page& page);

// How far needs are covered: by place, by item, and all in figures.
std::string CoverageSection(const Page& page);

// Critical needs that are open, and why.
std::string NeedSection(const Page& page);

// Steps of matches over time and what arrived by month; of a report.
std::string FlowSection(const Page& page);

// What went each way between two places; of a report.
std::string BalanceSection(const Page& page);

// A section with its heading; `id` names both.
std::string Section(const std::string& id, const Words& title,
                    const std::string& content);

// A sentence where there is nothing to draw.
std::string Nothing(const Words& words);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_SECTIONS_H_
