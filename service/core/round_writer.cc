// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/round_writer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "service/core/assistance.h"
#include "service/core/end_pair.h"
#include "service/core/ledger.h"
#include "service/core/new_match.h"
#include "service/core/round_runner.h"
#include "service/core/rows.h"
#include "service/model/errors.h"
#include "service/model/match_errors.h"
#include "service/model/round_errors.h"

namespace twinaid::core {
namespace {

using Places = std::pair<model::PlaceId, model::PlaceId>;  // donor, recipient

enum class Side { kDonor, kRecipient };

// What only says how the round went is written faster than a proposal.
constexpr std::size_t kRowsPerChunk = 256;

class Writer {
 public:
  Writer(UnitOfWork& work, const planning::Plan& plan,
         const std::function<bool()>& stop_requested, model::Round& round)
      : work_(work), plan_(plan), stop_(stop_requested), round_(round) {
    for (const planning::PlannedPairing& pairing : plan.pairings) {
      planned_[{pairing.donor, pairing.recipient}] = &pairing;
    }
  }

  absl::Status Run() {
    TWINAID_RETURN_IF_ERROR(FindStanding());
    TWINAID_RETURN_IF_ERROR(
        InChunks(plan_.edges, kRowsPerChunk,
                 [this](Mutation& m, const model::RoundEdge& planned) {
                   model::RoundEdge edge = planned;
                   edge.round = round_.name;
                   return m.tx.round_edges().Insert(edge);
                 }));
    TWINAID_RETURN_IF_ERROR(InChunks(
        plan_.unmet, kRowsPerChunk,
        [this](Mutation& m, const planning::PlannedUnmet& unmet) {
          return m.tx.unmet_needs().Insert({round_.name, unmet.need,
                                            unmet.quantity, unmet.reason,
                                            unmet.closed, unmet.closed_offers});
        }));
    return InChunks(plan_.matches, kProposalsPerChunk,
                    [this](Mutation& m, const planning::PlannedMatch& match) {
                      return Propose(m, match);
                    });
  }

 private:
  template <typename Row, typename Write>
  absl::Status InChunks(const std::vector<Row>& rows, std::size_t chunk,
                        Write write) {
    for (std::size_t begin = 0; begin < rows.size(); begin += chunk) {
      if (stop_()) return model::RoundStopped(round_.name);
      const std::size_t end = std::min(rows.size(), begin + chunk);
      TWINAID_RETURN_IF_ERROR(
          work_.Run(system_, [&](Mutation& m) -> absl::Status {
            for (std::size_t i = begin; i < end; ++i) {
              TWINAID_RETURN_IF_ERROR(write(m, rows[i]));
            }
            return absl::OkStatus();
          }));
    }
    return absl::OkStatus();
  }

  // Pairings that stand keep their names and their slots.
  absl::Status FindStanding() {
    return work_.Read(system_, [&](const View& v) -> absl::Status {
      store::PairingQuery query;
      query.scheme = round_.name.parent;
      TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Pairing> pairings,
                               v.tx.pairings().List(query, std::nullopt, 0));
      for (const model::Pairing& pairing : pairings) {
        if (pairing.state != model::PairingState::kEnded) Stands(pairing);
      }
      return absl::OkStatus();
    });
  }

  void Stands(const model::Pairing& pairing) {
    names_[{pairing.donor, pairing.recipient}] = pairing.name;
    shared_[{pairing.donor, pairing.recipient}] = pairing.pair_id;
    ++recipients_of_[pairing.donor];
    ++donors_of_[pairing.recipient];
  }

  absl::Status Propose(Mutation& m, const planning::PlannedMatch& planned) {
    NewMatch match;
    match.need = planned.need;
    match.offer = planned.offer;
    match.quantity = planned.quantity;
    match.origin = model::MatchOrigin::kRound;
    match.round = round_.name;
    match.rung = planned.rung;
    match.day = round_.as_of;
    absl::Status status = Check(m, match, planned);
    if (!status.ok()) {
      if (model::ReasonOf(status).empty()) return status;
      round_.stale.push_back({planned.need, planned.offer, planned.quantity,
                              model::ReasonOf(status)});
      return absl::OkStatus();
    }
    if (!planned.pooled) {
      TWINAID_ASSIGN_OR_RETURN(match.pairing, PairingFor(m, planned));
    }
    // Loaded only now: a pairing that made room may have given back stock.
    TWINAID_ASSIGN_OR_RETURN(CheckedMatch checked,
                             CheckNewMatch(m.view(), match));
    TWINAID_RETURN_IF_ERROR(MakeMatch(m, match, std::move(checked)).status());
    ++round_.matches;
    donors_[planned.offer.parent] = true;
    round_.donors = static_cast<std::int64_t>(donors_.size());
    return absl::OkStatus();
  }

  // Whether the rows of the moment still bear what was planned.
  absl::Status Check(Mutation& m, const NewMatch& match,
                     const planning::PlannedMatch& planned) {
    const View v = m.view();
    TWINAID_RETURN_IF_ERROR(CheckNewMatch(v, match).status());
    if (planned.pooled) return CheckPoolTie(v, planned);
    TWINAID_RETURN_IF_ERROR(CheckTie(v, planned));
    if (names_.contains({planned.offer.parent, planned.need.parent})) {
      return CheckPairing(v, planned);
    }
    TWINAID_RETURN_IF_ERROR(CheckSlot(v, planned.offer.parent, Side::kDonor));
    return CheckSlot(v, planned.need.parent, Side::kRecipient);
  }

  // A link that was suspended or deleted meanwhile carries nothing more.
  absl::Status CheckTie(const View& v, const planning::PlannedMatch& planned) {
    const model::SisterLinkId& id =
        planned_.at({planned.offer.parent, planned.need.parent})->link;
    if (id.empty()) return absl::OkStatus();
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::SisterLink> link,
                             v.tx.sister_links().Find(id));
    if (link && link->state == model::LinkState::kActive) {
      return absl::OkStatus();
    }
    return model::DoesNotFit(planned.offer, planned.need,
                             model::Misfit::kNoTie);
  }

  // Of a match from the pool: some link of its rung still joins the places.
  // Rungs 3 and 4 need none between the two.
  absl::Status CheckPoolTie(const View& v,
                            const planning::PlannedMatch& planned) {
    if (planned.rung > 2) return absl::OkStatus();
    store::SisterLinkQuery query;
    query.place = planned.offer.parent;
    query.state = model::LinkState::kActive;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                             v.tx.sister_links().List(query, std::nullopt, 0));
    const bool tied = std::any_of(
        links.begin(), links.end(), [&](const model::SisterLink& link) {
          const bool joins = link.place_a == planned.need.parent ||
                             link.place_b == planned.need.parent;
          return joins && model::RungOf(link.kind) <= planned.rung;
        });
    return tied ? absl::OkStatus()
                : model::DoesNotFit(planned.offer, planned.need,
                                    model::Misfit::kNoTie);
  }

  // A pairing that was ended meanwhile gets nothing more.
  absl::Status CheckPairing(const View& v,
                            const planning::PlannedMatch& planned) {
    const auto name = names_.find({planned.offer.parent, planned.need.parent});
    if (name == names_.end()) return absl::OkStatus();
    TWINAID_ASSIGN_OR_RETURN(const model::Pairing pairing,
                             Require(v.tx.pairings(), name->second));
    return pairing.state == model::PairingState::kEnded
               ? model::PairingEnded(pairing.name)
               : absl::OkStatus();
  }

  // How many more pairings the place may have on this side, by its row of the
  // moment. Below zero where its capacity was lowered.
  absl::StatusOr<int> FreeSlots(const View& v, const model::PlaceId& id,
                                Side side) {
    TWINAID_ASSIGN_OR_RETURN(const model::Place place,
                             Require(v.tx.places(), id));
    const model::Policy& policy = round_.policy;
    return side == Side::kDonor
               ? place.donor_capacity.value_or(policy.donor_capacity) -
                     recipients_of_[id]
               : place.recipient_capacity.value_or(policy.recipient_capacity) -
                     donors_of_[id];
  }

  // Pairings that the plan did not choose again, where they have to win their
  // place: an ACTIVE one makes room for a better pair.
  absl::StatusOr<std::vector<model::Pairing>> MayMakeRoom(
      const View& v, const model::PlaceId& place, Side side) {
    std::vector<model::Pairing> may;
    if (round_.policy.keep != model::Keep::kTies) return may;
    for (const auto& [places, name] : names_) {
      const auto& end = side == Side::kDonor ? places.first : places.second;
      if (end != place || planned_.contains(places)) continue;
      if (round_.policy.shape == model::Shape::kMutual &&
          planned_.contains({places.second, places.first})) {
        continue;  // the pair stands or falls together
      }
      TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                               Require(v.tx.pairings(), name));
      if (pairing.state != model::PairingState::kActive) continue;
      may.push_back(std::move(pairing));
    }
    return may;
  }

  absl::Status CheckSlot(const View& v, const model::PlaceId& place,
                         Side side) {
    TWINAID_ASSIGN_OR_RETURN(const int slots, FreeSlots(v, place, side));
    if (slots > 0) return absl::OkStatus();
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Pairing> may,
                             MayMakeRoom(v, place, side));
    return slots + static_cast<int>(may.size()) > 0 ? absl::OkStatus()
                                                    : model::NoFreeSlot(place);
  }

  // Ends pairings until the place has a slot. Precondition: CheckSlot.
  absl::Status MakeRoom(Mutation& m, const model::PlaceId& place, Side side) {
    while (true) {
      TWINAID_ASSIGN_OR_RETURN(const int slots,
                               FreeSlots(m.view(), place, side));
      if (slots > 0) return absl::OkStatus();
      TWINAID_ASSIGN_OR_RETURN(std::vector<model::Pairing> may,
                               MayMakeRoom(m.view(), place, side));
      if (may.empty()) return model::NoFreeSlot(place);
      const Places ends = {may[0].donor, may[0].recipient};
      const Places back = {ends.second, ends.first};
      TWINAID_RETURN_IF_ERROR(
          EndPair(m, may[0],
                  {{"reason", "displaced"}, {"round", round_.name.ToString()}},
                  "", "pairing_displaced"));
      Gone(ends);
      if (!may[0].pair_id.empty() && shared_[back] == may[0].pair_id) {
        Gone(back);
      }
    }
  }

  void Gone(const Places& ends) {
    shared_.erase(ends);
    if (names_.erase(ends) == 0) return;
    --recipients_of_[ends.first];
    --donors_of_[ends.second];
  }

  absl::StatusOr<model::PairingName> PairingFor(
      Mutation& m, const planning::PlannedMatch& planned) {
    const Places places = {planned.offer.parent, planned.need.parent};
    if (const auto it = names_.find(places); it != names_.end()) {
      return it->second;
    }
    TWINAID_RETURN_IF_ERROR(MakeRoom(m, places.first, Side::kDonor));
    TWINAID_RETURN_IF_ERROR(MakeRoom(m, places.second, Side::kRecipient));
    const planning::PlannedPairing& plan = *planned_.at(places);
    model::Pairing pairing;
    pairing.name = {round_.name.parent,
                    model::PairingId::Trusted(m.ids.NewId("p"))};
    pairing.donor = plan.donor;
    pairing.recipient = plan.recipient;
    pairing.rung = plan.rung;
    pairing.link = plan.link;
    pairing.value = plan.value;
    pairing.pair_id = PairIdOf(m, plan);
    pairing.returns_help = plan.returns_help;
    pairing.round = round_.name;
    pairing.meta = NewMeta(m.now);
    TWINAID_RETURN_IF_ERROR(m.tx.pairings().Insert(pairing));
    TWINAID_RETURN_IF_ERROR(Record(m, "pairing.proposed",
                                   pairing.name.ToString(),
                                   {pairing.donor, pairing.recipient},
                                   {{"round", round_.name.ToString()}}));
    ++round_.pairings;
    Stands(pairing);
    return pairing.name;
  }

  // Both directions of a mutual pair get the same.
  std::string PairIdOf(Mutation& m, const planning::PlannedPairing& plan) {
    if (plan.pair == 0) return "";
    // The other direction stands, or was made before: it has the id.
    const auto back = shared_.find({plan.recipient, plan.donor});
    if (back != shared_.end() && !back->second.empty()) return back->second;
    return m.ids.NewId("pair");
  }

  UnitOfWork& work_;
  const planning::Plan& plan_;
  const std::function<bool()>& stop_;
  model::Round& round_;
  const Caller system_{kSystemPrincipal};
  std::map<Places, const planning::PlannedPairing*> planned_;
  std::map<Places, model::PairingName> names_;
  std::map<Places, std::string> shared_;  // pair_id of those that stand
  // Pairings that have not ended, by place and side.
  std::map<model::PlaceId, int> recipients_of_;
  std::map<model::PlaceId, int> donors_of_;
  std::map<model::PlaceId, bool> donors_;  // of matches
};

}  // namespace

absl::Status WriteRound(UnitOfWork& work, const planning::Plan& plan,
                        const std::function<bool()>& stop_requested,
                        model::Round& round) {
  return Writer(work, plan, stop_requested, round).Run();
}

}  // namespace twinaid::core
