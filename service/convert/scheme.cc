// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/scheme.h"

#include <algorithm>
#include <vector>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {
namespace {

absl::StatusOr<model::Policy> FromPolicy(const v1::Policy& proto) {
  model::Policy policy;
  TWINAID_ASSIGN_OR_RETURN(
      policy.shape, FromEnumOr(proto.shape(), policy.shape, "policy.shape"));
  if (proto.donor_capacity() != 0) {
    policy.donor_capacity = proto.donor_capacity();
  }
  if (proto.recipient_capacity() != 0) {
    policy.recipient_capacity = proto.recipient_capacity();
  }
  if (proto.rungs() != 0) policy.rungs = proto.rungs();
  TWINAID_ASSIGN_OR_RETURN(
      policy.tiers, FromEnumOr(proto.tiers(), policy.tiers, "policy.tiers"));
  TWINAID_ASSIGN_OR_RETURN(
      policy.pool, FromEnumOr(proto.pool(), policy.pool, "policy.pool"));
  TWINAID_ASSIGN_OR_RETURN(
      policy.keep, FromEnumOr(proto.keep(), policy.keep, "policy.keep"));
  policy.allow_one_way = proto.allow_one_way();
  policy.rung_wait_days.assign(proto.rung_wait_days().begin(),
                               proto.rung_wait_days().end());
  policy.prefer_return = proto.prefer_return();
  return policy;
}

// Ascending, each once.
void SortOnce(std::vector<model::PlaceId>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

}  // namespace

v1::Policy ToProto(const model::Policy& policy) {
  v1::Policy proto;
  proto.set_shape(ToEnum<v1::Policy::Shape>(policy.shape));
  proto.set_donor_capacity(policy.donor_capacity);
  proto.set_recipient_capacity(policy.recipient_capacity);
  proto.set_rungs(policy.rungs);
  proto.set_tiers(ToEnum<v1::Policy::Tiers>(policy.tiers));
  proto.set_pool(ToEnum<v1::Policy::Pool>(policy.pool));
  proto.set_keep(ToEnum<v1::Policy::Keep>(policy.keep));
  proto.set_allow_one_way(policy.allow_one_way);
  for (const int days : policy.rung_wait_days) proto.add_rung_wait_days(days);
  proto.set_prefer_return(policy.prefer_return);
  return proto;
}

v1::Scheme ToProto(const model::Scheme& scheme) {
  v1::Scheme proto;
  const std::string name = NameOrEmpty(scheme.id);
  proto.set_name(name);
  proto.set_title_en(scheme.title_en);
  proto.set_title_zh(scheme.title_zh);
  for (const model::PlaceId& place : scheme.participants) {
    proto.add_participants(NameOrEmpty(place));
  }
  for (const model::PlaceId& place : scheme.third_places) {
    proto.add_third_places(NameOrEmpty(place));
  }
  *proto.mutable_policy() = ToProto(scheme.policy);
  proto.set_confirm_days(scheme.confirm_days);
  proto.set_answer_days(scheme.answer_days);
  proto.set_round_every_hours(scheme.round_every_hours);
  proto.set_round_after_minutes(scheme.round_after_minutes);
  SetMeta(name, scheme.meta, proto);
  return proto;
}

absl::StatusOr<model::Scheme> FromProto(const v1::Scheme& proto) {
  model::Scheme scheme;
  TWINAID_ASSIGN_OR_RETURN(scheme.id,
                           FromName<model::SchemeId>(proto.name(), "name"));
  scheme.title_en = proto.title_en();
  scheme.title_zh = proto.title_zh();
  TWINAID_ASSIGN_OR_RETURN(
      scheme.participants,
      FromNames<model::PlaceId>(proto.participants(), "participants"));
  SortOnce(scheme.participants);
  TWINAID_ASSIGN_OR_RETURN(
      scheme.third_places,
      FromNames<model::PlaceId>(proto.third_places(), "third_places"));
  SortOnce(scheme.third_places);
  TWINAID_ASSIGN_OR_RETURN(scheme.policy, FromPolicy(proto.policy()));
  if (proto.confirm_days() != 0) scheme.confirm_days = proto.confirm_days();
  if (proto.answer_days() != 0) scheme.answer_days = proto.answer_days();
  scheme.round_every_hours = proto.round_every_hours();
  scheme.round_after_minutes = proto.round_after_minutes();
  return scheme;
}

}  // namespace twinaid::convert
