// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/command_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/setup/completion.h"
#include "client/setup/man_page.h"
#include "tests/client/setup/small_tree.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(CommandTree, HasWhatTheParserKnowsButWhatIsHidden) {
  const Command tree = SmallTree();
  EXPECT_EQ(tree.about, "Twinaid: for trying.");
  EXPECT_THAT(tree.examples, ElementsAre("twinaid need list"));
  ASSERT_EQ(tree.commands.size(), 1);
  ASSERT_EQ(tree.commands[0].commands.size(), 2);
  const Command& create = tree.commands[0].commands[1];
  EXPECT_EQ(create.path, "need create");
  EXPECT_EQ(create.about, "post one; a text of two lines");
  const Command& list = tree.commands[0].commands[0];
  EXPECT_EQ(list.about, "all. Of every place. No more.");
  EXPECT_EQ(BriefOf(list), "all");
  EXPECT_EQ(BriefOf(tree), "Twinaid: for trying");
  EXPECT_THAT(create.examples,
              ElementsAre("twinaid need create --place wuxi --urgency high"));
  ASSERT_EQ(create.positionals.size(), 1);
  EXPECT_EQ(create.positionals[0].name, "id");
  const CommandOption& urgency = create.options.back();
  EXPECT_THAT(urgency.flags, ElementsAre("--urgency"));
  EXPECT_THAT(urgency.words, ElementsAre("critical", "high"));
  EXPECT_EQ(AllOf(tree).size(), 4);
}

TEST(CommandTree, TellsFlagsFromWhatTakesAValue) {
  const Command tree = SmallTree();
  const CommandOption& help = tree.options[0];
  EXPECT_THAT(help.flags, ElementsAre("-h", "--help"));
  EXPECT_EQ(help.value, "");
  EXPECT_THAT(tree.options[1].flags, ElementsAre("-o", "--output"));
  EXPECT_EQ(tree.options[1].value, "FORMAT");
  EXPECT_TRUE(tree.options[2].file);
}

TEST(Completion, NamesWhatIsThereAndNothingHidden) {
  for (const auto& script :
       {BashCompletion(SmallTree()), ZshCompletion(SmallTree()),
        FishCompletion(SmallTree())}) {
    EXPECT_THAT(script, HasSubstr("need create|--urgency"));
    EXPECT_THAT(script, HasSubstr("critical high"));
    EXPECT_THAT(script, Not(HasSubstr("hidden")));
  }
}

TEST(ManPages, AreOneForTheRootAndOneForEachNoun) {
  const auto pages = ManPages(SmallTree(), "1.2.3");
  ASSERT_EQ(pages.size(), 2);
  EXPECT_THAT(pages.at("twinaid.1"), HasSubstr(".TH TWINAID 1"));
  EXPECT_THAT(pages.at("twinaid.1"), HasSubstr("twinaid 1.2.3"));
  EXPECT_THAT(pages.at("twinaid.1"), HasSubstr("twinaid \\- for trying\n"));
  EXPECT_THAT(pages.at("twinaid-need.1"),
              HasSubstr("twinaid\\-need \\- what places' people need"));
  EXPECT_THAT(pages.at("twinaid-need.1"), HasSubstr("(critical, high)"));
  EXPECT_THAT(pages.at("twinaid-need.1"), Not(HasSubstr("hidden")));
}

}  // namespace
}  // namespace twinaid::client
