// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/transaction.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/event_table.h"
#include "service/store/sqlite/gap_check.h"
#include "service/store/sqlite/sql_shortlists.h"
#include "service/store/sqlite/sql_table.h"

namespace twinaid::store {
namespace {

const char kAnswerFits[] =
    "row_hash = hash_of_row('answers', answer, create_time, method, principal, "
    "request_hash, request_id)";
const char kSaveAnswer[] =
    "INSERT INTO answers (principal, method, request_id, request_hash, answer, "
    "create_time, row_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
    "hash_of_row('answers', ?5, ?6, ?2, ?1, ?4, ?3))";

class Transaction final : public WriteTransaction {
 public:
  explicit Transaction(Connection& connection)
      : connection_(connection),
        places_(connection),
        sister_links_(connection),
        organizations_(connection),
        items_(connection),
        needs_(connection),
        offers_(connection),
        schemes_(connection),
        rounds_(connection),
        unmet_needs_(connection),
        round_edges_(connection),
        pairings_(connection),
        matches_(connection),
        letters_(connection),
        notices_(connection),
        principals_(connection),
        tokens_(connection),
        events_(connection),
        shortlists_(connection) {}

#define TWINAID_TABLE(Row, name)                                         \
  const ReadTable<model::Row>& name() const override { return name##_; } \
  Table<model::Row>& name() override { return name##_; }
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

  const ReadTable<model::Event>& events() const override { return events_; }
  const Shortlists& shortlists() const override { return shortlists_; }
  absl::StatusOr<std::optional<model::Event>> LastEvent() const override {
    return events_.Last();
  }
  absl::Status AppendEvent(const model::Event& event) override {
    return events_.Append(event);
  }

  absl::StatusOr<std::optional<StoredAnswer>> FindAnswer(
      const std::string& principal, const std::string& method,
      const std::string& request_id) const override {
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection_.Prepare(
            absl::StrCat("SELECT request_hash, answer, create_time, ",
                         connection_.checks_rows() ? kAnswerFits : "1",
                         " FROM answers WHERE request_id = ? AND "
                         "principal = ? AND method = ?"),
            "answers"));
    statement.Bind(request_id);
    statement.Bind(principal);
    statement.Bind(method);
    TWINAID_ASSIGN_OR_RETURN(const bool found, statement.Step());
    if (!found) {
      static const auto& gap = *new GapCheck(
          "answers", kAnswerFits, {"request_id", "principal", "method"});
      TWINAID_RETURN_IF_ERROR(
          gap.Look(connection_, {request_id, principal, method}));
      return std::optional<StoredAnswer>();
    }
    if (statement.Int(3) != 1) {
      return connection_.Damaged(model::RowDamaged(
          "answers", absl::StrCat(principal, " ", method, " ", request_id)));
    }
    return std::optional<StoredAnswer>(
        {principal, method, request_id, statement.Text(0), statement.Text(1),
         absl::FromUnixMicros(statement.Int(2))});
  }

  absl::Status SaveAnswer(const StoredAnswer& answer) override {
    TWINAID_ASSIGN_OR_RETURN(Statement statement,
                             connection_.Prepare(kSaveAnswer, "answers"));
    statement.Bind(answer.principal);
    statement.Bind(answer.method);
    statement.Bind(answer.request_id);
    statement.Bind(answer.request_hash);
    statement.BindBlob(answer.answer);
    statement.Bind(absl::ToUnixMicros(answer.create_time));
    return statement.Run();
  }

  absl::StatusOr<std::int64_t> DeleteAnswers(absl::Time before) override {
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection_.Prepare("DELETE FROM answers WHERE create_time < ?",
                            "answers"));
    statement.Bind(absl::ToUnixMicros(before));
    TWINAID_RETURN_IF_ERROR(statement.Run());
    return connection_.changes();
  }

 private:
  Connection& connection_;
  SqlTable<model::Place> places_;
  SqlTable<model::SisterLink> sister_links_;
  SqlTable<model::Organization> organizations_;
  SqlTable<model::Item> items_;
  SqlTable<model::Need> needs_;
  SqlTable<model::Offer> offers_;
  SqlTable<model::Scheme> schemes_;
  SqlTable<model::Round> rounds_;
  SqlTable<model::UnmetNeed> unmet_needs_;
  SqlTable<model::RoundEdge> round_edges_;
  SqlTable<model::Pairing> pairings_;
  SqlTable<model::Match> matches_;
  SqlTable<model::Letter> letters_;
  SqlTable<model::Notice> notices_;
  SqlTable<model::Principal> principals_;
  SqlTable<model::Token> tokens_;
  EventTable events_;
  SqlShortlists shortlists_;
};

}  // namespace

std::unique_ptr<WriteTransaction> MakeTransaction(Connection& connection) {
  return std::make_unique<Transaction>(connection);
}

}  // namespace twinaid::store
