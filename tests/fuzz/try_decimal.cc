// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_decimal.h"

#include <limits>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "client/files/decimal.h"

namespace twinaid::fuzz {
namespace {

constexpr int kMaxDigits = 9;

// A number in 128 bits, digit by digit.
struct Long {
  bool is_number = false;
  bool fits = true;       // the part that is kept, in 64 bits
  absl::int128 kept = 0;  // with its sign
  int next = 0;           // the first digit that was not kept
  bool exact = true;      // all those were 0
  bool minus = false;
};

Long LongOf(absl::string_view text, int digits) {
  Long number;
  number.minus = !text.empty() && text[0] == '-';
  std::size_t at = number.minus ? 1 : 0;
  int before = 0;
  int behind = -1;  // no point yet
  absl::int128 value = 0;
  const absl::int128 cap = absl::int128(1) << 100;
  const auto push = [&](int digit) {
    if (value < cap) value = value * 10 + digit;
  };
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && behind < 0) {
      behind = 0;
    } else if (c < '0' || c > '9') {
      return number;
    } else if (behind < 0) {
      ++before;
      push(c - '0');
    } else if (++behind <= digits) {
      push(c - '0');
    } else {
      if (behind == digits + 1) number.next = c - '0';
      number.exact = number.exact && c == '0';
    }
  }
  if (before == 0 || behind == 0) return number;
  for (int i = behind < 0 ? 0 : behind; i < digits; ++i) push(0);
  number.is_number = true;
  number.kept = number.minus ? -value : value;
  number.fits = number.kept >= std::numeric_limits<std::int64_t>::min() &&
                number.kept <= std::numeric_limits<std::int64_t>::max();
  return number;
}

}  // namespace

Decimals Decimals::Ours() {
  return {client::ParseDecimal, client::ParseRounded, client::FormatDecimal};
}

Outcome TryDecimal(absl::string_view bytes) {
  return TryDecimal(bytes, Decimals::Ours());
}

Outcome TryDecimal(absl::string_view bytes, const Decimals& subject) {
  Outcome outcome;
  if (bytes.empty()) return outcome;
  const int digits = static_cast<unsigned char>(bytes[0]) % (kMaxDigits + 1);
  const absl::string_view text = bytes.substr(1);
  const Long number = LongOf(text, digits);
  const bool readable = number.is_number && number.fits;

  const auto parsed = subject.parse(text, digits);
  const auto rounded = subject.round(text, digits);
  parsed.has_value() ? ++outcome.taken : ++outcome.refused;
  if (parsed.has_value() != (readable && number.exact) ||
      rounded.has_value() != readable) {
    Fault(outcome, absl::StrCat("read or not read: ", text));
    return outcome;
  }
  if (parsed.has_value() && absl::int128(*parsed) != number.kept) {
    Fault(outcome, absl::StrCat(text, " read as ", *parsed));
  }
  if (rounded.has_value()) {
    const bool edge = number.kept == std::numeric_limits<std::int64_t>::min() ||
                      number.kept == std::numeric_limits<std::int64_t>::max();
    const int step = number.next < 5 || edge ? 0 : number.minus ? -1 : 1;
    if (absl::int128(*rounded) != number.kept + step) {
      Fault(outcome, absl::StrCat(text, " rounded to ", *rounded));
    }
    const std::string written = subject.format(*rounded, digits);
    if (subject.parse(written, digits) != rounded) {
      Fault(outcome, absl::StrCat("does not read back: ", written));
    }
  }
  return outcome;
}

}  // namespace twinaid::fuzz
