// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// config and context: what is kept, what counts, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "client/cli/session.h"
#include "tests/client/cli/fake_environment.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ConfigCommands : public ::testing::Test {
 protected:
  ConfigCommands() {
    std::string folder = ::testing::TempDir() + "config-XXXXXX";
    home_ = mkdtemp(folder.data());
    variables_["HOME"] = home_;
  }
  ~ConfigCommands() override { std::filesystem::remove_all(home_); }

  Outcome Command(const std::vector<std::string>& arguments) {
    return RunCommand(arguments, variables_);
  }
  void Done(const std::vector<std::string>& arguments) {
    const Outcome outcome = Command(arguments);
    EXPECT_EQ(outcome.code, kDone) << outcome.err;
  }
  // A line of `config list` as CSV.
  std::string Line(const std::string& key,
                   std::vector<std::string> before = {}) {
    before.insert(before.end(), {"config", "list", "-o", "csv"});
    const Outcome outcome = Command(before);
    EXPECT_EQ(outcome.code, kDone) << outcome.err;
    std::istringstream lines(outcome.out);
    std::string line;
    while (std::getline(lines, line)) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.rfind(key + ",", 0) == 0) return line;
    }
    return "no " + key;
  }

  std::string home_;
  std::map<std::string, std::string> variables_;
};

TEST_F(ConfigCommands, ShowEachValueAndWhereItComesFrom) {
  EXPECT_EQ(Line("server"), "server,127.0.0.1:7443,default");
  Done({"config", "set", "server", "file:1"});
  EXPECT_EQ(Line("server"),
            "server,file:1," + home_ + "/.config/twinaid/config");
  Done({"context", "add", "hubei", "--server", "hubei:1", "--ca", "system"});
  EXPECT_EQ(Line("server"), "server,hubei:1,context hubei");
  EXPECT_EQ(Line("ca"), "ca,system,context hubei");
  variables_["TWINAID_SERVER"] = "variable:1";
  EXPECT_EQ(Line("server"), "server,variable:1,TWINAID_SERVER");
  EXPECT_EQ(Line("ca"), "ca,,") << "it goes to hubei:1 only";
  EXPECT_EQ(Line("server", {"--server", "flag:1"}), "server,flag:1,--server");
}

TEST_F(ConfigCommands, SetInTheContextInUseElseForAll) {
  Done({"config", "set", "language", "zh"});
  Done({"context", "add", "hubei", "--server", "hubei:1"});
  Done({"config", "set", "language", "en"});
  Done({"context", "add", "other", "--server", "other:1"});
  EXPECT_EQ(Line("language"), "language,en,context hubei");
  Done({"context", "use", "other"});
  EXPECT_THAT(Line("language"), StartsWith("language,zh,"));
  variables_["TWINAID_CONTEXT"] = "hubei";
  EXPECT_EQ(Line("context"), "context,hubei,TWINAID_CONTEXT");
  EXPECT_EQ(Line("context", {"--context", "other"}), "context,other,--context");
  Done({"config", "unset", "language"});
  EXPECT_THAT(Line("language"), StartsWith("language,zh,"));
  EXPECT_EQ(Command({"config", "get", "server"}).out, "hubei:1\n");
  EXPECT_EQ(Command({"config", "get", "ca"}).code, kRefused);
}

TEST_F(ConfigCommands, KeepContextsAndTellThemApart) {
  Done({"context", "add", "hubei", "--server", "hubei:1", "--token-file",
        "/k/wuxi.token"});
  Done({"context", "add", "try", "--server", "127.0.0.1:1", "--lang", "en"});
  EXPECT_EQ(Command({"context", "list", "-o", "name"}).out, "hubei\ntry\n");
  const std::string lines = Command({"context", "list", "-o", "jsonl"}).out;
  EXPECT_THAT(lines, StartsWith("{\"name\":\"hubei\",\"in_use\":\"*\","
                                "\"server\":\"hubei:1\","));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_THAT(Command({"context", "show", "try"}).out, HasSubstr("127.0.0.1"));
  EXPECT_EQ(Command({"context", "add", "try", "--server", "x:1"}).code, kUsage);
  EXPECT_THAT(Command({"context", "use", "hubai"}).err,
              HasSubstr("did you mean hubei?"));
  EXPECT_THAT(Command({"context", "add", "new"}).err, HasSubstr("--server"));
  Done({"context", "remove", "hubei"});
  EXPECT_EQ(Line("context"), "context,,");
}

TEST_F(ConfigCommands, StorePathsWholeSoThatTheyHoldEverywhere) {
  Done({"config", "set", "ca", "keys/ca.pem"});
  EXPECT_THAT(
      Line("ca"),
      StartsWith("ca," + std::filesystem::current_path().string() + "/keys/"));
}

TEST_F(ConfigCommands, RefuseWhatIsUnknownAndAFileThatOthersWrite) {
  EXPECT_THAT(Command({"config", "set", "sever", "x:1"}).err,
              HasSubstr("did you mean server?"));
  EXPECT_THAT(Command({"config", "get", "sever"}).err,
              HasSubstr("did you mean server?"));
  EXPECT_THAT(Command({"config", "set", "language", "fr"}).err,
              HasSubstr("en or zh"));
  Done({"config", "set", "language", "zh"});
  EXPECT_THAT(Command({"frob"}).err, StartsWith("twinaid: 没有此命令"));
  EXPECT_THAT(Command({"config", "set", "sever", "x:1"}).err,
              HasSubstr("没有设置项 sever；您是不是要输入 server？"));
  const std::string path = home_ + "/.config/twinaid/config";
  EXPECT_EQ(Command({"config", "path"}).out, path + "\n");
  chmod(path.c_str(), 0666);
  for (const std::vector<std::string>& line :
       std::vector<std::vector<std::string>>{
           {"place", "list"}, {"config", "list"}, {"context", "list"}}) {
    const Outcome outcome = Command(line);
    EXPECT_EQ(outcome.code, kUsage);
    EXPECT_THAT(outcome.err, HasSubstr("chmod 600"));
  }
  EXPECT_EQ(Command({"config", "path"}).code, kDone);
}

TEST_F(ConfigCommands, AContextThatThereIsNotStopsEveryOtherCommand) {
  variables_["TWINAID_CONTEXT"] = "hubei";
  const Outcome outcome = Command({"place", "list"});
  EXPECT_EQ(outcome.code, kUsage);
  EXPECT_THAT(outcome.err, HasSubstr("there is no context hubei"));
  EXPECT_EQ(Command({"context", "list"}).code, kDone);
}

TEST_F(ConfigCommands, TheTokenFileOfAContextIsRefusedWhereOthersReadIt) {
  const std::string token = home_ + "/wuxi.token";
  std::ofstream(token) << "tk-1.secret\n";
  chmod(token.c_str(), 0644);
  Done({"context", "add", "hubei", "--server", "127.0.0.1:1", "--token-file",
        token});
  EXPECT_THAT(Command({"place", "list"}).err, HasSubstr("chmod 600"));
  chmod(token.c_str(), 0600);
  EXPECT_THAT(Command({"place", "list"}).err, HasSubstr("no answer"));
  // For another server it is not even looked at.
  chmod(token.c_str(), 0644);
  EXPECT_THAT(Command({"place", "list", "--server", "127.0.0.1:2"}).err,
              Not(HasSubstr("chmod")));
}

}  // namespace
}  // namespace twinaid::client
