// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/queries.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "service/convert/filter.h"
#include "service/model/common_errors.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/model/names.h"

namespace twinaid::convert {
namespace {

// Takes a value; returns what would be right, "" if it was.
using Setter = std::function<std::string(const std::string& value)>;
// By the term's form: "state =".
using Setters = std::map<absl::string_view, Setter>;

template <typename Enum>
Setter Word(std::optional<Enum>& out) {
  return [&out](const std::string& value) {
    out = model::FromWord<Enum>(absl::AsciiStrToLower(value));
    return out ? std::string()
               : absl::StrCat("one of ", model::AllWords<Enum>());
  };
}

template <typename IdType>
Setter Name(std::optional<IdType>& out) {
  return [&out](const std::string& value) {
    auto id = model::ParseName<IdType>(value);
    if (!id.ok()) return std::string(id.status().message());
    out = *std::move(id);
    return std::string();
  };
}

template <typename NestedName>
Setter Nested(std::optional<NestedName>& out) {
  return [&out](const std::string& value) {
    auto name = NestedName::Parse(value);
    if (!name.ok()) return std::string(name.status().message());
    out = *std::move(name);
    return std::string();
  };
}

Setter Text(std::optional<std::string>& out) {
  return [&out](const std::string& value) {
    out = value;
    return std::string();
  };
}

Setter Moment(std::optional<absl::Time>& out) {
  return [&out](const std::string& value) {
    absl::Time time;
    std::string problem;
    if (!absl::ParseTime(absl::RFC3339_full, value, &time, &problem)) {
      return std::string("a time as in 2026-01-31T00:00:00Z");
    }
    out = time;
    return std::string();
  };
}

absl::Status Read(absl::string_view filter, const Setters& setters) {
  std::vector<absl::string_view> allowed;
  for (const auto& [form, setter] : setters) allowed.push_back(form);
  const auto terms = ParseFilter(filter, allowed);
  if (!terms.ok()) return terms.status();
  for (const FilterTerm& term : *terms) {
    const std::string form = absl::StrCat(term.field, " ", term.op);
    const std::string wanted = setters.at(form)(term.value);
    if (wanted.empty()) continue;
    const std::string given = absl::StrCat(term.field, " = ", term.value);
    return model::InvalidFilter(filter, given, given,
                                absl::StrCat(form, " ", wanted));
  }
  return absl::OkStatus();
}

// Reads `filter` into `query` by the setters, which refer to it.
template <typename Query>
absl::StatusOr<Query> ReadInto(absl::string_view filter, Query& query,
                               const Setters& setters) {
  absl::Status status = Read(filter, setters);
  if (!status.ok()) return status;
  return query;
}

constexpr char kUpdated[] = "update_time >=";

}  // namespace

absl::StatusOr<store::PlaceQuery> PlaceQueryOf(absl::string_view filter) {
  store::PlaceQuery q;
  return ReadInto(filter, q,
                  {{"kind =", Word(q.kind)},
                   {"parent_place =", Name(q.parent)},
                   {"country_code =", Text(q.country_code)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::SisterLinkQuery> SisterLinkQueryOf(
    absl::string_view filter) {
  store::SisterLinkQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"kind =", Word(q.kind)},
                   {"state =", Word(q.state)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::OrganizationQuery> OrganizationQueryOf(
    absl::string_view filter) {
  store::OrganizationQuery q;
  return ReadInto(filter, q,
                  {{"seat =", Name(q.seat)},
                   {"kind =", Word(q.kind)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::ItemQuery> ItemQueryOf(absl::string_view filter) {
  store::ItemQuery q;
  return ReadInto(
      filter, q,
      {{"category =", Word(q.category)}, {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::NeedQuery> NeedQueryOf(absl::string_view filter) {
  store::NeedQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"item =", Name(q.item)},
                   {"state =", Word(q.state)},
                   {"urgency =", Word(q.urgency)},
                   {"beneficiary =", Name(q.organization)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::OfferQuery> OfferQueryOf(absl::string_view filter) {
  store::OfferQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"item =", Name(q.item)},
                   {"state =", Word(q.state)},
                   {"donor =", Name(q.organization)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::SchemeQuery> SchemeQueryOf(absl::string_view filter) {
  store::SchemeQuery q;
  return ReadInto(filter, q, {{kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::RoundQuery> RoundQueryOf(absl::string_view filter) {
  store::RoundQuery q;
  return ReadInto(filter, q, {{"state =", Word(q.state)}});
}

absl::StatusOr<store::UnmetNeedQuery> UnmetNeedQueryOf(
    absl::string_view filter) {
  store::UnmetNeedQuery q;
  return ReadInto(filter, q, {{"place =", Name(q.place)}});
}

absl::StatusOr<store::PairingQuery> PairingQueryOf(absl::string_view filter) {
  store::PairingQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"state =", Word(q.state)},
                   {"round =", Nested(q.round)}});
}

absl::StatusOr<store::MatchQuery> MatchQueryOf(absl::string_view filter) {
  store::MatchQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"donor =", Name(q.donor)},
                   {"recipient =", Name(q.recipient)},
                   {"need =", Nested(q.need)},
                   {"offer =", Nested(q.offer)},
                   {"item =", Name(q.item)},
                   {"state =", Word(q.state)},
                   {"pairing =", Nested(q.pairing)},
                   {"round =", Nested(q.round)},
                   {"keeps_apart =", Word(q.keeps_apart)},
                   {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<store::EventQuery> EventQueryOf(absl::string_view filter) {
  store::EventQuery q;
  return ReadInto(filter, q,
                  {{"place =", Name(q.place)},
                   {"resource =", Text(q.resource)},
                   {"type =", Text(q.type)}});
}

absl::StatusOr<store::PrincipalQuery> PrincipalQueryOf(
    absl::string_view filter) {
  store::PrincipalQuery q;
  return ReadInto(
      filter, q,
      {{"role =", Word(q.role)}, {kUpdated, Moment(q.updated_since)}});
}

absl::StatusOr<std::optional<model::PlaceId>> PlaceInFilter(
    absl::string_view filter) {
  // What else a list allows is its own to say.
  const auto terms = ParseFilter(filter, {});
  if (!terms.ok()) return terms.status();
  std::optional<model::PlaceId> place;
  for (const FilterTerm& term : *terms) {
    if (term.field != "place" || term.op != "=") continue;
    auto id = model::ParseName<model::PlaceId>(term.value);
    if (!id.ok()) return model::ForField(id.status(), "filter");
    place = *std::move(id);
  }
  return place;
}

}  // namespace twinaid::convert
