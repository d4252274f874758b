// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store in domain terms: tables of resources under transactions.
#ifndef TWINAID_SERVICE_STORE_STORE_H_
#define TWINAID_SERVICE_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/model/event.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/notice.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "service/store/query.h"
#include "service/store/shortlists.h"

namespace twinaid::store {

// Rows of one kind of resource, read. R has `Key` and `key()`; QueryOf<R> is
// its query. Rows come in ascending order of their key, always.
template <typename R>
class ReadTable {
 public:
  virtual ~ReadTable() = default;
  // The row, or nullopt.
  virtual absl::StatusOr<std::optional<R>> Find(
      const typename R::Key& key) const = 0;
  // At most `limit` rows (all for a limit of 0) that the query selects and
  // whose key is above `after`, if one is given.
  virtual absl::StatusOr<std::vector<R>> List(
      const QueryOf<R>& query, const std::optional<typename R::Key>& after,
      int limit) const = 0;
};

// Rows of one kind of resource, read and written.
template <typename R>
class Table : public ReadTable<R> {
 public:
  // ALREADY_EXISTS: a row has the key (or for links: the pair of places and
  // kind). FAILED_PRECONDITION: a reference leads nowhere.
  virtual absl::Status Insert(const R& row) = 0;
  // NOT_FOUND: no row has the key.
  virtual absl::Status Update(const R& row) = 0;
  // NOT_FOUND; FAILED_PRECONDITION (IN_USE): something refers to the row.
  virtual absl::Status Delete(const typename R::Key& key) = 0;
};

// The answer of a mutation, kept so that a repeated request has one effect.
struct StoredAnswer {
  std::string principal;
  std::string method;
  std::string request_id;
  std::string request_hash;  // SHA-256 hex of the request
  std::string answer;        // serialised, opaque to the store
  absl::Time create_time;
  friend bool operator==(const StoredAnswer&, const StoredAnswer&) = default;
};

// A consistent snapshot. Not thread-safe; lives as long as the closure that
// got it. Errors of every call: UNAVAILABLE (busy, database gone), DATA_LOSS.
class ReadTransaction {
 public:
  virtual ~ReadTransaction() = default;
  virtual const ReadTable<model::Place>& places() const = 0;
  virtual const ReadTable<model::SisterLink>& sister_links() const = 0;
  virtual const ReadTable<model::Organization>& organizations() const = 0;
  virtual const ReadTable<model::Item>& items() const = 0;
  virtual const ReadTable<model::Need>& needs() const = 0;
  virtual const ReadTable<model::Offer>& offers() const = 0;
  virtual const ReadTable<model::Scheme>& schemes() const = 0;
  virtual const ReadTable<model::Round>& rounds() const = 0;
  virtual const ReadTable<model::UnmetNeed>& unmet_needs() const = 0;
  virtual const ReadTable<model::RoundEdge>& round_edges() const = 0;
  virtual const ReadTable<model::Pairing>& pairings() const = 0;
  virtual const ReadTable<model::Match>& matches() const = 0;
  virtual const ReadTable<model::Letter>& letters() const = 0;
  virtual const ReadTable<model::Notice>& notices() const = 0;
  virtual const ReadTable<model::Principal>& principals() const = 0;
  virtual const ReadTable<model::Token>& tokens() const = 0;
  virtual const ReadTable<model::Event>& events() const = 0;

  virtual const Shortlists& shortlists() const = 0;

  // The newest event; nullopt in an empty ledger.
  virtual absl::StatusOr<std::optional<model::Event>> LastEvent() const = 0;
  virtual absl::StatusOr<std::optional<StoredAnswer>> FindAnswer(
      const std::string& principal, const std::string& method,
      const std::string& request_id) const = 0;
};

// Reads see what was written before in the same transaction.
class WriteTransaction : public ReadTransaction {
 public:
  virtual Table<model::Place>& places() = 0;
  virtual Table<model::SisterLink>& sister_links() = 0;
  virtual Table<model::Organization>& organizations() = 0;
  virtual Table<model::Item>& items() = 0;
  virtual Table<model::Need>& needs() = 0;
  virtual Table<model::Offer>& offers() = 0;
  virtual Table<model::Scheme>& schemes() = 0;
  virtual Table<model::Round>& rounds() = 0;
  virtual Table<model::UnmetNeed>& unmet_needs() = 0;
  virtual Table<model::RoundEdge>& round_edges() = 0;
  virtual Table<model::Pairing>& pairings() = 0;
  virtual Table<model::Match>& matches() = 0;
  virtual Table<model::Letter>& letters() = 0;
  virtual Table<model::Notice>& notices() = 0;
  virtual Table<model::Principal>& principals() = 0;
  virtual Table<model::Token>& tokens() = 0;

  // The const (reading) overloads stay visible beside the writing ones.
  using ReadTransaction::items;
  using ReadTransaction::letters;
  using ReadTransaction::matches;
  using ReadTransaction::needs;
  using ReadTransaction::notices;
  using ReadTransaction::offers;
  using ReadTransaction::organizations;
  using ReadTransaction::pairings;
  using ReadTransaction::places;
  using ReadTransaction::principals;
  using ReadTransaction::round_edges;
  using ReadTransaction::rounds;
  using ReadTransaction::schemes;
  using ReadTransaction::sister_links;
  using ReadTransaction::tokens;
  using ReadTransaction::unmet_needs;

  // Appends to the ledger. FAILED_PRECONDITION unless event.seq is the last
  // seq plus one and event.prev_hash the last hash. Events are never changed
  // or deleted.
  virtual absl::Status AppendEvent(const model::Event& event) = 0;
  // ALREADY_EXISTS: the three keys have an answer.
  virtual absl::Status SaveAnswer(const StoredAnswer& answer) = 0;
  // Deletes answers older than `before`; returns how many.
  virtual absl::StatusOr<std::int64_t> DeleteAnswers(absl::Time before) = 0;
};

// What becomes of a write transaction whose closure succeeded.
enum class Ending { kCommit, kRollBack };

// Thread-safe.
class Store {
 public:
  virtual ~Store() = default;

  // Runs `body` once on a snapshot. Returns body's status, or UNAVAILABLE if
  // no snapshot can be had.
  virtual absl::Status Read(
      absl::FunctionRef<absl::Status(const ReadTransaction&)> body) = 0;

  // Runs `body` once in a serializable transaction, on the writer's thread;
  // returns after its changes are durable. A status other than OK rolls back
  // all of it and nothing else. kRollBack: checks everything, keeps nothing.
  //
  // body's own status; UNAVAILABLE (STORE_BUSY, STORE_UNAVAILABLE);
  // RESOURCE_EXHAUSTED (STORE_FULL); UNKNOWN (OUTCOME_UNKNOWN): it may be
  // stored, retry with the same request_id.
  virtual absl::Status Write(
      absl::FunctionRef<absl::Status(WriteTransaction&)> body,
      Ending ending = Ending::kCommit) = 0;

  // The same without waiting for it: `done` is called once with what Write
  // returns, by the writer's thread or before WriteLater returns. It must not
  // block or call the store. Both are kept until then, with all they refer to.
  virtual void WriteLater(std::function<absl::Status(WriteTransaction&)> body,
                          Ending ending,
                          std::function<void(const absl::Status&)> done) {
    const auto run = std::move(body);
    const auto tell = std::move(done);
    tell(Write(run, ending));
  }

  // `listener` is called after each commit that appended events, with the last
  // seq, from the writer's thread; it must not block or call the store. One
  // listener at a time; nullptr takes it away. After the call returns the old
  // listener is not called any more.
  virtual void SetCommitListener(
      std::function<void(std::int64_t last_seq)> listener) = 0;

  // OK while the store can read and write; else what is wrong.
  virtual absl::Status Health() = 0;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_STORE_H_
