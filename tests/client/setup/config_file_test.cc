// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/config_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Config Hubei() {
  Config config;
  config.settings = {{"language", "zh"}};
  config.current_context = "hubei";
  config.contexts["hubei"] = {{"server", "aid.example.org:443"},
                              {"ca", "system"}};
  config.contexts["home"] = {};
  return config;
}

TEST(ConfigText, IsReadBackAsItWas) {
  for (const Config& config : {Hubei(), Config()}) {
    const auto read = ParseConfig(ConfigText(config), "config");
    ASSERT_THAT(read, IsOk());
    EXPECT_EQ(*read, config);
  }
}

struct BadText {
  std::string text;
  std::string reason;
  std::string says;
};
class BadTexts : public ::testing::TestWithParam<BadText> {};

TEST_P(BadTexts, AreRefusedAndSayWhatWouldBeRight) {
  const auto read = ParseConfig(GetParam().text, "/home/li/config");
  EXPECT_EQ(model::ReasonOf(read.status()), GetParam().reason);
  EXPECT_THAT(std::string(read.status().message()), HasSubstr(GetParam().says));
  EXPECT_NE(model::TextOf(read.status(), model::Language::kChinese),
            read.status().message());
}

INSTANTIATE_TEST_SUITE_P(
    ConfigText, BadTexts,
    ::testing::Values(
        BadText{"server = x", "CONFIG_FILE", "no JSON at line 1"},
        BadText{"{\n\"settings\": {\n\"ca\" \"x\"}}", "CONFIG_FILE",
                "/home/li/config is no JSON at line 3"},
        BadText{"[]", "CONFIG_FILE", "an object"},
        BadText{R"({"settings": []})", "CONFIG_FILE", "as settings"},
        BadText{R"({"contexts": {"a": 1}})", "CONFIG_FILE", "as a"},
        BadText{R"({"contexts": 1})", "CONFIG_FILE", "as contexts"},
        BadText{R"({"settings": {"ca": "a", "ca": "b"}})", "CONFIG_FILE",
                "has ca twice"},
        BadText{R"({"contexs": {}})", "CONFIG_KEY", "did you mean contexts?"},
        BadText{R"({"settings": {"sever": "x:1"}})", "CONFIG_KEY",
                "did you mean server?"},
        BadText{R"({"settings": {"server": 443}})", "CONFIG_VALUE",
                "a text in quotes"},
        BadText{R"({"settings": {"server": ""}})", "CONFIG_VALUE", "unset"},
        BadText{R"({"settings": {"server": "a\nb"}})", "CONFIG_VALUE",
                "control character"},
        BadText{R"({"settings": {"language": "fr"}})", "CONFIG_VALUE",
                "en or zh"},
        BadText{R"({"current_context": true})", "CONFIG_VALUE", "a text"},
        BadText{R"({"current_context": "hubai", "contexts": {"hubei": {}}})",
                "NO_SUCH_CONTEXT", "did you mean hubei?"},
        BadText{R"({"contexts": {"a b": {}}})", "CONTEXT_NAME", "a b"}));

TEST(ConfigText, OfAnyBytesIsReadOrRefused) {
  const std::string text = ConfigText(Hubei());
  std::mt19937 random(20261201);
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string bent = text;
    for (int change = 0; change < 3; ++change) {
      bent[random() % bent.size()] = static_cast<char>(random());
    }
    if (!ParseConfig(bent, "config").ok()) ++refused;
  }
  EXPECT_GT(refused, 1000) << "seed 20261201";
}

class ConfigFile : public ::testing::Test {
 protected:
  ConfigFile() {
    std::string folder = ::testing::TempDir() + "config-XXXXXX";
    folder_ = mkdtemp(folder.data());
    path_ = folder_ + "/twinaid/config";
  }
  ~ConfigFile() override { std::filesystem::remove_all(folder_); }
  std::string folder_;
  std::string path_;
};

TEST_F(ConfigFile, IsWrittenForItsOwnerAndReadBack) {
  EXPECT_EQ(ReadConfig(path_).value(), Config()) << "none is no fault";
  ASSERT_THAT(WriteConfig(path_, Hubei()), IsOk());
  EXPECT_EQ(ReadConfig(path_).value(), Hubei());
  struct stat status {};
  ASSERT_EQ(stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600);
}

TEST_F(ConfigFile, ThatOthersMayWriteIsRefused) {
  ASSERT_THAT(WriteConfig(path_, Hubei()), IsOk());
  for (const mode_t mode : {0620, 0602, 0666}) {
    chmod(path_.c_str(), mode);
    const auto read = ReadConfig(path_);
    EXPECT_EQ(model::ReasonOf(read.status()), "CONFIG_FILE");
    EXPECT_THAT(std::string(read.status().message()), HasSubstr("chmod 600"));
  }
  chmod(path_.c_str(), 0644);  // to read is no harm: it has no secrets
  EXPECT_THAT(ReadConfig(path_), IsOk());
}

TEST_F(ConfigFile, TakesRelativePathsFromItsFolder) {
  Config config = Hubei();
  config.contexts["hubei"]["token_file"] = "keys/wuxi.token";
  ASSERT_THAT(WriteConfig(path_, config), IsOk());
  const auto read = ReadConfig(path_);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->contexts.at("hubei").at("token_file"),
            folder_ + "/twinaid/keys/wuxi.token");
  EXPECT_EQ(read->contexts.at("hubei").at("ca"), "system");
}

TEST_F(ConfigFile, ThatIsAFolderOrHasNoPlaceIsRefused) {
  std::filesystem::create_directories(path_);
  EXPECT_EQ(model::ReasonOf(ReadConfig(path_).status()), "CONFIG_FILE");
  EXPECT_EQ(model::ReasonOf(WriteConfig("", Config())), "CONFIG_FILE");
  EXPECT_EQ(model::ReasonOf(WriteConfig("/proc/none/config", Config())),
            "CONFIG_FILE");
}

TEST(ConfigPath, IsWhereFilesOfSettingsAre) {
  std::map<std::string, std::string> set;
  const Variable variable = [&set](const char* name) {
    const auto found = set.find(name);
    return found == set.end() ? std::nullopt
                              : std::optional<std::string>(found->second);
  };
  EXPECT_EQ(ConfigPath(variable), "");
  set["HOME"] = "/home/li";
  EXPECT_EQ(ConfigPath(variable), "/home/li/.config/twinaid/config");
  set["XDG_CONFIG_HOME"] = "/etc/li";
  EXPECT_EQ(ConfigPath(variable), "/etc/li/twinaid/config");
}

}  // namespace
}  // namespace twinaid::client
