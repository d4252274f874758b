// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/decode.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"

namespace twinaid::client {
namespace {

constexpr char kUtf8Mark[] = "\xEF\xBB\xBF";
constexpr char kLittleEndianMark[] = "\xFF\xFE";
constexpr char kBigEndianMark[] = "\xFE\xFF";

// What iconv calls them.
const char* ConverterOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kUtf16LittleEndian:
      return "UTF-16LE";
    case Encoding::kUtf16BigEndian:
      return "UTF-16BE";
    case Encoding::kGb18030:
      return "GB18030";
  }
  return "";
}

// A text as far as it could be converted.
struct Converted {
  std::string text;
  std::size_t taken = 0;  // bytes; all of them where nothing is wrong
  bool available = true;  // this machine has the converter
};

class Converter {
 public:
  explicit Converter(Encoding encoding)
      : handle_(iconv_open("UTF-8", ConverterOf(encoding))) {}
  ~Converter() {
    if (available()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool available() const {
    // What iconv_open() returns where there is none.
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT
  }

  Converted Convert(absl::string_view bytes) {
    Converted result;
    result.available = available();
    if (!available()) return result;
    constexpr std::size_t kChunk = 64 * 1024;
    std::string chunk(kChunk, '\0');
    // iconv() takes a pointer to what it does not change.
    char* next = const_cast<char*>(bytes.data());  // NOLINT
    std::size_t left = bytes.size();
    for (;;) {
      char* out = chunk.data();
      std::size_t room = chunk.size();
      const std::size_t done = iconv(handle_, &next, &left, &out, &room);
      result.text.append(chunk.data(), chunk.size() - room);
      const bool full = done == static_cast<std::size_t>(-1) && errno == E2BIG;
      if (!full) break;
    }
    result.taken = bytes.size() - left;
    return result;
  }

 private:
  iconv_t handle_;
};

Converted Convert(Encoding encoding, absl::string_view bytes) {
  return Converter(encoding).Convert(bytes);
}

// The line of a byte and its place in it. No encoding of ours but UTF-16 has a
// line feed inside another character.
Spot SpotOf(absl::string_view bytes, std::size_t at) {
  Spot spot;
  for (const char c : bytes.substr(0, at)) {
    spot =
        c == '\n' ? Spot{spot.line + 1, 1} : Spot{spot.line, spot.column + 1};
  }
  return spot;
}

std::string ByteAt(absl::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return "";
  return absl::StrFormat(" (0x%02X)", static_cast<unsigned char>(bytes[at]));
}

constexpr char kAdviceEn[] =
    "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
constexpr char kAdviceZh[] = "请另存为 UTF-8（电子表格中选“CSV UTF-8”）";

DecodeFault NotWhatItIs(Encoding encoding, absl::string_view bytes,
                        const Converted& converted) {
  const absl::string_view name = NameOf(encoding);
  if (!converted.available) {
    return {{},
            "INVALID_ENCODING",
            absl::StrCat("this machine cannot read ", name, "; ", kAdviceEn),
            absl::StrCat("此机器无法读取 ", name, "；", kAdviceZh)};
  }
  const Spot spot = SpotOf(bytes, converted.taken);
  const std::string byte = ByteAt(bytes, converted.taken);
  return {spot, "INVALID_ENCODING",
          absl::StrCat("this file is not ", name, ": line ", spot.line,
                       ", byte ", spot.column, byte, "; ", kAdviceEn),
          absl::StrCat("此文件不是 ", name, " 编码：第 ", spot.line, " 行第 ",
                       spot.column, " 字节", byte, "；", kAdviceZh)};
}

DecodeFault NoneOfThem(absl::string_view bytes, std::size_t utf8,
                       std::size_t gb18030) {
  const Spot spot = SpotOf(bytes, utf8);
  const Spot other = SpotOf(bytes, gb18030);
  return {
      utf8 < gb18030 ? other : spot, "INVALID_ENCODING",
      absl::StrCat("this file is neither UTF-8 (line ", spot.line, ", byte ",
                   spot.column, ByteAt(bytes, utf8), ") nor GB18030 (line ",
                   other.line, ", byte ", other.column, ByteAt(bytes, gb18030),
                   "); ", kAdviceEn),
      absl::StrCat("此文件既不是 UTF-8（第 ", spot.line, " 行第 ", spot.column,
                   " 字节", ByteAt(bytes, utf8), "），也不是 GB18030（第 ",
                   other.line, " 行第 ", other.column, " 字节",
                   ByteAt(bytes, gb18030), "）；", kAdviceZh)};
}

// Characters of a valid GB18030 text that are not ASCII, and those among them
// of GB 2312, which has what is in common use.
struct Usage {
  std::size_t all = 0;
  std::size_t common = 0;
  std::size_t first_rare = 0;  // byte
};

Usage UsageOf(absl::string_view bytes) {
  constexpr unsigned char kAscii = 0x80;
  constexpr unsigned char kFirstRow = 0xA1;
  constexpr unsigned char kLastRow = 0xF7;
  Usage usage;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < kAscii || at + 1 >= bytes.size()) {
      ++at;
      continue;
    }
    const auto trail = static_cast<unsigned char>(bytes[at + 1]);
    const bool four_bytes = trail >= '0' && trail <= '9';
    const bool common =
        lead >= kFirstRow && lead <= kLastRow && trail >= kFirstRow;
    if (!common && usage.common == usage.all) usage.first_rare = at;
    ++usage.all;
    if (common) ++usage.common;
    at += four_bytes ? 4 : 2;
  }
  return usage;
}

// Whether a text in valid UTF-8 may as well be GB18030: every character beyond
// ASCII has two bytes that are a common one of GB18030, and they do not look
// like accented letters in western words ("José").
bool MayBeGb18030(absl::string_view bytes) {
  constexpr unsigned char kAscii = 0x80;
  constexpr unsigned char kThreeBytes = 0xE0;
  constexpr unsigned char kFirstRow = 0xA1;
  constexpr unsigned char kFirstLetters = 0xC3;  // U+00C0
  constexpr unsigned char kLastLetters = 0xC9;   // U+024F and before
  const auto byte = [&](std::size_t at) -> unsigned char {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : '\n';
  };
  bool odd = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char lead = byte(at);
    if (lead < kAscii) continue;
    if (lead >= kThreeBytes || byte(at + 1) < kFirstRow) return false;
    const bool letter = lead >= kFirstLetters && lead <= kLastLetters;
    const bool in_word = (at > 0 && absl::ascii_isalpha(byte(at - 1))) ||
                         absl::ascii_isalpha(byte(at + 2));
    const bool alone =
        (at == 0 || byte(at - 1) < kAscii) && byte(at + 2) < kAscii;
    odd = odd || !letter || !in_word || !alone;
    ++at;
  }
  return odd;
}

DecodeFault EitherOfThem(absl::string_view bytes) {
  const std::size_t first = static_cast<std::size_t>(
      std::find_if(bytes.begin(), bytes.end(),
                   [](char c) { return (c & 0x80) != 0; }) -
      bytes.begin());
  const Spot spot = SpotOf(bytes, first);
  return {spot, "AMBIGUOUS_ENCODING",
          absl::StrCat("this file may be UTF-8 or GB18030, from line ",
                       spot.line, ", byte ", spot.column, ByteAt(bytes, first),
                       " on; say --encoding utf-8 or --encoding gb18030"),
          absl::StrCat("此文件可能是 UTF-8，也可能是 GB18030（自第 ", spot.line,
                       " 行第 ", spot.column, " 字节起）", ByteAt(bytes, first),
                       "；请用 --encoding utf-8 或 --encoding gb18030 指明")};
}

DecodeFault Doubtful(absl::string_view bytes, std::size_t at) {
  const Spot spot = SpotOf(bytes, at);
  return {
      spot, "AMBIGUOUS_ENCODING",
      absl::StrCat("this file is not UTF-8; it could be GB18030, but has many "
                   "characters that are not in common use, the first in line ",
                   spot.line, ", byte ", spot.column, ByteAt(bytes, at),
                   "; save it as UTF-8, or say --encoding gb18030"),
      absl::StrCat(
          "此文件不是 UTF-8 编码，可能是 GB18030，但含有许多不常用字符，"
          "首个在第 ",
          spot.line, " 行第 ", spot.column, " 字节", ByteAt(bytes, at),
          "；请另存为 UTF-8，或用 --encoding gb18030 指明")};
}

std::variant<DecodedText, DecodeFault> DecodeAs(Encoding encoding,
                                                absl::string_view bytes) {
  Converted converted = Convert(encoding, bytes);
  if (converted.available && converted.taken == bytes.size()) {
    return DecodedText{std::move(converted.text), encoding};
  }
  return NotWhatItIs(encoding, bytes, converted);
}

}  // namespace

absl::string_view NameOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kUtf16LittleEndian:
    case Encoding::kUtf16BigEndian:
      return "UTF-16";
    case Encoding::kGb18030:
      return "GB18030";
  }
  return "";
}

std::optional<Encoding> EncodingOf(absl::string_view word) {
  if (absl::EqualsIgnoreCase(word, "utf-8")) return Encoding::kUtf8;
  if (absl::EqualsIgnoreCase(word, "utf-16")) {
    return Encoding::kUtf16LittleEndian;
  }
  if (absl::EqualsIgnoreCase(word, "gb18030")) return Encoding::kGb18030;
  return std::nullopt;
}

std::variant<DecodedText, DecodeFault> Decode(absl::string_view bytes,
                                              std::optional<Encoding> said) {
  if (absl::ConsumePrefix(&bytes, kUtf8Mark)) {
    return DecodeAs(Encoding::kUtf8, bytes);
  }
  if (absl::ConsumePrefix(&bytes, kLittleEndianMark)) {
    return DecodeAs(Encoding::kUtf16LittleEndian, bytes);
  }
  if (absl::ConsumePrefix(&bytes, kBigEndianMark)) {
    return DecodeAs(Encoding::kUtf16BigEndian, bytes);
  }
  if (said.has_value()) return DecodeAs(*said, bytes);
  Converted utf8 = Convert(Encoding::kUtf8, bytes);
  if (utf8.taken == bytes.size()) {
    if (MayBeGb18030(bytes)) return EitherOfThem(bytes);
    return DecodedText{std::move(utf8.text), Encoding::kUtf8};
  }
  Converted gb18030 = Convert(Encoding::kGb18030, bytes);
  if (!gb18030.available) return NotWhatItIs(Encoding::kUtf8, bytes, utf8);
  if (gb18030.taken != bytes.size()) {
    return NoneOfThem(bytes, utf8.taken, gb18030.taken);
  }
  constexpr std::size_t kRareShare = 10;  // one in so many
  const Usage usage = UsageOf(bytes);
  if ((usage.all - usage.common) * kRareShare > usage.all) {
    return Doubtful(bytes, usage.first_rare);
  }
  return DecodedText{std::move(gb18030.text), Encoding::kGb18030};
}

}  // namespace twinaid::client
