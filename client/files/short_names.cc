// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/short_names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace twinaid::client {
namespace {

using Kind = model::PlaceKind;

struct Suffix {
  absl::string_view text;
  std::vector<Kind> kinds;
  bool autonomous = false;  // peoples may stand before it
};

// The longer before what they end with.
const std::vector<Suffix>& Suffixes() {
  static const auto& suffixes = *new std::vector<Suffix>{
      {"特别行政区", {Kind::kProvince, Kind::kCity}},
      {"自治区", {Kind::kProvince}, true},
      {"自治州", {Kind::kPrefecture}, true},
      {"自治县", {Kind::kCounty}, true},
      {"地区", {Kind::kPrefecture}},
      {"省", {Kind::kProvince}},
      {"市", {Kind::kCity, Kind::kMunicipality}},
      {"区", {Kind::kDistrict}},
      {"县", {Kind::kCounty}},
      {"州", {Kind::kState, Kind::kPrefecture}},
      {" autonomous region", {Kind::kProvince}, true},
      {" autonomous prefecture", {Kind::kPrefecture}, true},
      {" autonomous county", {Kind::kCounty}, true},
      {" province", {Kind::kProvince}},
      {" municipality", {Kind::kMunicipality}},
      {" city", {Kind::kCity, Kind::kMunicipality}},
      {" district", {Kind::kDistrict}},
      {" prefecture", {Kind::kPrefecture}},
      {" county", {Kind::kCounty}},
      {" state", {Kind::kState}}};
  return suffixes;
}

// Peoples in the names of autonomous places.
constexpr absl::string_view kPeoples[] = {
    "壮族",     "回族",    "维吾尔",     "土家族",  "苗族",    "傣族",
    "藏族",     "彝族",    "白族",       "朝鲜族",  "蒙古族",  "哈尼族",
    "哈萨克",   "布依族",  "侗族",       "羌族",    "景颇族",  "傈僳族",
    "柯尔克孜", "瑶族",    " zhuang",    " hui",    " uygur",  " uyghur",
    " tujia",   " miao",   " dai",       " yi",     " bai",    " korean",
    " tibetan", " mongol", " mongolian", " hani",   " kazakh", " kazak",
    " buyei",   " dong",   " qiang",     " jingpo", " lisu",   " kirgiz",
    " kyrgyz",  " yao",    " and"};

bool ConsumeCaseless(absl::string_view* text, absl::string_view suffix) {
  if (!absl::EndsWithIgnoreCase(*text, suffix)) return false;
  text->remove_suffix(suffix.size());
  return true;
}

void DropPeoples(absl::string_view* text) {
  const auto drop = [&](absl::string_view people) {
    return text->size() > people.size() && ConsumeCaseless(text, people);
  };
  while (std::any_of(std::begin(kPeoples), std::end(kPeoples), drop)) {
  }
}

bool IsChinese(absl::string_view text) {
  constexpr unsigned char kAscii = 0x80;
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= kAscii;
  });
}

}  // namespace

std::optional<ShortName> WithoutKindWord(absl::string_view name) {
  constexpr std::size_t kTwoCharacters = 6;
  name = absl::StripAsciiWhitespace(name);
  for (const Suffix& suffix : Suffixes()) {
    absl::string_view rest = name;
    if (!ConsumeCaseless(&rest, suffix.text)) continue;
    if (suffix.autonomous) DropPeoples(&rest);
    rest = absl::StripAsciiWhitespace(rest);
    const bool enough =
        IsChinese(rest) ? rest.size() >= kTwoCharacters : !rest.empty();
    if (!enough) return std::nullopt;
    return ShortName{std::string(rest), suffix.kinds};
  }
  return std::nullopt;
}

}  // namespace twinaid::client
