// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/findings.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "client/cli/plain_rows.h"
#include "client/lib/error_text.h"

namespace twinaid::client {

void Findings::Add(const char* result, const BothTexts& check,
                   const std::string& text) {
  rows_.push_back({result, Chosen(check), text});
}

void Findings::Ok(const BothTexts& check, const BothTexts& text) {
  Add("ok", check, Chosen(text));
}

void Findings::Note(const BothTexts& check, const BothTexts& text) {
  Add("note", check, Chosen(text));
}

void Findings::Wrong(const BothTexts& check, const BothTexts& text) {
  wrong_ = true;
  Add("WRONG", check, Chosen(text));
}

void Findings::Wrong(const BothTexts& check, const absl::Status& status) {
  wrong_ = true;
  Add("WRONG", check,
      model::TextOf(status, chinese() ? model::Language::kChinese
                                      : model::Language::kEnglish));
}

void Findings::Wrong(const BothTexts& check, const grpc::Status& status) {
  wrong_ = true;
  std::string text = ErrorText(status);
  absl::StripTrailingAsciiWhitespace(&text);
  Add("WRONG", check, absl::StrReplaceAll(text, {{"\n  ", "; "}}));
}

int Findings::Print() {
  Cells cells;
  // A table of findings is lines; headings are for machines.
  if (session_.options.format != Format::kTable) {
    cells.keys = {"result", "check", "finding"};
    cells.headings = cells.keys;
  }
  cells.right = {false, false, false};
  cells.fits = {{}, {}, {.wrap = true}};
  cells.rows = rows_;
  PrintPlainRows(session_, cells);
  return wrong_ ? kRefused : kDone;
}

}  // namespace twinaid::client
