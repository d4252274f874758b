// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/core/invariants.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/reports.h"
#include "service/model/names.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::Match;
using model::MatchState;

template <typename R>
std::vector<R> All(const store::ReadTable<R>& table) {
  return table.List(store::QueryOf<R>{}, std::nullopt, 0).value();
}

// What a match adds to each tally, told from the match alone.
struct Share {
  BaseUnits proposed;
  BaseUnits committed;
  BaseUnits dispatched;
  BaseUnits in_transit;
  BaseUnits received;
};

void Add(Share& sum, const Match& match) {
  if (match.state == MatchState::kProposed) sum.proposed += match.quantity;
  const bool sending = match.state == MatchState::kAccepted ||
                       match.state == MatchState::kDispatched;
  if (sending && !match.dispatch_final) {
    sum.committed += match.quantity - match.dispatched();
  }
  sum.dispatched += match.dispatched();
  sum.in_transit += match.in_transit();
  sum.received += match.received();
}

class Report {
 public:
  void Expect(bool holds, const std::string& name, const std::string& rule) {
    if (!holds) lines_.push_back(absl::StrCat(name, ": ", rule));
  }
  std::vector<std::string> Take() { return std::move(lines_); }

 private:
  std::vector<std::string> lines_;
};

void CheckNeeds(const Holdings& all, Report& report) {
  std::map<model::NeedName, Share> shares;
  for (const Match& match : all.matches) Add(shares[match.need], match);
  for (const model::Need& need : all.needs) {
    const Share share = shares[need.name];
    const model::NeedTallies& t = need.tallies;
    const std::string name = need.name.ToString();
    const BaseUnits zero;
    report.Expect(t.proposed >= zero && t.committed >= zero &&
                      t.in_transit >= zero && t.received >= zero,
                  name, "nothing is negative");
    report.Expect(need.covered() + t.proposed <= need.total, name,
                  "never over-covered");
    report.Expect(t.proposed == share.proposed, name, "proposed is the sum");
    report.Expect(t.committed == share.committed, name, "committed is the sum");
    report.Expect(t.in_transit == share.in_transit, name,
                  "in transit is the sum");
    report.Expect(t.received == share.received, name, "received is the sum");
    report.Expect(need.closed == model::Closed::kNo ||
                      t.proposed + t.committed + t.in_transit == zero,
                  name, "nothing is open on a closed need");
  }
}

void CheckOffers(const Holdings& all, Report& report) {
  std::map<model::OfferName, Share> shares;
  for (const Match& match : all.matches) Add(shares[match.offer], match);
  for (const model::Offer& offer : all.offers) {
    const Share share = shares[offer.name];
    const model::OfferTallies& t = offer.tallies;
    const std::string name = offer.name.ToString();
    const BaseUnits zero;
    report.Expect(
        t.proposed >= zero && t.committed >= zero && t.dispatched >= zero, name,
        "nothing is negative");
    report.Expect(t.proposed + t.committed + t.dispatched <= offer.total, name,
                  "never over-promised");
    report.Expect(t.proposed == share.proposed, name, "proposed is the sum");
    report.Expect(t.committed == share.committed, name, "committed is the sum");
    report.Expect(t.dispatched == share.dispatched, name,
                  "dispatched is the sum");
    report.Expect(
        offer.closed == model::Closed::kNo || t.proposed + t.committed == zero,
        name, "nothing is open on a closed offer");
  }
}

void CheckMatches(const Holdings& all, Report& report) {
  for (const Match& match : all.matches) {
    const std::string name = model::ToName(match.id);
    report.Expect(match.in_transit() >= BaseUnits(0), name,
                  "no more arrives than was sent");
    report.Expect(match.dispatched() <= match.quantity, name,
                  "no more is sent than was accepted");
    report.Expect(match.state == MatchState::kDispatched ||
                      match.in_transit() == BaseUnits(0),
                  name, "only a dispatched match has something on its way");
    report.Expect((match.state == MatchState::kReceived) <=
                      (match.received() > BaseUnits(0)),
                  name, "something of a received match arrived");
  }
}

void CheckPairings(const Holdings& all, Report& report) {
  std::set<model::PairingName> live;
  std::set<model::PairingName> committed;
  for (const Match& match : all.matches) {
    if (match.is_live()) live.insert(match.pairing);
    if (match.donor_decision.answer == model::Answer::kAccepted &&
        match.recipient_decision.answer == model::Answer::kAccepted) {
      committed.insert(match.pairing);
    }
  }
  std::map<model::SchemeId, model::Policy> policies;
  for (const model::Scheme& row : all.schemes) policies[row.id] = row.policy;
  std::map<model::PlaceId, const model::Place*> places;
  for (const model::Place& row : all.places) places[row.id] = &row;
  std::map<std::pair<model::SchemeId, model::PlaceId>, int> gives;
  std::map<std::pair<model::SchemeId, model::PlaceId>, int> takes;
  std::set<std::tuple<model::SchemeId, model::PlaceId, model::PlaceId>> pairs;
  std::map<std::string, const model::Pairing*> mutual;
  for (const model::Pairing& pairing : all.pairings) {
    const std::string name = pairing.name.ToString();
    if (!pairing.pair_id.empty()) {
      const auto [other, is_new] =
          mutual.try_emplace(pairing.pair_id, &pairing);
      // A direction that came to nothing may be taken up again.
      const std::set<model::PlaceId> its = {pairing.donor, pairing.recipient};
      report.Expect(is_new || (its.contains(other->second->donor) &&
                               its.contains(other->second->recipient)),
                    name, "a mutual pair is two places");
    }
    if (pairing.state == model::PairingState::kEnded) continue;
    const model::SchemeId& scheme = pairing.name.parent;
    const model::Policy& policy = policies.at(scheme);
    const model::Place& donor = *places.at(pairing.donor);
    const model::Place& recipient = *places.at(pairing.recipient);
    report.Expect(++gives[{scheme, donor.id}] <=
                      donor.donor_capacity.value_or(policy.donor_capacity),
                  name, "a donor has no more recipients than slots");
    report.Expect(
        ++takes[{scheme, recipient.id}] <=
            recipient.recipient_capacity.value_or(policy.recipient_capacity),
        name, "a recipient has no more donors than slots");
    report.Expect(pairs.emplace(scheme, donor.id, recipient.id).second, name,
                  "two places stand in one pairing");
    if (pairing.state == model::PairingState::kProposed) {
      report.Expect(live.contains(pairing.name), name,
                    "a proposed pairing has a live match");
    } else {
      report.Expect(committed.contains(pairing.name), name,
                    "an active pairing had a match accepted");
    }
  }
}

template <typename R>
void Compare(const std::vector<R>& before, const std::vector<R>& after,
             std::vector<std::string>& names) {
  std::map<typename R::Key, const R*> old;
  for (const R& row : before) old[row.key()] = &row;
  for (const R& row : after) {
    const auto it = old.find(row.key());
    if (it == old.end() || !(*it->second == row)) {
      names.push_back(model::ToName(row.key()));
    }
  }
}

}  // namespace

Holdings HoldingsOf(const View& v) {
  Holdings all;
  all.needs = All(v.tx.needs());
  all.offers = All(v.tx.offers());
  all.matches = All(v.tx.matches());
  all.pairings = All(v.tx.pairings());
  all.rounds = All(v.tx.rounds());
  all.places = All(v.tx.places());
  all.schemes = All(v.tx.schemes());
  const auto last = v.tx.LastEvent().value();
  all.last_event = last ? last->seq : 0;
  return all;
}

std::vector<std::string> Violations(const Holdings& holdings) {
  Report report;
  CheckNeeds(holdings, report);
  CheckOffers(holdings, report);
  CheckMatches(holdings, report);
  CheckPairings(holdings, report);
  return report.Take();
}

std::vector<std::string> Changed(const Holdings& before,
                                 const Holdings& after) {
  std::vector<std::string> names;
  Compare(before.needs, after.needs, names);
  Compare(before.offers, after.offers, names);
  Compare(before.matches, after.matches, names);
  Compare(before.pairings, after.pairings, names);
  Compare(before.rounds, after.rounds, names);
  return names;
}

std::vector<std::string> ReportFaults(const View& v, const Holdings& holdings) {
  BaseUnits arrived;
  for (const Match& match : holdings.matches) arrived += match.received();
  std::vector<std::string> faults;
  const auto compare = [&](const char* report, BaseUnits sum) {
    if (sum != arrived) faults.push_back(report);
  };
  const auto donations =
      ReportDonations(v, std::nullopt, DonationWish()).value();
  BaseUnits donated;
  for (const Donation& row : donations) donated += row.quantity;
  compare("donations", donated);
  const auto deliveries = ReportDeliveries(v, std::nullopt).value();
  BaseUnits delivered;
  for (const Delivery& row : deliveries) delivered += row.received;
  compare("deliveries", delivered);
  const auto balances = ReportBalances(v, std::nullopt, std::nullopt).value();
  BaseUnits balanced;
  for (const Balance& row : balances) balanced += row.given + row.received;
  compare("balances", balanced);
  const auto coverage = ReportCoverage(v, std::nullopt).value();
  BaseUnits covered;
  for (const CoverageRow& row : coverage) {
    covered += row.received;
    if (row.outstanding() < BaseUnits(0)) faults.emplace_back("outstanding");
  }
  compare("coverage", covered);
  return faults;
}

}  // namespace twinaid::core
