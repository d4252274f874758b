// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_names.h"

#include "absl/strings/str_cat.h"
#include "service/model/names.h"

namespace twinaid::fuzz {
namespace {

// The rule of the contract, told another way.
bool IsId(absl::string_view text) {
  constexpr absl::string_view kInner = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !text.empty() && text.size() < 64 &&
         text.find_first_not_of(kInner) == absl::string_view::npos &&
         text.front() != '-' && text.back() != '-';
}

// The ids of a name of that form, read from its front; empty if it is none.
std::vector<std::string> IdsOf(
    absl::string_view name, const std::vector<absl::string_view>& collections) {
  std::vector<std::string> ids;
  for (const absl::string_view collection : collections) {
    const std::string front =
        absl::StrCat(ids.empty() ? "" : "/", collection, "/");
    if (name.substr(0, front.size()) != front) return {};
    name.remove_prefix(front.size());
    const absl::string_view id = name.substr(0, name.find('/'));
    if (!IsId(id)) return {};
    name.remove_prefix(id.size());
    ids.emplace_back(id);
  }
  if (!name.empty()) ids.clear();
  return ids;
}

void TryForm(absl::string_view bytes,
             const std::vector<absl::string_view>& collections,
             const NameSplitter& split, Outcome& outcome) {
  const std::vector<std::string> wanted = IdsOf(bytes, collections);
  const auto ids = split(bytes, collections);
  if (!ids.ok()) {
    CountRefusal(ids.status(), "INVALID_NAME", outcome);
    if (!wanted.empty()) Fault(outcome, absl::StrCat("refused: ", bytes));
    return;
  }
  ++outcome.taken;
  if (*ids != wanted) Fault(outcome, absl::StrCat("taken: ", bytes));
}

template <typename IdType>
void TryId(absl::string_view bytes, Outcome& outcome) {
  const auto id = IdType::Parse(bytes);
  if (!id.ok()) CountRefusal(id.status(), "INVALID_ID", outcome);
  if (id.ok() != IsId(bytes) || (id.ok() && id->value() != bytes)) {
    Fault(outcome, absl::StrCat("as an id: ", bytes));
  }
}

template <typename Name>
void TryNested(absl::string_view bytes, Outcome& outcome) {
  const auto name = Name::Parse(bytes);
  if (name.ok() && name->ToString() != bytes) {
    Fault(outcome, absl::StrCat("comes back otherwise: ", bytes));
  }
}

}  // namespace

Outcome TryNames(absl::string_view bytes) {
  return TryNames(bytes, model::SplitName);
}

Outcome TryNames(absl::string_view bytes, const NameSplitter& split) {
  Outcome outcome;
  for (const char* collection : {"places", "sisterLinks", "organizations",
                                 "items", "schemes", "matches"}) {
    TryForm(bytes, {collection}, split, outcome);
  }
  TryForm(bytes, {"places", "needs"}, split, outcome);
  TryForm(bytes, {"places", "offers"}, split, outcome);
  TryForm(bytes, {"schemes", "rounds"}, split, outcome);
  TryForm(bytes, {"schemes", "pairings"}, split, outcome);
  TryId<model::PlaceId>(bytes, outcome);
  TryNested<model::NeedName>(bytes, outcome);
  TryNested<model::OfferName>(bytes, outcome);
  TryNested<model::RoundName>(bytes, outcome);
  TryNested<model::PairingName>(bytes, outcome);
  return outcome;
}

}  // namespace twinaid::fuzz
