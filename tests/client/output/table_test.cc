// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

TEST(Table, AlignsChineseByTheColumnsItTakes) {
  EXPECT_EQ(RenderTable({{"place"}, {"name"}, {"n", true}},
                        {{"cn-js-wuxi", "无锡", "12"}, {"us-oh", "Ohio", "3"}}),
            "place       name   n\n"
            "cn-js-wuxi  无锡  12\n"
            "us-oh       Ohio   3\n");
}

TEST(Table, AlignsUnderChineseHeadings) {
  EXPECT_EQ(RenderTable({{"地方"}, {"数量", true}}, {{"a", "1"}}),
            "地方  数量\n"
            "a        1\n");
}

TEST(Table, LeavesOutTheHeadingsWhereThereAreNone) {
  EXPECT_EQ(RenderTable({{""}, {""}}, {{"need", "1"}, {"offered", "2"}}),
            "need     1\n"
            "offered  2\n");
}

TEST(Table, CutsTheWidestColumnToFitTheTerminal) {
  EXPECT_EQ(RenderTable({{"id"}, {"note"}}, {{"a", "a very long note"}}, 14),
            "id  note\n"
            "a   a very lo…\n");
}

TEST(Table, NeverCutsAWholeColumn) {
  EXPECT_EQ(RenderTable({{"id", false, true}, {"note"}},
                        {{"us-tx-san-antonio", "a note"}}, 10),
            "id                 note\n"
            "us-tx-san-antonio  a note\n");
}

TEST(Table, LeavesNoBlanksAtTheEndOfALine) {
  EXPECT_EQ(RenderTable({{"a"}, {"b"}}, {{"1", ""}}), "a  b\n1\n");
}

TEST(Table, ToleratesRowsThatAreShorterThanTheColumns) {
  EXPECT_EQ(RenderTable({{"a"}, {"b"}}, {{"1"}}), "a  b\n1\n");
}

TEST(CutToWidth, NeverCutsAChineseCharacterInTwo) {
  EXPECT_EQ(CutToWidth("友好城市", 8), "友好城市");
  EXPECT_EQ(CutToWidth("友好城市", 7), "友好城…");
  EXPECT_EQ(CutToWidth("友好城市", 6), "友好…");
}

}  // namespace
}  // namespace twinaid::client
