// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <utility>

#include "absl/synchronization/notification.h"
#include "service/core/principals.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

absl::Status Anybody(const store::ReadTransaction&) { return absl::OkStatus(); }

class Requests : public World {
 protected:
  // Makes a place of the name; answers with its id.
  absl::StatusOr<std::string> Make(
      const std::string& name, const std::string& request_id,
      bool validate_only = false,
      const std::string& principal = "principals/local",
      const std::string& method = "CreatePlace") {
    const Caller caller{principal};
    return work_.Mutate(caller, {method, request_id, "hash of " + name},
                        validate_only, Anybody,
                        [&](Mutation& m) -> absl::StatusOr<std::string> {
                          ++runs_;
                          model::Place place = City("");
                          place.name_en = name;
                          auto made = CreatePlace(m, place);
                          if (!made.ok()) return made.status();
                          return made->id.value();
                        });
  }
  int runs_ = 0;
};

TEST_F(Requests, TheSameRequestGivesTheSameAnswerAndHasOneEffect) {
  EXPECT_THAT(Make("Jinan", "r1"), IsOkAndHolds(std::string("jinan")));
  const std::size_t events = Events().size();
  clock_.Advance(absl::Hours(1));
  EXPECT_THAT(Make("Jinan", "r1"), IsOkAndHolds(std::string("jinan")));
  EXPECT_EQ(runs_, 1);
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Requests, WithoutAnIdEachRequestHasItsEffect) {
  EXPECT_THAT(Make("Jinan", ""), IsOkAndHolds(std::string("jinan")));
  EXPECT_THAT(Make("Jinan", ""), IsOkAndHolds(std::string("jinan-2")));
}

// Who remembers principals reads them again after these.
TEST_F(Requests, CountsWhatChangesWhoMayCall) {
  const std::int64_t before = work_.access_changes();
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  EXPECT_EQ(work_.access_changes(), before);
  const auto make = [](const std::string& id) {
    return [id](Mutation& m) -> absl::StatusOr<std::string> {
      model::Principal principal;
      principal.id = model::PrincipalId::Trusted(id);
      principal.role = model::Role::kAdmin;
      principal.title = "Duty desk";
      const auto made = CreatePrincipal(m, principal);
      if (!made.ok()) return made.status();
      return made->id.value();
    };
  };
  ASSERT_THAT(work_.Mutate({"principals/local"}, {"CreatePrincipal", "", ""},
                           false, Anybody, make("one")),
              IsOk());
  EXPECT_EQ(work_.access_changes(), before + 1);
  ASSERT_THAT(work_.Run({"principals/local"},
                        [&](Mutation& m) { return make("two")(m).status(); }),
              IsOk());
  EXPECT_EQ(work_.access_changes(), before + 2);
  absl::Notification done;
  UnitOfWork::LaterMutation later;
  later.caller = {"principals/local"};
  later.permit = Anybody;
  later.body = make("three");
  later.done = [&](const absl::StatusOr<std::string>& answer) {
    EXPECT_THAT(answer, IsOk());
    // Whoever is told sees it.
    EXPECT_EQ(work_.access_changes(), before + 3);
    done.Notify();
  };
  work_.MutateLater(std::move(later));
  done.WaitForNotification();
}

TEST_F(Requests, AnIdUsedAgainWithAnotherBodyIsRefused) {
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  EXPECT_THAT(Make("Qingdao", "r1"),
              Refused(kPrecondition, "REQUEST_ID_REUSED"));
  EXPECT_EQ(runs_, 1);
}

TEST_F(Requests, AnIdIsScopedToPrincipalAndMethod) {
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  EXPECT_THAT(Make("Qingdao", "r1", false, "principals/other"), IsOk());
  EXPECT_THAT(Make("Yantai", "r1", false, "principals/local", "Other"), IsOk());
}

// Whoever may not ask any more does not get the answer from before either, and
// learns nothing of what else is wrong.
TEST_F(Requests, PermissionComesBeforeTheAnswerFromBefore) {
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  const auto nobody = [](const store::ReadTransaction&) {
    return absl::PermissionDeniedError("no");
  };
  const auto again = [&](Mutation&) -> absl::StatusOr<std::string> {
    ++runs_;
    return std::string("never");
  };
  for (const char* id : {"r1", "not a good id"}) {
    EXPECT_THAT(
        work_.Mutate({"principals/local"}, {"CreatePlace", id, "hash of Jinan"},
                     false, nobody, again),
        StatusIs(absl::StatusCode::kPermissionDenied));
  }
  EXPECT_EQ(runs_, 1);
}

TEST_F(Requests, AFailureIsNotKept) {
  model::Place place = City("wuxi");
  const auto fail = [&](Mutation& m) -> absl::StatusOr<std::string> {
    ++runs_;
    return CreatePlace(m, place).status();
  };
  const RequestKey key = {"CreatePlace", "r1", "hash"};
  EXPECT_THAT(work_.Mutate(caller_, key, false, Anybody, fail),
              Refused(kExists, "PLACE_ALREADY_EXISTS"));
  EXPECT_THAT(work_.Mutate(caller_, key, false, Anybody, fail),
              Refused(kExists, "PLACE_ALREADY_EXISTS"));
  EXPECT_EQ(runs_, 2);
}

TEST_F(Requests, AnAnswerIsForgottenAfterThirtyDays) {
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  clock_.Advance(absl::Hours(24 * 30));
  EXPECT_THAT(Make("Jinan", "r1"), IsOkAndHolds(std::string("jinan")));
  clock_.Advance(absl::Microseconds(1));
  EXPECT_THAT(Make("Jinan", "r1"), IsOkAndHolds(std::string("jinan-2")));
}

TEST_F(Requests, ValidateOnlyChecksAllAndKeepsNothing) {
  const std::size_t events = Events().size();
  EXPECT_THAT(Make("Jinan", "r1", true), IsOkAndHolds(std::string("jinan")));
  EXPECT_EQ(Events().size(), events);
  EXPECT_THAT(
      See([](const View& v) { return GetPlace(v, PlaceNamed("jinan")); }),
      Refused(kMissing, "PLACE_NOT_FOUND"));
  // Not even the answer.
  EXPECT_THAT(Make("Qingdao", "r1"), IsOkAndHolds(std::string("qingdao")));
}

TEST_F(Requests, ValidateOnlySaysWhatWouldBeRefused) {
  EXPECT_THAT(Make("", "r1", true), Refused(kInvalid, "REQUIRED_FIELD"));
}

TEST_F(Requests, AnIdIsShortAndVisible) {
  EXPECT_THAT(Make("Jinan", std::string(65, 'a')),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Make("Jinan", "a b"), Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Make("Jinan", "号"), Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Make("Jinan", std::string(64, 'a')), IsOk());
}

TEST_F(Requests, TimesAreKeptInWholeMicroseconds) {
  clock_.Advance(absl::Nanoseconds(1500));
  ASSERT_THAT(Add(City("jinan")), IsOk());
  const model::Place place =
      *See([](const View& v) { return GetPlace(v, PlaceNamed("jinan")); });
  EXPECT_EQ(place.meta.create_time,
            absl::FromUnixMicros(absl::ToUnixMicros(clock_.Now())));
}

TEST_F(Requests, TheEventNamesTheRequest) {
  ASSERT_THAT(Make("Jinan", "r1"), IsOk());
  EXPECT_EQ(Events().back().request_id, "r1");
}

// Makes a place of the name later, and waits for what is told.
absl::StatusOr<std::string> MakeLater(UnitOfWork& work, const std::string& name,
                                      bool validate_only,
                                      const absl::Status& permit) {
  absl::StatusOr<std::string> told = absl::UnknownError("not told");
  absl::Notification done;
  UnitOfWork::LaterMutation mutation;
  mutation.caller = {"principals/local"};
  mutation.key = {"CreatePlace", "r1", "hash of " + name};
  mutation.validate_only = validate_only;
  mutation.permit = [permit](const store::ReadTransaction&) { return permit; };
  mutation.body = [name](Mutation& m) -> absl::StatusOr<std::string> {
    model::Place place = City("");
    place.name_en = name;
    auto made = CreatePlace(m, place);
    if (!made.ok()) return made.status();
    return made->id.value();
  };
  mutation.done = [&](absl::StatusOr<std::string> answer) {
    told = std::move(answer);
    done.Notify();
  };
  work.MutateLater(std::move(mutation));
  done.WaitForNotification();
  return told;
}

TEST_F(Requests, LaterIsAsOnceForTheSameRequest) {
  EXPECT_THAT(MakeLater(work_, "Jinan", false, absl::OkStatus()),
              IsOkAndHolds(std::string("jinan")));
  EXPECT_THAT(Make("Jinan", "r1"), IsOkAndHolds(std::string("jinan")));
  EXPECT_EQ(runs_, 0);
  EXPECT_THAT(MakeLater(work_, "Qingdao", false, absl::OkStatus()),
              Refused(kPrecondition, "REQUEST_ID_REUSED"));
}

TEST_F(Requests, LaterKeepsNothingThatIsOnlyTriedOrNotPermitted) {
  const std::size_t events = Events().size();
  EXPECT_THAT(MakeLater(work_, "Jinan", true, absl::OkStatus()),
              IsOkAndHolds(std::string("jinan")));
  EXPECT_THAT(
      MakeLater(work_, "Jinan", false, absl::PermissionDeniedError("no")),
      StatusIs(absl::StatusCode::kPermissionDenied, "no"));
  EXPECT_EQ(Events().size(), events);
}

}  // namespace
}  // namespace twinaid::core
