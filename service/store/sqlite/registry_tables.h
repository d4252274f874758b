// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of places, sister links, organizations and items.
#ifndef TWINAID_SERVICE_STORE_SQLITE_REGISTRY_TABLES_H_
#define TWINAID_SERVICE_STORE_SQLITE_REGISTRY_TABLES_H_

#include <string>
#include <vector>

#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/table_of.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

template <>
struct TableOf<model::Place> {
  static constexpr char kTable[] = "places";
  static constexpr char kKind[] = "place";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {
      {"places", "parent", "'places/' || id"},
      {"sister_links", "place_a", "'sisterLinks/' || id"},
      {"sister_links", "place_b", "'sisterLinks/' || id"},
      {"organizations", "seat", "'organizations/' || id"},
      {"needs", "place", "'places/' || place || '/needs/' || id"},
      {"offers", "place", "'places/' || place || '/offers/' || id"},
      {"offers", "directed_to", "'places/' || place || '/offers/' || id"},
      {"letters", "from_place", "'letters/' || id"},
      {"letters", "to_place", "'letters/' || id"},
      {"place_refs", "target", "owner"},
      kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Place& r) {
    v("id", r.id);
    v("kind", r.kind);
    v("name_en", r.name_en);
    v("name_zh", r.name_zh);
    v("aliases", Json(r.aliases));
    v("parent", Optional(r.parent));
    v("country_code", r.country_code);
    v("subdivision", r.subdivision);
    v("position", Json(r.position));
    v("population", r.population);
    v("time_zone", r.time_zone);
    v("external_ids", Json(r.external_ids));
    v("donor_capacity", r.donor_capacity);
    v("recipient_capacity", r.recipient_capacity);
    VisitMeta(v, r.meta);
  }
  static void Filter(const PlaceQuery& q, Where& w) {
    w.Is("parent", q.parent);
    w.Is("kind", q.kind);
    w.Is("country_code", q.country_code);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::SisterLink> {
  static constexpr char kTable[] = "sister_links";
  static constexpr char kKind[] = "sister link";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {
      {"pairings", "link", "'schemes/' || scheme || '/pairings/' || id"},
      kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::SisterLink& r) {
    v("id", r.id);
    v("place_a", r.place_a);
    v("place_b", r.place_b);
    v("kind", r.kind);
    v("since_year", r.since_year);
    v("state", r.state);
    v("transit_days", r.transit_days);
    v("note", r.note);
    VisitMeta(v, r.meta);
  }
  static void Filter(const SisterLinkQuery& q, Where& w) {
    w.Either("place_a", "place_b", q.place);
    w.Is("kind", q.kind);
    w.Is("state", q.state);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Organization> {
  static constexpr char kTable[] = "organizations";
  static constexpr char kKind[] = "organization";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {
      {"needs", "beneficiary", "'places/' || place || '/needs/' || id"},
      {"offers", "donor", "'places/' || place || '/offers/' || id"},
      {"letters", "organization", "'letters/' || id"},
      kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Organization& r) {
    v("id", r.id);
    v("kind", r.kind);
    v("name_en", r.name_en);
    v("name_zh", r.name_zh);
    v("seat", r.seat);
    v("note", r.note);
    v("contacts", Json(r.contacts));
    VisitMeta(v, r.meta);
  }
  static void Filter(const OrganizationQuery& q, Where& w) {
    w.Is("seat", q.seat);
    w.Is("kind", q.kind);
    w.Since(q.updated_since);
  }
};

template <>
struct TableOf<model::Item> {
  static constexpr char kTable[] = "items";
  static constexpr char kKind[] = "item";
  static constexpr const char* kKey[] = {"id"};
  static constexpr User kUsers[] = {
      {"needs", "item", "'places/' || place || '/needs/' || id"},
      {"offers", "item", "'places/' || place || '/offers/' || id"},
      {"item_refs", "target", "owner"},
      kNobody};
  static constexpr const char* kRefs = "item_refs";
  static std::vector<std::string> RefsOf(const model::Item& r) {
    std::vector<std::string> refs;
    for (const auto& s : r.substitutes) refs.push_back(s.item.value());
    return refs;
  }

  template <typename V>
  static void Visit(V& v, model::Item& r) {
    v("id", r.id);
    v("category", r.category);
    v("name_en", r.name_en);
    v("name_zh", r.name_zh);
    v("unit", r.unit);
    v("base_content", r.base_content);
    v("unspsc", r.unspsc);
    v("hs", r.hs);
    v("hxl", r.hxl);
    v("note", r.note);
    v("substitutes", Json(r.substitutes));
    VisitMeta(v, r.meta);
  }
  static void Filter(const ItemQuery& q, Where& w) {
    w.Is("category", q.category);
    if (q.substitute) {
      // Needs refer to items, too: only owners that are items are looked at.
      w.Add(
          "id IN (SELECT substr(owner, 7) FROM item_refs WHERE target = ? "
          "AND owner > 'items/' AND owner < 'items0')",
          {q.substitute->value()});
    }
    w.Since(q.updated_since);
  }
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_REGISTRY_TABLES_H_
