// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/enum_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/cli/arguments.h"
#include "client/cli/event_words.h"
#include "client/cli/verbs.h"
#include "client/output/state_colour.h"
#include "twinaid/v1/need.pb.h"

namespace twinaid::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FileDescriptor;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <typename Scope>
void AddEnums(const Scope& scope, std::set<const EnumDescriptor*>& enums) {
  for (int i = 0; i < scope.enum_type_count(); ++i) {
    enums.insert(scope.enum_type(i));
  }
}

void AddEnumsIn(const Descriptor& message,
                std::set<const EnumDescriptor*>& enums) {
  AddEnums(message, enums);
  for (int i = 0; i < message.nested_type_count(); ++i) {
    AddEnumsIn(*message.nested_type(i), enums);
  }
}

// Of the file and of all that it imports of the contract.
void AddEnumsOf(const FileDescriptor& file,
                std::set<const EnumDescriptor*>& enums) {
  if (!absl::StartsWith(file.name(), "twinaid/")) return;
  AddEnums(file, enums);
  for (int i = 0; i < file.message_type_count(); ++i) {
    AddEnumsIn(*file.message_type(i), enums);
  }
  for (int i = 0; i < file.dependency_count(); ++i) {
    AddEnumsOf(*file.dependency(i), enums);
  }
}

std::set<const EnumDescriptor*> EnumsOfTheContract() {
  std::set<const EnumDescriptor*> enums;
  for (const char* service :
       {"admin", "assistance", "correspondence", "inventory", "ledger",
        "matching", "registry", "report"}) {
    const FileDescriptor* const file =
        google::protobuf::DescriptorPool::generated_pool()->FindFileByName(
            absl::StrCat("twinaid/v1/", service, "_service.proto"));
    EXPECT_NE(file, nullptr) << service;
    if (file == nullptr) continue;
    AddEnumsOf(*file, enums);
  }
  return enums;
}

TEST(EnumText, EveryValueOfTheContractHasAChineseWord) {
  const auto enums = EnumsOfTheContract();
  EXPECT_GE(enums.size(), 27U);
  for (const EnumDescriptor* type : enums) {
    std::set<std::string> words;
    for (int i = 0; i < type->value_count(); ++i) {
      const int value = type->value(i)->number();
      if (value == 0) continue;
      const std::string word = TextOf(*type, value, true);
      EXPECT_NE(word, TextOf(*type, value, false))
          << type->full_name() << " " << type->value(i)->name();
      EXPECT_TRUE(words.insert(word).second)
          << type->full_name() << " has " << word << " twice";
    }
    EXPECT_EQ(CodesByChineseWord(*type).size(), words.size());
  }
}

TEST(EnumText, SaysWhatTheValueIsAndNotANeighbour) {
  EXPECT_EQ(EnumText(v1::CRITICAL, true), "危急");
  EXPECT_EQ(EnumText(v1::LOW, true), "低");
  EXPECT_EQ(EnumText(v1::Need::PARTIALLY_COVERED, true), "部分落实");
  EXPECT_EQ(EnumText(v1::Match::LOST, true), "已遗失");
  EXPECT_EQ(EnumText(v1::Policy::FAIR, true), "公平");
  EXPECT_EQ(EnumText(v1::CUSTOMS, true), "海关");
  EXPECT_EQ(EnumText(v1::Principal::AUDITOR, true), "审计员");
  EXPECT_EQ(EnumText(v1::Place::DISTRICT, true), "区");
  EXPECT_EQ(EnumText(v1::Need::PARTIALLY_COVERED, false), "partially_covered");
  EXPECT_EQ(EnumText(v1::URGENCY_UNSPECIFIED, true), "");
  EXPECT_EQ(EnumText(static_cast<v1::Urgency>(99), true), "99");
}

TEST(EnumText, ListsOfCodesAreKnownByAllOfThem) {
  EXPECT_THAT(ChineseOfCodes({"donor", "recipient", "both"}),
              ElementsAre("捐赠方", "受助方", "双方"));
  EXPECT_THAT(ChineseOfCodes({"donor", "recipient"}), IsEmpty());
}

TEST(EnumText, ChineseWordsAreTakenAsTheirCodes) {
  CLI::App app;
  std::string urgency;
  AddEnum<v1::Urgency>(app, "--urgency", urgency, "");
  app.parse("--urgency 危急", false);
  EXPECT_EQ(urgency, "critical");
  app.parse("--urgency HIGH", false);
  EXPECT_EQ(urgency, "HIGH");
  EXPECT_THROW(app.parse("--urgency 十万火急", false), CLI::ValidationError);
}

TEST(EnumText, AStateHasItsColourInBothLanguages) {
  const auto colour = [](const std::string& word) {
    const std::string painted = PaintedState(word);
    return painted.substr(0, painted.find(word));
  };
  for (const EnumDescriptor* type :
       {v1::Need::State_descriptor(), v1::Offer::State_descriptor(),
        v1::Match::State_descriptor(), v1::Pairing::State_descriptor(),
        v1::Round::State_descriptor(), v1::SisterLink::State_descriptor()}) {
    for (int value = 1; value < type->value_count(); ++value) {
      EXPECT_EQ(colour(TextOf(*type, value, true)),
                colour(TextOf(*type, value, false)))
          << TextOf(*type, value, false);
    }
  }
}

TEST(EventWords, AreOfASubjectAndWhatBecameOfIt) {
  EXPECT_EQ(EventTypeText("need.created", true), "需求已新建");
  EXPECT_EQ(EventTypeText("need.created", false), "need.created");
  EXPECT_EQ(EventTypeText("need.enchanted", true), "need.enchanted");
  EXPECT_EQ(EventTypeText("need", true), "need");
}

}  // namespace
}  // namespace twinaid::client
