// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/enum_names.h"

#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/notice.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "service/model/supply_state.h"

namespace twinaid::model {
namespace {

template <typename Enum>
using Word = std::pair<Enum, const char*>;

// The words of an enum, in order: one overload each.
template <typename Enum>
struct Words;

#define TWINAID_WORDS(Enum, ...)                                  \
  template <>                                                     \
  struct Words<Enum> {                                            \
    static constexpr Word<Enum> kAll[] = {__VA_ARGS__};           \
  };                                                              \
  }                                                               \
  template absl::string_view WordOf<Enum>(Enum);                  \
  template std::optional<Enum> FromWord<Enum>(absl::string_view); \
  template std::string AllWords<Enum>();                          \
  namespace {

}  // namespace

template <typename Enum>
absl::string_view WordOf(Enum value) {
  for (const auto& [candidate, word] : Words<Enum>::kAll) {
    if (candidate == value) return word;
  }
  return "unknown";
}

template <typename Enum>
std::optional<Enum> FromWord(absl::string_view word) {
  for (const auto& [value, candidate] : Words<Enum>::kAll) {
    if (word == candidate) return value;
  }
  return std::nullopt;
}

template <typename Enum>
std::string AllWords() {
  std::string all;
  for (const auto& [value, word] : Words<Enum>::kAll) {
    absl::StrAppend(&all, all.empty() ? "" : ", ", word);
  }
  return all;
}

namespace {

TWINAID_WORDS(PlaceKind, {PlaceKind::kCountry, "country"},
              {PlaceKind::kProvince, "province"}, {PlaceKind::kState, "state"},
              {PlaceKind::kMunicipality, "municipality"},
              {PlaceKind::kCity, "city"},
              {PlaceKind::kPrefecture, "prefecture"},
              {PlaceKind::kCounty, "county"},
              {PlaceKind::kDistrict, "district"})
TWINAID_WORDS(LinkKind,
              {LinkKind::kSisterProvinceState, "sister_province_state"},
              {LinkKind::kSisterCity, "sister_city"},
              {LinkKind::kCounterpartSupport, "counterpart_support"},
              {LinkKind::kFriendlyExchange, "friendly_exchange"})
TWINAID_WORDS(LinkState, {LinkState::kActive, "active"},
              {LinkState::kSuspended, "suspended"})
TWINAID_WORDS(OrganizationKind,
              {OrganizationKind::kMunicipalOffice, "municipal_office"},
              {OrganizationKind::kNgo, "ngo"},
              {OrganizationKind::kFoundation, "foundation"},
              {OrganizationKind::kCompany, "company"},
              {OrganizationKind::kHospital, "hospital"},
              {OrganizationKind::kUniversity, "university"},
              {OrganizationKind::kChamber, "chamber"},
              {OrganizationKind::kAssociation, "association"},
              {OrganizationKind::kAgency, "agency"},
              {OrganizationKind::kIndividual, "individual"})
TWINAID_WORDS(Category, {Category::kSupplies, "supplies"},
              {Category::kFunds, "funds"}, {Category::kPersonnel, "personnel"},
              {Category::kExpertise, "expertise"},
              {Category::kMoralSupport, "moral_support"})
TWINAID_WORDS(Urgency, {Urgency::kCritical, "critical"},
              {Urgency::kHigh, "high"}, {Urgency::kMedium, "medium"},
              {Urgency::kLow, "low"})
TWINAID_WORDS(SubstitutePolicy, {SubstitutePolicy::kNone, "none"},
              {SubstitutePolicy::kAny, "any"},
              {SubstitutePolicy::kListed, "listed"})
TWINAID_WORDS(NeedState, {NeedState::kOpen, "open"},
              {NeedState::kPartiallyCovered, "partially_covered"},
              {NeedState::kCovered, "covered"},
              {NeedState::kFulfilled, "fulfilled"},
              {NeedState::kWithdrawn, "withdrawn"},
              {NeedState::kExpired, "expired"})
TWINAID_WORDS(OfferState, {OfferState::kOpen, "open"},
              {OfferState::kCommitted, "committed"},
              {OfferState::kExhausted, "exhausted"},
              {OfferState::kWithdrawn, "withdrawn"},
              {OfferState::kExpired, "expired"})
TWINAID_WORDS(Closed, {Closed::kNo, "no"}, {Closed::kWithdrawn, "withdrawn"},
              {Closed::kExpired, "expired"})
TWINAID_WORDS(Reason, {Reason::kNone, "none"},
              {Reason::kNoLongerNeeded, "no_longer_needed"},
              {Reason::kNoLongerAvailable, "no_longer_available"},
              {Reason::kWrongItem, "wrong_item"}, {Reason::kQuality, "quality"},
              {Reason::kDocuments, "documents"}, {Reason::kTooLate, "too_late"},
              {Reason::kDuplicate, "duplicate"},
              {Reason::kPrefersOther, "prefers_other"},
              {Reason::kUnreachable, "unreachable"},
              {Reason::kDamaged, "damaged"},
              {Reason::kLostInTransit, "lost_in_transit"},
              {Reason::kCustoms, "customs"}, {Reason::kOther, "other"})
TWINAID_WORDS(Shape, {Shape::kCounterpart, "counterpart"},
              {Shape::kMutual, "mutual"})
TWINAID_WORDS(Tiers, {Tiers::kStrict, "strict"}, {Tiers::kWeighted, "weighted"})
TWINAID_WORDS(Pool, {Pool::kNone, "none"}, {Pool::kByValue, "value"},
              {Pool::kFair, "fair"})
TWINAID_WORDS(Keep, {Keep::kFixed, "fixed"}, {Keep::kTies, "ties"})
TWINAID_WORDS(RoundState, {RoundState::kRunning, "running"},
              {RoundState::kSucceeded, "succeeded"},
              {RoundState::kFailed, "failed"})
TWINAID_WORDS(StageKind, {StageKind::kStanding, "standing"},
              {StageKind::kCounterpart, "counterpart"},
              {StageKind::kMutual, "mutual"}, {StageKind::kPool, "pool"})
TWINAID_WORDS(UnmetReason, {UnmetReason::kNoTie, "no_tie"},
              {UnmetReason::kCounterpartPending, "counterpart_pending"},
              {UnmetReason::kNoOffer, "no_offer"},
              {UnmetReason::kSubstituteNotAccepted, "substitute_not_accepted"},
              {UnmetReason::kCurrency, "currency"},
              {UnmetReason::kQuality, "quality"},
              {UnmetReason::kDirectedElsewhere, "directed_elsewhere"},
              {UnmetReason::kDeclinedTogether, "declined_together"},
              {UnmetReason::kOfferWindow, "offer_window"},
              {UnmetReason::kTooLate, "too_late"},
              {UnmetReason::kExpiresBeforeArrival, "expires_before_arrival"},
              {UnmetReason::kMinimumLot, "minimum_lot"},
              {UnmetReason::kPlaceNotPaired, "place_not_paired"},
              {UnmetReason::kStockUsedUp, "stock_used_up"},
              {UnmetReason::kNotConfirmed, "not_confirmed"},
              {UnmetReason::kWaitsForRung, "waits_for_rung"})
TWINAID_WORDS(PairingState, {PairingState::kProposed, "proposed"},
              {PairingState::kActive, "active"},
              {PairingState::kEnded, "ended"})
TWINAID_WORDS(MatchOrigin, {MatchOrigin::kRound, "round"},
              {MatchOrigin::kManual, "manual"},
              {MatchOrigin::kRecorded, "recorded"})
TWINAID_WORDS(MatchState, {MatchState::kProposed, "proposed"},
              {MatchState::kAccepted, "accepted"},
              {MatchState::kDispatched, "dispatched"},
              {MatchState::kReceived, "received"},
              {MatchState::kDeclined, "declined"},
              {MatchState::kWithdrawn, "withdrawn"},
              {MatchState::kLapsed, "lapsed"},
              {MatchState::kCancelled, "cancelled"},
              {MatchState::kLost, "lost"})
TWINAID_WORDS(Apart, {Apart::kNobody, "nobody"},
              {Apart::kNeedAndOffer, "need_and_offer"},
              {Apart::kPlaces, "places"})
TWINAID_WORDS(LetterKind, {LetterKind::kSupport, "support"},
              {LetterKind::kThanks, "thanks"})
TWINAID_WORDS(NoticeChannel, {NoticeChannel::kWebhook, "webhook"},
              {NoticeChannel::kEmail, "email"})
TWINAID_WORDS(NoticeState, {NoticeState::kWaiting, "waiting"},
              {NoticeState::kGivenUp, "given_up"})
TWINAID_WORDS(Side, {Side::kDonor, "donor"}, {Side::kRecipient, "recipient"},
              {Side::kBoth, "both"})
TWINAID_WORDS(Answer, {Answer::kPending, "pending"},
              {Answer::kAccepted, "accepted"}, {Answer::kDeclined, "declined"})
TWINAID_WORDS(Role, {Role::kOffice, "office"},
              {Role::kCoordinator, "coordinator"},
              {Role::kIntegrator, "integrator"}, {Role::kAuditor, "auditor"},
              {Role::kAdmin, "admin"})

#undef TWINAID_WORDS

}  // namespace
}  // namespace twinaid::model
