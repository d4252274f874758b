// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include "service/core/ledger.h"
#include "service/core/registry.h"
#include "service/core/rows.h"
#include "service/core/slugs.h"
#include "service/model/enum_names.h"
#include "service/model/registry_errors.h"

namespace twinaid::core {
namespace {

// The parent is there, and the place is not inside itself.
absl::Status CheckParent(const View& v, const model::Place& place) {
  model::PlaceId above = place.parent;
  bool first = true;
  while (!above.empty()) {
    if (above == place.id) return model::PlaceCycle(place.id, place.parent);
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Place> row,
                             v.tx.places().Find(above));
    if (!row) {
      if (!first) break;
      return model::ReferenceNotFound("parent_place", "place",
                                      model::ToName(above));
    }
    first = false;
    above = row->parent;
  }
  return absl::OkStatus();
}

// The links of the place join places of its new kind too.
absl::Status CheckLinks(const View& v, const model::Place& place) {
  store::SisterLinkQuery query;
  query.place = place.id;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  for (const model::SisterLink& link : links) {
    const bool is_a = link.place_a == place.id;
    TWINAID_ASSIGN_OR_RETURN(
        const model::Place other,
        Require(v.tx.places(), is_a ? link.place_b : link.place_a));
    TWINAID_RETURN_IF_ERROR(model::CheckKinds(link.kind, is_a ? place : other,
                                              is_a ? other : place));
  }
  return absl::OkStatus();
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Place& place) {
  return Record(m, type, model::ToName(place.id), {place.id},
                {{"kind", std::string(model::WordOf(place.kind))}});
}

}  // namespace

absl::StatusOr<model::Place> GetPlace(const View& v, const model::PlaceId& id) {
  return Require(v.tx.places(), id);
}

absl::StatusOr<model::Place> CreatePlace(Mutation& m, model::Place place) {
  TWINAID_RETURN_IF_ERROR(model::Validate(place));
  if (place.id.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        place.id, FreeId<model::Place>(m.tx.places(), place.name_en, "place"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.places(), place.id));
  TWINAID_RETURN_IF_ERROR(CheckParent(m.view(), place));
  place.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.places().Insert(place));
  TWINAID_RETURN_IF_ERROR(Note(m, "place.created", place));
  return place;
}

absl::StatusOr<model::Place> UpdatePlace(Mutation& m, model::Place place,
                                         absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Place before,
                           RequireFresh(m.tx.places(), place.id, etag));
  TWINAID_RETURN_IF_ERROR(model::Validate(place));
  TWINAID_RETURN_IF_ERROR(CheckParent(m.view(), place));
  if (place.kind != before.kind) {
    TWINAID_RETURN_IF_ERROR(CheckLinks(m.view(), place));
  }
  place.meta = before.meta;
  if (place == before) return place;
  place.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.places().Update(place));
  TWINAID_RETURN_IF_ERROR(Note(m, "place.updated", place));
  return place;
}

absl::Status DeletePlace(Mutation& m, const model::PlaceId& id,
                         absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Place place,
                           RequireFresh(m.tx.places(), id, etag));
  TWINAID_ASSIGN_OR_RETURN(
      const std::vector<model::Scheme> schemes,
      m.tx.schemes().List(store::SchemeQuery{}, std::nullopt, 0));
  for (const model::Scheme& scheme : schemes) {
    if (std::find(scheme.participants.begin(), scheme.participants.end(), id) !=
        scheme.participants.end()) {
      return model::InUse(model::ToName(id), model::ToName(scheme.id));
    }
  }
  TWINAID_RETURN_IF_ERROR(m.tx.places().Delete(id));
  return Note(m, "place.deleted", place);
}

}  // namespace twinaid::core
