// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/damage.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/keys.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/every_mutation.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"

namespace twinaid::faults {
namespace {

using store::ReadTransaction;
using store::SqliteStore;

constexpr char kVfs[] = "rotten";
constexpr int kCopies = 40;

// How an answer differs from the right one.
enum class Answer { kRight, kRefused, kWrong, kMissing, kMissingByIndex };

bool IsRefusal(const absl::Status& status) {
  return absl::IsDataLoss(status) || absl::IsUnavailable(status);
}

template <typename R>
std::string KeyOf(const R& row) {
  if constexpr (std::is_same_v<R, model::Event>) {
    return model::EventName(row.seq);
  } else {
    return store::KeyText(row.key());
  }
}

// A question, answered as it should be or not; a text says how not.
using Question = std::function<Answer(SqliteStore&, std::string&)>;

// Rows that were read against those that should have been: what is there must
// be there as it is in `good`.
template <typename R>
Answer Compare(const absl::StatusOr<std::vector<R>>& rows,
               const std::vector<R>& wanted,
               const std::map<std::string, R>& good, std::string& said) {
  if (!rows.ok()) {
    if (IsRefusal(rows.status())) return Answer::kRefused;
    said = InWords(rows.status());
    return Answer::kWrong;
  }
  for (const R& row : *rows) {
    const auto it = good.find(KeyOf(row));
    if (it != good.end() && it->second == row) continue;
    said = KeyOf(row) + " is another row";
    return Answer::kWrong;
  }
  said = absl::StrCat(rows->size(), " rows of ", wanted.size());
  return *rows == wanted ? Answer::kRight : Answer::kMissing;
}

}  // namespace

struct RottenFiles::Known {
  std::vector<Question> questions;

  // Asks for every row of a table, in a list and by key, and for what the
  // queries select.
  template <typename R>
  void Add(SqliteStore& whole,
           const store::ReadTable<R>& (ReadTransaction::*table)() const,
           const std::vector<store::QueryOf<R>>& queries = {}) {
    const auto list = [table](SqliteStore& from,
                              const store::QueryOf<R>& query) {
      absl::StatusOr<std::vector<R>> rows;
      const absl::Status read = from.Read([&](const ReadTransaction& tx) {
        rows = (tx.*table)().List(query, std::nullopt, 0);
        return rows.status();
      });
      if (!read.ok()) rows = read;
      return rows;
    };
    auto good = std::make_shared<std::map<std::string, R>>();
    const std::vector<R> all = *list(whole, {});
    for (const R& row : all) good->emplace(KeyOf(row), row);
    std::vector<store::QueryOf<R>> lists = queries;
    lists.push_back({});
    for (std::size_t i = 0; i < lists.size(); ++i) {
      questions.push_back([list, query = lists[i], good,
                           wanted = *list(whole, lists[i]),
                           by_index = i < queries.size()](SqliteStore& from,
                                                          std::string& said) {
        const Answer answer = Compare(list(from, query), wanted, *good, said);
        return answer == Answer::kMissing && by_index ? Answer::kMissingByIndex
                                                      : answer;
      });
    }
    for (const R& row : all) {
      questions.push_back([table, row](SqliteStore& from, std::string& said) {
        std::optional<R> found;
        const absl::Status read =
            from.Read([&](const ReadTransaction& tx) -> absl::Status {
              TWINAID_ASSIGN_OR_RETURN(found, (tx.*table)().Find(row.key()));
              return absl::OkStatus();
            });
        if (!read.ok()) {
          said = InWords(read);
          return IsRefusal(read) ? Answer::kRefused : Answer::kWrong;
        }
        said = KeyOf(row);
        if (!found) return Answer::kMissing;
        said += " is another row";
        return *found == row ? Answer::kRight : Answer::kWrong;
      });
    }
  }

  void AddAnswer(SqliteStore& whole, const std::string& id) {
    const auto find = [id](SqliteStore& from) {
      absl::StatusOr<std::optional<store::StoredAnswer>> answer;
      const absl::Status read = from.Read([&](const ReadTransaction& tx) {
        answer = tx.FindAnswer("principals/local", "Fault", id);
        return answer.status();
      });
      if (!read.ok()) answer = read;
      return answer;
    };
    questions.push_back([find, id, wanted = *find(whole)](SqliteStore& from,
                                                          std::string& said) {
      const auto answer = find(from);
      said = "the answer of " + id;
      if (!answer.ok()) {
        return IsRefusal(answer.status()) ? Answer::kRefused : Answer::kWrong;
      }
      if (*answer == wanted) return Answer::kRight;
      return answer->has_value() ? Answer::kWrong : Answer::kMissing;
    });
  }
};

RottenFiles::RottenFiles(bool check_rows)
    : check_rows_(check_rows),
      path_(folder_.File("twinaid.db")),
      vfs_(kVfs),
      files_(vfs_),
      known_(std::make_unique<Known>()) {
  Fill();
}

RottenFiles::~RottenFiles() = default;

int RottenFiles::answers() const {
  return static_cast<int>(known_->questions.size());
}

namespace {

// The row of the store again, under other keys.
template <typename R, typename Rename>
absl::Status Copy(store::Table<R>& table, Rename rename) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<R> rows,
                           table.List({}, std::nullopt, 0));
  for (const R& row : rows) {
    for (int i = 0; i < kCopies; ++i) {
      R copy = row;
      rename(copy, absl::StrCat("-", i));
      TWINAID_RETURN_IF_ERROR(table.Insert(copy));
    }
  }
  return absl::OkStatus();
}

template <typename IdType>
void Append(IdType& id, const std::string& text) {
  id = IdType::Trusted(absl::StrCat(id.value(), text));
}

absl::Status CopyRows(store::WriteTransaction& tx) {
  TWINAID_RETURN_IF_ERROR(
      Copy(tx.places(), [](model::Place& row, const std::string& text) {
        Append(row.id, text);
      }));
  TWINAID_RETURN_IF_ERROR(
      Copy(tx.needs(), [](model::Need& row, const std::string& text) {
        Append(row.name.child, text);
      }));
  TWINAID_RETURN_IF_ERROR(
      Copy(tx.offers(), [](model::Offer& row, const std::string& text) {
        Append(row.name.child, text);
      }));
  TWINAID_RETURN_IF_ERROR(
      Copy(tx.matches(), [](model::Match& row, const std::string& text) {
        Append(row.id, text);
      }));
  return Copy(tx.letters(), [](model::Letter& row, const std::string& text) {
    Append(row.id, text);
  });
}

}  // namespace

void RottenFiles::Fill() {
  store::SqliteOptions options = {path_, 1};
  options.tuning.vfs = kVfs;
  options.tuning.files = &files_;
  const std::vector<Group> groups = EveryMutation();
  {
    OfficeServer server(path_, options.tuning);
    if (!server.Start().ok()) return;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      server.AskInTurn(groups[g], TimeOf(g), g * 1000);
    }
  }
  {
    const auto store = store::OpenSqliteStore(options);
    if (!store.ok() || !(*store)->Write(CopyRows).ok()) return;
    SqliteStore& whole = **store;
    const auto wuxi = model::PlaceId::Trusted("wuxi");
    const auto masks = model::ItemId::Trusted("masks");
    store::NeedQuery needs;
    needs.item = masks;
    store::OfferQuery offers;
    offers.state = model::OfferState::kOpen;
    store::MatchQuery matches;
    matches.donor = wuxi;
    store::EventQuery events;
    events.place = wuxi;
    known_->Add(whole, &ReadTransaction::places);
    known_->Add(whole, &ReadTransaction::sister_links);
    known_->Add(whole, &ReadTransaction::organizations);
    known_->Add(whole, &ReadTransaction::items);
    known_->Add(whole, &ReadTransaction::needs, {needs});
    known_->Add(whole, &ReadTransaction::offers, {offers});
    known_->Add(whole, &ReadTransaction::schemes);
    known_->Add(whole, &ReadTransaction::rounds);
    known_->Add(whole, &ReadTransaction::unmet_needs);
    known_->Add(whole, &ReadTransaction::round_edges);
    known_->Add(whole, &ReadTransaction::pairings);
    known_->Add(whole, &ReadTransaction::matches, {matches});
    known_->Add(whole, &ReadTransaction::letters);
    known_->Add(whole, &ReadTransaction::notices);
    known_->Add(whole, &ReadTransaction::principals);
    known_->Add(whole, &ReadTransaction::tokens);
    known_->Add(whole, &ReadTransaction::events, {events});
    for (const Group& group : groups) {
      for (const Request& request : group) {
        known_->AddAnswer(whole, request.id);
      }
    }
  }
  disk_ = vfs_.Image();
  const auto file = disk_.Find(path_);
  file_bytes_ = file == nullptr ? 0 : file->content.size();
}

void RottenFiles::Damage(Rot rot, std::uint64_t seed,
                         std::string& content) const {
  Chance chance(seed * 3 + static_cast<std::uint64_t>(rot));
  constexpr std::uint64_t kBits = 8;
  switch (rot) {
    case Rot::kBitFlips:
      for (std::uint64_t n = 1 + chance.Below(3); n > 0; --n) {
        char& byte = content[chance.Below(content.size())];
        byte = static_cast<char>(byte ^ (1 << chance.Below(kBits)));
      }
      return;
    case Rot::kZeroedSector: {
      const std::uint64_t sector = chance.Below(content.size() / kSectorBytes);
      content.replace(sector * kSectorBytes, kSectorBytes, kSectorBytes, '\0');
      return;
    }
    case Rot::kCutShort: {
      // In the middle of a page, of a sector, or between two pages.
      constexpr std::uint64_t kUnits[] = {1, kSectorBytes, 4096};
      const std::uint64_t unit = kUnits[chance.Below(std::size(kUnits))];
      content.resize(chance.Below(content.size() / unit) * unit);
      return;
    }
  }
}

Verdict RottenFiles::Try(Rot rot, std::uint64_t seed) {
  Disk disk = disk_;
  Damage(rot, seed, disk.Find(path_)->content);
  vfs_.Insert(disk);
  store::SqliteOptions options = {path_, 1};
  options.tuning.vfs = kVfs;
  options.tuning.files = &files_;
  options.tuning.check_rows = check_rows_;
  Verdict verdict;
  const auto store = store::OpenSqliteStore(options);
  if (!store.ok()) {
    verdict.refused_at_start = true;
    verdict.found = true;
    // Anything else would be wrong.
    if (!IsRefusal(store.status())) {
      ++verdict.wrong;
      verdict.first_wrong = InWords(store.status());
    }
    return verdict;
  }
  for (const Question& question : known_->questions) {
    std::string said;
    switch (question(**store, said)) {
      case Answer::kRight:
        ++verdict.right;
        break;
      case Answer::kRefused:
        ++verdict.refused;
        break;
      case Answer::kMissing:
        if (verdict.missing++ == 0) verdict.first_missing = said;
        break;
      case Answer::kMissingByIndex:
        ++verdict.by_index;
        break;
      case Answer::kWrong:
        if (verdict.wrong++ == 0) verdict.first_wrong = said;
        break;
    }
  }
  verdict.found = !(*store)->Health().ok() || !(*store)->CheckNow().ok();
  return verdict;
}

}  // namespace twinaid::faults
