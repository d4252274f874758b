// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/principal.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {
namespace {

using Names = google::protobuf::RepeatedPtrField<std::string>;

template <typename IdType>
std::string EveryOne() {
  return absl::StrCat(model::TagOf<IdType>::type::kCollection, "/-");
}

template <typename IdType>
void PutGrants(const std::vector<IdType>& grants, bool every, Names& names) {
  if (every) *names.Add() = EveryOne<IdType>();
  for (const IdType& grant : grants) *names.Add() = model::ToName(grant);
}

template <typename IdType>
absl::StatusOr<std::vector<IdType>> TakeGrants(const Names& names,
                                               absl::string_view field,
                                               bool& every) {
  const std::string every_one = EveryOne<IdType>();
  every = names.size() == 1 && names[0] == every_one;
  if (every) return std::vector<IdType>();
  for (int i = 0; i < names.size(); ++i) {
    if (names[i] != every_one) continue;
    return model::InvalidValue(
        absl::StrCat(field, "[", i, "]"), names[i],
        absl::StrCat(every_one, " alone, or names"),
        absl::StrCat("单独的 ", every_one, "，或各个名称"));
  }
  return FromNames<IdType>(names, field);
}

}  // namespace

v1::Principal ToProto(const model::Principal& principal) {
  v1::Principal proto;
  const std::string name = NameOrEmpty(principal.id);
  proto.set_name(name);
  proto.set_role(ToEnum<v1::Principal::Role>(principal.role));
  proto.set_title(principal.title);
  PutGrants(principal.places, principal.every_place, *proto.mutable_places());
  PutGrants(principal.schemes, principal.every_scheme,
            *proto.mutable_schemes());
  proto.set_disabled(principal.disabled);
  SetMeta(name, principal.meta, proto);
  return proto;
}

v1::Token ToProto(const model::Token& token) {
  v1::Token proto;
  proto.set_name(token.name().ToString());
  proto.set_title(token.title);
  *proto.mutable_expire_time() = ToProto(token.expire_time);
  if (token.revoke_time) {
    *proto.mutable_revoke_time() = ToProto(*token.revoke_time);
  }
  *proto.mutable_create_time() = ToProto(token.create_time);
  return proto;
}

absl::StatusOr<model::Principal> FromProto(const v1::Principal& proto) {
  model::Principal principal;
  TWINAID_ASSIGN_OR_RETURN(principal.id,
                           FromName<model::PrincipalId>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(principal.role,
                           FromEnum<model::Role>(proto.role(), "role"));
  principal.title = proto.title();
  TWINAID_ASSIGN_OR_RETURN(principal.places,
                           TakeGrants<model::PlaceId>(proto.places(), "places",
                                                      principal.every_place));
  TWINAID_ASSIGN_OR_RETURN(
      principal.schemes, TakeGrants<model::SchemeId>(proto.schemes(), "schemes",
                                                     principal.every_scheme));
  principal.disabled = proto.disabled();
  return principal;
}

}  // namespace twinaid::convert
