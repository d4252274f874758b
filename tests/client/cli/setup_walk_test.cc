// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Forms of output, what is deleted, and the clock, against a real server.
#include <gmock/gmock.h>

#include "absl/time/clock.h"
#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class SetupWalk : public Walk {
 protected:
  // doctor, on a machine whose clock is off.
  Outcome DoctorWhenOff(absl::Duration off) {
    Environment environment =
        FakeEnvironment({{"TWINAID_SERVER", harness_.server().addresses()[0]},
                         {"TWINAID_TOKEN", harness_.token()},
                         {"LANG", "C.UTF-8"}},
                        "doctor");
    environment.now = [off] { return absl::Now() + off; };
    std::ostringstream out;
    std::ostringstream err;
    const int code = client::Run({"doctor"}, environment, out, err);
    return {code, out.str(), err.str()};
  }
};

TEST_F(SetupWalk, NamesAndLinesAreForOtherPrograms) {
  PostSisters();
  EXPECT_EQ(Done("place list -o name"),
            "places/cn-js-wuxi\nplaces/us-tx-san-antonio\n");
  EXPECT_EQ(Done("need show us-tx-san-antonio/masks -o name"),
            "places/us-tx-san-antonio/needs/masks\n");
  EXPECT_EQ(Done("need list --place cn-js-wuxi -o name"), "");
  // What shows no resources prints none.
  EXPECT_EQ(Done("report coverage -o name"), "");
  const std::string lines = Done("place list -o jsonl");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_THAT(lines, ::testing::StartsWith("{\"name\":\"places/cn-js-wuxi\""));
  const std::string one = Done("place show cn-js-wuxi -o jsonl");
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 1);
  const std::string place = Done("inventory show cn-js-wuxi -o jsonl");
  EXPECT_EQ(std::count(place.begin(), place.end(), '\n'), 1);
}

TEST_F(SetupWalk, DeletesWithYesAndNotWithout) {
  PostSisters();
  Done("place create cn-js-suzhou --kind city --name Suzhou");
  EXPECT_EQ(Command("place delete cn-js-suzhou").code, kUsage);
  EXPECT_EQ(Done("place list -o name").find("suzhou") == std::string::npos,
            false);
  Done("place delete cn-js-suzhou --dry-run");
  Done("place delete cn-js-suzhou --yes");
  EXPECT_EQ(Done("place list -o name"),
            "places/cn-js-wuxi\nplaces/us-tx-san-antonio\n");
}

TEST_F(SetupWalk, DoctorTellsHowFarTheClockIsOffAndStoresNothing) {
  const std::int64_t events = harness_.Events();
  const Outcome well = DoctorWhenOff(absl::ZeroDuration());
  EXPECT_EQ(well.code, kDone) << well.out;
  EXPECT_THAT(well.out, ContainsRegex("ok +clock +within [0-9]+ s"));
  const Outcome ahead = DoctorWhenOff(absl::Minutes(5));
  EXPECT_EQ(ahead.code, kRefused);
  EXPECT_THAT(ahead.out, ContainsRegex("WRONG +clock +this machine is (300|299)"
                                       " s ahead of the server"));
  const Outcome behind = DoctorWhenOff(-absl::Hours(1));
  EXPECT_EQ(behind.code, kRefused);
  EXPECT_THAT(behind.out, HasSubstr("s behind the server"));
  // A token that ends soon is a note, no fault of now.
  const Outcome late = DoctorWhenOff(absl::Hours(24 * 80));
  EXPECT_THAT(late.out, ContainsRegex("note +token .*it ends soon"));
  EXPECT_EQ(harness_.Events(), events);
}

}  // namespace
}  // namespace twinaid::client
