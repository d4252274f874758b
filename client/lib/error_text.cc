// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/error_text.h"

#include <google/rpc/error_details.pb.h>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace twinaid::client {
namespace {

// The first detail of type T, or an empty one.
template <typename T>
T DetailOf(const google::rpc::Status& status) {
  T detail;
  for (const google::protobuf::Any& any : status.details()) {
    if (any.UnpackTo(&detail)) return detail;
  }
  return T();
}

}  // namespace

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) details.Clear();
  return details;
}

std::string ReasonOf(const grpc::Status& status) {
  return DetailOf<google::rpc::ErrorInfo>(DetailsOf(status)).reason();
}

std::string CodeName(grpc::StatusCode code) {
  return absl::StatusCodeToString(static_cast<absl::StatusCode>(code));
}

std::string ErrorText(const grpc::Status& status) {
  const google::rpc::Status details = DetailsOf(status);
  const auto info = DetailOf<google::rpc::ErrorInfo>(details);
  const auto localized = DetailOf<google::rpc::LocalizedMessage>(details);
  // The words around it are in the language of the message.
  const bool chinese = absl::StartsWith(localized.locale(), "zh");
  std::string text = CodeName(status.error_code());
  if (!info.reason().empty()) absl::StrAppend(&text, " ", info.reason());
  absl::StrAppend(&text, chinese ? "：" : ": ",
                  localized.message().empty() ? status.error_message()
                                              : localized.message(),
                  "\n");
  const auto bad_request = DetailOf<google::rpc::BadRequest>(details);
  for (const auto& violation : bad_request.field_violations()) {
    absl::StrAppend(
        &text, chinese ? "  字段：" : "  field: ", violation.field(), "\n");
  }
  const auto resource = DetailOf<google::rpc::ResourceInfo>(details);
  if (!resource.resource_name().empty()) {
    absl::StrAppend(&text, chinese ? "  对象：" : "  resource: ",
                    resource.resource_name(), "\n");
  }
  const auto precondition = DetailOf<google::rpc::PreconditionFailure>(details);
  for (const auto& violation : precondition.violations()) {
    absl::StrAppend(
        &text, chinese ? "  对象：" : "  subject: ", violation.subject(), "\n");
  }
  const auto retry = DetailOf<google::rpc::RetryInfo>(details);
  if (retry.has_retry_delay()) {
    const std::string seconds =
        absl::StrCat(retry.retry_delay().seconds(), ".",
                     retry.retry_delay().nanos() / 100'000'000);
    text += chinese ? absl::StrCat("  请在 ", seconds, " 秒后重试\n")
                    : absl::StrCat("  try again in: ", seconds, " s\n");
  }
  return text;
}

}  // namespace twinaid::client
