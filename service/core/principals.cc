// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/principals.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/rows.h"
#include "service/core/slugs.h"
#include "service/model/access_errors.h"
#include "service/model/enum_names.h"

namespace twinaid::core {
namespace {

template <typename R, typename IdType>
absl::Status CheckGrants(const store::ReadTable<R>& table,
                         const std::vector<IdType>& grants,
                         absl::string_view field) {
  for (std::size_t i = 0; i < grants.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(
        Refer(table, grants[i], absl::StrCat(field, "[", i, "]")).status());
  }
  return absl::OkStatus();
}

absl::Status CheckPrincipal(const View& v, const model::Principal& principal) {
  TWINAID_RETURN_IF_ERROR(model::Validate(principal));
  TWINAID_RETURN_IF_ERROR(
      CheckGrants(v.tx.places(), principal.places, "places"));
  return CheckGrants(v.tx.schemes(), principal.schemes, "schemes");
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Principal& principal) {
  // Of no place: who is granted a place does not see who else is.
  return Record(m, type, model::ToName(principal.id), {},
                {{"role", std::string(model::WordOf(principal.role))},
                 {"disabled", principal.disabled ? "true" : "false"}});
}

bool Administers(const model::Principal& principal) {
  return principal.role == model::Role::kAdmin && !principal.disabled;
}

// Another admin than `principal` is there.
absl::Status CheckAnotherAdmin(const View& v,
                               const model::PrincipalId& principal) {
  store::PrincipalQuery query;
  query.role = model::Role::kAdmin;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Principal> admins,
                           v.tx.principals().List(query, std::nullopt, 0));
  for (const model::Principal& admin : admins) {
    if (admin.id != principal && Administers(admin)) return absl::OkStatus();
  }
  return model::LastAdmin(principal);
}

constexpr char kAdmin[] = "admin";

}  // namespace

absl::StatusOr<model::Principal> GetPrincipal(const View& v,
                                              const model::PrincipalId& id) {
  return Require(v.tx.principals(), id);
}

absl::StatusOr<model::Principal> CreatePrincipal(Mutation& m,
                                                 model::Principal principal) {
  TWINAID_RETURN_IF_ERROR(CheckPrincipal(m.view(), principal));
  if (principal.id.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        principal.id, FreeId<model::Principal>(m.tx.principals(),
                                               principal.title, "principal"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.principals(), principal.id));
  const std::string name = model::ToName(principal.id);
  // What the server does by itself stands under this name in the ledger.
  if (name == kSystemPrincipal) return model::AlreadyExists("principal", name);
  principal.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.principals().Insert(principal));
  TWINAID_RETURN_IF_ERROR(Note(m, "principal.created", principal));
  return principal;
}

absl::StatusOr<model::Principal> UpdatePrincipal(Mutation& m,
                                                 model::Principal principal,
                                                 absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Principal before,
                           RequireFresh(m.tx.principals(), principal.id, etag));
  TWINAID_RETURN_IF_ERROR(CheckPrincipal(m.view(), principal));
  if (Administers(before) && !Administers(principal)) {
    TWINAID_RETURN_IF_ERROR(CheckAnotherAdmin(m.view(), principal.id));
  }
  principal.meta = before.meta;
  if (principal == before) return principal;
  principal.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.principals().Update(principal));
  TWINAID_RETURN_IF_ERROR(Note(m, "principal.updated", principal));
  return principal;
}

absl::StatusOr<bool> EnsureAdmin(
    Mutation& m, bool always,
    absl::FunctionRef<absl::Status(const std::string& token)> keep) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Principal> any,
                           m.tx.principals().List({}, std::nullopt, 1));
  if (!any.empty() && !always) return false;
  model::Principal admin;
  admin.id = model::PrincipalId::Trusted(kAdmin);
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Principal> before,
                           m.tx.principals().Find(admin.id));
  if (before) admin = *before;
  admin.role = model::Role::kAdmin;
  if (admin.title.empty()) admin.title = "Administrator";
  admin.places.clear();
  admin.every_place = false;
  admin.schemes.clear();
  admin.every_scheme = false;
  admin.disabled = false;
  absl::Status made = before ? UpdatePrincipal(m, admin, "").status()
                             : CreatePrincipal(m, admin).status();
  TWINAID_RETURN_IF_ERROR(made);
  TWINAID_ASSIGN_OR_RETURN(
      const NewToken token,
      CreateToken(m, admin.id, "written at start", kDefaultLifetime));
  TWINAID_RETURN_IF_ERROR(keep(token.text));
  return true;
}

absl::Status RecordFailedLogins(Mutation& m, const model::TokenId& token,
                                absl::string_view address, std::int64_t count) {
  return Record(
      m, "login.failed",
      absl::StrCat("tokens/", token.empty() ? "-" : token.value()), {},
      {{"address", std::string(address)}, {"count", absl::StrCat(count)}});
}

}  // namespace twinaid::core
