// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pages to draw in tests: sister cities of China and the United States.
#ifndef TWINAID_TESTS_CLIENT_PICTURE_SAMPLE_PAGE_H_
#define TWINAID_TESTS_CLIENT_PICTURE_SAMPLE_PAGE_H_

#include "client/picture/page.h"

namespace twinaid::picture {

inline constexpr Position kWuxi{31.57, 120.29};
inline constexpr Position kSanAntonio{29.42, -98.49};
inline constexpr Position kBeijing{39.90, 116.40};
inline constexpr Position kWuhan{30.58, 114.27};
inline constexpr Position kChicago{41.85, -87.65};
inline constexpr Position kPittsburgh{40.44, -80.00};
inline constexpr Position kHonolulu{21.31, -157.86};

// Something of everything: every step, a mutual pair, money, the pool, a place
// without a position and one without a Chinese name.
inline Page SamplePage() {
  const Words mask = {"Surgical mask", "医用外科口罩"};
  const Words cash = {"Donation", "捐款"};
  const Words sister = {"sister city", "友好城市"};
  Page page;
  page.as_of = absl::CivilDay(2026, 2, 10);
  page.about = {"Round r-1 of scheme default", "机制 default 的轮次 r-1"};
  page.source = {"Ledger up to event 42", "账本截至第 42 条记录"};
  page.places = {{{"Wuxi", "无锡市"}, kWuxi},
                 {{"San Antonio", "圣安东尼奥"}, kSanAntonio},
                 {{"Beijing", "北京市"}, kBeijing},
                 {{"Chicago", "芝加哥"}, kChicago},
                 {{"Wuhan", "武汉市"}, kWuhan},
                 {{"Pittsburgh", ""}, kPittsburgh},
                 {{"Nowhere", "无处"}, std::nullopt},
                 {{"Honolulu", "檀香山"}, kHonolulu}};
  page.pairings = {
      {0, 1, sister, Step::kReceived, 1, {{mask, "", 30000}}},
      {1, 0, sister, Step::kProposed, 1, {{cash, "USD", 1234550}}},
      {2, 3, sister, Step::kDispatched, 2, {{mask, "", 5}, {cash, "CNY", 100}}},
      {4, 5, sister, Step::kAccepted, 1, {{mask, "", 7}}},
      {2, 5, sister, Step::kEnded, 1, {}},
      {6, 1, sister, Step::kProposed, 1, {{mask, "", 9}}}};
  page.pool = {
      {4, 3, {"no tie", "无关系"}, Step::kProposed, 1, {{mask, "", 3}}}};
  page.coverage = {{1, mask, "", 2, 1, 40000, 0, 0, 400, 29600},
                   {0, cash, "USD", 1, 0, 2000000, 1234550, 0, 0, 0},
                   {7, mask, "", 1, 0, 500, 0, 0, 0, 0}};
  page.critical = {{7,
                    mask,
                    "",
                    500,
                    absl::CivilDay(2026, 3, 1),
                    {"nobody offers it", "无人提供"}},
                   {1, mask, "", 10000, std::nullopt, {}}};
  page.other_open_needs = 1;
  page.moves = {{Step::kProposed, absl::CivilDay(2026, 2, 1)},
                {Step::kAccepted, absl::CivilDay(2026, 2, 3)},
                {Step::kDispatched, absl::CivilDay(2026, 2, 3)},
                {Step::kReceived, absl::CivilDay(2026, 2, 9)}};
  page.arrivals = {{absl::CivilMonth(2026, 2), mask, "", 1, 29600}};
  page.exchanges = {{0, 1, sister, 1, 0, {{mask, "", 29600, 0}}},
                    {2, 3, {}, 0, 2, {{cash, "CNY", 0, 250}}}};
  return page;
}

}  // namespace twinaid::picture

#endif  // TWINAID_TESTS_CLIENT_PICTURE_SAMPLE_PAGE_H_
