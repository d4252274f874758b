// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/webhook_url.h"

#include <curl/curl.h>

#include <memory>
#include <vector>

#include "absl/strings/str_split.h"
#include "service/model/errors.h"

namespace twinaid::notices {
namespace {

struct Freer {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};
using Url = std::unique_ptr<CURLU, Freer>;

// Empty where the URL has no such part.
std::string Part(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return "";
  const std::unique_ptr<char, Freer> owned(text);
  return text;
}

// libcurl has made four plain numbers of whatever a URL may write for them.
bool IsLoopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") return true;
  const std::vector<std::string> parts = absl::StrSplit(host, '.');
  if (parts.size() != 4 || parts[0] != "127") return false;
  return host.find_first_not_of("0123456789.") == std::string::npos;
}

absl::Status BadUrl(absl::string_view text) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "WEBHOOK_URL";
  spec.en =
      "cannot call the webhook {url}: name https://HOST/PATH without a user or "
      "a password; http is for 127.0.0.1, [::1] and localhost alone";
  spec.zh =
      "无法调用网络钩子 {url}：请指定不含用户名和密码的 `https://主机/路径`；"
      "http 仅限 127.0.0.1、[::1] 和 localhost";
  spec.metadata = {{"url", model::Shown(text, 200)}};
  spec.field = "webhook_url";
  return model::MakeError(spec);
}

}  // namespace

absl::StatusOr<WebhookUrl> ParseWebhookUrl(absl::string_view text) {
  WebhookUrl parsed = {std::string(text), false};
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, parsed.text.c_str(), 0) !=
      CURLUE_OK) {
    return BadUrl(text);
  }
  const std::string scheme = Part(url, CURLUPART_SCHEME);
  parsed.loopback = IsLoopback(Part(url, CURLUPART_HOST));
  const bool private_way =
      scheme == "https" || (scheme == "http" && parsed.loopback);
  const bool has_login = !Part(url, CURLUPART_USER).empty() ||
                         !Part(url, CURLUPART_PASSWORD).empty();
  if (!private_way || has_login) return BadUrl(text);
  return parsed;
}

}  // namespace twinaid::notices
