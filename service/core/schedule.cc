// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/schedule.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/match.h"
#include "service/core/participation.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/model/errors.h"

namespace twinaid::core {
namespace {

constexpr int kEventsPerRead = 1000;

bool HasSchedule(const model::Scheme& scheme) {
  return scheme.round_every_hours > 0 || scheme.round_after_minutes > 0;
}

// Whether a round after the event may come to something else than one before.
// What a round writes itself does not count, or it would call for the next one.
bool MakesADifference(const model::Event& event, const model::Scheme& scheme) {
  static constexpr absl::string_view kSubjects[] = {"need.", "offer.", "place.",
                                                    "sister_link.", "item."};
  static constexpr absl::string_view kTypes[] = {
      "match.declined", "match.withdrawn",    "match.lapsed", "match.cancelled",
      "match.received", "match.reconsidered", "pairing.ended"};
  if (event.type == "scheme.updated") {
    return event.resource == model::ToName(scheme.id);
  }
  const bool counts =
      std::any_of(std::begin(kSubjects), std::end(kSubjects),
                  [&](absl::string_view subject) {
                    return absl::StartsWith(event.type, subject);
                  }) ||
      std::find(std::begin(kTypes), std::end(kTypes), event.type) !=
          std::end(kTypes);
  // Rounds end pairings, too: those they displace, and their own if they fail.
  const bool of_round =
      event.type == "pairing.ended" && event.principal == kSystemPrincipal;
  const auto why = event.details.find("why");
  const bool of_failure =
      why != event.details.end() && why->second == "round_failed";
  if (!counts || of_failure || of_round) return false;
  return event.places.empty() ||
         std::any_of(event.places.begin(), event.places.end(),
                     [&](const model::PlaceId& place) {
                       return TakesPart(scheme, place);
                     });
}

// Every event after `after`, in order.
absl::Status ForEachEvent(const View& v, std::int64_t after,
                          absl::FunctionRef<void(const model::Event&)> body) {
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(
        const std::vector<model::Event> events,
        v.tx.events().List(store::EventQuery{}, after, kEventsPerRead));
    for (const model::Event& event : events) body(event);
    if (events.size() < kEventsPerRead) return absl::OkStatus();
    after = events.back().seq;
  }
}

// Of the scheme, the round that began last.
absl::StatusOr<std::optional<model::Round>> LastRound(
    const View& v, const model::SchemeId& scheme) {
  store::RoundQuery query;
  query.scheme = scheme;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Round> rounds,
                           v.tx.rounds().List(query, std::nullopt, 0));
  const auto last =
      std::max_element(rounds.begin(), rounds.end(),
                       [](const model::Round& a, const model::Round& b) {
                         return a.meta.create_time < b.meta.create_time;
                       });
  if (last == rounds.end()) return std::optional<model::Round>();
  return std::optional<model::Round>(std::move(*last));
}

absl::StatusOr<bool> IsRunning(const View& v, const model::SchemeId& scheme) {
  store::RoundQuery running;
  running.scheme = scheme;
  running.state = model::RoundState::kRunning;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Round> rounds,
                           v.tx.rounds().List(running, std::nullopt, 1));
  return !rounds.empty();
}

}  // namespace

RoundSchedule::RoundSchedule(
    UnitOfWork& work, std::function<void(const model::RoundName&)> started)
    : work_(work), started_(std::move(started)) {}

absl::StatusOr<RoundSchedule::Known> RoundSchedule::Begin(
    const View& v, const model::Scheme& scheme) const {
  Known known;
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Round> round,
                           LastRound(v, scheme.id));
  if (!round) {
    // Everything that there is counts; when it came last is not worth reading
    // the whole ledger for.
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                             v.tx.LastEvent());
    if (last) known.changed = last->time;
    return known;
  }
  known.started = round->meta.create_time;
  store::EventQuery of_round;
  of_round.resource = round->name.ToString();
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Event> events,
                           v.tx.events().List(of_round, std::nullopt, 1));
  if (events.empty()) return known;
  TWINAID_RETURN_IF_ERROR(
      ForEachEvent(v, events[0].seq, [&](const model::Event& event) {
        if (MakesADifference(event, scheme)) known.changed = event.time;
      }));
  return known;
}

absl::Status RoundSchedule::Follow(const View& v,
                                   const std::vector<model::Scheme>& schemes) {
  return ForEachEvent(v, read_, [&](const model::Event& event) {
    read_ = event.seq;
    for (const model::Scheme& scheme : schemes) {
      const auto known = known_.find(scheme.id);
      if (known == known_.end()) continue;
      if (event.type == "round.started" &&
          absl::StartsWith(event.resource, model::ToName(scheme.id) + "/")) {
        known->second = {event.time, std::nullopt};
      } else if (MakesADifference(event, scheme)) {
        known->second.changed = event.time;
      }
    }
  });
}

absl::StatusOr<std::vector<model::SchemeId>> RoundSchedule::Look(
    const View& v) {
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Scheme> schemes,
                           v.tx.schemes().List({}, std::nullopt, 0));
  std::erase_if(schemes, [](const auto& s) { return !HasSchedule(s); });
  std::erase_if(known_, [&](const auto& known) {
    return std::none_of(schemes.begin(), schemes.end(),
                        [&](const auto& s) { return s.id == known.first; });
  });
  if (schemes.empty()) return std::vector<model::SchemeId>();
  if (known_.empty()) {
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                             v.tx.LastEvent());
    read_ = last ? last->seq : 0;
  }
  TWINAID_RETURN_IF_ERROR(Follow(v, schemes));
  std::vector<model::SchemeId> due;
  for (const model::Scheme& scheme : schemes) {
    if (!known_.contains(scheme.id)) {
      TWINAID_ASSIGN_OR_RETURN(known_[scheme.id], Begin(v, scheme));
    }
    const Known& known = known_[scheme.id];
    const bool interval =
        scheme.round_every_hours > 0 &&
        (!known.started ||
         v.now >= *known.started + absl::Hours(scheme.round_every_hours));
    const bool settled =
        scheme.round_after_minutes > 0 && known.changed &&
        v.now >= *known.changed + absl::Minutes(scheme.round_after_minutes);
    if (!interval && !settled) continue;
    TWINAID_ASSIGN_OR_RETURN(const bool running, IsRunning(v, scheme.id));
    if (!running) due.push_back(scheme.id);
  }
  return due;
}

absl::Status RoundSchedule::StartDue() {
  std::vector<model::SchemeId> due;
  TWINAID_RETURN_IF_ERROR(
      work_.Read(System(), [&](const View& v) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(due, Look(v));
        return absl::OkStatus();
      }));
  for (const model::SchemeId& scheme : due) {
    NewRound round;
    round.name.parent = scheme;
    const absl::Status status =
        work_.Run(System(), [&](Mutation& m) -> absl::Status {
          round.as_of = DayOf(m.now);
          TWINAID_ASSIGN_OR_RETURN(const model::Round made,
                                   StartRound(m, round));
          round.name = made.name;
          return absl::OkStatus();
        });
    // Somebody was faster.
    if (model::ReasonOf(status) == "ROUND_RUNNING") continue;
    TWINAID_RETURN_IF_ERROR(status);
    started_(round.name);
  }
  return absl::OkStatus();
}

}  // namespace twinaid::core
