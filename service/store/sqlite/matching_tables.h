// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of schemes, rounds, pairings and matches.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MATCHING_TABLES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MATCHING_TABLES_H_

#include <algorithm>
#include <string>
#include <vector>

#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/table_of.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

template <>
struct TableOf<model::Scheme> {
  static constexpr char kTable[] = "schemes";
  static constexpr char kKind[] = "scheme";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = "place_refs";
  static std::vector<std::string> RefsOf(const model::Scheme& r) {
    std::vector<std::string> refs;
    for (const auto& p : r.participants) refs.push_back(p.value());
    for (const auto& p : r.third_places) refs.push_back(p.value());
    std::sort(refs.begin(), refs.end());
    refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
    return refs;
  }

  template <typename V>
  static void Visit(V& v, model::Scheme& r) {
    v("id", r.id);
    v("title_en", r.title_en);
    v("title_zh", r.title_zh);
    v("participants", Json(r.participants));
    v("third_places", Json(r.third_places));
    v("policy", Json(r.policy));
    v("confirm_days", r.confirm_days);
    v("answer_days", r.answer_days);
    v("round_every_hours", r.round_every_hours);
    v("round_after_minutes", r.round_after_minutes);
    VisitMeta(v, r.meta);
  }
  static void Filter(const SchemeQuery& q, Where& w) {
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Round> {
  static constexpr char kTable[] = "rounds";
  static constexpr char kKind[] = "round";
  static constexpr const char* kKey[] = {"scheme", "id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Round& r) {
    v("scheme", r.name.parent);
    v("id", r.name.child);
    v("state", r.state);
    v("policy", Json(r.policy));
    v("seed", r.seed);
    v("as_of", r.as_of);
    v("input_hash", r.input_hash);
    v("pairings", r.pairings);
    v("matches", r.matches);
    v("donors", r.donors);
    v("coverage", Json(r.coverage));
    v("fairness", Json(r.fairness));
    v("extra_capacity", Json(r.extra_capacity));
    v("certificate", Json(r.certificate));
    v("stale", Json(r.stale));
    v("failure", Json(r.failure));
    v("finish_time", r.finish_time);
    VisitMeta(v, r.meta);
  }
  static void Filter(const RoundQuery& q, Where& w) {
    w.Is("scheme", q.scheme);
    w.Is("state", q.state);
  }
};

template <>
struct TableOf<model::UnmetNeed> {
  static constexpr char kTable[] = "unmet_needs";
  static constexpr char kKind[] = "unmet need";
  static constexpr const char* kKey[] = {"scheme", "round", "place", "need"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::UnmetNeed& r) {
    v("scheme", r.round.parent);
    v("round", r.round.child);
    v("place", r.need.parent);
    v("need", r.need.child);
    v("quantity", r.quantity);
    v("reason", r.reason);
    v("closed", Json(r.closed));
    v("closed_offers", r.closed_offers);
  }
  static void Filter(const UnmetNeedQuery& q, Where& w) {
    w.Is("scheme", "round", q.round);
    w.Is("place", q.place);
  }
};

template <>
struct TableOf<model::RoundEdge> {
  static constexpr char kTable[] = "round_edges";
  static constexpr char kKind[] = "candidate";
  static constexpr const char* kKey[] = {"scheme", "round", "stage", "donor",
                                         "recipient"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::RoundEdge& r) {
    v("scheme", r.round.parent);
    v("round", r.round.child);
    v("stage", r.stage);
    v("donor", r.donor);
    v("recipient", r.recipient);
    v("rung", r.rung);
    v("link", r.link);
    v("paired", r.paired);
    v("value", Json(r.value));
    v("donor_price", Json(r.donor_price));
    v("recipient_price", Json(r.recipient_price));
    v("slack", Json(r.slack));
  }
  static void Filter(const RoundEdgeQuery& q, Where& w) {
    w.Is("scheme", "round", q.round);
    w.Is("stage", q.stage);
    w.Is("donor", q.donor);
    w.Is("recipient", q.recipient);
  }
};

template <>
struct TableOf<model::Pairing> {
  static constexpr char kTable[] = "pairings";
  static constexpr char kKind[] = "pairing";
  static constexpr const char* kKey[] = {"scheme", "id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Pairing& r) {
    v("scheme", r.name.parent);
    v("id", r.name.child);
    v("donor", r.donor);
    v("recipient", r.recipient);
    v("state", r.state);
    v("rung", r.rung);
    v("link", Optional(r.link));
    v("value", Json(r.value));
    v("pair_id", r.pair_id);
    v("returns_help", r.returns_help);
    v("round_scheme", r.round.parent);
    v("round", r.round.child);
    VisitMeta(v, r.meta);
  }
  static void Filter(const PairingQuery& q, Where& w) {
    w.Is("scheme", q.scheme);
    w.Either("donor", "recipient", q.place);
    w.Is("state", q.state);
    w.Is("round_scheme", "round", q.round);
  }
};

template <>
struct TableOf<model::Match> {
  static constexpr char kTable[] = "matches";
  static constexpr char kKind[] = "match";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {{"matches", "replaces", "'matches/' || id"},
                                    {"letters", "about", "'letters/' || id"},
                                    kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Match& r) {
    v("id", r.id);
    v("recipient", r.need.parent);
    v("need", r.need.child);
    v("donor", r.offer.parent);
    v("offer", r.offer.child);
    v("need_item", r.need_item);
    v("offer_item", r.offer_item);
    v("quality", r.quality_percent);
    v("quantity", r.quantity);
    v("origin", r.origin);
    v("pairing_scheme", Optional(r.pairing.parent));
    v("pairing", Optional(r.pairing.child));
    v("round_scheme", Optional(r.round.parent));
    v("round", Optional(r.round.child));
    v("rung", r.rung);
    v("state", r.state);
    v("donor_decision", Json(r.donor_decision));
    v("recipient_decision", Json(r.recipient_decision));
    v("dispatches", Json(r.dispatches));
    v("receipts", Json(r.receipts));
    v("dispatch_final", r.dispatch_final);
    v("end_reason", r.end_reason);
    v("end_note", r.end_note);
    v("answer_by", r.answer_by);
    v("keeps_apart", r.keeps_apart);
    v("substitute_refused", r.substitute_refused);
    v("category", r.category);
    v("currency", r.currency);
    v("replaces", Optional(r.replaces));
    v("consignee", Json(r.consignee));
    VisitMeta(v, r.meta);
  }
  static void Filter(const MatchQuery& q, Where& w) {
    w.Either("donor", "recipient", q.place);
    w.Is("donor", q.donor);
    w.Is("recipient", q.recipient);
    w.Is("recipient", "need", q.need);
    w.Is("donor", "offer", q.offer);
    w.Is("need_item", q.item);
    w.Is("state", q.state);
    w.Is("pairing_scheme", "pairing", q.pairing);
    w.Is("round_scheme", "round", q.round);
    w.Is("round_scheme", q.scheme);
    if (q.refused_item) w.Add("substitute_refused = 1");
    w.Is("offer_item", q.refused_item);
    w.Is("keeps_apart", q.keeps_apart);
    // As the partial indexes of what is kept apart say it.
    if (q.keeps_apart && *q.keeps_apart != model::Apart::kNobody) {
      w.Add("keeps_apart > 1");
    }
    if (q.answer_by) w.Is("state", std::optional(model::MatchState::kProposed));
    w.Until("answer_by", q.answer_by);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Letter> {
  static constexpr char kTable[] = "letters";
  static constexpr char kKind[] = "letter";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Letter& r) {
    v("id", r.id);
    v("kind", r.kind);
    v("from_place", r.from);
    v("to_place", r.to);
    v("organization", Optional(r.organization));
    v("signatory", r.signatory);
    v("text", r.text);
    v("language", r.language);
    v("about", Optional(r.match));
    VisitMeta(v, r.meta);
  }
  static void Filter(const LetterQuery& q, Where& w) {
    w.Either("from_place", "to_place", q.place);
    w.Is("from_place", q.from);
    w.Is("to_place", q.to);
    w.Is("about", q.match);
    w.Since(q.updated_since);
  }
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MATCHING_TABLES_H_
