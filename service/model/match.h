// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One need, one offer, a quantity: from proposal to receipt.
#ifndef TWINAID_SERVICE_MODEL_MATCH_H_
#define TWINAID_SERVICE_MODEL_MATCH_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/ids.h"
#include "service/model/item.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/quantity.h"
#include "service/model/supply_state.h"

namespace twinaid::model {

enum class MatchOrigin { kRound = 1, kManual, kRecorded };
enum class MatchState {
  kProposed = 1,
  kAccepted,
  kDispatched,
  kReceived,
  kDeclined,
  kWithdrawn,
  kLapsed,
  kCancelled,
  kLost
};
enum class Side { kDonor = 1, kRecipient, kBoth };
enum class Answer { kPending = 1, kAccepted, kDeclined };

// What rounds do not propose together again because of how a match ended.
enum class Apart {
  kNobody = 1,
  kNeedAndOffer,  // this need and this offer
  kPlaces         // the two places, in the scheme of the match's round
};

// What one side said.
struct Decision {
  Answer answer = Answer::kPending;
  std::string principal;      // who recorded it; empty while pending
  bool by_telephone = false;  // recorded for the office
  std::optional<absl::Time> time;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// A paper that goes with what is sent or received; kept elsewhere.
struct Document {
  std::string title;  // "customs declaration"
  std::string uri;    // https://..., or a number in somebody's files
  friend bool operator==(const Document&, const Document&) = default;
};
inline constexpr int kMaxDocuments = 20;

struct Dispatch {
  absl::Time time;
  BaseUnits quantity;
  std::string carrier;
  std::string reference;
  std::vector<Document> documents;
  friend bool operator==(const Dispatch&, const Dispatch&) = default;
};

// A part that was dispatched and did not arrive as it should.
struct Missing {
  BaseUnits quantity;
  Reason reason = Reason::kOther;
  std::string note;
  friend bool operator==(const Missing&, const Missing&) = default;
};

struct Receipt {
  absl::Time time;
  BaseUnits received;
  std::vector<Missing> missing;
  std::string note;
  std::vector<Document> documents;
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

// Where the goods of a match go. Seen by its two sides only.
struct Consignee {
  std::string name;
  std::string address;
  std::string telephone;  // as of a contact
  std::string email;      // as of a contact
  std::string note;
  friend bool operator==(const Consignee&, const Consignee&) = default;
};
// INVALID_ARGUMENT with the field path. An empty one is fine: it is taken away.
absl::Status Validate(const Consignee& consignee);
// INVALID_ARGUMENT: too many, or one without a title. `field`: their path.
absl::Status Validate(const std::vector<Document>& documents,
                      absl::string_view field);

struct Match {
  using Key = MatchId;

  MatchId id;
  NeedName need;
  OfferName offer;
  ItemId need_item;
  ItemId offer_item;          // differs for a substitute
  int quality_percent = 100;  // of the substitute
  BaseUnits quantity;
  MatchOrigin origin = MatchOrigin::kRound;
  PairingName pairing;  // may be empty
  RoundName round;      // may be empty
  int rung = 0;         // 0: by hand
  MatchState state = MatchState::kProposed;
  Decision donor_decision;
  Decision recipient_decision;
  std::vector<Dispatch> dispatches;
  std::vector<Receipt> receipts;
  bool dispatch_final = false;  // nothing more will be sent
  Reason end_reason = Reason::kNone;
  std::string end_note;
  std::optional<absl::Time> answer_by;  // when a proposal lapses
  Apart keeps_apart = Apart::kNobody;
  // It was declined because of the substitute: the need is not offered that
  // item again, from anybody, until this is reconsidered.
  bool substitute_refused = false;
  Category category = Category::kSupplies;  // of need_item
  std::string currency;                     // of money; empty for goods
  // The earlier match of the same need whose missing part this one makes good.
  MatchId replaces;  // may be empty
  Consignee consignee;
  Meta meta;

  const Key& key() const { return id; }
  const PlaceId& donor_place() const { return offer.parent; }
  const PlaceId& recipient_place() const { return need.parent; }
  BaseUnits dispatched() const;
  BaseUnits received() const;
  BaseUnits missing() const;
  BaseUnits in_transit() const { return dispatched() - received() - missing(); }
  bool is_substitute() const { return need_item != offer_item; }
  bool is_live() const {
    return state == MatchState::kProposed || state == MatchState::kAccepted ||
           state == MatchState::kDispatched;
  }
  friend bool operator==(const Match&, const Match&) = default;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_MATCH_H_
