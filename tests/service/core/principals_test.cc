// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/principals.h"

#include <string>
#include <vector>

#include "service/core/login.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using model::PrincipalId;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

model::Principal Office(const std::string& id) {
  model::Principal principal;
  principal.id = PrincipalId::Trusted(id);
  principal.title = "Office";
  principal.places = {PlaceNamed("wuxi")};
  return principal;
}

class Principals : public World {
 protected:
  absl::StatusOr<model::Principal> Make(const model::Principal& principal) {
    return Do([&](Mutation& m) { return CreatePrincipal(m, principal); });
  }
  absl::StatusOr<model::Principal> Change(const model::Principal& principal) {
    return Do([&](Mutation& m) { return UpdatePrincipal(m, principal, ""); });
  }
  absl::StatusOr<NewToken> Token(const std::string& principal,
                                 absl::Duration lifetime = absl::Hours(1)) {
    return Do([&](Mutation& m) {
      return CreateToken(m, PrincipalId::Trusted(principal), "desk", lifetime);
    });
  }
  // Starts the server: the text of the token that it wrote, "" for none.
  std::string Start(bool always = false) {
    std::string kept;
    const auto made = Do([&](Mutation& m) {
      return EnsureAdmin(m, always, [&](const std::string& text) {
        kept = text;
        return absl::OkStatus();
      });
    });
    EXPECT_THAT(made, IsOkAndHolds(!kept.empty()));
    return kept;
  }
  // The reason of the refusal, or the principal's id.
  std::string Who(const std::string& token,
                  const std::string& address = "10.0.0.1") {
    const auto identity = login_.Identify("Bearer " + token, address);
    return identity.ok() ? identity->who.id.value()
                         : model::ReasonOf(identity.status());
  }

  Login login_{work_, clock_};
};

TEST_F(Principals, TheFirstStartMakesAnAdminAndNoOtherDoes) {
  const std::string token = Start();
  EXPECT_EQ(Who(token), "admin");
  EXPECT_EQ(Start(), "");
  const std::string another = Start(true);
  EXPECT_EQ(Who(another), "admin");
  EXPECT_EQ(Who(token), "admin") << "the old one is revoked by hand";
}

TEST_F(Principals, WhatCannotBeKeptIsNotStored) {
  const auto made = Do([&](Mutation& m) {
    return EnsureAdmin(m, false, [](const std::string&) {
      return absl::UnavailableError("no room");
    });
  });
  EXPECT_THAT(made, StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_NE(Start(), "");
}

TEST_F(Principals, AnAdminThatWasDisabledComesBackByANewStart) {
  Start();
  model::Principal other = Office("other");
  other.role = model::Role::kAdmin;
  other.places.clear();
  ASSERT_THAT(Make(other), IsOk());
  auto admin = See([](const View& v) {
    return GetPrincipal(v, PrincipalId::Trusted("admin"));
  });
  admin->role = model::Role::kOffice;
  admin->disabled = true;
  ASSERT_THAT(Change(*admin), IsOk());
  EXPECT_EQ(Who(Start(true)), "admin");
}

TEST_F(Principals, TheLastAdminStays) {
  Start();
  auto admin = See([](const View& v) {
    return GetPrincipal(v, PrincipalId::Trusted("admin"));
  });
  ASSERT_THAT(admin, IsOk());
  model::Principal changed = *admin;
  changed.disabled = true;
  EXPECT_THAT(Change(changed), Refused(kPrecondition, "LAST_ADMIN"));
  changed = *admin;
  changed.role = model::Role::kAuditor;
  EXPECT_THAT(Change(changed), Refused(kPrecondition, "LAST_ADMIN"));
}

TEST_F(Principals, GrantsHaveToBeThereAndFitTheRole) {
  model::Principal principal = Office("p");
  principal.places = {PlaceNamed("nowhere")};
  EXPECT_THAT(Make(principal), Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  principal.places = {PlaceNamed("wuxi"), PlaceNamed("wuxi")};
  EXPECT_THAT(Make(principal), Refused(kInvalid, "INVALID_VALUE"));
  principal.places = {PlaceNamed("wuxi")};
  principal.schemes = {model::SchemeId::Trusted("none")};
  EXPECT_THAT(Make(principal), Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  principal.schemes.clear();
  principal.role = model::Role::kAuditor;
  EXPECT_THAT(Make(principal), Refused(kInvalid, "INVALID_VALUE"));
  principal.places.clear();
  principal.title.clear();
  EXPECT_THAT(Make(principal), Refused(kInvalid, "REQUIRED_FIELD"));
  principal.title = "Auditor";
  EXPECT_THAT(Make(principal), IsOk());
  EXPECT_THAT(Make(principal), Refused(kExists, "PRINCIPAL_ALREADY_EXISTS"));
}

TEST_F(Principals, NobodyActsUnderTheNameOfTheServerItself) {
  EXPECT_THAT(Make(Office("system")),
              Refused(kExists, "PRINCIPAL_ALREADY_EXISTS"));
}

TEST_F(Principals, WhoIsGrantedAPlaceIsNotAnEventOfThePlace) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  EXPECT_EQ(Events().back().type, "principal.created");
  EXPECT_THAT(Events().back().places, ElementsAre());
}

TEST_F(Principals, AGrantedPlaceIsInUse) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  model::Principal changed = Office("p");
  changed.places = {PlaceNamed("zibo")};
  ASSERT_THAT(Change(changed), IsOk());
  EXPECT_THAT(
      Do([](Mutation& m) { return DeletePlace(m, PlaceNamed("zibo"), ""); }),
      Refused(kPrecondition, "IN_USE"));
}

TEST_F(Principals, ATokenLastsAsLongAsItSays) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  const auto token = Token("p", absl::Hours(1));
  ASSERT_THAT(token, IsOk());
  EXPECT_EQ(Who(token->text), "p");
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Who(token->text), "TOKEN_EXPIRED");
  EXPECT_THAT(Token("p", absl::Seconds(1)),
              Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(Token("p", absl::Hours(401 * 24)),
              Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(Token("nobody"), Refused(kMissing, "PRINCIPAL_NOT_FOUND"));
}

TEST_F(Principals, RotationReplacesAtOnceOrAfterAnOverlap) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  const auto rotate = [&](const NewToken& old, absl::Duration overlap) {
    return Do([&](Mutation& m) {
      return RotateToken(m, old.token.name(), absl::Hours(2), overlap);
    });
  };
  const auto first = Token("p");
  const auto second = rotate(*first, absl::ZeroDuration());
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(Who(first->text), "TOKEN_REVOKED");
  EXPECT_EQ(Who(second->text), "p");
  const auto third = rotate(*second, absl::Minutes(10));
  ASSERT_THAT(third, IsOk());
  EXPECT_EQ(Who(second->text), "p");
  clock_.Advance(absl::Minutes(10));
  EXPECT_EQ(Who(second->text), "TOKEN_EXPIRED");
  EXPECT_EQ(Who(third->text), "p");
  EXPECT_THAT(rotate(*second, absl::ZeroDuration()),
              Refused(kPrecondition, "TOKEN_OVER"));
  EXPECT_THAT(rotate(*third, kLongestOverlap + absl::Seconds(1)),
              Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
}

TEST_F(Principals, ATokenIsNamedByItsPrincipalToo) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  ASSERT_THAT(Make(Office("q")), IsOk());
  const auto token = Token("p");
  const model::TokenName other{PrincipalId::Trusted("q"), token->token.id};
  const auto revoke = [&](const model::TokenName& name) {
    return Do([&](Mutation& m) { return RevokeToken(m, name); });
  };
  EXPECT_THAT(revoke(other), Refused(kMissing, "TOKEN_NOT_FOUND"));
  EXPECT_EQ(Who(token->text), "p");
  EXPECT_THAT(revoke(token->token.name()), IsOk());
  EXPECT_EQ(Who(token->text), "TOKEN_REVOKED");
  EXPECT_THAT(revoke(token->token.name()), IsOk());
}

TEST_F(Principals, FailedLoginsAreSlowedAndRecordedWithoutTheSecret) {
  ASSERT_THAT(Make(Office("p")), IsOk());
  const auto token = Token("p");
  const std::string id = token->token.id.value();
  const std::string guess = id + "." + std::string(43, 'x');
  const std::size_t before = Events().size();
  for (int i = 0; i < access::kFreeFailures; ++i) {
    EXPECT_EQ(Who(guess), "TOKEN_NOT_VALID");
  }
  EXPECT_EQ(Who(guess), "LOGIN_SLOWED");
  EXPECT_EQ(Who(token->text), "LOGIN_SLOWED") << "not even looked at";
  EXPECT_EQ(login_.failures(), access::kFreeFailures);
  clock_.Advance(access::kFirstWait);
  EXPECT_EQ(Who(token->text), "p");
  const std::vector<model::Event> events = Events();
  ASSERT_EQ(events.size(), before + 1);
  EXPECT_EQ(events.back().type, "login.failed");
  EXPECT_EQ(events.back().resource, "tokens/" + id);
  EXPECT_EQ(events.back().details.at("address"), "10.0.0.1");
  // An id that nothing has is not repeated: it may be anything.
  clock_.Advance(absl::Seconds(2));
  EXPECT_EQ(Who("tk-nothing." + std::string(43, 'x'), "10.0.0.2"),
            "TOKEN_NOT_VALID");
  EXPECT_EQ(Events().back().resource, "tokens/-");
}

TEST_F(Principals, NoEventHoldsASecret) {
  const std::string admin = Start();
  ASSERT_THAT(Make(Office("p")), IsOk());
  const auto token = Token("p");
  for (const std::string& text : {admin, token->text}) {
    const std::string secret = text.substr(text.find('.') + 1);
    for (const model::Event& event : Events()) {
      EXPECT_THAT(event.resource, Not(HasSubstr(secret)));
      for (const auto& [key, value] : event.details) {
        EXPECT_THAT(value, Not(HasSubstr(secret)));
        EXPECT_THAT(value, Not(HasSubstr(model::HashOfSecret(secret))));
      }
    }
  }
}

}  // namespace
}  // namespace twinaid::core
