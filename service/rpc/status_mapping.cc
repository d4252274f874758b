// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/status_mapping.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/model/text.h"

namespace twinaid::rpc {
namespace {

constexpr absl::Duration kRetryAfter = absl::Milliseconds(200);

absl::Status Unexpected() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInternal;
  spec.reason = "UNEXPECTED";
  spec.en = "the server met a fault of its own; the call changed nothing";
  spec.zh = "服务器内部出错；此次调用没有改变任何内容";
  return model::MakeError(spec);
}

absl::Status Simple(absl::StatusCode code, const char* reason, const char* en,
                    const char* zh) {
  model::ErrorSpec spec;
  spec.code = code;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  if (code == absl::StatusCode::kUnavailable) spec.retry_after = kRetryAfter;
  return model::MakeError(spec);
}

// Names of rows and what was found in them are for the log: whoever asked may
// not be granted them.
absl::Status OfDamage(absl::string_view reason) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kDataLoss;
  spec.reason = std::string(reason);
  spec.en =
      "the database is damaged; tell whoever runs the server, whose log says "
      "what was found and how to restore it";
  spec.zh = "数据库已损坏；请告知服务器管理员，日志中有详情及恢复方法";
  return model::MakeError(spec);
}

absl::Status ForCallers(const absl::Status& given) {
  const std::string reason = model::ReasonOf(given);
  if (reason.empty()) return Unexpected();
  return absl::IsDataLoss(given) ? OfDamage(reason) : given;
}

}  // namespace

model::Language LanguageOf(absl::string_view accept_language) {
  for (absl::string_view range : absl::StrSplit(accept_language, ',')) {
    const std::string tag =
        absl::AsciiStrToLower(absl::StripAsciiWhitespace(range));
    if (absl::StartsWith(tag, "zh")) return model::Language::kChinese;
    if (absl::StartsWith(tag, "en")) return model::Language::kEnglish;
  }
  return model::Language::kEnglish;
}

grpc::Status ToGrpc(const absl::Status& given, model::Language language) {
  if (given.ok()) return grpc::Status::OK;
  const absl::Status status = ForCallers(given);
  google::rpc::Status details;
  details.set_code(static_cast<int>(status.code()));
  details.set_message(model::ValidUtf8(status.message()));
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    if (model::StaysInside(url)) return;
    google::protobuf::Any* detail = details.add_details();
    detail->set_type_url(std::string(url));
    detail->set_value(std::string(payload));
  });
  google::rpc::LocalizedMessage text;
  text.set_locale(language == model::Language::kChinese ? "zh-CN" : "en-US");
  text.set_message(model::ValidUtf8(model::TextOf(status, language)));
  details.add_details()->PackFrom(text);
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()),
                      details.message(), details.SerializeAsString());
}

absl::Status ServerBusy() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kResourceExhausted;
  spec.reason = "SERVER_BUSY";
  spec.en = "too many calls are waiting; nothing was done, try again soon";
  spec.zh = "等待处理的调用过多；未做任何处理，请稍后重试";
  spec.quota_subject = "waiting calls";
  spec.retry_after = kRetryAfter;
  return model::MakeError(spec);
}

absl::Status ServerStopping() {
  return Simple(absl::StatusCode::kUnavailable, "SERVER_STOPPING",
                "the server is stopping; try again soon",
                "服务器正在停止；请稍后重试");
}

absl::Status DeadlineOver() {
  return Simple(absl::StatusCode::kDeadlineExceeded, "DEADLINE_TOO_SHORT",
                "the deadline was over before the work began; nothing was "
                "changed, allow more time",
                "期限在处理开始前已过；没有改变任何内容，请给予更长的时间");
}

absl::Status DeadlineRequired() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "DEADLINE_REQUIRED";
  spec.en =
      "the call has no deadline; set one, 20 seconds for example, so that no "
      "work goes on for a caller who has gone";
  spec.zh =
      "调用没有期限；请设置期限（例如 20 秒），以免调用者离开后仍继续处理";
  spec.field = "grpc-timeout";
  return model::MakeError(spec);
}

absl::Status CallCancelled() {
  return Simple(absl::StatusCode::kCancelled, "CALL_CANCELLED",
                "the caller hung up before the work began",
                "调用者在处理开始前已取消");
}

absl::Status WatcherTooSlow() {
  return Simple(absl::StatusCode::kCancelled, "WATCHER_TOO_SLOW",
                "the caller took no event for too long; with its resume token "
                "it can go on",
                "调用者过久未接收事件；可凭 resume token 继续");
}

absl::Status TooManyWatchers(int limit) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kResourceExhausted;
  spec.reason = "TOO_MANY_WATCHERS";
  spec.en = "{limit} event streams are open already; close one, then try again";
  spec.zh = "已有 {limit} 个事件流打开；请先关闭一个再重试";
  spec.metadata = {{"limit", absl::StrCat(limit)}};
  spec.quota_subject = "watchers";
  spec.retry_after = absl::Seconds(1);
  return model::MakeError(spec);
}

}  // namespace twinaid::rpc
