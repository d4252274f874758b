// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/apart.h"
#include "service/core/assistance.h"
#include "service/core/compatibility.h"
#include "service/core/inventory.h"
#include "service/core/ledger.h"
#include "service/core/proposals.h"
#include "service/core/rows.h"
#include "service/model/enum_names.h"
#include "service/model/supply_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

absl::Status CheckOffer(const View& v, model::Offer& offer) {
  TWINAID_RETURN_IF_ERROR(
      Refer(v.tx.places(), offer.name.parent, "place").status());
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           Refer(v.tx.items(), offer.item, "item"));
  TWINAID_RETURN_IF_ERROR(model::Validate(offer, item));
  TWINAID_ASSIGN_OR_RETURN(
      offer.total,
      model::ToBaseUnits(offer.quantity, item.base_content, "quantity"));
  if (!offer.directed_to.empty()) {
    TWINAID_RETURN_IF_ERROR(
        Refer(v.tx.places(), offer.directed_to, "directed_to").status());
  }
  if (!offer.donor.empty()) {
    TWINAID_RETURN_IF_ERROR(
        Refer(v.tx.organizations(), offer.donor, "donor").status());
  }
  return absl::OkStatus();
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Offer& offer,
                  std::map<std::string, std::string> details = {},
                  absl::string_view note = "") {
  details["item"] = model::ToName(offer.item);
  details["total"] = absl::StrCat(offer.total.value());
  return Record(m, type, offer.name.ToString(),
                {offer.name.parent, offer.directed_to}, std::move(details),
                note);
}

model::BaseUnits PromisedOf(const model::Offer& offer) {
  return offer.tallies.committed + offer.tallies.dispatched;
}

// Whether callers would change nothing.
bool SaysTheSame(const model::Offer& before, model::Offer offer) {
  offer.closed = before.closed;
  offer.confirm_time = before.confirm_time;
  offer.tallies = before.tallies;
  offer.meta = before.meta;
  return offer == before;
}

// Stores `offer` in the place of `before`, after the proposals that it does not
// bear any more were withdrawn.
absl::StatusOr<model::Offer> Replace(Mutation& m, const model::Offer& before,
                                     model::Offer offer) {
  if (offer.total < PromisedOf(before)) {
    return model::QuantityBelowPromised(before, offer.total);
  }
  TWINAID_RETURN_IF_ERROR(WithdrawUnfit(
      m, ProposalsOf(offer.name), offer.total - PromisedOf(before),
      [&](const model::Match& match) -> absl::StatusOr<bool> {
        TWINAID_ASSIGN_OR_RETURN(const model::Need need,
                                 Require(m.tx.needs(), match.need));
        return CheckFit(m.view(), need, offer, DayOf(m.now), Days::kCheck).ok();
      }));
  TWINAID_ASSIGN_OR_RETURN(const model::Offer now,
                           Require(m.tx.offers(), offer.name));
  offer.closed = now.closed;
  offer.confirm_time = m.now;
  offer.tallies = now.tallies;
  offer.meta = EditedMeta(now.meta, m.now);
  TWINAID_RETURN_IF_ERROR(model::CheckInvariants(offer));
  TWINAID_RETURN_IF_ERROR(m.tx.offers().Update(offer));
  return offer;
}

absl::Status CheckAdjustment(const Adjustment& adjustment) {
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(adjustment.note, "note", model::kMaxNoteBytes));
  const bool one =
      adjustment.quantity.has_value() != adjustment.delta.has_value();
  if (one && (!adjustment.delta || adjustment.delta->value() != 0)) {
    return absl::OkStatus();
  }
  return model::InvalidValue(
      "quantity", adjustment.quantity ? "quantity and delta" : "no change",
      "either quantity, the new stock, or delta, the change of it, not 0",
      "只填 quantity（新的库存）或 delta（变化量，不为 0）之一");
}

}  // namespace

absl::StatusOr<model::Offer> GetOffer(const View& v,
                                      const model::OfferName& name) {
  return Require(v.tx.offers(), name);
}

absl::StatusOr<model::Offer> CreateOffer(Mutation& m, model::Offer offer) {
  if (offer.name.child.empty()) {
    offer.name.child = model::OfferId::Trusted(m.ids.NewId("o"));
  }
  TWINAID_RETURN_IF_ERROR(CheckOffer(m.view(), offer));
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.offers(), offer.name));
  offer.closed = model::Closed::kNo;
  offer.confirm_time = m.now;
  offer.tallies = {};
  offer.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.offers().Insert(offer));
  TWINAID_RETURN_IF_ERROR(Note(m, "offer.created", offer));
  return offer;
}

absl::StatusOr<model::Offer> UpdateOffer(Mutation& m, model::Offer offer,
                                         absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Offer before,
                           RequireFresh(m.tx.offers(), offer.name, etag));
  if (before.closed != model::Closed::kNo) return model::OfferClosed(before);
  if (offer.item != before.item) {
    return model::ItemImmutable(offer.name.ToString(), before.item);
  }
  TWINAID_RETURN_IF_ERROR(CheckOffer(m.view(), offer));
  if (SaysTheSame(before, offer)) return before;
  TWINAID_ASSIGN_OR_RETURN(offer, Replace(m, before, std::move(offer)));
  TWINAID_RETURN_IF_ERROR(Note(m, "offer.updated", offer));
  TWINAID_RETURN_IF_ERROR(LiftLapsed(m, offer.name));
  return offer;
}

absl::StatusOr<model::Offer> AdjustOffer(Mutation& m,
                                         const model::OfferName& name,
                                         absl::string_view etag,
                                         const Adjustment& adjustment) {
  TWINAID_RETURN_IF_ERROR(CheckAdjustment(adjustment));
  TWINAID_ASSIGN_OR_RETURN(const model::Offer before,
                           RequireFresh(m.tx.offers(), name, etag));
  if (before.closed != model::Closed::kNo) return model::OfferClosed(before);
  model::Offer offer = before;
  if (adjustment.quantity) {
    offer.quantity = *adjustment.quantity;
  } else {
    // A delta beyond any quantity is out of range by itself; no overflow.
    TWINAID_RETURN_IF_ERROR(
        adjustment.delta->value() > model::kMaxBaseUnits ||
                adjustment.delta->value() < -model::kMaxBaseUnits
            ? model::OutOfRange("delta", adjustment.delta->value(),
                                -model::kMaxBaseUnits, model::kMaxBaseUnits)
            : absl::OkStatus());
    offer.quantity += *adjustment.delta;
  }
  TWINAID_RETURN_IF_ERROR(CheckOffer(m.view(), offer));
  if (SaysTheSame(before, offer)) return before;
  TWINAID_ASSIGN_OR_RETURN(offer, Replace(m, before, std::move(offer)));
  TWINAID_RETURN_IF_ERROR(
      Note(m, "offer.adjusted", offer,
           {{"before", absl::StrCat(before.total.value())},
            {"reason", std::string(model::WordOf(adjustment.reason))}},
           adjustment.note));
  TWINAID_RETURN_IF_ERROR(LiftLapsed(m, offer.name));
  return offer;
}

absl::StatusOr<model::Offer> WithdrawOffer(Mutation& m,
                                           const model::OfferName& name,
                                           absl::string_view etag,
                                           model::Reason reason,
                                           absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Offer offer,
                           RequireFresh(m.tx.offers(), name, etag));
  if (offer.closed != model::Closed::kNo) return model::OfferClosed(offer);
  if (offer.tallies.committed.value() > 0) return model::OfferUnderWay(offer);
  TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "offer_withdrawn"));
  TWINAID_ASSIGN_OR_RETURN(offer, Require(m.tx.offers(), name));
  offer.closed = model::Closed::kWithdrawn;
  offer.meta = EditedMeta(offer.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.offers().Update(offer));
  TWINAID_RETURN_IF_ERROR(Note(m, "offer.withdrawn", offer,
                               {{"reason", std::string(model::WordOf(reason))}},
                               note));
  return offer;
}

}  // namespace twinaid::core
