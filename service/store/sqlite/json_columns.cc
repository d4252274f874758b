// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/json_columns.h"

#include <nlohmann/json.hpp>

#include "absl/strings/match.h"

// nlohmann finds these by the namespace of the types.
namespace twinaid::model {

using Json = nlohmann::json;

template <typename Tag>
void to_json(Json& j, const Id<Tag>& id) {
  j = id.value();
}
template <typename Tag>
void from_json(const Json& j, Id<Tag>& id) {
  id = Id<Tag>::Trusted(j.get<std::string>());
}
template <typename Parent, typename Child>
void to_json(Json& j, const NestedName<Parent, Child>& name) {
  j = Json::array({name.parent.value(), name.child.value()});
}
template <typename Parent, typename Child>
void from_json(const Json& j, NestedName<Parent, Child>& name) {
  name.parent = Id<Parent>::Trusted(j.at(0).get<std::string>());
  name.child = Id<Child>::Trusted(j.at(1).get<std::string>());
}
template <typename Tag>
void to_json(Json& j, const Quantity<Tag>& quantity) {
  j = quantity.value();
}
template <typename Tag>
void from_json(const Json& j, Quantity<Tag>& quantity) {
  quantity = Quantity<Tag>(j.get<std::int64_t>());
}

#define TWINAID_JSON_ENUM(Enum)                              \
  void to_json(Json& j, Enum v) { j = static_cast<int>(v); } \
  void from_json(const Json& j, Enum& v) {                   \
    v = static_cast<Enum>(j.get<int>());                     \
  }

TWINAID_JSON_ENUM(Shape)
TWINAID_JSON_ENUM(Tiers)
TWINAID_JSON_ENUM(Pool)
TWINAID_JSON_ENUM(Keep)
TWINAID_JSON_ENUM(StageKind)
TWINAID_JSON_ENUM(Answer)
TWINAID_JSON_ENUM(Reason)
#undef TWINAID_JSON_ENUM

std::int64_t Micros(absl::Time time) { return absl::ToUnixMicros(time); }
absl::Time FromMicros(const Json& j) {
  return absl::FromUnixMicros(j.get<std::int64_t>());
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Position, lat_e7, lon_e7)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Substitute, item, quality_percent, basis)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Policy, shape, donor_capacity,
                                   recipient_capacity, rungs, tiers, pool, keep,
                                   allow_one_way, rung_wait_days, prefer_return)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Coverage, needs, needs_fully, needs_partly,
                                   needed, proposed, places, min_place_permille,
                                   median_place_permille)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(UnitCoverage, unit, needed, proposed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OrderFigures, points, needs_fully,
                                   needs_without, min_place_permille,
                                   median_place_permille)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExtraCapacity::More, donor, recipients)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExtraCapacity, recipients, most_coverable,
                                   uncovered, extra, more)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ClosedOffer::Served, need, quantity)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ClosedOffer, offer, available, serves)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StaleProposal, need, offer, quantity, why)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Contact, name, email, telephone, language,
                                   notify)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Missing, quantity, reason, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Document, title, uri)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Failure, reason, en, zh)

// Schema 6 brought it: older rows hold an empty object.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Consignee, name, address,
                                                telephone, email, note)

// Schema 6 brought documents to what was written before.
void GetDocuments(const Json& j, std::vector<Document>& documents) {
  documents.clear();
  if (j.contains("documents")) j.at("documents").get_to(documents);
}

void to_json(Json& j, const StageCertificate& v) {
  j = {{"kind", v.kind},
       {"rung", v.rung},
       {"pass", v.pass},
       {"pairs", v.pairs},
       {"edges_checked", v.edges_checked},
       {"primal", v.primal},
       {"dual", v.dual},
       {"verified", v.verified},
       {"solve_nanos", absl::ToInt64Nanoseconds(v.solve_time)},
       {"check_nanos", absl::ToInt64Nanoseconds(v.check_time)}};
}
void from_json(const Json& j, StageCertificate& v) {
  j.at("kind").get_to(v.kind);
  j.at("rung").get_to(v.rung);
  j.at("pass").get_to(v.pass);
  j.at("pairs").get_to(v.pairs);
  j.at("edges_checked").get_to(v.edges_checked);
  j.at("primal").get_to(v.primal);
  j.at("dual").get_to(v.dual);
  j.at("verified").get_to(v.verified);
  v.solve_time = absl::Nanoseconds(j.at("solve_nanos").get<std::int64_t>());
  v.check_time = absl::Nanoseconds(j.at("check_nanos").get<std::int64_t>());
}
void to_json(Json& j, const Fairness& v) {
  j = {{"critical_needs", v.critical_needs},
       {"critical_without", v.critical_without},
       {"units", v.units},
       {"most_matches_of_a_donor", v.most_matches_of_a_donor},
       {"matches_per_donor_permille", v.matches_per_donor_permille}};
  if (v.by_value) j["by_value"] = *v.by_value;
  if (v.fair) j["fair"] = *v.fair;
}
void from_json(const Json& j, Fairness& v) {
  j.at("critical_needs").get_to(v.critical_needs);
  j.at("critical_without").get_to(v.critical_without);
  j.at("units").get_to(v.units);
  j.at("most_matches_of_a_donor").get_to(v.most_matches_of_a_donor);
  j.at("matches_per_donor_permille").get_to(v.matches_per_donor_permille);
  v.by_value.reset();
  if (j.contains("by_value")) v.by_value = j.at("by_value").get<OrderFigures>();
  v.fair.reset();
  if (j.contains("fair")) v.fair = j.at("fair").get<OrderFigures>();
}
void to_json(Json& j, const Decision& v) {
  j = {{"answer", v.answer},
       {"principal", v.principal},
       {"by_telephone", v.by_telephone}};
  if (v.time) j["time"] = Micros(*v.time);
}
void from_json(const Json& j, Decision& v) {
  j.at("answer").get_to(v.answer);
  j.at("principal").get_to(v.principal);
  j.at("by_telephone").get_to(v.by_telephone);
  v.time.reset();
  if (j.contains("time")) v.time = FromMicros(j.at("time"));
}
void to_json(Json& j, const Dispatch& v) {
  j = {{"time", Micros(v.time)},
       {"quantity", v.quantity},
       {"carrier", v.carrier},
       {"reference", v.reference},
       {"documents", v.documents}};
}
void from_json(const Json& j, Dispatch& v) {
  v.time = FromMicros(j.at("time"));
  j.at("quantity").get_to(v.quantity);
  j.at("carrier").get_to(v.carrier);
  j.at("reference").get_to(v.reference);
  GetDocuments(j, v.documents);
}
void to_json(Json& j, const Receipt& v) {
  j = {{"time", Micros(v.time)},
       {"received", v.received},
       {"missing", v.missing},
       {"note", v.note},
       {"documents", v.documents}};
}
void from_json(const Json& j, Receipt& v) {
  v.time = FromMicros(j.at("time"));
  j.at("received").get_to(v.received);
  j.at("missing").get_to(v.missing);
  j.at("note").get_to(v.note);
  GetDocuments(j, v.documents);
}

}  // namespace twinaid::model

namespace twinaid::store {
namespace {

using nlohmann::json;

template <typename T>
std::string Dump(const T& value) {
  // Text was checked at the edge. Were some of it no UTF-8 all the same, the
  // library would throw; replaced bytes are the lesser evil.
  return json(value).dump(-1, ' ', false, json::error_handler_t::replace);
}

// Most lists are empty.
template <typename T>
bool ParseEmpty(const std::string& text, std::vector<T>& value) {
  if (text != "[]") return false;
  value.clear();
  return true;
}
template <typename T>
bool ParseEmpty(const std::string&, T&) {
  return false;
}

template <typename T>
bool Parse(const std::string& text, T& value) {
  if (ParseEmpty(text, value)) return true;
  // The library throws on what does not fit; no exception leaves this file.
  try {
    value = json::parse(text).get<T>();
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

}  // namespace

#define TWINAID_JSON_COLUMN(Type)                       \
  std::string ToJson(const Type& v) { return Dump(v); } \
  bool FromJson(const std::string& text, Type& v) { return Parse(text, v); }

TWINAID_JSON_COLUMN(std::vector<std::string>)
TWINAID_JSON_COLUMN(std::vector<model::PlaceId>)
TWINAID_JSON_COLUMN(std::vector<model::ItemId>)
TWINAID_JSON_COLUMN(std::vector<model::SchemeId>)
TWINAID_JSON_COLUMN(Texts)
TWINAID_JSON_COLUMN(model::Position)
TWINAID_JSON_COLUMN(std::vector<model::Substitute>)
TWINAID_JSON_COLUMN(model::Policy)
TWINAID_JSON_COLUMN(model::TierPoints)
TWINAID_JSON_COLUMN(model::Coverage)
TWINAID_JSON_COLUMN(model::Fairness)
TWINAID_JSON_COLUMN(model::ExtraCapacity)
TWINAID_JSON_COLUMN(std::vector<model::ClosedOffer>)
TWINAID_JSON_COLUMN(std::vector<model::StageCertificate>)
TWINAID_JSON_COLUMN(std::vector<model::StaleProposal>)
TWINAID_JSON_COLUMN(std::vector<model::Contact>)
TWINAID_JSON_COLUMN(model::Decision)
TWINAID_JSON_COLUMN(std::vector<model::Dispatch>)
TWINAID_JSON_COLUMN(std::vector<model::Receipt>)
TWINAID_JSON_COLUMN(model::Consignee)

#undef TWINAID_JSON_COLUMN

std::string ToJson(const model::Failure& v) {
  return v == model::Failure{} ? "" : Dump(v);
}
bool FromJson(const std::string& text, model::Failure& v) {
  if (absl::StartsWith(text, "{")) return Parse(text, v);
  v = {"", text, ""};
  return true;
}

}  // namespace twinaid::store
