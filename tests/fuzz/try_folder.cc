// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_folder.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/files/decode.h"
#include "service/model/text.h"
#include "tests/fuzz/texts_of_bytes.h"
#include "tests/fuzz/try_csv.h"

namespace twinaid::fuzz {
namespace {

using client::Folder;
using client::Problem;

template <typename Row>
void Sort(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.key() < b.key(); });
}

Folder Sorted(Folder folder) {
  Sort(folder.places);
  Sort(folder.links);
  Sort(folder.organizations);
  Sort(folder.items);
  Sort(folder.needs);
  Sort(folder.offers);
  return folder;
}

int RowsOf(const Folder& folder) {
  return static_cast<int>(folder.places.size() + folder.links.size() +
                          folder.organizations.size() + folder.items.size() +
                          folder.needs.size() + folder.offers.size());
}

void CheckProblem(const Problem& problem, const client::FileTexts& texts,
                  Outcome& outcome) {
  const std::string shown =
      client::ProblemText(problem, model::Language::kEnglish);
  const auto text = texts.find(problem.file);
  std::string fault;
  if (text == texts.end()) {
    fault = "no such file";
  } else if (!IsReason(problem.reason)) {
    fault = "no reason";
  } else if (problem.en.empty() || problem.zh.empty() ||
             problem.en == problem.zh) {
    fault = "not two texts";
  } else if (const std::string chinese =
                 client::ProblemText(problem, model::Language::kChinese);
             model::ValidUtf8(shown) != shown ||
             model::ValidUtf8(chinese) != chinese) {
    fault = "a text that is not UTF-8";
  } else {
    // Spots are those of the text once it is decoded.
    const auto decoded = client::Decode(text->second);
    const auto* read = std::get_if<client::DecodedText>(&decoded);
    fault =
        FaultOfSpot(problem.spot, read == nullptr ? text->second : read->text);
  }
  if (!fault.empty()) Fault(outcome, absl::StrCat(fault, ": ", shown));
}

void CheckBack(const Folder& folder, bool hxl, const FolderWriter& write,
               Outcome& outcome) {
  const client::FileTexts texts = write(folder, hxl);
  const client::FolderReading back = client::ReadTexts(texts);
  for (const Problem& problem : back.problems) {
    Fault(outcome,
          absl::StrCat("of what was written: ",
                       client::ProblemText(problem, model::Language::kEnglish),
                       "\n", texts.at(problem.file)));
  }
  if (!(Sorted(back.folder) == Sorted(folder))) {
    std::string all;
    for (const auto& [name, text] : texts) {
      absl::StrAppend(&all, "== ", name, "\n", text);
    }
    Fault(outcome, absl::StrCat("does not read back equal:\n", all));
  }
}

}  // namespace

Outcome TryFolder(absl::string_view bytes) {
  return TryFolder(bytes, client::WriteTexts);
}

Outcome TryFolder(absl::string_view bytes, const FolderWriter& write) {
  Outcome outcome;
  const client::FileTexts texts = TextsOfBytes(bytes);
  const client::FolderReading reading = client::ReadTexts(texts);
  for (const Problem& problem : reading.problems) {
    CheckProblem(problem, texts, outcome);
  }
  outcome.refused = reading.errors();
  outcome.taken = RowsOf(reading.folder);
  CheckBack(reading.folder, /*hxl=*/false, write, outcome);
  CheckBack(reading.folder, /*hxl=*/true, write, outcome);
  return outcome;
}

}  // namespace twinaid::fuzz
