// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/ties.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/instance.h"
#include "service/model/common_errors.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"
#include "service/planning/families.h"
#include "service/planning/plan_errors.h"

namespace twinaid::planning {
namespace {

// Above that of any link.
constexpr std::int64_t kReturnAffinity = 4;

std::int64_t AffinityOf(model::LinkKind kind) {
  return kind == model::LinkKind::kFriendlyExchange ? 1 : 2;
}

// The ends of a link; both are in the records.
std::pair<std::int32_t, std::int32_t> EndsOf(const Records& records,
                                             const model::SisterLink& link) {
  return {records.PlaceAt(link.place_a, "").value(),
          records.PlaceAt(link.place_b, "").value()};
}

PlaceTie TieOver(const model::SisterLink& link, std::int32_t donor,
                 std::int32_t recipient) {
  PlaceTie tie;
  tie.donor = donor;
  tie.recipient = recipient;
  tie.rung = model::RungOf(link.kind);
  tie.transit_days = link.transit_days;
  tie.affinity = AffinityOf(link.kind);
  tie.link = &link;
  return tie;
}

// Ordered so that the best tie between two places comes first.
bool Before(const PlaceTie& a, const PlaceTie& b) {
  const auto key = [](const PlaceTie& tie) {
    return std::tuple(tie.donor, tie.recipient, tie.rung, tie.transit_days,
                      -tie.affinity);
  };
  if (key(a) != key(b)) return key(a) < key(b);
  if (a.link == nullptr || b.link == nullptr) return false;
  return a.link->id < b.link->id;
}

// Leaves the best tie of each two places.
void KeepTheBest(std::vector<PlaceTie>& ties) {
  std::sort(ties.begin(), ties.end(), Before);
  const auto same_places = [](const PlaceTie& a, const PlaceTie& b) {
    return a.donor == b.donor && a.recipient == b.recipient;
  };
  ties.erase(std::unique(ties.begin(), ties.end(), same_places), ties.end());
}

// Collects ties between places that may stand where they would.
class Collector {
 public:
  Collector(const Records& records, const Remaining& remaining,
            const Sides& sides)
      : records_(records), remaining_(remaining), sides_(sides) {}

  bool Wants(std::int32_t donor, std::int32_t recipient, int rung) const {
    const auto asking = static_cast<std::size_t>(recipient);
    return donor != recipient &&
           sides_.gives[static_cast<std::size_t>(donor)] &&
           sides_.asks[asking] && rung <= records_.open_rungs[asking] &&
           !remaining_.together.contains({donor, recipient});
  }
  void Add(PlaceTie tie) {
    if (full_) return;
    ties_.push_back(tie);
    if (ties_.size() < std::size_t{2} * matcher::kMaxRecords) return;
    KeepTheBest(ties_);
    full_ = ties_.size() > std::size_t{matcher::kMaxRecords};
  }
  absl::StatusOr<std::vector<PlaceTie>> Take() {
    KeepTheBest(ties_);
    if (full_ || ties_.size() > std::size_t{matcher::kMaxRecords}) {
      return InstanceTooBig(
          absl::StrCat("more than ", matcher::kMaxRecords, " ties"));
    }
    return std::move(ties_);
  }

 private:
  const Records& records_;
  const Remaining& remaining_;
  const Sides& sides_;
  bool full_ = false;
  std::vector<PlaceTie> ties_;
};

void AddLinked(const Records& records, int rung, Collector& ties) {
  for (const model::SisterLink* link : records.links) {
    if (model::RungOf(link->kind) != rung) continue;
    const auto [a, b] = EndsOf(records, *link);
    if (ties.Wants(a, b, rung)) ties.Add(TieOver(*link, a, b));
    if (ties.Wants(b, a, rung)) ties.Add(TieOver(*link, b, a));
  }
}

// By place: the place itself and those whose parent it is.
std::vector<std::vector<std::int32_t>> Households(const Records& records) {
  std::vector<std::vector<std::int32_t>> households(records.places.size());
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    households[i].push_back(static_cast<std::int32_t>(i));
  }
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    const model::PlaceId& parent = records.places[i]->parent;
    if (parent.empty()) continue;
    const auto at = records.PlaceAt(parent, "place.parent");
    // A parent that is not in the input joins nothing.
    if (!at.ok()) continue;
    households[static_cast<std::size_t>(*at)].push_back(
        static_cast<std::int32_t>(i));
  }
  return households;
}

void AddByParents(const Records& records, const Families& families,
                  Collector& ties) {
  constexpr int kRung = 3;
  const auto households = Households(records);
  for (const model::SisterLink* link : records.links) {
    const auto [a, b] = EndsOf(records, *link);
    const auto add = [&, link = link](std::int32_t d, std::int32_t r) {
      if (!ties.Wants(d, r, kRung) || !families.Share(d, r)) return;
      PlaceTie tie = TieOver(*link, d, r);
      tie.rung = kRung;
      ties.Add(tie);
    };
    for (const std::int32_t x : households[static_cast<std::size_t>(a)]) {
      for (const std::int32_t y : households[static_cast<std::size_t>(b)]) {
        if (x == a && y == b) continue;  // the link itself
        add(x, y);
        add(y, x);
      }
    }
  }
}

void AddEverybody(const Records& records, const Families& families,
                  Collector& ties) {
  constexpr int kRung = 4;
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    const auto donor = static_cast<std::int32_t>(i);
    if (!records.participates[i]) continue;
    for (const std::int32_t recipient : families.AskersOf(donor)) {
      if (!ties.Wants(donor, recipient, kRung)) continue;
      PlaceTie tie;
      tie.donor = donor;
      tie.recipient = recipient;
      tie.rung = kRung;
      ties.Add(tie);
    }
  }
}

void AddRung(const Records& records, const Families& families, int rung,
             Collector& ties) {
  switch (rung) {
    case 1:
    case 2:
      return AddLinked(records, rung, ties);
    case 3:
      return AddByParents(records, families, ties);
    default:
      return AddEverybody(records, families, ties);
  }
}

}  // namespace

Sides SidesOf(const Records& records, const Remaining& remaining,
              model::Shape shape) {
  Sides sides{std::vector<bool>(records.places.size()),
              std::vector<bool>(records.places.size())};
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    sides.gives[i] = remaining.donor_slots[i] > 0;
    sides.asks[i] = remaining.recipient_slots[i] > 0;
    if (shape == model::Shape::kMutual) {
      sides.gives[i] = sides.asks[i] = sides.gives[i] && sides.asks[i];
    }
  }
  return sides;
}

void MarkReturns(const Records& records, std::vector<PlaceTie>& ties) {
  if (records.helped.empty()) return;
  for (PlaceTie& tie : ties) {
    tie.returns_help = records.helped.contains({tie.donor, tie.recipient});
    if (tie.returns_help) tie.affinity += kReturnAffinity;
  }
}

absl::StatusOr<std::vector<PlaceTie>> TiesOfRung(const Records& records,
                                                 const Remaining& remaining,
                                                 const Sides& sides, int rung) {
  Collector ties(records, remaining, sides);
  AddRung(records, Families(records, remaining), rung, ties);
  return ties.Take();
}

absl::StatusOr<std::vector<PlaceTie>> TiesUpTo(const Records& records,
                                               const Remaining& remaining,
                                               const Sides& sides, int rungs) {
  Collector ties(records, remaining, sides);
  const Families families(records, remaining);
  for (int rung = 1; rung <= rungs; ++rung) {
    AddRung(records, families, rung, ties);
  }
  return ties.Take();
}

absl::StatusOr<std::vector<PlaceTie>> TiesOfStanding(const PlanInput& input,
                                                     const Records& records) {
  std::vector<PlaceTie> ties;
  for (const StandingPairing& standing : input.standing) {
    PlaceTie tie;
    TWINAID_ASSIGN_OR_RETURN(tie.donor,
                             records.PlaceAt(standing.donor, "standing.donor"));
    TWINAID_ASSIGN_OR_RETURN(
        tie.recipient,
        records.PlaceAt(standing.recipient, "standing.recipient"));
    tie.rung = standing.rung;
    if (!standing.active) continue;
    if (!standing.link.empty()) {
      const auto link = std::find_if(
          input.links.begin(), input.links.end(),
          [&](const model::SisterLink& l) { return l.id == standing.link; });
      if (link == input.links.end()) {
        return model::ReferenceNotFound("standing.link", "sister link",
                                        model::ToName(standing.link));
      }
      if (link->state != model::LinkState::kActive) continue;
      tie.transit_days = link->transit_days;
      tie.affinity = AffinityOf(link->kind);
      tie.link = &*link;
    }
    ties.push_back(tie);
  }
  std::sort(ties.begin(), ties.end(), [](const PlaceTie& a, const PlaceTie& b) {
    return std::tie(a.donor, a.recipient) < std::tie(b.donor, b.recipient);
  });
  return ties;
}

std::vector<bool> TiedPlaces(const Records& records, int rungs) {
  std::vector<bool> tied(records.places.size(), false);
  const auto join = [&](std::int32_t a, std::int32_t b) {
    const auto ia = static_cast<std::size_t>(a);
    const auto ib = static_cast<std::size_t>(b);
    if (a == b || !records.participates[ia] || !records.participates[ib]) {
      return;
    }
    tied[ia] = tied[ib] = true;
  };
  if (rungs >= 4) {
    const auto many = std::count(records.participates.begin(),
                                 records.participates.end(), true);
    if (many > 1) tied = records.participates;
    return tied;
  }
  const auto households = Households(records);
  for (const model::SisterLink* link : records.links) {
    const auto [a, b] = EndsOf(records, *link);
    if (model::RungOf(link->kind) <= rungs) join(a, b);
    if (rungs < 3) continue;
    for (const std::int32_t x : households[static_cast<std::size_t>(a)]) {
      for (const std::int32_t y : households[static_cast<std::size_t>(b)]) {
        join(x, y);
      }
    }
  }
  return tied;
}

std::int64_t TieDigit(std::int64_t seed, const model::PlaceId& donor,
                      const model::PlaceId& recipient) {
  // Ids hold no line feed, so the text is unambiguous.
  const auto hash = model::Sha256(
      absl::StrCat(seed, "\n", donor.value(), "\n", recipient.value()));
  std::int64_t digit = 0;
  for (std::size_t i = 0; i < 5; ++i) digit = digit * 256 + hash[i];
  return digit;
}

}  // namespace twinaid::planning
