// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "service/model/ids.h"
#include "service/ops/json_log.h"
#include "service/ops/options.h"
#include "service/ops/random_id_generator.h"

namespace twinaid::ops {
namespace {

class FixedClock final : public model::Clock {
 public:
  absl::Time Now() const override { return absl::FromUnixMicros(1'000'001); }
  absl::Duration Elapsed() const override { return absl::ZeroDuration(); }
};

std::string Logged(const std::vector<Field>& fields) {
  std::FILE* file = std::tmpfile();
  const FixedClock clock;
  JsonLog log(file, clock);
  log.Write(Level::kWarning, "event", fields);
  std::rewind(file);
  std::string text(4096, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

TEST(JsonLogTest, WritesOneObjectALine) {
  EXPECT_EQ(Logged({{"a", "b"}}),
            "{\"time\":\"1970-01-01T00:00:01.000001Z\",\"level\":\"warning\","
            "\"event\":\"event\",\"a\":\"b\"}\n");
}

TEST(JsonLogTest, NothingThatIsLoggedBreaksTheLine) {
  for (const std::string& text :
       {std::string("line\nline"), std::string("quote\"\\"),
        std::string("\xff\xfe"), std::string("a\0b", 3), std::string("无锡")}) {
    const std::string line = Logged({{"text", text}});
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
}

TEST(RandomIdGeneratorTest, MakesSlugsThatDoNotRepeat) {
  RandomIdGenerator ids;
  std::set<std::string> seen;
  for (int i = 0; i < 10000; ++i) {
    const std::string id = ids.NewId("m");
    EXPECT_TRUE(model::IsSlug(id)) << id;
    EXPECT_TRUE(seen.insert(id).second);
  }
  EXPECT_EQ(ids.NewSalt().size(), 32u);
}

std::variant<Options, ExitNow> Parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "twinaidd");
  return ParseOptions(static_cast<int>(arguments.size()), arguments.data(),
                      "1.2.3");
}

TEST(OptionsTest, HaveDefaultsAndTakeFlags) {
  const auto plain = Parse({});
  ASSERT_TRUE(std::holds_alternative<Options>(plain));
  EXPECT_EQ(std::get<Options>(plain).listen,
            std::vector<std::string>{"127.0.0.1:7443"});
  const auto full = Parse({"--database", "d", "--listen", "unix:/s", "--listen",
                           "[::1]:0", "--workers", "2"});
  ASSERT_TRUE(std::holds_alternative<Options>(full));
  EXPECT_EQ(std::get<Options>(full).listen.size(), 2u);
  EXPECT_EQ(std::get<Options>(full).workers, 2);
}

TEST(OptionsTest, TellNobodyUnlessAWayIsNamed) {
  const auto plain = Parse({});
  ASSERT_TRUE(std::holds_alternative<Options>(plain));
  EXPECT_EQ(std::get<Options>(plain).webhook_url, "");
  EXPECT_EQ(std::get<Options>(plain).sendmail, "");
  const auto told = Parse({"--webhook-url", "https://aid.example/hook",
                           "--webhook-secret-file", "/s", "--sendmail",
                           "/usr/sbin/sendmail", "--mail-from", "a@b.example"});
  ASSERT_TRUE(std::holds_alternative<Options>(told));
  EXPECT_EQ(std::get<Options>(told).webhook_secret_file, "/s");
  EXPECT_EQ(std::get<Options>(told).mail_from, "a@b.example");
}

TEST(OptionsTest, NameAWayToTellWholeOrNotAtAll) {
  for (const std::vector<const char*>& bad :
       std::vector<std::vector<const char*>>{
           {"--webhook-url", "https://aid.example/hook"},
           {"--webhook-secret-file", "/s"},
           {"--sendmail", "/usr/sbin/sendmail"},
           {"--mail-from", "a@b.example"},
           {"--sendmail", "sendmail", "--mail-from", "a@b.example"},
           {"--sendmail", "/usr/sbin/sendmail", "--mail-from", "nobody"}}) {
    const auto parsed = Parse(bad);
    ASSERT_TRUE(std::holds_alternative<ExitNow>(parsed)) << bad[0];
    EXPECT_EQ(std::get<ExitNow>(parsed).code, 2) << bad[0];
  }
}

TEST(OptionsTest, EndsWithTwoWhenItIsNotUnderstood) {
  for (const std::vector<const char*>& bad :
       std::vector<std::vector<const char*>>{{"--listen", "0.0.0.0:1"},
                                             {"--workers", "0"},
                                             {"--no-such-flag"},
                                             {"word"}}) {
    const auto parsed = Parse(bad);
    ASSERT_TRUE(std::holds_alternative<ExitNow>(parsed)) << bad[0];
    EXPECT_EQ(std::get<ExitNow>(parsed).code, 2) << bad[0];
  }
  const auto help = Parse({"--help"});
  ASSERT_TRUE(std::holds_alternative<ExitNow>(help));
  EXPECT_EQ(std::get<ExitNow>(help).code, 0);
}

}  // namespace
}  // namespace twinaid::ops
