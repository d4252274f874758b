// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The texts of help in Chinese, by their English ones: what gettext's
// catalogues are, without a file to install or a locale to generate.
#ifndef TWINAID_CLIENT_HELP_CATALOGUE_H_
#define TWINAID_CLIENT_HELP_CATALOGUE_H_

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace twinaid::client {

struct Translation {
  const char* en;
  const char* zh;
};

// Sentences, by what they are about; see SentencesOf(). One English text has
// one Chinese text wherever it stands.
absl::Span<const Translation> CommonHelp();      // options that many share
absl::Span<const Translation> RegistryHelp();    // places, links, items, ...
absl::Span<const Translation> SupplyHelp();      // needs, offers
absl::Span<const Translation> MatchingHelp();    // schemes, rounds, pairings
absl::Span<const Translation> AssistanceHelp();  // matches, letters, gifts
absl::Span<const Translation> ReportingHelp();   // reports, events
absl::Span<const Translation> FilesHelp();       // import, export, plan
absl::Span<const Translation> AccessHelp();      // login, principals, tokens
absl::Span<const Translation> SetupHelp();       // settings, contexts, doctor
// The labels of LabelsOf(), and the other words of CLI11 itself.
absl::Span<const Translation> HelpLabels();

// All sentences in one.
std::map<absl::string_view, absl::string_view> ChineseSentences();
// All labels in one.
std::map<absl::string_view, absl::string_view> ChineseLabels();

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_HELP_CATALOGUE_H_
