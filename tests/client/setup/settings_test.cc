// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

constexpr char kDefault[] = "127.0.0.1:7443";

class Settings : public ::testing::Test {
 protected:
  Settings() {
    config_.settings = {{"server", "file:1"},
                        {"token_file", "/file.token"},
                        {"language", "zh"}};
    config_.contexts["hubei"] = {{"server", "hubei:1"},
                                 {"token_file", "/hubei.token"},
                                 {"ca", "system"}};
    config_.contexts["bare"] = {};
  }
  Variable variable() const {
    return [this](const char* name) -> std::optional<std::string> {
      const auto found = set_.find(name);
      if (found == set_.end()) return std::nullopt;
      return found->second;
    };
  }
  Setting Of(const std::string& key) const {
    return Resolve(flags_, variable(), config_, context_, kDefault).at(key);
  }
  void Expect(const std::string& key, const std::string& value, Source source,
              const std::string& from) const {
    const Setting setting = Of(key);
    EXPECT_EQ(setting.value, value);
    EXPECT_EQ(setting.source, source) << key;
    EXPECT_EQ(setting.from, from);
  }

  SettingValues flags_;
  std::map<std::string, std::string> set_;
  Config config_;
  std::string context_;
};

TEST_F(Settings, CountInTheOrderFlagEnvironmentContextFileDefault) {
  config_.settings.erase("token_file");
  flags_["server"] = "flag:1";
  set_["TWINAID_SERVER"] = "variable:1";
  context_ = "hubei";
  Expect("server", "flag:1", Source::kFlag, "--server");
  flags_.clear();
  Expect("server", "variable:1", Source::kEnvironment, "TWINAID_SERVER");
  set_["TWINAID_SERVER"] = "";  // as if it were not set
  Expect("server", "hubei:1", Source::kContext, "hubei");
  context_.clear();
  Expect("server", "file:1", Source::kFile, "");
  config_.settings.erase("server");
  Expect("server", kDefault, Source::kDefault, "");
  Expect("ca", "", Source::kNone, "");
}

TEST_F(Settings, OfAServerCountForThatServerOnly) {
  context_ = "hubei";
  Expect("token_file", "/hubei.token", Source::kContext, "hubei");
  flags_["server"] = "elsewhere:1";
  Expect("token_file", "", Source::kNone, "");
  Expect("ca", "", Source::kNone, "");
  flags_["server"] = "file:1";  // the file's own
  Expect("token_file", "/file.token", Source::kFile, "");
  flags_["server"] = "hubei:1";  // the same, said twice
  Expect("token_file", "/hubei.token", Source::kContext, "hubei");
  flags_["token_file"] = "/mine";
  Expect("token_file", "/mine", Source::kFlag, "--token-file");
}

TEST_F(Settings, AContextThatNamesNoServerHasThatOfTheFile) {
  context_ = "bare";
  Expect("server", "file:1", Source::kFile, "");
  Expect("token_file", "/file.token", Source::kFile, "");
}

TEST_F(Settings, TakeTheLanguageOfTheLocaleWhereNobodySaysMore) {
  set_["LANG"] = "en_US.UTF-8";
  Expect("language", "zh", Source::kFile, "");
  config_.settings.erase("language");
  Expect("language", "en", Source::kDefault, "LANG");
  set_["LC_ALL"] = "zh_CN.UTF-8";
  Expect("language", "zh", Source::kDefault, "LC_ALL");
  set_["TWINAID_LANG"] = "en";
  Expect("language", "en", Source::kEnvironment, "TWINAID_LANG");
  set_.clear();
  Expect("language", "en", Source::kDefault, "");
}

TEST_F(Settings, ChooseTheContextByFlagThenVariableThenFile) {
  const auto chosen = [this](const std::string& flag) {
    return ChooseContext(flag, variable(), config_);
  };
  EXPECT_EQ(chosen("").value().name, "");
  config_.current_context = "bare";
  EXPECT_EQ(chosen("").value().name, "bare");
  set_["TWINAID_CONTEXT"] = "hubei";
  EXPECT_EQ(chosen("").value().name, "hubei");
  EXPECT_EQ(chosen("").value().source, Source::kEnvironment);
  EXPECT_EQ(chosen("bare").value().source, Source::kFlag);
  const auto none = chosen("hubai");
  EXPECT_EQ(model::ReasonOf(none.status()), "NO_SUCH_CONTEXT");
  EXPECT_THAT(std::string(none.status().message()),
              ::testing::HasSubstr("did you mean hubei?"));
}

}  // namespace
}  // namespace twinaid::client
