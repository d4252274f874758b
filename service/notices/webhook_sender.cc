// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/webhook_sender.h"

#include <curl/curl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/notices/signature.h"

namespace twinaid::notices {
namespace {

constexpr absl::Duration kConnectWithin = absl::Seconds(5);
constexpr int kLeastGood = 200;
constexpr int kMostGood = 299;

struct Freer {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Freer>;
using Headers = std::unique_ptr<curl_slist, Freer>;

// Nobody reads the answer's body; the timeout bounds how much of it comes.
std::size_t Drop(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

void Append(Headers& headers, const std::string& line) {
  curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) return;
  headers.release();  // NOLINT(bugprone-unused-return-value): `longer` has it
  headers.reset(longer);
}

long Millis(absl::Duration time) {
  return static_cast<long>(absl::ToInt64Milliseconds(time));
}

absl::Status BadSecret() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "WEBHOOK_SECRET";
  spec.en =
      "the secret of the webhook is too short: put at least {least} bytes into "
      "the file, of `openssl rand -hex 32` for example";
  spec.zh =
      "网络钩子的密钥太短：文件中至少应有 {least} 字节，例如 `openssl rand "
      "-hex 32` 的输出";
  spec.metadata = {{"least", absl::StrCat(kLeastSecretBytes)}};
  spec.field = "webhook_secret_file";
  return model::MakeError(spec);
}

}  // namespace

absl::StatusOr<WebhookSender> WebhookSender::Make(absl::string_view url,
                                                  absl::string_view secret,
                                                  absl::Duration timeout) {
  TWINAID_ASSIGN_OR_RETURN(WebhookUrl parsed, ParseWebhookUrl(url));
  if (secret.size() < std::size_t{kLeastSecretBytes}) return BadSecret();
  curl_global_init(CURL_GLOBAL_DEFAULT);
  return WebhookSender(std::move(parsed), std::string(secret), timeout);
}

WebhookSender::WebhookSender(WebhookUrl url, std::string secret,
                             absl::Duration timeout)
    : url_(std::move(url)), secret_(std::move(secret)), timeout_(timeout) {}

absl::Status WebhookSender::Send(const WebhookCall& call) const {
  const Handle handle(curl_easy_init());
  if (handle == nullptr) return absl::UnavailableError("no memory for a call");
  Headers headers;
  Append(headers, "Content-Type: application/json");
  Append(headers, absl::StrCat("Twinaid-Delivery: ", call.delivery));
  Append(headers, absl::StrCat("Twinaid-Signature: ",
                               Signature(secret_, call.time, call.body)));
  // Many a small receiver does not know how to say "go on".
  Append(headers, "Expect:");
  std::array<char, CURL_ERROR_SIZE> error{};
  CURL* curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error.data());
  curl_easy_setopt(curl, CURLOPT_URL, url_.text.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, Millis(timeout_));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, Millis(kConnectWithin));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "twinaid");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(call.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Drop);
  // What is plain text on this machine goes through no proxy.
  if (url_.loopback) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  const CURLcode result = curl_easy_perform(curl);
  if (result != CURLE_OK) {
    return absl::UnavailableError(absl::StrCat(
        "the webhook did not answer: ",
        error[0] != '\0' ? error.data() : curl_easy_strerror(result)));
  }
  long code = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
  if (code >= kLeastGood && code <= kMostGood) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("the webhook answered with status ", code));
}

}  // namespace twinaid::notices
