// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/mail_message.h"

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "tests/support/status_matchers.h"

namespace twinaid::notices {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Mail Plain() {
  return {"0123", "office@wuxi.example", "Hello", "One\nTwo\n",
          absl::FromUnixSeconds(1'581'336'000)};
}

// The text that encoded words stand for.
std::string Decoded(const std::string& words) {
  std::string text;
  for (const absl::string_view word : absl::StrSplit(words, "\n ")) {
    EXPECT_LE(word.size(), 75U);
    EXPECT_TRUE(absl::StartsWith(word, "=?UTF-8?B?")) << word;
    std::string part;
    EXPECT_TRUE(absl::Base64Unescape(word.substr(10, word.size() - 12), &part));
    text += part;
  }
  return text;
}

TEST(MailMessageTest, IsWholeAndInOrder) {
  const auto message = MailMessage(Plain(), "noreply@aid.example");
  ASSERT_THAT(message, IsOk());
  EXPECT_EQ(*message,
            "From: Twinaid <noreply@aid.example>\n"
            "To: <office@wuxi.example>\n"
            "Subject: =?UTF-8?B?SGVsbG8=?=\n"
            "Date: Mon, 10 Feb 2020 12:00:00 +0000\n"
            "Message-ID: <0123@aid.example>\n"
            "Auto-Submitted: auto-generated\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: base64\n"
            "\n"
            "T25lDQpUd28NCg==\n");
}

TEST(MailMessageTest, LongTextsAreCutIntoLinesButNoCharacterIs) {
  std::string subject;
  for (int i = 0; i < 60; ++i) absl::StrAppend(&subject, "无锡", i % 7);
  EXPECT_EQ(Decoded(EncodedWords(subject)), subject);
  for (const absl::string_view word :
       absl::StrSplit(EncodedWords(subject), "\n ")) {
    std::string part;
    ASSERT_TRUE(absl::Base64Unescape(word.substr(10, word.size() - 12), &part));
    EXPECT_NE(static_cast<unsigned char>(part[0]) & 0xC0U, 0x80U);
  }
  Mail mail = Plain();
  mail.body = std::string(10'000, 'x');
  const auto message = MailMessage(mail, "noreply@aid.example");
  ASSERT_THAT(message, IsOk());
  for (const absl::string_view line : absl::StrSplit(*message, '\n')) {
    EXPECT_LE(line.size(), 78U);
  }
}

TEST(MailMessageTest, NothingInATextBecomesAHeader) {
  Mail mail = Plain();
  mail.subject = "Hello\r\nBcc: all@evil.example\n\nbody";
  mail.body = ".\nBcc: all@evil.example\n\xff";
  const auto message = MailMessage(mail, "noreply@aid.example");
  ASSERT_THAT(message, IsOk());
  EXPECT_THAT(*message, Not(HasSubstr("Bcc")));
  EXPECT_THAT(*message, Not(HasSubstr("evil")));
}

TEST(MailMessageTest, RefusesAddressesThatAreMoreThanOne) {
  for (const char* bad : {"", "nobody", "a@b.example\nBcc: c@d.example",
                          "a@b.example,c@d.example", "a@b.example c@d.example",
                          "<a@b.example>", "a@b.example\r", "-oQ/tmp@b.example",
                          "a@b@c.example", "\"a\"@b.example"}) {
    Mail mail = Plain();
    mail.to = bad;
    EXPECT_THAT(MailMessage(mail, "noreply@aid.example"),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << bad;
    EXPECT_THAT(MailMessage(Plain(), bad),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << bad;
  }
}

}  // namespace
}  // namespace twinaid::notices
