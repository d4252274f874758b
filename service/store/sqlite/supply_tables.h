// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of needs and offers.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SUPPLY_TABLES_H_
#define TWINAID_SERVICE_STORE_SQLITE_SUPPLY_TABLES_H_

#include <string>
#include <vector>

#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/table_of.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

template <>
struct TableOf<model::Need> {
  static constexpr char kTable[] = "needs";
  static constexpr char kKind[] = "need";
  static constexpr const char* kKey[] = {"place", "id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = "item_refs";
  static std::vector<std::string> RefsOf(const model::Need& r) {
    std::vector<std::string> refs;
    for (const auto& i : r.listed_substitutes) refs.push_back(i.value());
    return refs;
  }

  template <typename V>
  static void Visit(V& v, model::Need& r) {
    v("place", r.name.parent);
    v("id", r.name.child);
    v("item", r.item);
    v("quantity", r.quantity);
    v("total", r.total);
    v("urgency", r.urgency);
    v("needed_by", r.needed_by);
    v("substitutes", r.substitutes);
    v("listed_substitutes", Json(r.listed_substitutes));
    v("min_quality", r.min_quality_percent);
    v("currency", r.currency);
    v("beneficiary", Optional(r.beneficiary));
    v("note", r.note);
    v("note_language", r.note_language);
    v("closed", r.closed);
    v("proposed", r.tallies.proposed);
    v("committed", r.tallies.committed);
    v("in_transit", r.tallies.in_transit);
    v("received", r.tallies.received);
    v("confirm_time", r.confirm_time);
    v.Derived("state", static_cast<std::int64_t>(r.state()));
    v.Derived("open", r.open_to_matching().value());
    VisitMeta(v, r.meta);
  }
  static void Filter(const NeedQuery& q, Where& w) {
    w.Is("place", q.place);
    w.AnyOf("place", q.places);
    w.Is("item", q.item);
    w.AnyOf("item", q.items);
    w.Is("currency", q.currency);
    // As the partial indexes of needs say it.
    if (q.open) w.Add("open > 0");
    const bool narrow = q.item || !q.items.empty() || q.organization;
    narrow ? w.AlsoIs("state", q.state) : w.Is("state", q.state);
    w.Is("urgency", q.urgency);
    w.Is("beneficiary", q.organization);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Offer> {
  static constexpr char kTable[] = "offers";
  static constexpr char kKind[] = "offer";
  static constexpr const char* kKey[] = {"place", "id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Offer& r) {
    v("place", r.name.parent);
    v("id", r.name.child);
    v("item", r.item);
    v("quantity", r.quantity);
    v("total", r.total);
    v("available_from", r.available_from);
    v("available_until", r.available_until);
    v("expires", r.expires);
    v("min_lot", r.min_lot);
    v("lead_days", r.lead_days);
    v("directed_to", Optional(r.directed_to));
    v("currency", r.currency);
    v("donor", Optional(r.donor));
    v("certificates", Json(r.certificates));
    v("note", r.note);
    v("note_language", r.note_language);
    v("closed", r.closed);
    v("proposed", r.tallies.proposed);
    v("committed", r.tallies.committed);
    v("dispatched", r.tallies.dispatched);
    v("confirm_time", r.confirm_time);
    v.Derived("state", static_cast<std::int64_t>(r.state()));
    v.Derived("available", r.available().value());
    VisitMeta(v, r.meta);
  }
  static void Filter(const OfferQuery& q, Where& w) {
    w.Is("place", q.place);
    w.AnyOf("place", q.places);
    w.Is("item", q.item);
    w.AnyOf("item", q.items);
    w.Is("currency", q.currency);
    w.Is("directed_to", q.directed_to);
    // As the partial indexes of offers say it.
    if (q.available) w.Add("available > 0");
    const bool narrow =
        q.item || !q.items.empty() || q.organization || q.directed_to;
    narrow ? w.AlsoIs("state", q.state) : w.Is("state", q.state);
    w.Is("donor", q.organization);
    w.Since(q.updated_since);
  }
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SUPPLY_TABLES_H_
