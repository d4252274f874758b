// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "service/core/ledger.h"
#include "service/core/registry.h"
#include "service/core/rows.h"
#include "service/core/slugs.h"
#include "service/model/enum_names.h"

namespace twinaid::core {
namespace {

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Organization& organization) {
  return Record(m, type, model::ToName(organization.id), {organization.seat},
                {{"kind", std::string(model::WordOf(organization.kind))}});
}

}  // namespace

absl::StatusOr<model::Organization> GetOrganization(
    const View& v, const model::OrganizationId& id) {
  return Require(v.tx.organizations(), id);
}

absl::StatusOr<model::Organization> CreateOrganization(
    Mutation& m, model::Organization organization) {
  TWINAID_RETURN_IF_ERROR(model::Validate(organization));
  if (organization.id.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        organization.id,
        FreeId<model::Organization>(m.tx.organizations(), organization.name_en,
                                    "organization"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.organizations(), organization.id));
  TWINAID_RETURN_IF_ERROR(
      Refer(m.tx.places(), organization.seat, "seat").status());
  organization.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.organizations().Insert(organization));
  TWINAID_RETURN_IF_ERROR(Note(m, "organization.created", organization));
  return organization;
}

absl::StatusOr<model::Organization> UpdateOrganization(
    Mutation& m, model::Organization organization, absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(
      const model::Organization before,
      RequireFresh(m.tx.organizations(), organization.id, etag));
  TWINAID_RETURN_IF_ERROR(model::Validate(organization));
  TWINAID_RETURN_IF_ERROR(
      Refer(m.tx.places(), organization.seat, "seat").status());
  organization.meta = before.meta;
  if (organization == before) return organization;
  organization.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.organizations().Update(organization));
  TWINAID_RETURN_IF_ERROR(Note(m, "organization.updated", organization));
  return organization;
}

absl::Status DeleteOrganization(Mutation& m, const model::OrganizationId& id,
                                absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Organization organization,
                           RequireFresh(m.tx.organizations(), id, etag));
  TWINAID_RETURN_IF_ERROR(m.tx.organizations().Delete(id));
  return Note(m, "organization.deleted", organization);
}

}  // namespace twinaid::core
