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

// What refers to other resources is there, and the values make sense together.
absl::Status CheckNeed(const View& v, model::Need& need) {
  TWINAID_RETURN_IF_ERROR(
      Refer(v.tx.places(), need.name.parent, "place").status());
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           Refer(v.tx.items(), need.item, "item"));
  TWINAID_RETURN_IF_ERROR(model::Validate(need, item));
  TWINAID_ASSIGN_OR_RETURN(
      need.total,
      model::ToBaseUnits(need.quantity, item.base_content, "quantity"));
  for (std::size_t i = 0; i < need.listed_substitutes.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(Refer(v.tx.items(), need.listed_substitutes[i],
                                  absl::StrCat("listed_substitutes[", i, "]"))
                                .status());
  }
  if (!need.beneficiary.empty()) {
    TWINAID_RETURN_IF_ERROR(
        Refer(v.tx.organizations(), need.beneficiary, "beneficiary").status());
  }
  return absl::OkStatus();
}

absl::Status Note(Mutation& m, absl::string_view type, const model::Need& need,
                  std::map<std::string, std::string> details = {},
                  absl::string_view note = "") {
  details["item"] = model::ToName(need.item);
  details["total"] = absl::StrCat(need.total.value());
  details["urgency"] = std::string(model::WordOf(need.urgency));
  return Record(m, type, need.name.ToString(), {need.name.parent},
                std::move(details), note);
}

}  // namespace

absl::StatusOr<model::Need> GetNeed(const View& v,
                                    const model::NeedName& name) {
  return Require(v.tx.needs(), name);
}

absl::StatusOr<model::Need> CreateNeed(Mutation& m, model::Need need) {
  if (need.name.child.empty()) {
    need.name.child = model::NeedId::Trusted(m.ids.NewId("n"));
  }
  TWINAID_RETURN_IF_ERROR(CheckNeed(m.view(), need));
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.needs(), need.name));
  need.closed = model::Closed::kNo;
  need.confirm_time = m.now;
  need.tallies = {};
  need.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.needs().Insert(need));
  TWINAID_RETURN_IF_ERROR(Note(m, "need.created", need));
  return need;
}

absl::StatusOr<model::Need> UpdateNeed(Mutation& m, model::Need need,
                                       absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(model::Need before,
                           RequireFresh(m.tx.needs(), need.name, etag));
  if (before.closed != model::Closed::kNo) return model::NeedClosed(before);
  if (need.item != before.item) {
    return model::ItemImmutable(need.name.ToString(), before.item);
  }
  TWINAID_RETURN_IF_ERROR(CheckNeed(m.view(), need));
  if (need.total < before.covered()) {
    return model::QuantityBelowCovered(before, need.total);
  }
  need.closed = before.closed;
  need.confirm_time = before.confirm_time;
  need.tallies = before.tallies;
  need.meta = before.meta;
  if (need == before) return need;
  // Proposals that the new need does not take any more go first.
  TWINAID_RETURN_IF_ERROR(WithdrawUnfit(
      m, ProposalsOf(need.name), need.total - before.covered(),
      [&](const model::Match& match) -> absl::StatusOr<bool> {
        TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                                 Require(m.tx.offers(), match.offer));
        return CheckFit(m.view(), need, offer, DayOf(m.now), Days::kCheck).ok();
      }));
  TWINAID_ASSIGN_OR_RETURN(before, Require(m.tx.needs(), need.name));
  need.closed = before.closed;
  need.confirm_time = m.now;
  need.tallies = before.tallies;
  need.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(model::CheckInvariants(need));
  TWINAID_RETURN_IF_ERROR(m.tx.needs().Update(need));
  TWINAID_RETURN_IF_ERROR(Note(m, "need.updated", need));
  TWINAID_RETURN_IF_ERROR(LiftLapsed(m, need.name));
  return need;
}

absl::StatusOr<model::Need> WithdrawNeed(Mutation& m,
                                         const model::NeedName& name,
                                         absl::string_view etag,
                                         model::Reason reason,
                                         absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Need need,
                           RequireFresh(m.tx.needs(), name, etag));
  if (need.closed != model::Closed::kNo) return model::NeedClosed(need);
  if (need.tallies.committed.value() + need.tallies.in_transit.value() > 0) {
    return model::NeedUnderWay(need);
  }
  TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "need_withdrawn"));
  TWINAID_ASSIGN_OR_RETURN(need, Require(m.tx.needs(), name));
  need.closed = model::Closed::kWithdrawn;
  need.meta = EditedMeta(need.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.needs().Update(need));
  TWINAID_RETURN_IF_ERROR(Note(m, "need.withdrawn", need,
                               {{"reason", std::string(model::WordOf(reason))}},
                               note));
  return need;
}

}  // namespace twinaid::core
