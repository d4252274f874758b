// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/half_width.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"

namespace twinaid::client {

std::string HalfWidth(absl::string_view typed) {
  const std::string text = absl::StrReplaceAll(typed, {{"０", "0"},
                                                       {"１", "1"},
                                                       {"２", "2"},
                                                       {"３", "3"},
                                                       {"４", "4"},
                                                       {"５", "5"},
                                                       {"６", "6"},
                                                       {"７", "7"},
                                                       {"８", "8"},
                                                       {"９", "9"},
                                                       {"，", ","},
                                                       {"．", "."},
                                                       {"－", "-"},
                                                       {"／", "/"},
                                                       {"\u2212", "-"},
                                                       {"\u3000", " "},
                                                       {"\u00a0", " "},
                                                       {"\u2009", " "},
                                                       {"\u202f", " "}});
  return std::string(absl::StripAsciiWhitespace(text));
}

}  // namespace twinaid::client
