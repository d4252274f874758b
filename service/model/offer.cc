// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/offer.h"

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr int kMaxLeadDays = 3650;
constexpr int kMaxCertificates = 50;

absl::Status CheckDays(const Offer& offer) {
  const auto text = [](absl::CivilDay day) {
    return absl::FormatCivilTime(day);
  };
  if (offer.available_from.has_value() && offer.available_until.has_value() &&
      *offer.available_until < *offer.available_from) {
    return InvalidValue("available_until", text(*offer.available_until),
                        absl::StrCat("on or after available_from, ",
                                     text(*offer.available_from)),
                        absl::StrCat("不早于 available_from（",
                                     text(*offer.available_from), "）的日期"));
  }
  if (offer.available_from.has_value() && offer.expires.has_value() &&
      *offer.expires < *offer.available_from) {
    return InvalidValue("expires", text(*offer.expires),
                        absl::StrCat("on or after available_from, ",
                                     text(*offer.available_from)),
                        absl::StrCat("不早于 available_from（",
                                     text(*offer.available_from), "）的日期"));
  }
  return CheckRange(offer.lead_days, "lead_days", 0, kMaxLeadDays);
}

}  // namespace

OfferState Offer::state() const {
  if (closed == Closed::kWithdrawn) return OfferState::kWithdrawn;
  if (closed == Closed::kExpired) return OfferState::kExpired;
  const BaseUnits promised = tallies.committed + tallies.dispatched;
  if (promised == total) return OfferState::kExhausted;
  if (promised > BaseUnits(0)) return OfferState::kCommitted;
  return OfferState::kOpen;
}

absl::Status Validate(const Offer& offer, const Item& item) {
  const absl::StatusOr<BaseUnits> total =
      ToBaseUnits(offer.quantity, item.base_content, "quantity");
  if (!total.ok()) return total.status();
  if (offer.min_lot.has_value()) {
    TWINAID_RETURN_IF_ERROR(CheckRange(offer.min_lot->value(), "min_lot", 1,
                                       offer.quantity.value()));
  }
  TWINAID_RETURN_IF_ERROR(CheckDays(offer));
  if (!offer.directed_to.empty() && offer.directed_to == offer.name.parent) {
    return InvalidValue("directed_to", offer.directed_to.value(),
                        "another place than the one that offers",
                        "供给方以外的地方");
  }
  TWINAID_RETURN_IF_ERROR(CheckCurrency(offer.currency, item.is_money()));
  TWINAID_RETURN_IF_ERROR(
      CheckRange(static_cast<std::int64_t>(offer.certificates.size()),
                 "certificates", 0, kMaxCertificates));
  for (std::size_t i = 0; i < offer.certificates.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(CheckRequiredName(
        offer.certificates[i], absl::StrCat("certificates[", i, "]")));
  }
  TWINAID_RETURN_IF_ERROR(CheckText(offer.note, "note", kMaxNoteBytes));
  return CheckLanguage(offer.note_language, "note_language");
}

absl::Status CheckInvariants(const Offer& offer) {
  const OfferTallies& t = offer.tallies;
  const BaseUnits zero;
  if (t.proposed < zero || t.committed < zero || t.dispatched < zero) {
    return BrokenInvariant(offer.name.ToString(), "no quantity is negative");
  }
  if (t.proposed + t.committed + t.dispatched > offer.total) {
    return BrokenInvariant(offer.name.ToString(),
                           "an offer is never over-promised");
  }
  return absl::OkStatus();
}

}  // namespace twinaid::model
