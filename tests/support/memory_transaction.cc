// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/memory_transaction.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/names.h"
#include "service/model/status_macros.h"
#include "tests/support/memory_shortlists.h"
#include "tests/support/references.h"

namespace twinaid {
namespace {

using store::StoredAnswer;

template <typename K>
std::string NameOf(const K& key) {
  return model::ToName(key);
}
std::string NameOf(const model::UnmetNeed::Key& key) {
  return absl::StrCat(key.round.ToString(), " ", key.need.ToString());
}
std::string NameOf(const model::RoundEdge::Key& key) {
  return absl::StrCat(key.round.ToString(), " stage ", key.stage, " ",
                      key.donor.value(), " ", key.recipient.value());
}
std::string NameOf(const model::Notice::Key& key) {
  return absl::StrCat(model::EventName(key.seq), " channel ",
                      static_cast<int>(key.channel), " ", key.recipient);
}
std::string NameOf(std::int64_t seq) { return model::EventName(seq); }

// Two links that are one: the same two places, the same kind.
bool SameTie(const model::SisterLink& a, const model::SisterLink& b) {
  return a.kind == b.kind &&
         std::minmax(a.place_a, a.place_b) == std::minmax(b.place_a, b.place_b);
}

template <typename R>
class MemoryTable final : public store::Table<R> {
 public:
  using Key = typename R::Key;

  explicit MemoryTable(MemoryTables& tables) : tables_(tables) {}

  absl::StatusOr<std::optional<R>> Find(const Key& key) const override {
    const auto found = rows().find(key);
    if (found == rows().end()) return std::optional<R>();
    return std::optional<R>(found->second);
  }

  absl::StatusOr<std::vector<R>> List(const store::QueryOf<R>& query,
                                      const std::optional<Key>& after,
                                      int limit) const override {
    std::vector<R> selected;
    auto at = after ? rows().upper_bound(*after) : rows().begin();
    for (; at != rows().end(); ++at) {
      if (limit != 0 && selected.size() == static_cast<std::size_t>(limit)) {
        break;
      }
      if (query.Matches(at->second)) selected.push_back(at->second);
    }
    return selected;
  }

  absl::Status Insert(const R& row) override {
    if (rows().count(row.key()) > 0) return Exists(row.key());
    TWINAID_RETURN_IF_ERROR(CheckOnce(row));
    TWINAID_RETURN_IF_ERROR(CheckReferences(row));
    Changed().emplace(row.key(), row);
    return absl::OkStatus();
  }

  absl::Status Update(const R& row) override {
    if (rows().count(row.key()) == 0) return Missing(row.key());
    TWINAID_RETURN_IF_ERROR(CheckOnce(row));
    TWINAID_RETURN_IF_ERROR(CheckReferences(row));
    Changed().insert_or_assign(row.key(), row);
    return absl::OkStatus();
  }

  absl::Status Delete(const Key& key) override {
    if (rows().count(key) == 0) return Missing(key);
    std::string user;
    tables_.ForEachRow([&](const auto& row) {
      ForEachReference(row, [&](const auto& reference) {
        if constexpr (std::is_same_v<std::decay_t<decltype(reference)>, Key>) {
          if (reference == key && user.empty()) user = NameOf(row.key());
        }
      });
    });
    if (!user.empty()) return model::InUse(NameOf(key), user);
    Changed().erase(key);
    return absl::OkStatus();
  }

  // The rows, a copy of our own from the first call on.
  MemoryRows<R>& Changed() {
    if (changed_ == nullptr) {
      changed_ = std::make_shared<MemoryRows<R>>(rows());
      tables_.template Set<R>(changed_);
    }
    return *changed_;
  }

 private:
  const MemoryRows<R>& rows() const { return tables_.template of<R>(); }

  static absl::Status Exists(const Key& key) {
    return model::AlreadyExists("row", NameOf(key));
  }
  static absl::Status Missing(const Key& key) {
    return model::NotFound("row", NameOf(key));
  }

  absl::Status CheckOnce(const R& row) const {
    if constexpr (std::is_same_v<R, model::SisterLink>) {
      for (const auto& [id, other] : rows()) {
        if (id != row.id && SameTie(other, row)) return Exists(id);
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckReferences(const R& row) const {
    std::string dangling;
    ForEachReference(row, [&](const auto& reference) {
      using K = std::decay_t<decltype(reference)>;
      if constexpr (std::is_same_v<K, Key>) {
        if (reference == row.key()) return;
      }
      using Target = typename RowOfKey<K>::type;
      if (tables_.template of<Target>().count(reference) == 0) {
        dangling = NameOf(reference);
      }
    });
    if (dangling.empty()) return absl::OkStatus();
    return model::DanglingReference(dangling);
  }

  MemoryTables& tables_;
  std::shared_ptr<MemoryRows<R>> changed_;
};

class MemoryTransaction final : public store::WriteTransaction {
 public:
  explicit MemoryTransaction(MemoryTables& tables)
      : tables_(tables),
        places_(tables),
        sister_links_(tables),
        organizations_(tables),
        items_(tables),
        needs_(tables),
        offers_(tables),
        schemes_(tables),
        rounds_(tables),
        unmet_needs_(tables),
        round_edges_(tables),
        pairings_(tables),
        matches_(tables),
        letters_(tables),
        notices_(tables),
        principals_(tables),
        tokens_(tables),
        events_(tables),
        shortlists_(tables) {}

#define TWINAID_TABLE(Row, name)                              \
  const store::ReadTable<model::Row>& name() const override { \
    return name##_;                                           \
  }                                                           \
  store::Table<model::Row>& name() override { return name##_; }
  TWINAID_TABLE(Place, places)
  TWINAID_TABLE(SisterLink, sister_links)
  TWINAID_TABLE(Organization, organizations)
  TWINAID_TABLE(Item, items)
  TWINAID_TABLE(Need, needs)
  TWINAID_TABLE(Offer, offers)
  TWINAID_TABLE(Scheme, schemes)
  TWINAID_TABLE(Round, rounds)
  TWINAID_TABLE(UnmetNeed, unmet_needs)
  TWINAID_TABLE(RoundEdge, round_edges)
  TWINAID_TABLE(Pairing, pairings)
  TWINAID_TABLE(Match, matches)
  TWINAID_TABLE(Letter, letters)
  TWINAID_TABLE(Notice, notices)
  TWINAID_TABLE(Principal, principals)
  TWINAID_TABLE(Token, tokens)
#undef TWINAID_TABLE

  const store::ReadTable<model::Event>& events() const override {
    return events_;
  }

  const store::Shortlists& shortlists() const override { return shortlists_; }

  absl::StatusOr<std::optional<model::Event>> LastEvent() const override {
    const MemoryRows<model::Event>& events = tables_.of<model::Event>();
    if (events.empty()) return std::optional<model::Event>();
    return std::optional<model::Event>(events.rbegin()->second);
  }

  absl::Status AppendEvent(const model::Event& event) override {
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                             LastEvent());
    const std::int64_t seq = last ? last->seq + 1 : 1;
    const std::string head = last ? last->hash : std::string(64, '0');
    if (event.seq != seq || event.prev_hash != head) {
      return model::ChainBroken(event.seq);
    }
    return events_.Insert(event);
  }

  absl::StatusOr<std::optional<StoredAnswer>> FindAnswer(
      const std::string& principal, const std::string& method,
      const std::string& request_id) const override {
    const auto found =
        tables_.answers->find(AnswerKey(principal, method, request_id));
    if (found == tables_.answers->end()) return std::optional<StoredAnswer>();
    return std::optional<StoredAnswer>(found->second);
  }

  absl::Status SaveAnswer(const StoredAnswer& answer) override {
    auto changed = std::make_shared<MemoryAnswers>(*tables_.answers);
    const AnswerKey key(answer.principal, answer.method, answer.request_id);
    if (!changed->emplace(key, answer).second) {
      return model::AlreadyExists("answer", answer.request_id);
    }
    tables_.answers = std::move(changed);
    return absl::OkStatus();
  }

  absl::StatusOr<std::int64_t> DeleteAnswers(absl::Time before) override {
    auto changed = std::make_shared<MemoryAnswers>(*tables_.answers);
    const auto old = [&](const auto& entry) {
      return entry.second.create_time < before;
    };
    const auto deleted = std::erase_if(*changed, old);
    tables_.answers = std::move(changed);
    return static_cast<std::int64_t>(deleted);
  }

 private:
  MemoryTables& tables_;
  MemoryTable<model::Place> places_;
  MemoryTable<model::SisterLink> sister_links_;
  MemoryTable<model::Organization> organizations_;
  MemoryTable<model::Item> items_;
  MemoryTable<model::Need> needs_;
  MemoryTable<model::Offer> offers_;
  MemoryTable<model::Scheme> schemes_;
  MemoryTable<model::Round> rounds_;
  MemoryTable<model::UnmetNeed> unmet_needs_;
  MemoryTable<model::RoundEdge> round_edges_;
  MemoryTable<model::Pairing> pairings_;
  MemoryTable<model::Match> matches_;
  MemoryTable<model::Letter> letters_;
  MemoryTable<model::Notice> notices_;
  MemoryTable<model::Principal> principals_;
  MemoryTable<model::Token> tokens_;
  MemoryTable<model::Event> events_;
  MemoryShortlists shortlists_;
};

}  // namespace

std::unique_ptr<store::WriteTransaction> MakeMemoryTransaction(
    MemoryTables& tables) {
  return std::make_unique<MemoryTransaction>(tables);
}

}  // namespace twinaid
