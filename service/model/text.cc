// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/text.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

// Decodes the character at the start of `text`; its length in bytes, or a
// negative number where it is not valid UTF-8.
utf8proc_ssize_t Decode(absl::string_view text, utf8proc_int32_t* character) {
  return utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), character);
}

absl::Status BadText(absl::string_view field, const std::string& reason,
                     const std::string& en, const std::string& zh,
                     int max_bytes = 0) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"field", std::string(field)}};
  if (max_bytes > 0) spec.metadata["limit"] = absl::StrCat(max_bytes);
  spec.field = std::string(field);
  return MakeError(spec);
}

}  // namespace

absl::Status CheckText(absl::string_view text, absl::string_view field,
                       int max_bytes) {
  if (text.size() > static_cast<std::size_t>(max_bytes)) {
    return BadText(field, "TEXT_TOO_LONG",
                   "{field} is longer than {limit} bytes; shorten it",
                   "{field} 超过 {limit} 字节，请缩短", max_bytes);
  }
  for (absl::string_view rest = text; !rest.empty();) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = Decode(rest, &character);
    if (length <= 0) {
      return BadText(field, "INVALID_UTF8",
                     "{field} is not valid UTF-8; save or send it as UTF-8",
                     "{field} 不是有效的 UTF-8 文本，请以 UTF-8 编码发送");
    }
    const bool control = character < 0x20 || character == 0x7F ||
                         (character >= 0x80 && character < 0xA0);
    if (control && character != '\n' && character != '\t') {
      return BadText(field, "CONTROL_CHARACTER",
                     "{field} holds a control character; only line feed and "
                     "tab may stand in text",
                     "{field} 含有控制字符；文本中只允许换行符和制表符");
    }
    rest.remove_prefix(static_cast<std::size_t>(length));
  }
  if (ToNfc(text) != text) {
    return BadText(field, "TEXT_NOT_NFC",
                   "{field} is not in Unicode normal form C; normalise it "
                   "(NFC) before sending",
                   "{field} 不是 Unicode 规范形式 C（NFC），请先规范化");
  }
  return absl::OkStatus();
}

std::string ValidUtf8(absl::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = Decode(text, &character);
    if (length > 0) {
      absl::StrAppend(&valid, text.substr(0, static_cast<std::size_t>(length)));
      text.remove_prefix(static_cast<std::size_t>(length));
    } else {
      valid += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  return valid;
}

std::string ToNfc(absl::string_view text) {
  utf8proc_uint8_t* raw = nullptr;
  const utf8proc_ssize_t length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &raw,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(
      raw, &std::free);
  if (length < 0) return std::string(text);
  return std::string(reinterpret_cast<const char*>(raw),
                     static_cast<std::size_t>(length));
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = Decode(text, &character);
    if (length <= 0) {
      text.remove_prefix(1);
      ++width;
      continue;
    }
    width += utf8proc_charwidth(character);
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return width;
}

}  // namespace twinaid::model
