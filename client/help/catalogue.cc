// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

using Texts = std::map<absl::string_view, absl::string_view>;

void Add(absl::Span<const Translation> from, Texts& into) {
  for (const Translation& one : from) into.emplace(one.en, one.zh);
}

}  // namespace

Texts ChineseSentences() {
  Texts all;
  for (const auto& part : {CommonHelp(), RegistryHelp(), SupplyHelp(),
                           MatchingHelp(), AssistanceHelp(), ReportingHelp(),
                           FilesHelp(), AccessHelp(), SetupHelp()}) {
    Add(part, all);
  }
  return all;
}

Texts ChineseLabels() {
  Texts all;
  Add(HelpLabels(), all);
  return all;
}

}  // namespace twinaid::client
