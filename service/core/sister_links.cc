// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "service/core/ledger.h"
#include "service/core/registry.h"
#include "service/core/rows.h"
#include "service/model/enum_names.h"
#include "service/model/registry_errors.h"
#include "service/model/sister_link.h"

namespace twinaid::core {
namespace {

// Both places are there and of a kind that such a link joins; no other link of
// the kind joins them.
absl::Status CheckEnds(const View& v, const model::SisterLink& link) {
  TWINAID_ASSIGN_OR_RETURN(const model::Place a,
                           Refer(v.tx.places(), link.place_a, "place_a"));
  TWINAID_ASSIGN_OR_RETURN(const model::Place b,
                           Refer(v.tx.places(), link.place_b, "place_b"));
  TWINAID_RETURN_IF_ERROR(model::CheckKinds(link.kind, a, b));
  store::SisterLinkQuery query;
  query.place = link.place_a;
  query.kind = link.kind;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  for (const model::SisterLink& other : links) {
    const bool same =
        other.place_a == link.place_b || other.place_b == link.place_b;
    if (same && other.id != link.id) {
      return model::AlreadyExists("sister link", model::ToName(other.id));
    }
  }
  return absl::OkStatus();
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::SisterLink& link) {
  return Record(m, type, model::ToName(link.id), {link.place_a, link.place_b},
                {{"kind", std::string(model::WordOf(link.kind))},
                 {"state", std::string(model::WordOf(link.state))}});
}

}  // namespace

absl::StatusOr<model::SisterLink> GetSisterLink(const View& v,
                                                const model::SisterLinkId& id) {
  return Require(v.tx.sister_links(), id);
}

absl::StatusOr<model::SisterLink> CreateSisterLink(Mutation& m,
                                                   model::SisterLink link) {
  if (link.id.empty()) {
    link.id = model::SisterLinkId::Trusted(m.ids.NewId("lnk"));
  }
  TWINAID_RETURN_IF_ERROR(model::Validate(link));
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.sister_links(), link.id));
  TWINAID_RETURN_IF_ERROR(CheckEnds(m.view(), link));
  link.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.sister_links().Insert(link));
  TWINAID_RETURN_IF_ERROR(Note(m, "sister_link.created", link));
  return link;
}

absl::StatusOr<model::SisterLink> UpdateSisterLink(Mutation& m,
                                                   model::SisterLink link,
                                                   absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::SisterLink before,
                           RequireFresh(m.tx.sister_links(), link.id, etag));
  if (link.place_a != before.place_a || link.place_b != before.place_b) {
    return model::LinkPlacesImmutable(link.id);
  }
  TWINAID_RETURN_IF_ERROR(model::Validate(link));
  TWINAID_RETURN_IF_ERROR(CheckEnds(m.view(), link));
  link.meta = before.meta;
  if (link == before) return link;
  link.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.sister_links().Update(link));
  TWINAID_RETURN_IF_ERROR(Note(m, "sister_link.updated", link));
  return link;
}

absl::Status DeleteSisterLink(Mutation& m, const model::SisterLinkId& id,
                              absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::SisterLink link,
                           RequireFresh(m.tx.sister_links(), id, etag));
  TWINAID_RETURN_IF_ERROR(m.tx.sister_links().Delete(id));
  return Note(m, "sister_link.deleted", link);
}

}  // namespace twinaid::core
