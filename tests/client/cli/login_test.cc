// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// login, principals and tokens on the command line, against a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/credentials.h"
#include "client/cli/session.h"
#include "tests/client/cli/fake_environment.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr fs::perms kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

class Login : public ::testing::Test {
 protected:
  Login() {
    fs::create_directory(home_);
    harness_.MakeSisters();
  }

  // Runs one command, given as a line of words without quotes.
  Outcome Command(const std::string& line,
                  std::map<std::string, std::string> more = {}) {
    std::map<std::string, std::string> variables = {
        {"TWINAID_SERVER", harness_.server().addresses()[0]}, {"HOME", home_}};
    variables.merge(more);
    return RunCommand(absl::StrSplit(line, ' '), variables,
                      absl::StrCat("request-", ++requests_));
  }
  Outcome Admin(const std::string& line) {
    return Command(line, {{"TWINAID_TOKEN", harness_.token()}});
  }
  // A file that holds a new token of an office of wuxi.
  std::string OfficeToken() {
    EXPECT_EQ(Admin("principal create wuxi-fao --role office --title Office "
                    "--place wuxi")
                  .code,
              kDone);
    const std::string file = home_ + "/office.token";
    EXPECT_EQ(Admin("token create wuxi-fao --out " + file).code, kDone);
    std::string token;
    std::getline(std::ifstream(file), token);
    harness_.KeepOut(token);
    return file;
  }
  // The part of a token that is no secret.
  static std::string IdOfFile(const std::string& file) {
    std::string token;
    std::getline(std::ifstream(file), token);
    return token.substr(0, token.find('.'));
  }

  rpc::Harness harness_;
  // Of the user, apart from what the server writes.
  const std::string home_ = harness_.folder() + "/home";
  int requests_ = 0;
};

TEST_F(Login, WithoutATokenTheErrorSaysHowToGetOne) {
  const Outcome outcome = Command("place list");
  EXPECT_EQ(outcome.code, kRefused);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("TOKEN_REQUIRED"), HasSubstr("twinaid login")));
}

TEST_F(Login, IsKeptForTheNextCommandAndForgottenByLogout) {
  const std::string file = harness_.options().AdminTokenFile();
  const Outcome login = Command("--token-file " + file + " login");
  EXPECT_EQ(login.code, kDone) << login.err;
  EXPECT_THAT(login.err, AllOf(HasSubstr("principals/admin"),
                               Not(HasSubstr(harness_.token()))));
  const std::string kept = home_ + "/.config/twinaid/credentials";
  EXPECT_EQ(fs::status(kept).permissions(), kOwnerOnly);
  EXPECT_THAT(Command("whoami").out, HasSubstr("admin"));
  EXPECT_EQ(Command("logout").code, kDone);
  EXPECT_THAT(Command("whoami").err, HasSubstr("TOKEN_REQUIRED"));
}

TEST_F(Login, ATokenThatIsNotRightIsNotKept) {
  const std::string wrong =
      "tk-nobody.abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123-_x";
  const Outcome login = Command("login", {{"TWINAID_TOKEN", wrong}});
  EXPECT_EQ(login.code, kRefused);
  EXPECT_THAT(login.err, HasSubstr("TOKEN_NOT_VALID"));
  EXPECT_FALSE(fs::exists(home_ + "/.config/twinaid/credentials"));
}

TEST_F(Login, ATokenIsSentToItsServerOnly) {
  const Environment environment = FakeEnvironment({{"HOME", home_}});
  ASSERT_TRUE(StoreToken(environment, "a:1", "tk-a.x").ok());
  ASSERT_TRUE(StoreToken(environment, "b:2", "tk-b.x").ok());
  EXPECT_EQ(*TokenFor(environment, "a:1", ""), "tk-a.x");
  EXPECT_EQ(*TokenFor(environment, "b:2", ""), "tk-b.x");
  EXPECT_EQ(*TokenFor(environment, "c:3", ""), "");
  ASSERT_TRUE(StoreToken(environment, "a:1", "").ok());
  EXPECT_EQ(*TokenFor(environment, "a:1", ""), "");
  EXPECT_EQ(*TokenFor(environment, "b:2", ""), "tk-b.x");
}

TEST_F(Login, AFileThatOthersMayReadIsRefused) {
  const std::string file = OfficeToken();
  EXPECT_EQ(fs::status(file).permissions(), kOwnerOnly);
  EXPECT_EQ(Command("--token-file " + file + " whoami").code, kDone);
  fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
  const Outcome outcome = Command("--token-file " + file + " whoami");
  EXPECT_EQ(outcome.code, kUsage);
  EXPECT_THAT(outcome.err, HasSubstr("chmod 600"));
  EXPECT_EQ(Command("--token-file /nowhere whoami").code, kUsage);
}

TEST_F(Login, NoFlagTakesATokenItself) {
  for (const char* line : {"--token x whoami", "login --token x"}) {
    EXPECT_EQ(Command(line).code, kUsage) << line;
  }
}

TEST_F(Login, AnOfficeActsForItsPlaceAndHearsWhatIsGranted) {
  const std::string as = "--token-file " + OfficeToken() + " ";
  EXPECT_EQ(Command(as + "need list --place wuxi").code, kDone);
  EXPECT_EQ(
      Command(as + "offer create --place wuxi --item mask --quantity 5").code,
      kDone);
  const Outcome refused =
      Command(as +
              "--lang zh need create --place san-antonio --item mask "
              "--quantity 5");
  EXPECT_EQ(refused.code, kRefused);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("NOT_GRANTED"), HasSubstr("无权"),
                                 HasSubstr("places/wuxi")));
}

// As after an answer that was lost.
TEST_F(Login, ASecretThatWillNotBeShownAgainIsSaidToBeLost) {
  const std::string file = home_ + "/admin.token";
  const std::string line = "--request-id r1 token create admin --out " + file;
  ASSERT_EQ(Admin(line).code, kDone);
  fs::remove(file);
  const Outcome again = Admin(line);
  EXPECT_EQ(again.code, kRefused);
  EXPECT_THAT(again.err, HasSubstr("not shown again"));
  EXPECT_FALSE(fs::exists(file));
}

TEST_F(Login, TokensAreListedRotatedAndRevoked) {
  const std::string file = OfficeToken();
  const std::string listed = Admin("token list wuxi-fao -o csv").out;
  const std::vector<std::string> lines =
      absl::StrSplit(listed, '\n', absl::SkipEmpty());
  ASSERT_EQ(lines.size(), 2) << listed;
  const std::string name = lines[1].substr(0, lines[1].find(','));
  const std::string next = home_ + "/next.token";
  const Outcome rotated =
      Admin("token rotate " + name + " --out " + next + " --days 30");
  EXPECT_EQ(rotated.code, kDone) << rotated.err;
  EXPECT_THAT(Command("--token-file " + file + " whoami").err,
              HasSubstr("TOKEN_REVOKED"));
  EXPECT_THAT(Command("--token-file " + next + " whoami").out,
              HasSubstr("wuxi-fao"));
  EXPECT_EQ(Admin("principal update wuxi-fao --disabled").code, kDone);
  EXPECT_THAT(Command("--token-file " + next + " whoami").err,
              HasSubstr("PRINCIPAL_DISABLED"));
  EXPECT_EQ(Admin("principal update wuxi-fao --enabled").code, kDone);
  EXPECT_EQ(Admin("token revoke wuxi-fao/" + IdOfFile(next)).code, kDone);
  EXPECT_THAT(Command("--token-file " + next + " whoami").err,
              HasSubstr("TOKEN_REVOKED"));
}

TEST_F(Login, AnOfficeImportsAndExportsItsOwn) {
  const std::map<std::string, std::string> office = {
      {"TWINAID_TOKEN_FILE", OfficeToken()}};
  const std::string file = home_ + "/needs.csv";
  std::ofstream(file) << "need_id,place_id,item_id,quantity\n"
                         "own,wuxi,mask,7\n";
  const Outcome made = Command("import " + file, office);
  EXPECT_EQ(made.code, kDone) << made.err;
  EXPECT_EQ(Command("import " + file, office).code, kDone) << "nothing to do";
  std::ofstream(file) << "need_id,place_id,item_id,quantity\n"
                         "other,san-antonio,mask,7\n";
  EXPECT_THAT(Command("import " + file, office).err, HasSubstr("NOT_GRANTED"));
  const std::string folder = home_ + "/mine";
  EXPECT_EQ(Command("export " + folder, office).code, kDone);
  std::string needs;
  std::ifstream written(folder + "/needs.csv");
  std::getline(written, needs, '\0');
  EXPECT_THAT(needs,
              AllOf(HasSubstr("own,wuxi"), Not(HasSubstr("san-antonio"))));
}

TEST_F(Login, AnOfficeAsksWhyItsNeedIsUnmet) {
  const std::map<std::string, std::string> office = {
      {"TWINAID_TOKEN_FILE", OfficeToken()}};
  EXPECT_EQ(Admin("need create own --place wuxi --item mask --quantity 3").code,
            kDone);
  EXPECT_THAT(Command("need why wuxi/own", office).err,
              HasSubstr("no round of schemes/default has succeeded"));
  EXPECT_EQ(Admin("round run --wait").code, kDone);
  const Outcome why = Command("need why wuxi/own", office);
  EXPECT_EQ(why.code, kDone) << why.err;
  EXPECT_THAT(why.out, HasSubstr("nothing was proposed"));
}

}  // namespace
}  // namespace twinaid::client
