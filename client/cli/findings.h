// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What `twinaid doctor` finds, one after the other.
#ifndef TWINAID_CLIENT_CLI_FINDINGS_H_
#define TWINAID_CLIENT_CLI_FINDINGS_H_

#include <string>
#include <vector>

#include "client/cli/rows.h"

namespace twinaid::client {

// A text in both languages.
struct BothTexts {
  std::string en;
  std::string zh;
};

// Not thread-safe; the session is borrowed.
class Findings {
 public:
  explicit Findings(Session& session) : session_(session) {}

  // All is well; worth knowing; wrong, with what to do about it.
  void Ok(const BothTexts& check, const BothTexts& text);
  void Note(const BothTexts& check, const BothTexts& text);
  void Wrong(const BothTexts& check, const BothTexts& text);
  void Wrong(const BothTexts& check, const absl::Status& status);
  void Wrong(const BothTexts& check, const grpc::Status& status);

  // Prints them, one a line; kDone, or kRefused where something is wrong.
  int Print();

 private:
  void Add(const BothTexts& result, const BothTexts& check,
           const std::string& text);
  // What a machine reads is in English, whoever runs it.
  bool chinese() const {
    return session_.chinese() && session_.options.format == Format::kTable;
  }
  const std::string& Chosen(const BothTexts& texts) const {
    return chinese() ? texts.zh : texts.en;
  }

  Session& session_;
  std::vector<std::vector<std::string>> rows_;
  bool wrong_ = false;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_FINDINGS_H_
