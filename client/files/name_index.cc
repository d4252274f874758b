// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/name_index.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/fold.h"
#include "client/files/nearest.h"
#include "client/files/short_names.h"

namespace twinaid::client {
namespace {

// A text this long names nothing and is not taken apart.
constexpr std::size_t kLongest = 200;
// Characters of a text that is cut between any two.
constexpr std::size_t kLongestRun = 24;
constexpr int kDeepest = 3;

void Insert(std::vector<std::string>& ids, const std::string& id) {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) ids.insert(at, id);
}

void Merge(std::vector<std::string>& ids,
           const std::vector<std::string>& more) {
  for (const std::string& id : more) Insert(ids, id);
}

std::string InOrder(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  return absl::StrJoin(words, " ");
}

// Every key that finds it.
std::set<std::string> KeysOf(const Named& named) {
  std::set<std::string> keys = {Folded(named.id), Folded(named.name_en),
                                Folded(named.name_zh)};
  for (const std::string& other : named.others) keys.insert(Folded(other));
  if (named.any_order) keys.insert(InOrder(FoldedWords(named.id)));
  keys.erase("");
  return keys;
}

using Index = std::map<std::string, std::vector<std::string>>;

void Erase(Index& index, const std::string& key, const std::string& id) {
  const auto found = index.find(key);
  if (found == index.end()) return;
  std::vector<std::string>& ids = found->second;
  ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
  if (ids.empty()) index.erase(found);
}

// Both sides of each place where a text may be cut, in the order written.
using Cuts = std::vector<std::pair<std::string, std::string>>;

// At the first comma of either kind, or before "(Ohio)".
Cuts CutsAtPunctuation(absl::string_view text) {
  constexpr absl::string_view kMarks[] = {",", "，", "、", "(", "（"};
  std::size_t first = absl::string_view::npos;
  std::size_t length = 0;
  for (const absl::string_view mark : kMarks) {
    const std::size_t at = text.find(mark);
    if (at < first) {
      first = at;
      length = mark.size();
    }
  }
  if (first == absl::string_view::npos) return {};
  return {{std::string(text.substr(0, first)),
           std::string(text.substr(first + length))}};
}

Cuts CutsAtBlanks(absl::string_view text) {
  Cuts cuts;
  for (std::size_t at = text.find(' '); at != absl::string_view::npos;
       at = text.find(' ', at + 1)) {
    cuts.emplace_back(text.substr(0, at), text.substr(at + 1));
  }
  return cuts;
}

// Between any two characters: Chinese has no blanks.
Cuts CutsAnywhere(absl::string_view text) {
  Cuts cuts;
  const std::string folded = Folded(text);
  if (Characters(folded).size() > kLongestRun) return cuts;
  constexpr unsigned kMask = 0xC0;
  constexpr unsigned kContinuation = 0x80;
  for (std::size_t at = 1; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if ((byte & kMask) == kContinuation) continue;
    cuts.emplace_back(folded.substr(0, at), folded.substr(at));
  }
  return cuts;
}

}  // namespace

void NameIndex::Add(Named named) {
  const std::string id = named.id;
  if (const auto old = named_.find(id); old != named_.end()) {
    for (const std::string& key : KeysOf(old->second)) Erase(by_key_, key, id);
    for (const std::string& text : old->second.qualifiers) {
      Erase(by_qualifier_, Folded(text), id);
    }
  }
  for (const std::string& key : KeysOf(named)) Insert(by_key_[key], id);
  for (const std::string& text : named.qualifiers) {
    Insert(by_qualifier_[Folded(text)], id);
  }
  named_[id] = std::move(named);
}

void NameIndex::SetParent(const std::string& id, const std::string& parent) {
  const auto found = named_.find(id);
  if (found != named_.end()) found->second.parent = parent;
}

std::vector<std::string> NameIndex::Called(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> NameIndex::Qualifying(absl::string_view typed) const {
  const auto found = by_qualifier_.find(Folded(typed));
  return found == by_qualifier_.end() ? std::vector<std::string>()
                                      : found->second;
}

std::vector<std::string> NameIndex::FindName(absl::string_view typed) const {
  std::vector<std::string> ids = Called(Folded(typed));
  if (!ids.empty()) return ids;
  ids = Called(InOrder(FoldedWords(typed)));
  if (!ids.empty()) return ids;
  const std::optional<ShortName> rest = WithoutKindWord(typed);
  if (!rest.has_value()) return ids;
  for (const std::string& id : Called(Folded(rest->text))) {
    const model::PlaceKind kind = named_.at(id).kind;
    const bool fits = std::find(rest->kinds.begin(), rest->kinds.end(), kind) !=
                      rest->kinds.end();
    if (fits) ids.push_back(id);
  }
  return ids;
}

std::vector<std::string> NameIndex::FindInside(absl::string_view name,
                                               absl::string_view where,
                                               int depth) const {
  std::vector<std::string> inside = FindName(name);
  // "MD" in "Columbia, MD, US".
  if (depth < kDeepest) Merge(inside, Qualifying(name));
  if (inside.empty()) return inside;
  std::vector<std::string> around = FindName(where);
  Merge(around, Qualifying(where));
  if (around.empty()) around = FindQualified(where, depth - 1);
  const auto is_outside = [&](const std::string& id) {
    // A cycle of parents ends after as many steps as there are places.
    std::string at = named_.at(id).parent;
    for (std::size_t step = 0; step < named_.size() && !at.empty(); ++step) {
      if (std::binary_search(around.begin(), around.end(), at)) return false;
      const auto next = named_.find(at);
      at = next == named_.end() ? "" : next->second.parent;
    }
    return true;
  };
  inside.erase(std::remove_if(inside.begin(), inside.end(), is_outside),
               inside.end());
  return inside;
}

std::vector<std::string> NameIndex::FindQualified(absl::string_view typed,
                                                  int depth) const {
  std::vector<std::string> ids;
  if (depth <= 0 || typed.size() > kLongest) return ids;
  for (const auto& [left, right] : CutsAtPunctuation(typed)) {
    Merge(ids, FindInside(left, right, depth));
    Merge(ids, FindInside(right, left, depth));
  }
  if (!ids.empty()) return ids;
  for (const auto& [left, right] : CutsAtBlanks(typed)) {
    Merge(ids, FindInside(left, right, depth));
    Merge(ids, FindInside(right, left, depth));
  }
  if (!ids.empty()) return ids;
  for (const auto& [left, right] : CutsAnywhere(typed)) {
    Merge(ids, FindInside(right, left, depth));
  }
  return ids;
}

std::vector<std::string> NameIndex::Find(absl::string_view typed) const {
  if (Contains(std::string(typed))) return {std::string(typed)};
  if (typed.size() > kLongest) return {};
  std::vector<std::string> ids = FindName(typed);
  return ids.empty() ? FindQualified(typed, kDeepest) : ids;
}

std::vector<std::string> NameIndex::Nearest(absl::string_view typed,
                                            std::size_t most) const {
  if (typed.size() > kLongest) return {};
  // Where it says what the place lies in, the place is what may be mistyped.
  std::string name(typed);
  for (const auto& [left, right] : CutsAtPunctuation(typed)) name = left;
  const std::string whole = Folded(name);
  const std::vector<char32_t> letters = Characters(whole);
  std::map<std::string, std::size_t> changes;  // by id
  const auto consider = [&](const std::string& id, std::size_t count) {
    const auto [known, fresh] = changes.emplace(id, count);
    if (!fresh) known->second = std::min(known->second, count);
  };
  const std::size_t limit = MostChanges(letters.size());
  for (const auto& [key, ids] : by_key_) {
    const std::size_t count = Changes(letters, Characters(key), limit);
    if (count > limit) continue;
    for (const std::string& id : ids) consider(id, count);
  }
  const std::vector<std::string> words = FoldedWords(name);
  for (const auto& [id, named] : named_) {
    std::size_t shared = 0;
    std::set<std::string> of_it;
    for (const std::string& text : {named.id, named.name_en, named.name_zh}) {
      for (std::string& word : FoldedWords(text)) of_it.insert(std::move(word));
    }
    for (const std::string& word : words) {
      if (Characters(word).size() > 1) shared += of_it.count(word);
    }
    if (shared > 0) consider(id, limit + 1 + words.size() - shared);
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [id, count] : changes) order.emplace_back(count, id);
  std::sort(order.begin(), order.end());
  std::vector<std::string> nearest;
  for (const auto& [count, id] : order) {
    if (nearest.size() < most) nearest.push_back(id);
  }
  return nearest;
}

std::string NameIndex::NameOf(const std::string& id,
                              model::Language language) const {
  const auto found = named_.find(id);
  if (found == named_.end()) return "";
  const bool chinese = language == model::Language::kChinese;
  const std::string& wanted =
      chinese ? found->second.name_zh : found->second.name_en;
  const std::string& other =
      chinese ? found->second.name_en : found->second.name_zh;
  return wanted.empty() ? other : wanted;
}

std::string NameIndex::Qualified(const std::string& id,
                                 model::Language language) const {
  const auto found = named_.find(id);
  const std::string name = NameOf(id, language);
  if (found == named_.end() || name.empty()) return id;
  if (Find(name).size() == 1) return name;
  const std::string parent = NameOf(found->second.parent, language);
  const std::string text = language == model::Language::kChinese
                               ? absl::StrCat(parent, name)
                               : absl::StrCat(name, ", ", parent);
  const std::vector<std::string> meant = Find(text);
  return meant.size() == 1 && meant.front() == id ? text : id;
}

std::string NameIndex::Shown(const std::string& id,
                             model::Language language) const {
  const auto found = named_.find(id);
  const std::string name = NameOf(id, language);
  if (found == named_.end() || name.empty()) return id;
  const std::string parent = NameOf(found->second.parent, language);
  if (language == model::Language::kChinese) {
    return absl::StrCat(id, "(", parent, name, ")");
  }
  return absl::StrCat(id, " (", name, parent.empty() ? "" : ", ", parent, ")");
}

}  // namespace twinaid::client
