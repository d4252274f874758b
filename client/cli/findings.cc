// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/findings.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "client/cli/plain_rows.h"
#include "client/lib/error_text.h"

namespace twinaid::client {
namespace {

const BothTexts kOk = {"ok", "正常"};
const BothTexts kNote = {"note", "注意"};
const BothTexts kWrong = {"WRONG", "有误"};

}  // namespace

void Findings::Add(const BothTexts& result, const BothTexts& check,
                   const std::string& text) {
  // Machines read the same in any language, but for the finding itself.
  const bool chinese = HasChineseWords(session_);
  rows_.push_back(
      {chinese ? result.zh : result.en, chinese ? check.zh : check.en, text});
}

void Findings::Ok(const BothTexts& check, const BothTexts& text) {
  Add(kOk, check, Chosen(text));
}

void Findings::Note(const BothTexts& check, const BothTexts& text) {
  Add(kNote, check, Chosen(text));
}

void Findings::Wrong(const BothTexts& check, const BothTexts& text) {
  wrong_ = true;
  Add(kWrong, check, Chosen(text));
}

void Findings::Wrong(const BothTexts& check, const absl::Status& status) {
  wrong_ = true;
  Add(kWrong, check,
      model::TextOf(status, chinese() ? model::Language::kChinese
                                      : model::Language::kEnglish));
}

void Findings::Wrong(const BothTexts& check, const grpc::Status& status) {
  wrong_ = true;
  std::string text = ErrorText(status);
  absl::StripTrailingAsciiWhitespace(&text);
  Add(kWrong, check,
      absl::StrReplaceAll(text, {{"\n  ", session_.chinese() ? "；" : "; "}}));
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
