// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Reports on what arrived: deliveries, balances, donations.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "service/core/report_sums.h"
#include "service/core/reports.h"
#include "service/core/rows.h"
#include "service/model/sister_link.h"

namespace twinaid::core {
namespace {

// The active or suspended link between two places, the closest kind first, then
// by id.
absl::StatusOr<model::SisterLinkId> LinkBetween(const View& v,
                                                const model::PlaceId& one,
                                                const model::PlaceId& other) {
  store::SisterLinkQuery query;
  query.place = one;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  const model::SisterLink* closest = nullptr;
  for (const model::SisterLink& link : links) {
    if (link.place_a != other && link.place_b != other) continue;
    if (closest == nullptr ||
        model::RungOf(link.kind) < model::RungOf(closest->kind)) {
      closest = &link;
    }
  }
  return closest == nullptr ? model::SisterLinkId() : closest->id;
}

bool IsWithin(absl::Time time, const DonationWish& wish) {
  const absl::CivilDay day = DayOf(time);
  return (!wish.since || day >= *wish.since) &&
         (!wish.until || day <= *wish.until);
}

// Which of the two places the row is told from.
bool IsGiver(const model::Match& match, const Scope& scope) {
  return scope ? match.donor_place() == *scope
               : match.donor_place() < match.recipient_place();
}

}  // namespace

absl::StatusOr<std::vector<Delivery>> ReportDeliveries(const View& v,
                                                       const Scope& scope) {
  using Key = std::tuple<absl::CivilMonth, model::ItemId, std::string>;
  std::map<Key, Delivery> rows;
  TWINAID_ASSIGN_OR_RETURN(const Places places, PlacesOf(v, scope));
  TWINAID_RETURN_IF_ERROR(
      ForEachArrived(v, places, [&](const Arrived& a) -> absl::Status {
        if (!Has(places, a.match.recipient_place())) return absl::OkStatus();
        std::set<absl::CivilMonth> months;
        for (const model::Receipt& receipt : a.match.receipts) {
          if (receipt.received.value() == 0) continue;
          const absl::CivilMonth month = MonthOf(receipt.time);
          Delivery& row = rows[Key(month, a.match.offer_item, a.currency)];
          row.month = month;
          row.item = a.match.offer_item;
          row.currency = a.currency;
          if (months.insert(month).second) ++row.matches;
          TWINAID_RETURN_IF_ERROR(
              AddTo(row.received, receipt.received, row.item));
        }
        return absl::OkStatus();
      }));
  std::vector<Delivery> sorted;
  sorted.reserve(rows.size());
  for (auto& [key, row] : rows) sorted.push_back(std::move(row));
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [](const Delivery& a, const Delivery& b) { return a.month > b.month; });
  return sorted;
}

absl::StatusOr<std::vector<Balance>> ReportBalances(
    const View& v, const Scope& scope,
    const std::optional<model::PlaceId>& partner) {
  using Two = std::pair<model::PlaceId, model::PlaceId>;
  using Key = std::tuple<model::PlaceId, model::PlaceId, absl::CivilMonth,
                         model::ItemId, std::string>;
  std::map<Key, Balance> rows;
  std::map<Two, model::SisterLinkId> links;
  std::map<model::ItemId, model::Category> categories;
  Places places;
  if (scope) {
    TWINAID_RETURN_IF_ERROR(Require(v.tx.places(), *scope).status());
    places = std::set<model::PlaceId>{*scope};
  }
  TWINAID_RETURN_IF_ERROR(
      ForEachArrived(v, places, [&](const Arrived& a) -> absl::Status {
        const bool gives = IsGiver(a.match, scope);
        Two two = {a.match.donor_place(), a.match.recipient_place()};
        if (!gives) std::swap(two.first, two.second);
        if (partner && two.second != *partner) return absl::OkStatus();
        if (!links.contains(two)) {
          TWINAID_ASSIGN_OR_RETURN(links[two],
                                   LinkBetween(v, two.first, two.second));
        }
        const model::ItemId& item = a.match.offer_item;
        if (!categories.contains(item)) {
          TWINAID_ASSIGN_OR_RETURN(const model::Item row,
                                   Require(v.tx.items(), item));
          categories[item] = row.category;
        }
        for (const model::Receipt& receipt : a.match.receipts) {
          if (receipt.received.value() == 0) continue;
          const absl::CivilMonth month = MonthOf(receipt.time);
          Balance& row =
              rows[Key(two.first, two.second, month, item, a.currency)];
          row.place = two.first;
          row.partner = two.second;
          row.link = links[two];
          row.month = month;
          row.item = item;
          row.category = categories[item];
          row.currency = a.currency;
          TWINAID_RETURN_IF_ERROR(
              AddTo(gives ? row.given : row.received, receipt.received, item));
        }
        return absl::OkStatus();
      }));
  std::vector<Balance> sorted;
  sorted.reserve(rows.size());
  for (auto& [key, row] : rows) sorted.push_back(std::move(row));
  return sorted;
}

absl::StatusOr<std::vector<Donation>> ReportDonations(
    const View& v, const Scope& scope, const DonationWish& wish) {
  TWINAID_ASSIGN_OR_RETURN(const Places places, PlacesOf(v, scope));
  std::vector<Donation> donations;
  TWINAID_RETURN_IF_ERROR(
      ForEachArrived(v, places, [&](const Arrived& a) -> absl::Status {
        const bool gave = wish.side != model::Side::kRecipient &&
                          Has(places, a.match.donor_place());
        const bool got = wish.side != model::Side::kDonor &&
                         Has(places, a.match.recipient_place());
        if (!gave && !got) return absl::OkStatus();
        if (wish.item && a.match.offer_item != *wish.item) {
          return absl::OkStatus();
        }
        Donation donation;
        for (const model::Receipt& receipt : a.match.receipts) {
          if (receipt.received.value() == 0) continue;
          if (!IsWithin(receipt.time, wish)) continue;
          donation.quantity += receipt.received;
          donation.received_time = receipt.time;
        }
        if (donation.quantity.value() == 0) return absl::OkStatus();
        donation.match = a.match;
        donation.donor = a.donor;
        donation.beneficiary = a.beneficiary;
        donation.currency = a.currency;
        donations.push_back(std::move(donation));
        return absl::OkStatus();
      }));
  std::sort(donations.begin(), donations.end(),
            [](const Donation& a, const Donation& b) {
              return std::tie(a.received_time, a.match.id) <
                     std::tie(b.received_time, b.match.id);
            });
  return donations;
}

}  // namespace twinaid::core
