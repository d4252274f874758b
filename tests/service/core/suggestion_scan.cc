// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The scan of a world: every pair, every rule, in plain words.

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/apart.h"
#include "service/core/new_match.h"
#include "service/core/rows.h"
#include "service/model/freshness.h"
#include "tests/service/core/suggestion_world.h"

namespace twinaid::core {
namespace {

// A tie as the rules have it, worse ones greater.
using Tie = std::tuple<int, int, bool, model::SisterLinkId>;

// The best tie of two places, from every link there is.
std::optional<Tie> TieBetween(const std::vector<model::SisterLink>& links,
                              const std::vector<model::Place>& places,
                              const model::PlaceId& x, const model::PlaceId& y,
                              int rungs) {
  const auto parent_of = [&](const model::PlaceId& id) {
    for (const model::Place& place : places) {
      if (place.id == id) return place.parent;
    }
    return model::PlaceId();
  };
  std::optional<Tie> best;
  for (const model::SisterLink& link : links) {
    if (link.state != model::LinkState::kActive) continue;
    for (const auto& [a, b] : {std::pair(link.place_a, link.place_b),
                               std::pair(link.place_b, link.place_a)}) {
      const bool at_a = x == a || parent_of(x) == a;
      const bool at_b = y == b || parent_of(y) == b;
      if (!at_a || !at_b) continue;
      const int rung = x == a && y == b ? model::RungOf(link.kind) : 3;
      if (rung > rungs) continue;
      const Tie tie = {rung, link.transit_days,
                       link.kind == model::LinkKind::kFriendlyExchange,
                       link.id};
      if (!best || tie < *best) best = tie;
    }
  }
  return best;
}

}  // namespace

std::string ToText(const Suggestion& s) {
  return absl::StrCat(s.need.name.ToString(), " ", s.offer.name.ToString(), " ",
                      s.quantity.value(), " rung ", s.rung, " ", s.link.value(),
                      " ", s.transit_days, " days, ", s.quality_percent, "% ",
                      s.substitute, " ", s.covers_all, " ",
                      s.arrives ? absl::FormatCivilTime(*s.arrives) : "");
}

std::vector<std::string> ToTexts(const std::vector<Suggestion>& rows) {
  std::vector<std::string> texts;
  for (const Suggestion& row : rows) texts.push_back(ToText(row));
  return texts;
}

bool SuggestionWorld::Stands(const model::PlaceId& place, bool gives) const {
  const auto has = [&](const std::vector<model::PlaceId>& places) {
    return std::count(places.begin(), places.end(), place) > 0;
  };
  if (!scheme_.third_places.empty()) {
    if (has(scheme_.third_places)) return !gives;
    if (!gives) return false;
  }
  return scheme_.participants.empty() || has(scheme_.participants);
}

std::optional<Suggestion> SuggestionWorld::Pair(const View& v,
                                                const model::Need& need,
                                                const model::Offer& offer,
                                                const ScanRules& rules) {
  const absl::CivilDay today = DayOf(v.now);
  if (rules.sides &&
      (!Stands(need.name.parent, false) || !Stands(offer.name.parent, true))) {
    return std::nullopt;
  }
  if (rules.rest &&
      (model::Rests(need.confirm_time, scheme_.confirm_days, today) ||
       model::Rests(offer.confirm_time, scheme_.confirm_days, today))) {
    return std::nullopt;
  }
  const auto tie = TieBetween(links_, places_, need.name.parent,
                              offer.name.parent, scheme_.policy.rungs);
  if (rules.rungs && !tie && scheme_.policy.rungs < 4) return std::nullopt;
  NewMatch match =
      ByHand(need.name, offer.name,
             std::min(need.open_to_matching(), offer.available()).value());
  // Lots are asked of matches by hand; days are with either.
  if (!rules.lots) match.origin = model::MatchOrigin::kRound;
  match.round.parent = scheme_.id;
  const auto checked = CheckNewMatch(v, match);
  if (!checked.ok()) return std::nullopt;
  if (rules.apart && AreApart(v, need.name, offer.name, scheme_.id).value()) {
    return std::nullopt;
  }
  Suggestion s;
  s.need = need;
  s.offer = offer;
  s.quantity = match.quantity;
  s.quality_percent = checked->quality_percent;
  s.substitute = need.item != offer.item;
  s.covers_all = s.quantity == need.open_to_matching();
  if (tie) {
    s.rung = std::get<0>(*tie);
    s.transit_days = std::get<1>(*tie);
    s.link = std::get<3>(*tie);
    s.arrives = std::max(today, offer.available_from.value_or(today)) +
                offer.lead_days + s.transit_days;
    if (rules.tie_days && need.needed_by && *s.arrives > *need.needed_by) {
      return std::nullopt;
    }
    if (rules.tie_days && offer.expires && *s.arrives > *offer.expires) {
      return std::nullopt;
    }
  }
  return s;
}

std::vector<Suggestion> SuggestionWorld::Scan(const model::NeedName& need,
                                              const ScanRules& rules) {
  std::vector<Suggestion> rows;
  See([&](const View& v) {
    const auto all = v.tx.offers().List({}, {}, 0).value();
    for (const model::Offer& offer : all) {
      auto pair = Pair(v, GetNeed(v, need).value(), offer, rules);
      if (pair) rows.push_back(*std::move(pair));
    }
    return absl::OkStatus();
  }).IgnoreError();
  const absl::CivilDay today = DayOf(clock_.Now());
  const auto key = [&](const Suggestion& s) {
    const absl::CivilDay ready =
        std::max(today, s.offer.available_from.value_or(today)) +
        s.offer.lead_days;
    return std::tuple(s.rung, s.substitute, -s.quality_percent, !s.covers_all,
                      s.arrives.value_or(ready), -s.quantity.value(),
                      s.offer.name);
  };
  std::sort(rows.begin(), rows.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return rows;
}

std::vector<Suggestion> SuggestionWorld::Scan(const model::OfferName& offer,
                                              const ScanRules& rules) {
  std::vector<Suggestion> rows;
  See([&](const View& v) {
    const auto all = v.tx.needs().List({}, {}, 0).value();
    for (const model::Need& need : all) {
      auto pair = Pair(v, need, GetOffer(v, offer).value(), rules);
      if (pair) rows.push_back(*std::move(pair));
    }
    return absl::OkStatus();
  }).IgnoreError();
  const auto key = [](const Suggestion& s) {
    return std::tuple(s.need.urgency, s.rung, !s.need.needed_by,
                      s.need.needed_by, -s.quantity.value(), s.need.name);
  };
  std::sort(rows.begin(), rows.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return rows;
}

}  // namespace twinaid::core
