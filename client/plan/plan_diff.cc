// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/plan/plan_diff.h"

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::client {
namespace {

using Json = nlohmann::json;
using Ids = std::pair<std::string, std::string>;

// Two of these, and what pairings are worth, have a sum and a difference in
// 128 bits.
constexpr absl::int128 kMostPoolPoints = absl::int128(1) << 125;

// What a comparison needs of a plan.
struct PlanRows {
  std::map<Ids, TierValue> pairings;
  std::map<Ids, std::int64_t> matches;
  std::map<Ids, std::int64_t> unmet;
  TierTotal pool{};
  bool pooled = false;  // some match is from the pool
};

// Reads one plan; the first fault ends it.
class Reader {
 public:
  explicit Reader(const NamedPlan& plan) : plan_(plan) {}

  absl::StatusOr<PlanRows> Read() {
    const Json json =
        Json::parse(plan_.json.begin(), plan_.json.end(), nullptr, false);
    if (json.is_discarded()) return NotAPlan("it is not JSON");
    if (!json.is_object()) return NotAPlan("it is not an object");
    PlanRows rows;
    TWINAID_RETURN_IF_ERROR(ForEach(json, "pairings", [&](const Json& row) {
      return TakePairing(row, rows);
    }));
    TWINAID_RETURN_IF_ERROR(ForEach(json, "matches", [&](const Json& row) {
      return TakeMatch(row, rows);
    }));
    TWINAID_RETURN_IF_ERROR(ForEach(
        json, "unmet", [&](const Json& row) { return TakeUnmet(row, rows); }));
    TWINAID_RETURN_IF_ERROR(TakePool(json, rows));
    return rows;
  }

 private:
  absl::Status NotAPlan(const std::string& problem) const {
    model::ErrorSpec spec;
    spec.code = absl::StatusCode::kInvalidArgument;
    spec.reason = "NOT_A_PLAN";
    spec.en = "{file} is not a plan of twinaid plan -o json: {problem}";
    spec.zh = "{file} 不是 twinaid plan -o json 输出的计划：{problem}";
    spec.metadata = {{"file", plan_.name}, {"problem", problem}};
    spec.field = plan_.name;
    return model::MakeError(spec);
  }

  template <typename Take>
  absl::Status ForEach(const Json& json, const char* key, Take take) {
    const auto list = json.find(key);
    if (list == json.end() || !list->is_array()) {
      return NotAPlan(absl::StrCat("it has no list ", key));
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      where_ = absl::StrCat(key, "[", i, "]");
      TWINAID_RETURN_IF_ERROR(take((*list)[i]));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> Text(const Json& row, const char* key) const {
    if (row.is_object()) {
      const auto value = row.find(key);
      if (value != row.end() && value->is_string()) {
        return value->get<std::string>();
      }
    }
    return NotAPlan(absl::StrCat(where_, " has no text ", key));
  }

  template <typename Integer = std::int64_t>
  absl::StatusOr<Integer> Number(const Json& value, const char* key) const {
    Integer number = 0;
    if (value.is_string() &&
        absl::SimpleAtoi(value.get<std::string>(), &number)) {
      return number;
    }
    return NotAPlan(absl::StrCat(where_, " has no whole number ", key));
  }

  absl::StatusOr<std::int64_t> Quantity(const Json& row) const {
    const auto value = row.find("quantity");
    return Number(value == row.end() ? Json() : *value, "quantity");
  }

  template <typename Integer>
  absl::Status TakeTiers(const Json& row, const char* key,
                         std::array<Integer, 4>& points) const {
    const auto value = row.find(key);
    if (value == row.end() || !value->is_array() ||
        value->size() != points.size()) {
      return NotAPlan(absl::StrCat(where_, " has no ", key, " of four tiers"));
    }
    for (std::size_t t = 0; t < points.size(); ++t) {
      TWINAID_ASSIGN_OR_RETURN(points[t], Number<Integer>((*value)[t], key));
    }
    return absl::OkStatus();
  }

  absl::Status TakePairing(const Json& row, PlanRows& rows) const {
    TWINAID_ASSIGN_OR_RETURN(std::string donor, Text(row, "donor"));
    TWINAID_ASSIGN_OR_RETURN(std::string recipient, Text(row, "recipient"));
    TierValue points{};
    TWINAID_RETURN_IF_ERROR(TakeTiers(row, "value", points));
    if (!rows.pairings.try_emplace({donor, recipient}, points).second) {
      return NotAPlan(absl::StrCat(where_, " is there twice"));
    }
    return absl::OkStatus();
  }

  absl::Status TakeMatch(const Json& row, PlanRows& rows) const {
    TWINAID_ASSIGN_OR_RETURN(std::string need, Text(row, "need"));
    TWINAID_ASSIGN_OR_RETURN(std::string offer, Text(row, "offer"));
    TWINAID_ASSIGN_OR_RETURN(const std::int64_t quantity, Quantity(row));
    std::int64_t& sum = rows.matches[{need, offer}];
    if (__builtin_add_overflow(sum, quantity, &sum)) {
      return NotAPlan(absl::StrCat(where_, " is more than 64 bits hold"));
    }
    const auto pooled = row.find("pooled");
    rows.pooled = rows.pooled || (pooled != row.end() && *pooled == true);
    return absl::OkStatus();
  }

  // A plan without a pool does not say what it is worth.
  absl::Status TakePool(const Json& json, PlanRows& rows) {
    where_ = "summary";
    const auto summary = json.find("summary");
    const bool said = summary != json.end() && summary->contains("poolValue");
    if (!said && !rows.pooled) return absl::OkStatus();
    TWINAID_RETURN_IF_ERROR(
        TakeTiers(said ? *summary : Json::object(), "poolValue", rows.pool));
    for (const absl::int128 points : rows.pool) {
      if (points <= kMostPoolPoints && points >= -kMostPoolPoints) continue;
      return NotAPlan(absl::StrCat(where_, " has a poolValue beyond 2^125"));
    }
    return absl::OkStatus();
  }

  absl::Status TakeUnmet(const Json& row, PlanRows& rows) const {
    TWINAID_ASSIGN_OR_RETURN(std::string need, Text(row, "need"));
    TWINAID_ASSIGN_OR_RETURN(const std::int64_t quantity, Quantity(row));
    if (!rows.unmet.try_emplace({need, ""}, quantity).second) {
      return NotAPlan(absl::StrCat(where_, " is there twice"));
    }
    return absl::OkStatus();
  }

  const NamedPlan& plan_;
  std::string where_;
};

template <typename Figure>
PlanChanges<Figure> Compare(const std::map<Ids, Figure>& before,
                            const std::map<Ids, Figure>& after) {
  PlanChanges<Figure> changes;
  for (const auto& [ids, figure] : before) {
    const auto other = after.find(ids);
    if (other == after.end()) {
      changes.lost.push_back({ids.first, ids.second, figure, std::nullopt});
    } else if (other->second != figure) {
      changes.changed.push_back({ids.first, ids.second, figure, other->second});
    }
  }
  for (const auto& [ids, figure] : after) {
    if (before.contains(ids)) continue;
    changes.gained.push_back({ids.first, ids.second, std::nullopt, figure});
  }
  return changes;
}

// Term by term.
template <typename Combine>
TierTotal Combined(const TierTotal& a, const TierTotal& b, Combine combine) {
  TierTotal combined{};
  for (std::size_t t = 0; t < combined.size(); ++t) {
    combined.at(t) = combine(a.at(t), b.at(t));
  }
  return combined;
}

TierTotal Total(const std::map<Ids, TierValue>& pairings) {
  TierTotal total{};
  for (const auto& [ids, value] : pairings) {
    for (std::size_t t = 0; t < total.size(); ++t) total[t] += value[t];
  }
  return total;
}

using Ordered = nlohmann::ordered_json;

Ordered FigureJson(std::int64_t figure) { return absl::StrCat(figure); }
Ordered FigureJson(const TierValue& figure) {
  Ordered digits = Ordered::array();
  for (const std::int64_t points : figure) digits.push_back(FigureJson(points));
  return digits;
}
Ordered FigureJson(const TierTotal& figure) {
  Ordered digits = Ordered::array();
  for (const absl::int128 points : figure) digits.push_back(DigitsOf(points));
  return digits;
}

template <typename Figure>
Ordered ChangesJson(const std::vector<PlanChange<Figure>>& changes,
                    const char* first, const char* second) {
  Ordered rows = Ordered::array();
  for (const PlanChange<Figure>& change : changes) {
    Ordered row = {{first, change.first}};
    if (!change.second.empty()) row[second] = change.second;
    if (change.before) row["before"] = FigureJson(*change.before);
    if (change.after) row["after"] = FigureJson(*change.after);
    rows.push_back(std::move(row));
  }
  return rows;
}

template <typename Figure>
Ordered ChangesJson(const PlanChanges<Figure>& changes, const char* first,
                    const char* second) {
  return {{"gained", ChangesJson(changes.gained, first, second)},
          {"lost", ChangesJson(changes.lost, first, second)},
          {"changed", ChangesJson(changes.changed, first, second)}};
}

Ordered ValueJson(const ValueChange& value) {
  return {{"before", FigureJson(value.before)},
          {"after", FigureJson(value.after)},
          {"difference", FigureJson(value.difference())}};
}

}  // namespace

TierTotal ValueChange::difference() const {
  return Combined(after, before, std::minus<>());
}

ValueChange PlanDiff::total_value() const {
  return {Combined(pairing_value.before, pool_value.before, std::plus<>()),
          Combined(pairing_value.after, pool_value.after, std::plus<>())};
}

absl::StatusOr<PlanDiff> DiffPlans(const NamedPlan& before,
                                   const NamedPlan& after) {
  TWINAID_ASSIGN_OR_RETURN(const PlanRows old, Reader(before).Read());
  TWINAID_ASSIGN_OR_RETURN(const PlanRows now, Reader(after).Read());
  PlanDiff diff;
  diff.pairings = Compare(old.pairings, now.pairings);
  diff.matches = Compare(old.matches, now.matches);
  diff.unmet = Compare(old.unmet, now.unmet);
  diff.pairing_value = {Total(old.pairings), Total(now.pairings)};
  diff.pool_value = {old.pool, now.pool};
  return diff;
}

std::string DigitsOf(absl::int128 value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

std::string PlanDiffJson(const PlanDiff& diff) {
  constexpr int kIndent = 2;
  const Ordered json = {
      {"pairings", ChangesJson(diff.pairings, "donor", "recipient")},
      {"matches", ChangesJson(diff.matches, "need", "offer")},
      {"unmet", ChangesJson(diff.unmet, "need", "")},
      {"value",
       {{"pairings", ValueJson(diff.pairing_value)},
        {"pool", ValueJson(diff.pool_value)},
        {"total", ValueJson(diff.total_value())}}}};
  return absl::StrCat(json.dump(kIndent), "\n");
}

}  // namespace twinaid::client
