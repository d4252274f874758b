// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The webhook: where it may be, what it is told, and how it is called.
#include <string>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/notices/signature.h"
#include "service/notices/webhook_body.h"
#include "service/notices/webhook_sender.h"
#include "service/notices/webhook_url.h"
#include "tests/service/notices/local_http_server.h"
#include "tests/support/status_matchers.h"

namespace twinaid::notices {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kSecret[] = "0123456789abcdef";
constexpr auto kUnavailable = absl::StatusCode::kUnavailable;

const WebhookCall& Call() {
  static const auto& call = *new WebhookCall{
      "0123abcd", "{\"seq\":1}", absl::FromUnixSeconds(1'581'336'000)};
  return call;
}

WebhookSender SenderTo(const std::string& url,
                       absl::Duration timeout = absl::Seconds(10)) {
  return WebhookSender::Make(url, kSecret, timeout).value();
}

TEST(WebhookUrlTest, TakesHttpsAndOnThisMachineHttp) {
  for (const char* good :
       {"https://aid.example/hook", "https://aid.example:8443/a?b=c",
        "https://10.0.0.1/", "http://localhost/x", "http://127.0.0.1:80/",
        "http://127.8.9.10/", "http://[::1]:8080/hook"}) {
    EXPECT_THAT(ParseWebhookUrl(good), IsOk()) << good;
  }
  EXPECT_FALSE(ParseWebhookUrl("https://127.0.0.1.evil.example")->loopback);
  EXPECT_TRUE(ParseWebhookUrl("https://[::1]/")->loopback);
}

TEST(WebhookUrlTest, RefusesWhatIsNotPrivateOrNoUrl) {
  for (const char* bad :
       {"", "hook", "http://aid.example/", "http://10.0.0.1/",
        "http://127.0.0.1.evil.example/", "http://localhost.evil.example/",
        "http://127.0.0.1@evil.example/", "ftp://localhost/", "file:///etc/x",
        "https://user:word@aid.example/", "https://user@aid.example/",
        "http://[::2]/", "https://a b/"}) {
    const auto parsed = ParseWebhookUrl(bad);
    EXPECT_THAT(parsed, StatusIs(absl::StatusCode::kInvalidArgument)) << bad;
    EXPECT_EQ(model::ReasonOf(parsed.status()), "WEBHOOK_URL");
  }
}

TEST(WebhookSenderTest, RefusesASecretThatCanBeGuessed) {
  const auto made = WebhookSender::Make("https://aid.example/", "short");
  EXPECT_THAT(made, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(model::ReasonOf(made.status()), "WEBHOOK_SECRET");
}

TEST(WebhookBodyTest, TellsTheEventButNoSalt) {
  model::Event event;
  event.seq = 17;
  event.time = absl::FromUnixMicros(1'581'336'000'000'001);
  event.principal = "principals/someone";
  event.type = "match.declined";
  event.resource = "matches/m-1";
  event.places = {model::PlaceId::Trusted("wuxi")};
  event.details = {
      {"note_salt", "5a17"}, {"note_sha256", "d1"}, {"q", "无\xff"}};
  EXPECT_EQ(WebhookBody(event, "d"),
            "{\"delivery\":\"d\",\"seq\":17,\"type\":\"match.declined\","
            "\"time\":\"2020-02-10T12:00:00.000001Z\","
            "\"resource\":\"matches/m-1\",\"places\":[\"places/wuxi\"],"
            "\"details\":{\"note_sha256\":\"d1\",\"q\":\"无\uFFFD\"}}");
}

TEST(DeliveryIdTest, IsTheSameForOneEventAndRecipientOnly) {
  model::Event event;
  event.hash = std::string(64, 'a');
  const std::string id = DeliveryId(event, "");
  EXPECT_EQ(id, DeliveryId(event, ""));
  EXPECT_THAT(id, SizeIs(32));
  EXPECT_NE(id, DeliveryId(event, "a@b.example"));
  event.hash[0] = 'b';
  EXPECT_NE(id, DeliveryId(event, ""));
}

TEST(WebhookSenderTest, PostsTheBodySignedAndNamed) {
  const LocalHttpServer server({204});
  EXPECT_THAT(SenderTo(server.url()).Send(Call()), IsOk());
  ASSERT_THAT(server.requests(), SizeIs(1));
  const Request request = server.requests()[0];
  EXPECT_EQ(request.line, "POST /hook HTTP/1.1");
  EXPECT_EQ(request.body, Call().body);
  EXPECT_EQ(request.Header("Content-Type"), "application/json");
  EXPECT_EQ(request.Header("Twinaid-Delivery"), "0123abcd");
  EXPECT_EQ(request.Header("Twinaid-Signature"),
            Signature(kSecret, Call().time, Call().body));
  EXPECT_THAT(request.head, Not(HasSubstr(kSecret)));
}

TEST(WebhookSenderTest, TakesNoAnswerButSuccessForOne) {
  const LocalHttpServer server({500, 404, 304, 300});
  for (const char* code : {"500", "404", "304", "300"}) {
    const absl::Status status = SenderTo(server.url()).Send(Call());
    EXPECT_THAT(status, StatusIs(kUnavailable));
    EXPECT_THAT(std::string(status.message()), HasSubstr(code));
  }
  EXPECT_THAT(SenderTo(server.url()).Send(Call()), IsOk());
}

TEST(WebhookSenderTest, FollowsNoRedirect) {
  const LocalHttpServer server({LocalHttpServer::kRedirect});
  EXPECT_THAT(SenderTo(server.url()).Send(Call()), StatusIs(kUnavailable));
  EXPECT_THAT(server.requests(), SizeIs(1));
}

TEST(WebhookSenderTest, GivesUpOnAReceiverThatHangsOrDropsOrIsGone) {
  std::string gone;
  {
    const LocalHttpServer server(
        {LocalHttpServer::kHang, LocalHttpServer::kDrop});
    gone = server.url();
    EXPECT_THAT(SenderTo(server.url(), absl::Milliseconds(200)).Send(Call()),
                StatusIs(kUnavailable));
    EXPECT_THAT(SenderTo(server.url()).Send(Call()), StatusIs(kUnavailable));
    EXPECT_THAT(server.requests(), SizeIs(2));
  }
  EXPECT_THAT(SenderTo(gone).Send(Call()), StatusIs(kUnavailable));
}

// The stand-in speaks no TLS: what matters is that nothing goes out in plain.
TEST(WebhookSenderTest, SendsNothingInPlainToAnAddressOfHttps) {
  const LocalHttpServer server;
  std::string url = server.url();
  url.insert(4, "s");
  EXPECT_THAT(SenderTo(url, absl::Milliseconds(500)).Send(Call()),
              StatusIs(kUnavailable));
  EXPECT_THAT(server.requests(), SizeIs(0));
}

}  // namespace
}  // namespace twinaid::notices
