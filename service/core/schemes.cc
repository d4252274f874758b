// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/core/slugs.h"

namespace twinaid::core {
namespace {

absl::Status CheckPlaces(const View& v,
                         const std::vector<model::PlaceId>& places,
                         absl::string_view field) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(
        Refer(v.tx.places(), places[i], absl::StrCat(field, "[", i, "]"))
            .status());
  }
  return absl::OkStatus();
}

absl::Status CheckScheme(const View& v, const model::Scheme& scheme) {
  TWINAID_RETURN_IF_ERROR(model::Validate(scheme));
  TWINAID_RETURN_IF_ERROR(CheckPlaces(v, scheme.participants, "participants"));
  return CheckPlaces(v, scheme.third_places, "third_places");
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Scheme& scheme) {
  std::vector<model::PlaceId> places = scheme.participants;
  places.insert(places.end(), scheme.third_places.begin(),
                scheme.third_places.end());
  return Record(m, type, model::ToName(scheme.id), std::move(places),
                {{"rungs", absl::StrCat(scheme.policy.rungs)}});
}

}  // namespace

absl::Status EnsureDefaultScheme(Mutation& m) {
  model::Scheme scheme;
  scheme.id = model::SchemeId::Trusted(model::kDefaultSchemeId);
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Scheme> there,
                           m.tx.schemes().Find(scheme.id));
  if (there) return absl::OkStatus();
  scheme.title_en = "Sister places";
  scheme.title_zh = "友好城市互助";
  // docs/decisions/2026-12-01-schedules.md says why these.
  scheme.policy.rungs = 4;
  scheme.policy.rung_wait_days = {0, 3, 7};
  scheme.policy.pool = model::Pool::kFair;
  return CreateScheme(m, std::move(scheme)).status();
}

absl::StatusOr<model::Scheme> GetScheme(const View& v,
                                        const model::SchemeId& id) {
  return Require(v.tx.schemes(), id);
}

absl::StatusOr<model::Scheme> CreateScheme(Mutation& m, model::Scheme scheme) {
  TWINAID_RETURN_IF_ERROR(CheckScheme(m.view(), scheme));
  if (scheme.id.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        scheme.id,
        FreeId<model::Scheme>(m.tx.schemes(), scheme.title_en, "scheme"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.schemes(), scheme.id));
  scheme.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.schemes().Insert(scheme));
  TWINAID_RETURN_IF_ERROR(Note(m, "scheme.created", scheme));
  return scheme;
}

absl::StatusOr<model::Scheme> UpdateScheme(Mutation& m, model::Scheme scheme,
                                           absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Scheme before,
                           RequireFresh(m.tx.schemes(), scheme.id, etag));
  TWINAID_RETURN_IF_ERROR(CheckScheme(m.view(), scheme));
  scheme.meta = before.meta;
  if (scheme == before) return scheme;
  scheme.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.schemes().Update(scheme));
  TWINAID_RETURN_IF_ERROR(Note(m, "scheme.updated", scheme));
  return scheme;
}

}  // namespace twinaid::core
