// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/policy/policy.h"

#include <algorithm>

namespace twinaid::policy {
namespace {

using enum model::Role;

constexpr Roles kAnyone(kOffice, kCoordinator, kIntegrator, kAuditor, kAdmin);
constexpr Roles kKeepers(kOffice, kCoordinator, kIntegrator, kAdmin);
constexpr Roles kDeciders(kOffice, kCoordinator, kAdmin);
constexpr Roles kCoordinators(kCoordinator, kAdmin);
constexpr Roles kReviewers(kAuditor, kAdmin);
constexpr Roles kAdmins(kAdmin);

std::vector<Rule> MakeTable() {
  using G = Ground;
  std::vector<Rule> table = {
      // The registry is the common ground: everybody reads it.
      {"twinaid.v1.RegistryService/GetPlace", kAnyone, {}},
      {"twinaid.v1.RegistryService/ListPlaces", kAnyone, {}},
      {"twinaid.v1.RegistryService/CreatePlace", kAdmins, {}},
      {"twinaid.v1.RegistryService/BatchCreatePlaces", kAdmins, {}},
      // Its parent decides who is granted what lies inside.
      {"twinaid.v1.RegistryService/UpdatePlace", kAdmins, {}},
      {"twinaid.v1.RegistryService/DeletePlace", kAdmins, {}},
      {"twinaid.v1.RegistryService/GetSisterLink", kAnyone, {}},
      {"twinaid.v1.RegistryService/ListSisterLinks", kAnyone, {}},
      {"twinaid.v1.RegistryService/CreateSisterLink", kAdmins, {}},
      {"twinaid.v1.RegistryService/BatchCreateSisterLinks", kAdmins, {}},
      {"twinaid.v1.RegistryService/UpdateSisterLink", kAdmins, {}},
      {"twinaid.v1.RegistryService/DeleteSisterLink", kAdmins, {}},
      {"twinaid.v1.RegistryService/GetOrganization", kAnyone, {}},
      {"twinaid.v1.RegistryService/ListOrganizations", kAnyone, {}},
      {"twinaid.v1.RegistryService/CreateOrganization",
       kKeepers,
       {{G::kPlace, "organization.seat"}}},
      {"twinaid.v1.RegistryService/BatchCreateOrganizations",
       kKeepers,
       {{G::kPlace, "requests.organization.seat"}}},
      {"twinaid.v1.RegistryService/UpdateOrganization",
       kKeepers,
       {{G::kOrganization, "organization.name"},
        {G::kPlace, "organization.seat"}}},
      {"twinaid.v1.RegistryService/DeleteOrganization",
       kKeepers,
       {{G::kOrganization, "name"}}},
      {"twinaid.v1.RegistryService/GetItem", kAnyone, {}},
      {"twinaid.v1.RegistryService/ListItems", kAnyone, {}},
      {"twinaid.v1.RegistryService/CreateItem", kAdmins, {}},
      {"twinaid.v1.RegistryService/BatchCreateItems", kAdmins, {}},
      {"twinaid.v1.RegistryService/UpdateItem", kAdmins, {}},
      {"twinaid.v1.RegistryService/DeleteItem", kAdmins, {}},

      {"twinaid.v1.InventoryService/GetNeed", kAnyone, {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/ListNeeds",
       kAnyone,
       {{G::kPlaceOrFilter, "parent"}}},
      {"twinaid.v1.InventoryService/CreateNeed",
       kKeepers,
       {{G::kPlace, "parent"}}},
      {"twinaid.v1.InventoryService/BatchCreateNeeds",
       kKeepers,
       {{G::kBatchPlaces, "parent"}}},
      {"twinaid.v1.InventoryService/UpdateNeed",
       kKeepers,
       {{G::kPlace, "need.name"}}},
      {"twinaid.v1.InventoryService/WithdrawNeed",
       kKeepers,
       {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/ConfirmNeed",
       kKeepers,
       {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/GetOffer", kAnyone, {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/ListOffers",
       kAnyone,
       {{G::kPlaceOrFilter, "parent"}}},
      {"twinaid.v1.InventoryService/CreateOffer",
       kKeepers,
       {{G::kPlace, "parent"}}},
      {"twinaid.v1.InventoryService/BatchCreateOffers",
       kKeepers,
       {{G::kBatchPlaces, "parent"}}},
      {"twinaid.v1.InventoryService/UpdateOffer",
       kKeepers,
       {{G::kPlace, "offer.name"}}},
      {"twinaid.v1.InventoryService/WithdrawOffer",
       kKeepers,
       {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/AdjustOffer",
       kKeepers,
       {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/ConfirmOffer",
       kKeepers,
       {{G::kPlace, "name"}}},
      {"twinaid.v1.InventoryService/GetInventory",
       kAnyone,
       {{G::kPlace, "place"}}},

      {"twinaid.v1.MatchingService/GetScheme", kAnyone, {}},
      {"twinaid.v1.MatchingService/ListSchemes", kAnyone, {}},
      {"twinaid.v1.MatchingService/CreateScheme", kAdmins, {}},
      // Its participants decide whose needs and offers a round sees.
      {"twinaid.v1.MatchingService/UpdateScheme", kAdmins, {}},
      {"twinaid.v1.MatchingService/CreateRound",
       kCoordinators,
       {{G::kScheme, "parent"}}},
      {"twinaid.v1.MatchingService/GetRound", kAnyone, {{G::kScheme, "name"}}},
      {"twinaid.v1.MatchingService/ListRounds",
       kAnyone,
       {{G::kScheme, "parent"}}},
      {"twinaid.v1.MatchingService/ListUnmetNeeds",
       kAnyone,
       {{G::kSchemeOrFilter, "parent"}}},
      {"twinaid.v1.MatchingService/GetPairing",
       kAnyone,
       {{G::kPairing, "name"}}},
      {"twinaid.v1.MatchingService/ListPairings",
       kAnyone,
       {{G::kSchemeOrFilter, "parent"}}},
      {"twinaid.v1.MatchingService/EndPairing",
       kCoordinators,
       {{G::kPairing, "name"}}},
      {"twinaid.v1.MatchingService/ExplainPairing",
       kAnyone,
       {{G::kPairing, "name"}}},
      {"twinaid.v1.MatchingService/ExplainNeed",
       kAnyone,
       {{G::kPlace, "need"}}},
      {"twinaid.v1.MatchingService/SuggestOffers",
       kAnyone,
       {{G::kPlace, "need"}}},
      {"twinaid.v1.MatchingService/SuggestNeeds",
       kAnyone,
       {{G::kPlace, "offer"}}},
      {"twinaid.v1.MatchingService/CompareRounds",
       kAnyone,
       {{G::kScheme, "round"}, {G::kScheme, "base"}}},

      {"twinaid.v1.AssistanceService/GetMatch", kAnyone, {{G::kMatch, "name"}}},
      {"twinaid.v1.AssistanceService/ListMatches",
       kAnyone,
       {{G::kMatchFilter, "filter"}}},
      {"twinaid.v1.AssistanceService/GetInbox",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.AssistanceService/CreateMatch",
       kCoordinators,
       {{G::kNewMatch, "match"}}},
      {"twinaid.v1.AssistanceService/AcceptMatch",
       kDeciders,
       {{G::kMatchSide, "name"}}},
      {"twinaid.v1.AssistanceService/DeclineMatch",
       kDeciders,
       {{G::kMatchSide, "name"}}},
      {"twinaid.v1.AssistanceService/WithdrawMatch",
       kCoordinators,
       {{G::kMatch, "name"}}},
      {"twinaid.v1.AssistanceService/ReconsiderMatch",
       kDeciders,
       {{G::kMatchSide, "name"}}},
      {"twinaid.v1.AssistanceService/CancelMatch",
       kDeciders,
       {{G::kMatch, "name"}}},
      {"twinaid.v1.AssistanceService/DispatchMatch",
       kKeepers,
       {{G::kMatchDonor, "name"}}},
      {"twinaid.v1.AssistanceService/ReceiveMatch",
       kKeepers,
       {{G::kMatchRecipient, "name"}}},

      // Whom to ring up is for those who have to do with each other.
      {"twinaid.v1.CorrespondenceService/GetContacts",
       kKeepers,
       {{G::kOrganization, "organization"}}},
      {"twinaid.v1.CorrespondenceService/GetMatchContacts",
       kKeepers,
       {{G::kMatch, "match"}}},
      {"twinaid.v1.CorrespondenceService/SetConsignee",
       kKeepers,
       {{G::kMatchRecipient, "match"}}},
      {"twinaid.v1.CorrespondenceService/CreateLetter",
       kKeepers,
       {{G::kPlace, "letter.from"}}},
      {"twinaid.v1.CorrespondenceService/GetLetter",
       kAnyone,
       {{G::kLetter, "name"}}},
      {"twinaid.v1.CorrespondenceService/ListLetters",
       kAnyone,
       {{G::kPlace, "place"}}},

      {"twinaid.v1.LedgerService/ListEvents",
       kAnyone,
       {{G::kEventFilter, "filter"}}},
      {"twinaid.v1.LedgerService/WatchEvents",
       kAnyone,
       {{G::kEventFilter, "filter"}}},
      // Whoever keeps a head can show that the ledger was changed.
      {"twinaid.v1.LedgerService/GetLedgerHead", kAnyone, {}},
      {"twinaid.v1.LedgerService/VerifyLedger", kReviewers, {}},

      {"twinaid.v1.ReportService/ListCoverage",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.ReportService/ListOpenNeeds",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.ReportService/ListDeliveries",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.ReportService/ListBalances",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.ReportService/ListDonations",
       kAnyone,
       {{G::kPlace, "place"}}},
      {"twinaid.v1.ReportService/ListContributions",
       kAnyone,
       {{G::kSchemeOrDonor, "scheme"}}},

      {"twinaid.v1.AdminService/WhoAmI", kAnyone, {}},
      {"twinaid.v1.AdminService/GetPrincipal",
       kAnyone,
       {{G::kSelfToRead, "name"}}},
      {"twinaid.v1.AdminService/ListPrincipals", kReviewers, {}},
      {"twinaid.v1.AdminService/CreatePrincipal", kAdmins, {}},
      {"twinaid.v1.AdminService/UpdatePrincipal", kAdmins, {}},
      {"twinaid.v1.AdminService/ListTokens",
       kAnyone,
       {{G::kSelfToRead, "parent"}}},
      {"twinaid.v1.AdminService/CreateToken", kAdmins, {}},
      {"twinaid.v1.AdminService/CreateBackup", kAdmins, {}},
      {"twinaid.v1.AdminService/RotateToken", kAnyone, {{G::kSelf, "name"}}},
      {"twinaid.v1.AdminService/RevokeToken", kAnyone, {{G::kSelf, "name"}}},
  };
  std::sort(table.begin(), table.end(),
            [](const Rule& a, const Rule& b) { return a.method < b.method; });
  return table;
}

}  // namespace

const std::vector<Rule>& PolicyTable() {
  static const auto& table = *new std::vector<Rule>(MakeTable());
  return table;
}

const Rule* FindRule(absl::string_view method) {
  const std::vector<Rule>& table = PolicyTable();
  const auto at = std::lower_bound(
      table.begin(), table.end(), method,
      [](const Rule& rule, absl::string_view m) { return rule.method < m; });
  return at != table.end() && at->method == method ? &*at : nullptr;
}

}  // namespace twinaid::policy
