// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/inbox.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "service/core/inside.h"
#include "service/core/patience.h"
#include "service/core/rows.h"
#include "service/model/freshness.h"
#include "service/model/scheme.h"

namespace twinaid::core {
namespace {

template <typename R>
absl::StatusOr<std::vector<R>> All(const store::ReadTable<R>& table,
                                   const store::QueryOf<R>& query = {}) {
  return table.List(query, std::nullopt, 0);
}

// Gathers the entries of the places that it is given.
class Gatherer {
 public:
  Gatherer(const View& v, Patience patience)
      : v_(v), patience_(std::move(patience)) {}

  absl::Status Take(const std::optional<model::PlaceId>& place) {
    store::NeedQuery of_needs;
    of_needs.place = place;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Need> needs,
                             All(v_.tx.needs(), of_needs));
    for (const model::Need& need : needs) {
      Confirm(need, need.outstanding().value() > 0, Task::kConfirmNeed);
    }
    store::OfferQuery of_offers;
    of_offers.place = place;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Offer> offers,
                             All(v_.tx.offers(), of_offers));
    for (const model::Offer& offer : offers) {
      const model::BaseUnits left = offer.available() + offer.tallies.proposed;
      Confirm(offer, left.value() > 0, Task::kConfirmOffer);
    }
    for (const model::MatchState state :
         {model::MatchState::kProposed, model::MatchState::kAccepted,
          model::MatchState::kDispatched}) {
      store::MatchQuery of_matches;
      of_matches.place = place;
      of_matches.state = state;
      TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                               All(v_.tx.matches(), of_matches));
      for (const model::Match& match : matches) Look(match, place);
    }
    return absl::OkStatus();
  }

  std::vector<InboxEntry> TakeEntries() && { return std::move(entries_); }

 private:
  template <typename Row>
  void Confirm(const Row& row, bool has_open, Task task) {
    if (row.closed != model::Closed::kNo || !has_open) return;
    const absl::CivilDay day =
        model::RestsFrom(row.confirm_time, patience_.DaysOf(row.name.parent));
    if (DayOf(v_.now) < day) return;
    entries_.push_back({task, row.name.parent, model::Side::kDonor,
                        absl::FromCivil(day, absl::UTCTimeZone()), row});
  }

  // The turns of a match that fall to the place; to both without one.
  void Look(const model::Match& match,
            const std::optional<model::PlaceId>& place) {
    const auto turn = [&](model::Side side) {
      const model::PlaceId& its = side == model::Side::kDonor
                                      ? match.donor_place()
                                      : match.recipient_place();
      return !place || *place == its;
    };
    const auto add = [&](Task task, model::Side side, absl::Time time) {
      if (!turn(side)) return;
      entries_.push_back({task,
                          side == model::Side::kDonor ? match.donor_place()
                                                      : match.recipient_place(),
                          side, time, match});
    };
    if (match.state == model::MatchState::kProposed) {
      const absl::Time by = match.answer_by.value_or(absl::InfiniteFuture());
      if (match.donor_decision.answer == model::Answer::kPending) {
        add(Task::kAnswer, model::Side::kDonor, by);
      }
      if (match.recipient_decision.answer == model::Answer::kPending) {
        add(Task::kAnswer, model::Side::kRecipient, by);
      }
      return;
    }
    if (!match.dispatch_final && match.quantity > match.dispatched()) {
      add(Task::kDispatch, model::Side::kDonor, AcceptedAt(match));
    }
    if (match.in_transit().value() > 0) {
      add(Task::kReceive, model::Side::kRecipient,
          match.dispatches.back().time);
    }
  }

  // The later of the two answers.
  static absl::Time AcceptedAt(const model::Match& match) {
    const absl::Time made = match.meta.create_time;
    return std::max(match.donor_decision.time.value_or(made),
                    match.recipient_decision.time.value_or(made));
  }

  const View& v_;
  Patience patience_;
  std::vector<InboxEntry> entries_;
};

std::string NameOf(const InboxEntry& entry) {
  return std::visit([](const auto& row) { return model::ToName(row.key()); },
                    entry.about);
}

}  // namespace

absl::StatusOr<Inbox> GetInbox(const View& v,
                               const std::optional<model::PlaceId>& place,
                               std::size_t limit) {
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Scheme> schemes,
                           All(v.tx.schemes()));
  Gatherer gatherer(v, Patience(std::move(schemes)));
  if (place) {
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::PlaceId> places,
                             WithInside(v, *place));
    for (const model::PlaceId& one : places) {
      TWINAID_RETURN_IF_ERROR(gatherer.Take(one));
    }
  } else {
    TWINAID_RETURN_IF_ERROR(gatherer.Take(std::nullopt));
  }
  Inbox inbox;
  inbox.entries = std::move(gatherer).TakeEntries();
  std::sort(inbox.entries.begin(), inbox.entries.end(),
            [](const InboxEntry& a, const InboxEntry& b) {
              return std::forward_as_tuple(a.task, a.time, NameOf(a), a.side) <
                     std::forward_as_tuple(b.task, b.time, NameOf(b), b.side);
            });
  if (inbox.entries.size() > limit) {
    inbox.more = static_cast<std::int64_t>(inbox.entries.size() - limit);
    inbox.entries.erase(
        inbox.entries.begin() + static_cast<std::ptrdiff_t>(limit),
        inbox.entries.end());
  }
  return inbox;
}

}  // namespace twinaid::core
