// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The bytes of a file as UTF-8, whatever program wrote them.
#ifndef TWINAID_CLIENT_FILES_DECODE_H_
#define TWINAID_CLIENT_FILES_DECODE_H_

#include <optional>
#include <string>
#include <variant>

#include "absl/strings/string_view.h"
#include "client/files/csv.h"

namespace twinaid::client {

enum class Encoding { kUtf8, kUtf16LittleEndian, kUtf16BigEndian, kGb18030 };

// "UTF-8", "UTF-16", "GB18030".
absl::string_view NameOf(Encoding encoding);

// "utf-8", "utf-16" (its mark says which) or "gb18030", in any case;
// nullopt for any other word.
std::optional<Encoding> EncodingOf(absl::string_view word);

struct DecodedText {
  std::string text;  // valid UTF-8, without a byte order mark
  Encoding encoding = Encoding::kUtf8;
};

// Why a text cannot be read, in English and Chinese.
struct DecodeFault {
  Spot spot;  // line, and byte in it
  std::string reason;
  std::string en;
  std::string zh;
};

// A byte order mark says what a text is. Without one it is UTF-8 if it is valid
// UTF-8, else GB18030 if it is that without exception. `said` is taken at its
// word. O(bytes).
//
// INVALID_ENCODING    it is none of them, or not what was said: the first bad
//                     line and byte
// AMBIGUOUS_ENCODING  it could be GB18030, but more than a tenth of its
//                     characters are not in common use, as where a text of a
//                     western or other Chinese encoding is read so; or it is
//                     valid UTF-8, but of so few characters beyond ASCII that
//                     it may as well be GB18030
std::variant<DecodedText, DecodeFault> Decode(
    absl::string_view bytes, std::optional<Encoding> said = std::nullopt);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_DECODE_H_
