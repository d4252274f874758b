// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/decode.h"

#include <gmock/gmock.h>

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;

// "口罩" in GB18030.
constexpr char kMasks[] = "\xBF\xDA\xD5\xD6";

std::string Text(const std::variant<DecodedText, DecodeFault>& decoded) {
  const auto* text = std::get_if<DecodedText>(&decoded);
  return text == nullptr ? std::get<DecodeFault>(decoded).en : text->text;
}

std::string Reason(const std::variant<DecodedText, DecodeFault>& decoded) {
  const auto* fault = std::get_if<DecodeFault>(&decoded);
  return fault == nullptr ? "" : fault->reason;
}

TEST(Decode, TakesWhatProgramsWrite) {
  EXPECT_EQ(Text(Decode("口罩,5\n")), "口罩,5\n");
  EXPECT_EQ(Text(Decode("\xEF\xBB\xBF口罩")), "口罩");
  EXPECT_EQ(Text(Decode(kMasks)), "口罩");
  EXPECT_EQ(Text(Decode(absl::string_view("\xFF\xFE\xE3\x53\x0A\x00", 6))),
            "口\n");
  EXPECT_EQ(Text(Decode(absl::string_view("\xFE\xFF\x53\xE3\x00\x0A", 6))),
            "口\n");
  // A character beyond the first plane, in four bytes of either.
  EXPECT_EQ(Text(Decode("\x95\x32\x82\x36", Encoding::kGb18030)), "\U00020000");
  EXPECT_EQ(Text(Decode("\xFF\xFE\x40\xD8\x01\xDC")), "\U00020001");
  EXPECT_EQ(Text(Decode("")), "");
}

TEST(Decode, TellsWhatItTookItFor) {
  EXPECT_EQ(std::get<DecodedText>(Decode("a")).encoding, Encoding::kUtf8);
  EXPECT_EQ(std::get<DecodedText>(Decode(kMasks)).encoding, Encoding::kGb18030);
}

TEST(Decode, RefusesWhatIsNeitherWithTheFirstBadByte) {
  const auto decoded = Decode(std::string("a,b\nc,") + kMasks + "\xFF\n");
  ASSERT_EQ(Reason(decoded), "INVALID_ENCODING");
  const auto& fault = std::get<DecodeFault>(decoded);
  EXPECT_EQ(fault.spot, (Spot{2, 7}));
  EXPECT_THAT(fault.en, HasSubstr("neither UTF-8 (line 2, byte 3 (0xBF)) nor "
                                  "GB18030 (line 2, byte 7 (0xFF))"));
  EXPECT_THAT(fault.zh, HasSubstr("第 2 行第 7 字节"));
}

TEST(Decode, RefusesHalfACharacterAtTheEnd) {
  EXPECT_EQ(Reason(Decode("abc\xE5\x8F", Encoding::kUtf8)), "INVALID_ENCODING");
  EXPECT_EQ(Reason(Decode("abc\xBF", Encoding::kGb18030)), "INVALID_ENCODING");
  EXPECT_EQ(Reason(Decode("\xFF\xFE\x40\xD8")), "INVALID_ENCODING");
  EXPECT_EQ(Reason(Decode("\xFF\xFEx")), "INVALID_ENCODING");
}

TEST(Decode, RefusesAFileThatIsNotWhatItsMarkSays) {
  EXPECT_EQ(Reason(Decode(std::string("\xEF\xBB\xBF") + kMasks)),
            "INVALID_ENCODING");
}

// Windows-1252 and Big5 texts are often GB18030, too; of other characters.
TEST(Decode, AsksRatherThanReadAWesternTextAsChinese) {
  const std::string quebec =
      "Montr\xE9"
      "al, Qu\xE9"
      "bec";
  EXPECT_EQ(Reason(Decode(quebec)), "AMBIGUOUS_ENCODING");
  EXPECT_EQ(Reason(Decode(quebec, Encoding::kGb18030)), "");
  const std::string big5 = "\xA4\x66\xB8\x6E,\xAA\xFE\xBE\xB9";
  EXPECT_EQ(Reason(Decode(big5)), "AMBIGUOUS_ENCODING");
}

// "省" in GB18030 is a letter of phonetics in UTF-8.
TEST(Decode, AsksWhereAFewBytesMayBeEither) {
  const auto decoded = Decode("name_zh\n\xCA\xA1\n");
  ASSERT_EQ(Reason(decoded), "AMBIGUOUS_ENCODING");
  EXPECT_EQ(std::get<DecodeFault>(decoded).spot, (Spot{2, 1}));
  EXPECT_EQ(Text(Decode("\xCA\xA1", Encoding::kGb18030)), "省");
  for (const char* sure : {"San José", "Québec", "Łódź", "Zürich", "Москва",
                           "省", "\xEF\xBB\xBF\xCA\xA1"}) {
    EXPECT_EQ(Reason(Decode(sure)), "") << sure;
  }
}

TEST(EncodingOf, KnowsTheWords) {
  EXPECT_EQ(EncodingOf("GB18030"), Encoding::kGb18030);
  EXPECT_EQ(EncodingOf("utf-8"), Encoding::kUtf8);
  EXPECT_EQ(EncodingOf("latin1"), std::nullopt);
}

}  // namespace
}  // namespace twinaid::client
