// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/round_writer.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "service/core/assistance.h"
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
    TWINAID_RETURN_IF_ERROR(InChunks(
        plan_.edges, [this](Mutation& m, const model::RoundEdge& planned) {
          model::RoundEdge edge = planned;
          edge.round = round_.name;
          return m.tx.round_edges().Insert(edge);
        }));
    TWINAID_RETURN_IF_ERROR(InChunks(
        plan_.unmet, [this](Mutation& m, const planning::PlannedUnmet& unmet) {
          return m.tx.unmet_needs().Insert({round_.name, unmet.need,
                                            unmet.quantity, unmet.reason,
                                            unmet.closed, unmet.closed_offers});
        }));
    return InChunks(plan_.matches,
                    [this](Mutation& m, const planning::PlannedMatch& match) {
                      return Propose(m, match);
                    });
  }

 private:
  template <typename Row, typename Write>
  absl::Status InChunks(const std::vector<Row>& rows, Write write) {
    for (std::size_t begin = 0; begin < rows.size();
         begin += kProposalsPerChunk) {
      if (stop_()) return model::RoundStopped(round_.name);
      const std::size_t end =
          std::min(rows.size(), begin + std::size_t{kProposalsPerChunk});
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

  // Pairings that stand keep their names.
  absl::Status FindStanding() {
    return work_.Read(system_, [&](const View& v) -> absl::Status {
      store::PairingQuery query;
      query.scheme = round_.name.parent;
      query.state = model::PairingState::kActive;
      TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Pairing> pairings,
                               v.tx.pairings().List(query, std::nullopt, 0));
      for (const model::Pairing& pairing : pairings) {
        names_[{pairing.donor, pairing.recipient}] = pairing.name;
      }
      return absl::OkStatus();
    });
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
    absl::StatusOr<CheckedMatch> checked = CheckNewMatch(m.view(), match);
    absl::Status status = checked.status();
    if (status.ok()) status = CheckTie(m.view(), planned);
    if (status.ok()) status = CheckPairing(m.view(), planned);
    if (!status.ok()) {
      if (model::ReasonOf(status).empty()) return status;
      round_.stale.push_back({planned.need, planned.offer, planned.quantity,
                              model::ReasonOf(status)});
      return absl::OkStatus();
    }
    TWINAID_ASSIGN_OR_RETURN(match.pairing, PairingFor(m, planned));
    TWINAID_RETURN_IF_ERROR(MakeMatch(m, match, *std::move(checked)).status());
    ++round_.matches;
    donors_[planned.offer.parent] = true;
    round_.donors = static_cast<std::int64_t>(donors_.size());
    return absl::OkStatus();
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

  absl::StatusOr<model::PairingName> PairingFor(
      Mutation& m, const planning::PlannedMatch& planned) {
    const Places places = {planned.offer.parent, planned.need.parent};
    if (const auto it = names_.find(places); it != names_.end()) {
      return it->second;
    }
    const planning::PlannedPairing& plan = *planned_.at(places);
    model::Pairing pairing;
    pairing.name = {round_.name.parent,
                    model::PairingId::Trusted(m.ids.NewId("p"))};
    pairing.donor = plan.donor;
    pairing.recipient = plan.recipient;
    pairing.rung = plan.rung;
    pairing.link = plan.link;
    pairing.value = plan.value;
    pairing.round = round_.name;
    pairing.meta = NewMeta(m.now);
    TWINAID_RETURN_IF_ERROR(m.tx.pairings().Insert(pairing));
    TWINAID_RETURN_IF_ERROR(Record(m, "pairing.proposed",
                                   pairing.name.ToString(),
                                   {pairing.donor, pairing.recipient},
                                   {{"round", round_.name.ToString()}}));
    ++round_.pairings;
    names_[places] = pairing.name;
    return pairing.name;
  }

  UnitOfWork& work_;
  const planning::Plan& plan_;
  const std::function<bool()>& stop_;
  model::Round& round_;
  const Caller system_{kSystemPrincipal};
  std::map<Places, const planning::PlannedPairing*> planned_;
  std::map<Places, model::PairingName> names_;
  std::map<model::PlaceId, bool> donors_;
};

}  // namespace

absl::Status WriteRound(UnitOfWork& work, const planning::Plan& plan,
                        const std::function<bool()>& stop_requested,
                        model::Round& round) {
  return Writer(work, plan, stop_requested, round).Run();
}

}  // namespace twinaid::core
