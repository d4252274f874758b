// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Names as people write them, over the real places and items.
#include <gmock/gmock.h>

#include "client/files/folder.h"
#include "client/files/name_index.h"
#include "client/files/naming.h"
#include "client/files/references.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RealNames : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto reading = ReadFolder(TWINAID_DEPLOY_DATA);
    ASSERT_THAT(reading, IsOk());
    folder_ = reading->folder;
    for (const model::Place& place : folder_.places) {
      places_.Add(NamedOf(place));
    }
    for (const model::Item& item : folder_.items) items_.Add(NamedOf(item));
  }

  Folder folder_;
  NameIndex places_;
  NameIndex items_;
};

TEST_F(RealNames, FindAPlaceByIdNameShortNameOrCode) {
  for (const char* typed :
       {"cn-js-wuxi", "CN-JS-WUXI", "Wuxi", " wuxi ", "WUXI CITY", "无锡",
        "无锡市", "无 锡", "江苏无锡", "江苏省无锡市", "中国江苏无锡",
        "Wuxi, Jiangsu", "Wuxi, CN-JS", "Wuxi Jiangsu", "无锡（江苏）"}) {
    EXPECT_THAT(places_.Find(typed), ElementsAre("cn-js-wuxi")) << typed;
  }
  EXPECT_THAT(places_.Find("CN-JS"), ElementsAre("cn-js"));
  EXPECT_THAT(places_.Find("us-tx"), ElementsAre("us-tx"));
  EXPECT_THAT(places_.Find("US"), ElementsAre("us"));
  EXPECT_THAT(places_.Find("Enshi"), ElementsAre("cn-hb-enshi"));
}

TEST_F(RealNames, KeepShanxiAndShaanxiApart) {
  EXPECT_THAT(places_.Find("Shanxi"), ElementsAre("cn-sx"));
  EXPECT_THAT(places_.Find("Shaanxi"), ElementsAre("cn-sn"));
  EXPECT_THAT(places_.Find("山西"), ElementsAre("cn-sx"));
  EXPECT_THAT(places_.Find("陕西"), ElementsAre("cn-sn"));
  EXPECT_THAT(places_.Find("Shannxi"), IsEmpty());
  EXPECT_THAT(places_.Nearest("Shannxi", 5), Contains("cn-sx"));
  EXPECT_THAT(places_.Nearest("Shannxi", 5), Contains("cn-sn"));
}

TEST_F(RealNames, NeverChooseAmongSeveral) {
  EXPECT_THAT(places_.Find("Columbus"),
              ElementsAre("us-in-columbus", "us-oh-columbus"));
  EXPECT_THAT(
      places_.Find("哥伦比亚"),
      ElementsAre("us-md-columbia", "us-mo-columbia", "us-sc-columbia"));
  EXPECT_THAT(places_.Find("吉林"), ElementsAre("cn-jl", "cn-jl-jilin"));
  EXPECT_THAT(places_.Find("Washington"), ElementsAre("us-dc", "us-wa"));
  EXPECT_THAT(places_.Find("Taizhou"),
              ElementsAre("cn-js-taizhou", "cn-zj-taizhou"));
}

TEST_F(RealNames, TakeWhatTellsThemApart) {
  for (const char* typed :
       {"Columbia, MD", "Columbia, Maryland", "Columbia, MD, US",
        "Columbia (Maryland)", "Columbia Maryland", "马里兰州哥伦比亚"}) {
    EXPECT_THAT(places_.Find(typed), ElementsAre("us-md-columbia")) << typed;
  }
  EXPECT_THAT(places_.Find("Jilin Province"), ElementsAre("cn-jl"));
  EXPECT_THAT(places_.Find("吉林省"), ElementsAre("cn-jl"));
  EXPECT_THAT(places_.Find("吉林市"), ElementsAre("cn-jl-jilin"));
  EXPECT_THAT(places_.Find("台州"), ElementsAre("cn-zj-taizhou"));
  EXPECT_THAT(places_.Find("Washington, D.C."), ElementsAre("us-dc"));
}

TEST_F(RealNames, RefuseAPlaceOfTheWrongState) {
  EXPECT_THAT(places_.Find("Columbus, MD"), IsEmpty());
  const auto nearest = places_.Nearest("Columbus, MD", 5);
  EXPECT_THAT(nearest, Contains("us-oh-columbus"));
  EXPECT_THAT(nearest, Contains("us-md-columbia"));
  EXPECT_THAT(places_.Find("Houston, Ohio"), IsEmpty());
}

TEST_F(RealNames, RefuseAMistypedNameAndNameTheNearest) {
  EXPECT_THAT(places_.Find("Huston"), IsEmpty());
  EXPECT_EQ(places_.Nearest("Huston", 5).front(), "us-tx-houston");
  EXPECT_THAT(places_.Find("Los Angles"), IsEmpty());
  EXPECT_EQ(places_.Nearest("Los Angles", 5).front(), "us-ca-los-angeles");
  EXPECT_THAT(places_.Find("Atlantis under the sea"), IsEmpty());
  EXPECT_THAT(places_.Nearest("Qqqqqqqq", 5), IsEmpty());
}

TEST_F(RealNames, KeepRespiratorsApart) {
  for (const char* typed : {"mask-n95", "N95 mask", "N95 respirator", "N95口罩",
                            "Ｎ９５口罩", "n95 口罩"}) {
    EXPECT_THAT(items_.Find(typed), ElementsAre("mask-n95")) << typed;
  }
  for (const char* typed : {"KN95 mask", "KN95口罩", "mask kn95"}) {
    EXPECT_THAT(items_.Find(typed), ElementsAre("mask-kn95")) << typed;
  }
  EXPECT_THAT(items_.Find("N95/KN95口罩"), ElementsAre("mask-n95-kn95"));
  // Half a name is none.
  EXPECT_THAT(items_.Find("N95"), IsEmpty());
  EXPECT_THAT(items_.Nearest("N95", 5), Contains("mask-n95"));
  EXPECT_THAT(items_.Nearest("N95", 5), Not(Contains("mask-kn95")));
  EXPECT_THAT(items_.Find("mask"), IsEmpty());
}

TEST_F(RealNames, AskWhereItemsShareACode) {
  EXPECT_THAT(
      items_.Find("46182002"),
      ElementsAre("mask-ffp2", "mask-kn95", "mask-n95", "mask-n95-kn95"));
  EXPECT_THAT(items_.Find("46181804"), ElementsAre("goggles"));
}

// Every text that is offered to choose by chooses one.
TEST_F(RealNames, OfferTextsThatMeanOnePlace) {
  for (const model::Place& place : folder_.places) {
    for (const auto language :
         {model::Language::kEnglish, model::Language::kChinese}) {
      const std::string text = places_.Qualified(place.id.value(), language);
      EXPECT_THAT(places_.Find(text), ElementsAre(place.id.value())) << text;
    }
  }
}

// No name of a place finds places without it, nor misses it: a wrong index
// would.
TEST_F(RealNames, FindEveryPlaceByEachOfItsNames) {
  for (const model::Place& place : folder_.places) {
    EXPECT_THAT(places_.Find(place.id.value()), ElementsAre(place.id.value()));
    EXPECT_THAT(places_.Find(place.name_en), Contains(place.id.value()));
    if (place.name_zh.empty()) continue;
    EXPECT_THAT(places_.Find(place.name_zh), Contains(place.id.value()));
  }
}

TEST_F(RealNames, ForgetTheNamesThatARowReplaces) {
  Named renamed;
  renamed.id = "us-tx-houston";
  renamed.name_en = "Space City";
  places_.Add(renamed);
  EXPECT_THAT(places_.Find("Houston"), IsEmpty());
  EXPECT_THAT(places_.Find("Space City"), ElementsAre("us-tx-houston"));
}

FileTexts WithNeed(const std::string& place, const std::string& item) {
  return {{"needs.csv", "need_id,place_id,item_id,quantity\nn,\"" + place +
                            "\",\"" + item + "\",5\n"}};
}

TEST_F(RealNames, ServeInFiles) {
  const FolderReading reading =
      ReadTexts(WithNeed("Columbia, MD", "N95口罩"), folder_);
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.folder.needs.size(), 1);
  EXPECT_EQ(reading.folder.needs[0].name.parent.value(), "us-md-columbia");
  EXPECT_EQ(reading.folder.needs[0].item.value(), "mask-n95");
}

TEST_F(RealNames, AreRefusedInFilesWithAllToChooseFrom) {
  const FolderReading reading =
      ReadTexts(WithNeed("Columbus", "N95口罩"), folder_);
  ASSERT_EQ(reading.problems.size(), 1);
  const Problem& problem = reading.problems[0];
  EXPECT_EQ(problem.reason, "AMBIGUOUS_NAME");
  EXPECT_EQ(ProblemText(problem, model::Language::kEnglish),
            "needs.csv:2:3: place_id: \"Columbus\" may be us-in-columbus "
            "(Columbus, Indiana), us-oh-columbus (Columbus, Ohio); write the "
            "id of the one that is meant, or as in \"Columbus, Indiana\"");
  EXPECT_THAT(problem.zh, HasSubstr("印第安纳州哥伦布"));
  EXPECT_THAT(problem.suggestions,
              ElementsAre("us-in-columbus", "us-oh-columbus"));
  EXPECT_THAT(reading.folder.needs, IsEmpty());
}

TEST_F(RealNames, AreRefusedInFilesWithTheNearest) {
  const FolderReading reading =
      ReadTexts(WithNeed("Huston", "N95口罩"), folder_);
  ASSERT_EQ(reading.problems.size(), 1);
  EXPECT_EQ(reading.problems[0].reason, "REFERENCE_NOT_FOUND");
  EXPECT_THAT(reading.problems[0].en,
              HasSubstr("no place is called \"Huston\"; give the id, a name or "
                        "a code of one; nearest: us-tx-houston (Houston, "
                        "Texas)"));
}

TEST_F(RealNames, ServeAmongTheRowsOfOneFile) {
  const FolderReading reading =
      ReadTexts({{"places.csv",
                  "place_id,kind,name_en,name_zh,parent_place_id\n"
                  "a,city,Alpha,甲地市,乙地省\nb,province,Beta,乙地省,\n"
                  "c,city,Gamma,,乙地\n"}});
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.folder.places.size(), 3);
  EXPECT_EQ(reading.folder.places[0].parent.value(), "b");
}

TEST_F(RealNames, OfARowWithErrorsAreNotReferredTo) {
  const FolderReading reading = ReadTexts(
      {{"places.csv", "place_id,kind,name_en\na,town,Alpha\nb,city,Beta\n"},
       {"sister_links.csv",
        "link_id,place_a,place_b,kind\nl,Alpha,Beta,sister_city\n"}});
  ASSERT_EQ(reading.problems.size(), 2);
  EXPECT_EQ(reading.problems[1].reason, "ROW_HAS_ERRORS");
}

TEST_F(RealNames, MayListSubstitutes) {
  for (const char* listed :
       {"mask-n95 mask-kn95", "N95口罩;KN95口罩", "N95口罩；KN95口罩",
        "N95 mask; KN95 mask", "N95口罩、mask-kn95"}) {
    const FolderReading reading = ReadTexts(
        {{"needs.csv",
          std::string("need_id,place_id,item_id,quantity,substitutes\n"
                      "n,us-tx,mask-surgical,5,") +
              listed + "\n"}},
        folder_);
    EXPECT_THAT(reading.problems, IsEmpty()) << reading.problems[0].en;
    ASSERT_EQ(reading.folder.needs.size(), 1);
    EXPECT_EQ(reading.folder.needs[0].listed_substitutes.size(), 2) << listed;
  }
}

// "mask n95" would be the words of mask-n95, were there no two such items.
TEST(Substitutes, ThatAreIdsAreNotTakenForTheWordsOfAnother) {
  const FolderReading reading =
      ReadTexts({{"places.csv", "place_id,kind,name_en\na,city,A\n"},
                 {"items.csv",
                  "item_id,category,name_en\nmask,supplies,M\nn95,supplies,N\n"
                  "mask-n95,supplies,O\ncloth,supplies,C\n"},
                 {"item_substitutes.csv",
                  "item_id,substitute_item_id,quality\ncloth,mask,1\n"
                  "cloth,n95,1\ncloth,mask-n95,1\n"},
                 {"needs.csv",
                  "need_id,place_id,item_id,quantity,substitutes\n"
                  "n,a,cloth,5,mask n95\n"}});
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.folder.needs.size(), 1);
  EXPECT_EQ(reading.folder.needs[0].listed_substitutes.size(), 2);
}

}  // namespace
}  // namespace twinaid::client
