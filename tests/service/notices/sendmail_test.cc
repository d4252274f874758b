// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Mail goes out by a command, and a command can fail in many ways.
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/notices/child.h"
#include "service/notices/mail_message.h"
#include "service/notices/sendmail_sender.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::notices {
namespace {

using ::testing::HasSubstr;

constexpr auto kUnavailable = absl::StatusCode::kUnavailable;

class SendmailTest : public ::testing::Test {
 protected:
  // A program of the shell; $DIR in it is the folder of the test.
  std::string Script(const std::string& name, const std::string& body) {
    const std::string path = folder_.File(name);
    std::ofstream(path) << "#!/bin/sh\n"
                        << absl::StrReplaceAll(body,
                                               {{"$DIR", folder_.File("")}})
                        << "\n";
    EXPECT_EQ(::chmod(path.c_str(), 0700), 0);
    return path;
  }
  std::string Text(const std::string& name) {
    std::ifstream file(folder_.File(name));
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }
  static Mail Letter() {
    return {"0123", "office@wuxi.example", "Sent: 口罩", "One\n.\nTwo\n",
            absl::FromUnixSeconds(1'581'336'000)};
  }

  const ScratchFolder folder_;
};

TEST_F(SendmailTest, HandsOverTheMessageAndTheAddress) {
  const std::string command =
      Script("sendmail", "printf '%s|' \"$@\" >$DIR/args; cat >$DIR/mail");
  const auto sender = SendmailSender::Make(command, "noreply@aid.example");
  ASSERT_THAT(sender, IsOk());
  EXPECT_THAT(sender->Send(Letter()), IsOk());
  EXPECT_EQ(Text("args"), "-i|-f|noreply@aid.example|--|office@wuxi.example|");
  EXPECT_EQ(Text("mail"), *MailMessage(Letter(), "noreply@aid.example"));
}

TEST_F(SendmailTest, TellsHowTheCommandFailed) {
  const auto failing = SendmailSender::Make(
      Script("sendmail", "cat >/dev/null; echo 'queue full' >&2; exit 75"),
      "noreply@aid.example");
  const absl::Status status = failing->Send(Letter());
  EXPECT_THAT(status, StatusIs(kUnavailable));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("ended with status 75: queue full"));
  const auto killed = SendmailSender::Make(Script("killed", "kill -9 $$"),
                                           "noreply@aid.example");
  EXPECT_THAT(std::string(killed->Send(Letter()).message()),
              HasSubstr("signal 9"));
}

TEST_F(SendmailTest, KillsACommandThatHangsAndWhatItStarted) {
  const std::string hangs = Script("hangs", "sleep 1000 & sleep 1000");
  const absl::Status status =
      RunChild({hangs}, "text", absl::Milliseconds(200));
  EXPECT_THAT(status, StatusIs(kUnavailable));
  EXPECT_THAT(std::string(status.message()), HasSubstr("was killed"));
}

TEST_F(SendmailTest, DoesNotWaitForWhatTheCommandLeavesBehind) {
  const std::string path = Script("leaves", "sleep 1000 & echo $! >$DIR/pid");
  EXPECT_THAT(RunChild({path}, "text", absl::Seconds(60)), IsOk());
  std::system(absl::StrCat("kill ", Text("pid")).c_str());
}

TEST_F(SendmailTest, SurvivesACommandThatDoesNotRead) {
  const std::string text(1'000'000, 'x');
  EXPECT_THAT(
      RunChild({Script("deaf", "exec <&-; exit 0")}, text, absl::Seconds(60)),
      IsOk());
  EXPECT_THAT(
      RunChild({Script("reads", "cat >$DIR/all")}, text, absl::Seconds(60)),
      IsOk());
  EXPECT_EQ(Text("all"), text);
  EXPECT_THAT(RunChild({Script("loud", "cat /dev/zero | head -c 1000000 >&2")},
                       "", absl::Seconds(60)),
              IsOk());
}

TEST_F(SendmailTest, GivesTheCommandNothingOfOurs) {
  const std::string path =
      Script("curious", "env >$DIR/env; ls /proc/self/fd | wc -l >$DIR/files");
  EXPECT_THAT(RunChild({path}, "", absl::Seconds(60)), IsOk());
  EXPECT_THAT(Text("env"), HasSubstr("PATH=/usr/sbin:"));
  EXPECT_EQ(Text("env").find("HOME="), std::string::npos);
  EXPECT_LE(std::stoi(Text("files")), 4) << "three, and the folder it lists";
}

TEST_F(SendmailTest, RefusesACommandThatCannotBe) {
  for (const std::string& bad :
       {std::string("sendmail"), std::string(""), folder_.File("none")}) {
    const auto sender = SendmailSender::Make(bad, "noreply@aid.example");
    EXPECT_THAT(sender, StatusIs(absl::StatusCode::kInvalidArgument)) << bad;
    EXPECT_EQ(model::ReasonOf(sender.status()), "SENDMAIL");
  }
  for (const char* bad : {"", "aid", "a@b.example\nBcc: c@d.example"}) {
    EXPECT_THAT(SendmailSender::Make("/bin/true", bad),
                StatusIs(absl::StatusCode::kInvalidArgument));
  }
  const auto vanished = SendmailSender::Make(Script("v", ""), "a@b.example");
  ASSERT_THAT(vanished, IsOk());
  std::remove(folder_.File("v").c_str());
  EXPECT_THAT(vanished->Send(Letter()), StatusIs(kUnavailable));
}

TEST_F(SendmailTest, RefusesAnAddressThatWouldBeAnOption) {
  const auto sender = SendmailSender::Make("/bin/true", "a@b.example");
  Mail mail = Letter();
  mail.to = "-bs@b.example";
  EXPECT_THAT(sender->Send(mail), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace twinaid::notices
