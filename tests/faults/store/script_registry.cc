// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places, links, organizations and items; principals and tokens.
#include "service/core/principals.h"
#include "service/core/registry.h"
#include "tests/faults/store/script.h"
#include "tests/service/core/world.h"

namespace twinaid::faults {
namespace {

using core::Mutation;

model::Organization Office(const std::string& id, const std::string& name) {
  model::Organization office;
  office.id = model::OrganizationId::Trusted(id);
  office.name_en = name;
  office.seat = core::PlaceNamed("wuxi");
  office.contacts = {{"Desk", "desk@example.org", "", "en", false}};
  return office;
}

model::Principal Clerk(const std::string& title) {
  model::Principal clerk;
  clerk.id = model::PrincipalId::Trusted("clerk");
  clerk.title = title;
  clerk.places = {core::PlaceNamed("wuxi")};
  return clerk;
}

}  // namespace

void WriteRegistry(Script& script) {
  const auto jinan = core::PlaceNamed("jinan");
  script.Add("CreatePlace", [](Mutation& m) {
    return core::CreatePlace(m, core::City("jinan"));
  });
  script.Add("UpdatePlace", [](Mutation& m) {
    model::Place place = core::City("jinan");
    place.name_zh = "济南";
    return core::UpdatePlace(m, place, "");
  });
  script.Add("CreateSisterLink", [](Mutation& m) {
    return core::CreateSisterLink(m, core::Sisters("lnk-2", "wuxi", "jinan"));
  });
  script.Add("UpdateSisterLink", [](Mutation& m) {
    model::SisterLink link = core::Sisters("lnk-2", "wuxi", "jinan");
    link.since_year = 1999;
    return core::UpdateSisterLink(m, link, "");
  });
  script.Add("DeleteSisterLink", [](Mutation& m) {
    return core::DeleteSisterLink(m, model::SisterLinkId::Trusted("lnk-2"), "");
  });
  script.Add("DeletePlace",
             [jinan](Mutation& m) { return core::DeletePlace(m, jinan, ""); });
  script.Add("CreateOrganization", [](Mutation& m) {
    return core::CreateOrganization(m, Office("office", "Office"));
  });
  script.Add("CreateOrganization-2", [](Mutation& m) {
    return core::CreateOrganization(m, Office("branch", "Branch"));
  });
  script.Add("UpdateOrganization", [](Mutation& m) {
    return core::UpdateOrganization(m, Office("office", "The Office"), "");
  });
  script.Add("DeleteOrganization", [](Mutation& m) {
    return core::DeleteOrganization(m, model::OrganizationId::Trusted("branch"),
                                    "");
  });
  script.Add("CreateItem", [](Mutation& m) {
    return core::CreateItem(m, core::Goods("tests", 5));
  });
  script.Add("CreateItems", [](Mutation& m) {
    model::Item coats = core::Goods("coats");
    coats.substitutes = {{core::ItemNamed("cloaks"), 80, ""}};
    return core::CreateItems(m, {coats, core::Goods("cloaks")});
  });
  script.Add("UpdateItem", [](Mutation& m) {
    model::Item tests = core::Goods("tests", 10);
    tests.note = "ten in a box";
    return core::UpdateItem(m, tests, "");
  });
  script.Add("DeleteItem", [](Mutation& m) {
    return core::DeleteItem(m, core::ItemNamed("tests"), "");
  });
}

void WritePrincipals(Script& script) {
  const auto clerk = model::PrincipalId::Trusted("clerk");
  script.Add("EnsureAdmin", [](Mutation& m) {
    return core::EnsureAdmin(
        m, false, [](const std::string&) { return absl::OkStatus(); });
  });
  script.Add("CreatePrincipal", [](Mutation& m) {
    return core::CreatePrincipal(m, Clerk("Clerk"));
  });
  script.Add("UpdatePrincipal", [](Mutation& m) {
    return core::UpdatePrincipal(m, Clerk("The clerk"), "");
  });
  script.Add("CreateToken", [clerk](Mutation& m) {
    return core::CreateToken(m, clerk, "desk", absl::Hours(1));
  });
  // Ids are made; there is one token.
  const auto its_token = [clerk](Mutation& m) {
    store::QueryOf<model::Token> of_clerk;
    const auto tokens = m.tx.tokens().List(of_clerk, std::nullopt, 0);
    model::TokenName name;
    if (!tokens.ok()) return name;
    for (const model::Token& token : *tokens) {
      if (token.principal == clerk && !token.revoke_time) name = token.name();
    }
    return name;
  };
  script.Add("RotateToken", [its_token](Mutation& m) {
    return core::RotateToken(m, its_token(m), absl::Hours(1),
                             absl::ZeroDuration());
  });
  script.Add("RevokeToken", [its_token](Mutation& m) {
    return core::RevokeToken(m, its_token(m));
  });
  script.Add("RecordFailedLogins", [](Mutation& m) {
    return core::RecordFailedLogins(m, model::TokenId(), "10.0.0.1", 3);
  });
}

}  // namespace twinaid::faults
