// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is written, saved again by other programs, and read.
#include <gmock/gmock.h>
#include <iconv.h>

#include <algorithm>
#include <random>

#include "absl/strings/str_cat.h"
#include "client/files/folder.h"
#include "tests/client/files/good_texts.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Dialect {
  const char* name;
  const char* encoding;  // of iconv
  const char* mark;      // in UTF-8
  char delimiter;
  const char* line_end;
};

constexpr Dialect kDialects[] = {
    {"Plain", "UTF-8", "", ',', "\n"},
    {"ExcelUtf8", "UTF-8", "\xEF\xBB\xBF", ',', "\r\n"},
    {"ExcelEurope", "UTF-8", "\xEF\xBB\xBF", ';', "\r\n"},
    {"ExcelChina", "GB18030", "", ',', "\r\n"},
    {"ChinaSemicolons", "GB18030", "", ';', "\r\n"},
    {"ExcelUnicodeText", "UTF-16LE", "\xEF\xBB\xBF", '\t', "\r\n"},
    {"BigEndian", "UTF-16BE", "\xEF\xBB\xBF", '\t', "\n"}};

std::string Encoded(const std::string& text, const char* encoding) {
  iconv_t handle = iconv_open(encoding, "UTF-8");
  std::string bytes(text.size() * 4 + 4, '\0');
  char* in = const_cast<char*>(text.data());  // NOLINT
  std::size_t left = text.size();
  char* out = bytes.data();
  std::size_t room = bytes.size();
  EXPECT_NE(iconv(handle, &in, &left, &out, &room),
            static_cast<std::size_t>(-1));
  iconv_close(handle);
  bytes.resize(bytes.size() - room);
  return bytes;
}

// As another program saves it.
std::string Saved(const std::string& text, const Dialect& dialect) {
  std::string saved = dialect.mark;
  for (const CsvRow& row : ParseCsv(text)) {
    std::vector<std::string> cells;
    for (const CsvCell& cell : row.cells) cells.push_back(cell.text);
    std::string line = CsvLine(cells, dialect.delimiter);
    line.pop_back();
    absl::StrAppend(&saved, line, dialect.line_end);
  }
  return Encoded(saved, dialect.encoding);
}

template <typename Row>
void SortByKey(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.key() < b.key(); });
}

Folder Sorted(Folder folder) {
  SortByKey(folder.places);
  SortByKey(folder.links);
  SortByKey(folder.organizations);
  SortByKey(folder.items);
  SortByKey(folder.needs);
  SortByKey(folder.offers);
  return folder;
}

void ExpectReadsBack(const Folder& folder, const Dialect& dialect,
                     const std::string& what) {
  FileTexts saved;
  for (const auto& [file, text] : WriteTexts(folder)) {
    saved[file] = Saved(text, dialect);
  }
  const FolderReading again = ReadTexts(saved);
  for (const Problem& problem : again.problems) {
    ADD_FAILURE() << what << ProblemText(problem, model::Language::kEnglish);
  }
  EXPECT_EQ(Sorted(again.folder), Sorted(folder)) << what;
}

class Dialects : public ::testing::TestWithParam<Dialect> {};

TEST_P(Dialects, OfTheRealDataReadBackEqual) {
  const auto reading = ReadFolder(TWINAID_DEPLOY_DATA);
  ASSERT_THAT(reading, IsOk());
  ExpectReadsBack(reading->folder, GetParam(), "");
}

// A text with what is awkward in one of the dialects.
std::string AnyText(std::mt19937& random) {
  constexpr const char* kParts[] = {
      "a",  "Z",  "9",    ",",  ";", "\t", "\"", "\n",   "\\", "'", "#",  " ",
      "口", "罩", "无锡", "省", "é", "，", "=",  "sep=", "。", "-", "1,5"};
  std::string text = "x";  // blank cells and lines are another matter
  const std::size_t length = random() % 9;
  for (std::size_t i = 0; i < length; ++i) {
    text += kParts[random() % std::size(kParts)];
  }
  return text;
}

TEST_P(Dialects, OfRandomRowsReadBackEqual) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    Folder folder = ReadTexts(GoodTexts()).folder;
    for (model::Place& place : folder.places) {
      // Most of it Chinese, as it would be in such a file.
      place.name_zh = "江苏省无锡市对口支援地方" + AnyText(random);
      place.aliases = {AnyText(random), AnyText(random) + "b"};
      for (std::string& alias : place.aliases) {
        while (!alias.empty() && absl::string_view(" \n\t").find(
                                     alias.back()) != absl::string_view::npos) {
          alias.pop_back();
        }
      }
    }
    folder.needs[0].note = "尽快发运口罩" + AnyText(random);
    folder.needs[0].quantity = model::Units(1 + random() % 1'000'000);
    folder.needs[0].total = model::BaseUnits(folder.needs[0].quantity.value());
    folder.needs[0].needed_by = absl::CivilDay(2026, 1, 1) + random() % 4000;
    folder.links[0].note = "友好城市关系" + AnyText(random);
    ExpectReadsBack(folder, GetParam(), absl::StrCat("seed ", seed, ": "));
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Dialects, ::testing::ValuesIn(kDialects),
                         [](const ::testing::TestParamInfo<Dialect>& dialect) {
                           return std::string(dialect.param.name);
                         });

// The checker finds a fault: a note that another program spoiled.
TEST(SavedAgain, DiffersWhereACellWasSpoiled) {
  const Folder folder = ReadTexts(GoodTexts()).folder;
  FileTexts texts = WriteTexts(folder);
  texts["needs.csv"] = Saved(texts["needs.csv"], kDialects[3]);
  const std::size_t at = texts["needs.csv"].find("100");
  texts["needs.csv"][at] = '2';
  EXPECT_NE(Sorted(ReadTexts(texts).folder), Sorted(folder));
}

TEST(Notes, SayOnceWhatWasToldApart) {
  FileTexts texts = WriteTexts(ReadTexts(GoodTexts()).folder);
  EXPECT_THAT(ReadTexts(texts).notes, IsEmpty());
  texts["places.csv"] = Saved(
      "place_id,kind,name_en,name_zh\ncn,country,China,中国\n", kDialects[4]);
  const FolderReading reading =
      ReadTexts({{"places.csv", texts["places.csv"]}});
  ASSERT_THAT(reading.notes, SizeIs(1));
  EXPECT_EQ(reading.notes[0].en,
            "places.csv: read as GB18030; columns between semicolons");
  EXPECT_THAT(reading.notes[0].zh, HasSubstr("以分号分列"));
}

// A note of one phonetic letter could be a character of GB18030.
TEST(WriteTexts, SayWhatTheyAreWhereTheyCouldBeTakenForAnother) {
  Folder folder = ReadTexts(GoodTexts()).folder;
  folder.needs[0].note = "\u02a1";
  const FileTexts texts = WriteTexts(folder);
  EXPECT_EQ(texts.at("needs.csv").substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(texts.at("offers.csv").substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_EQ(Sorted(ReadTexts(texts).folder), Sorted(folder));
}

TEST(Delimiters, AreWhatTheFirstLineSays) {
  const FolderReading reading = ReadTexts(
      {{"places.csv",
        "sep=;\r\nplace_id;kind;name_en\r\ncn;country;\"China; the\"\r\n"}});
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.folder.places, SizeIs(1));
  EXPECT_EQ(reading.folder.places[0].name_en, "China; the");
}

TEST(Delimiters, AreToldApartByKnownColumns) {
  // More commas than semicolons.
  const FolderReading reading = ReadTexts(
      {{"places.csv", "place_id;kind;name_en;a,b,c,d,e\ncn;country;C;1\n"}});
  EXPECT_EQ(reading.errors(), 0);
  EXPECT_THAT(reading.folder.places, SizeIs(1));
}

}  // namespace
}  // namespace twinaid::client
