// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/reading_options.h"

#include <CLI/CLI.hpp>

namespace twinaid::client {

void AddReadingOptions(CLI::App& verb, TypedReading& typed) {
  verb.add_option("--dates", typed.dates,
                  "what 2/10/2026 means where the file does not show it: mdy "
                  "(February) or dmy (October)")
      ->check(CLI::IsMember({"mdy", "dmy"}));
  verb.add_option("--encoding", typed.encoding,
                  "of files that could be several: utf-8, utf-16 or gb18030")
      ->check(CLI::IsMember({"utf-8", "utf-16", "gb18030"}));
}

ReadingOptions OptionsOf(const TypedReading& typed) {
  ReadingOptions options;
  options.dates = DateOrderOf(typed.dates).value_or(DateOrder::kUnknown);
  options.encoding = EncodingOf(typed.encoding);
  return options;
}

void TellReading(Session& session, const FolderReading& reading) {
  for (const Note& note : reading.notes) session.Say(note.en, note.zh);
  for (Problem problem : reading.problems) {
    if (problem.warning && session.options.quiet) continue;
    const auto path = reading.paths.find(problem.file);
    if (path != reading.paths.end()) problem.file = path->second;
    session.err() << ProblemText(problem, session.language()) << "\n";
  }
}

}  // namespace twinaid::client
