// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/model/currency.h"

namespace twinaid::picture {
namespace {

constexpr std::array<const char*, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string MonthName(int month) {
  return kMonths[static_cast<std::size_t>(month - 1)];
}

std::string Digits(absl::uint128 number) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number > 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

absl::uint128 Magnitude(absl::int128 number) {
  return number < 0 ? -static_cast<absl::uint128>(number)
                    : static_cast<absl::uint128>(number);
}

// At most two decimals, none that say nothing.
std::string Decimals(double number) {
  std::string text = absl::StrFormat("%.2f", number);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

// What Chinese readers call money; the code where there is no common word.
std::string ChineseCurrency(absl::string_view code) {
  if (code == "CNY") return "元";
  if (code == "USD") return "美元";
  if (code == "EUR") return "欧元";
  return std::string(code);
}

}  // namespace

std::string Grouped(absl::int128 number) {
  const std::string digits = Digits(Magnitude(number));
  std::string grouped = number < 0 ? "-" : "";
  constexpr std::size_t kGroup = 3;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % kGroup == 0) grouped += ',';
    grouped += digits[i];
  }
  return grouped;
}

Words Rounded(absl::int128 number) {
  constexpr double kWan = 1e4;
  constexpr double kYi = 1e8;
  constexpr double kMillion = 1e6;
  constexpr double kBillion = 1e9;
  const auto value = static_cast<double>(number);
  Words words{Grouped(number), Grouped(number)};
  if (value >= kBillion) {
    words.en = absl::StrCat(Decimals(value / kBillion), " billion");
  } else if (value >= kMillion) {
    words.en = absl::StrCat(Decimals(value / kMillion), " million");
  }
  if (value >= kYi) {
    words.zh = absl::StrCat(Decimals(value / kYi), "亿");
  } else if (value >= kWan) {
    words.zh = absl::StrCat(Decimals(value / kWan), "万");
  }
  return words;
}

Words Amount(absl::int128 quantity, absl::string_view currency) {
  if (currency.empty()) return {Grouped(quantity), Grouped(quantity)};
  const int exponent = model::CurrencyExponent(currency).value_or(2);
  std::string digits = Digits(Magnitude(quantity));
  const auto decimals = static_cast<std::size_t>(exponent);
  if (digits.size() <= decimals)
    digits.insert(0, decimals + 1 - digits.size(), '0');
  const std::string minor = digits.substr(digits.size() - decimals);
  absl::int128 unit = 1;
  for (int i = 0; i < exponent; ++i) unit *= 10;
  const std::string text =
      absl::StrCat(quantity < 0 && quantity > -unit ? "-" : "",
                   Grouped(quantity / unit), decimals > 0 ? "." : "", minor);
  return {absl::StrCat(text, " ", currency),
          absl::StrCat(text, " ", ChineseCurrency(currency))};
}

std::string Percent(double part, double whole) {
  constexpr double kAll = 1000;
  if (whole <= 0 || part >= whole) return "100%";
  if (part <= 0) return "0%";
  const double permille =
      std::clamp(std::floor(kAll * part / whole), 1.0, kAll - 1);
  return absl::StrFormat("%.1f%%", permille / 10);
}

Words DayText(absl::CivilDay day) {
  return {absl::StrCat(day.day(), " ", MonthName(day.month()), " ", day.year()),
          absl::StrCat(day.year(), "年", day.month(), "月", day.day(), "日")};
}

Words MonthText(absl::CivilMonth month) {
  return {absl::StrCat(MonthName(month.month()), " ", month.year()),
          absl::StrCat(month.year(), "年", month.month(), "月")};
}

Words ShortDay(absl::CivilDay day) {
  return {absl::StrCat(day.day(), " ", MonthName(day.month()).substr(0, 3)),
          absl::StrCat(day.month(), "月", day.day(), "日")};
}

Words ShortMonth(absl::CivilMonth month) {
  constexpr int kCentury = 100;
  return {
      absl::StrFormat("%s %02d", MonthName(month.month()).substr(0, 3),
                      month.year() % kCentury),
      absl::StrFormat("%02d年%d月", month.year() % kCentury, month.month())};
}

std::string Length(double length) {
  std::string text = absl::StrFormat("%.1f", length);
  if (text.back() == '0') text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

}  // namespace twinaid::picture
