// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sql_shortlists.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/supply_tables.h"
#include "service/store/sqlite/where.h"

namespace twinaid::store {
namespace {

constexpr char kChildrenOf[] =
    "SELECT id FROM places WHERE parent = ? ORDER BY id";

// The smaller of the indexes of what is left is enough for either.
constexpr char kOpenNeeds[] =
    "SELECT urgency, count(*) FROM needs INDEXED BY needs_open_by_urgency "
    "WHERE open > 0 GROUP BY urgency";
constexpr char kAvailableOffers[] =
    "SELECT count(*) FROM offers INDEXED BY offers_available_by_size "
    "WHERE available > 0";

constexpr char kByItem[] = "item, place, id";
constexpr char kByUrgency[] =
    "urgency, needed_by IS NULL, needed_by, place, id";
constexpr char kBySize[] = "available DESC, place, id";

// The columns of a sketch: all of them are in the indexes of what is left.
template <typename V>
void VisitSketch(V& v, model::Need& r) {
  v("place", r.name.parent);
  v("id", r.name.child);
  v("item", r.item);
  v("currency", r.currency);
  v("open", r.total);
  v("urgency", r.urgency);
  v("needed_by", r.needed_by);
  v("substitutes", r.substitutes);
  v("listed_substitutes", Json(r.listed_substitutes));
  v("min_quality", r.min_quality_percent);
  v("confirm_time", r.confirm_time);
}
template <typename V>
void VisitSketch(V& v, model::Offer& r) {
  v("place", r.name.parent);
  v("id", r.name.child);
  v("item", r.item);
  v("currency", r.currency);
  v("available", r.total);
  v("lead_days", r.lead_days);
  v("available_from", r.available_from);
  v("available_until", r.available_until);
  v("expires", r.expires);
  v("min_lot", r.min_lot);
  v("directed_to", Optional(r.directed_to));
  v("confirm_time", r.confirm_time);
}

template <typename R>
const std::string& SketchColumns() {
  static const auto& columns = *new std::string([] {
    Names visitor;
    R row;
    VisitSketch(visitor, row);
    return absl::StrJoin(visitor.names(), ", ");
  }());
  return columns;
}

// Sketches of what `where` selects, in the order of the SQL terms.
template <typename R>
absl::Status Visit(Connection& connection, const Where& where,
                   absl::string_view order, TakeSketch<R> take) {
  using T = TableOf<R>;
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection.Prepare(
          absl::StrCat("SELECT ", SketchColumns<R>(), " FROM ", T::kTable,
                       where.sql(), " ORDER BY ", order),
          T::kTable));
  where.Bind(statement);
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    if (!more) return absl::OkStatus();
    R row;
    Reader reader(statement);
    VisitSketch(reader, row);
    if (!reader.ok()) {
      return model::StoreDamaged(absl::StrCat("a row of ", T::kTable));
    }
    if (!take(std::move(row))) return absl::OkStatus();
  }
}

// Whether the query is one that the indexes of what is left are made for.
template <typename Query>
bool NamesItems(const Query& query) {
  return query.item || !query.items.empty();
}
template <typename Query>
bool NamesItemAndCurrency(const Query& query) {
  return query.item && query.currency;
}

}  // namespace

absl::Status SqlShortlists::NeedsByItem(const NeedQuery& query,
                                        TakeSketch<model::Need> take) const {
  Where where;
  TableOf<model::Need>::Filter(query, where);
  if (query.open && NamesItems(query)) where.By("needs_open_by_item");
  return Visit(connection_, where, kByItem, take);
}

absl::Status SqlShortlists::OffersByItem(const OfferQuery& query,
                                         TakeSketch<model::Offer> take) const {
  Where where;
  TableOf<model::Offer>::Filter(query, where);
  // Few are directed to one place: these have an index of their own.
  if (query.available && NamesItems(query) && !query.directed_to) {
    where.By("offers_available_by_item");
  }
  return Visit(connection_, where, kByItem, take);
}

absl::Status SqlShortlists::NeedsByUrgency(const NeedQuery& query,
                                           TakeSketch<model::Need> take) const {
  Where where;
  TableOf<model::Need>::Filter(query, where);
  if (query.open && NamesItemAndCurrency(query)) {
    where.By("needs_open_by_urgency");
  }
  return Visit(connection_, where, kByUrgency, take);
}

absl::Status SqlShortlists::OffersBySize(const OfferQuery& query,
                                         TakeSketch<model::Offer> take) const {
  Where where;
  TableOf<model::Offer>::Filter(query, where);
  if (query.available && NamesItemAndCurrency(query)) {
    where.By("offers_available_by_size");
  }
  return Visit(connection_, where, kBySize, take);
}

absl::StatusOr<OpenCounts> SqlShortlists::CountOpen() const {
  OpenCounts counts;
  TWINAID_ASSIGN_OR_RETURN(Statement needs,
                           connection_.Prepare(kOpenNeeds, "needs"));
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, needs.Step());
    if (!more) break;
    counts.needs[static_cast<model::Urgency>(needs.Int(0))] = needs.Int(1);
  }
  TWINAID_ASSIGN_OR_RETURN(Statement offers,
                           connection_.Prepare(kAvailableOffers, "offers"));
  TWINAID_RETURN_IF_ERROR(offers.Step().status());
  counts.offers = offers.Int(0);
  return counts;
}

absl::StatusOr<std::vector<model::PlaceId>> SqlShortlists::ChildrenOf(
    const model::PlaceId& parent) const {
  TWINAID_ASSIGN_OR_RETURN(Statement statement,
                           connection_.Prepare(kChildrenOf, "places"));
  statement.Bind(parent.value());
  std::vector<model::PlaceId> children;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    if (!more) return children;
    children.push_back(model::PlaceId::Trusted(statement.Text(0)));
  }
}

}  // namespace twinaid::store
