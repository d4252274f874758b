// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/errors.h"

#include <google/rpc/error_details.pb.h>

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr char kTypePrefix[] = "type.googleapis.com/";
constexpr char kInsidePrefix[] = "twinaid/";
constexpr char kChineseTextUrl[] = "twinaid/text.zh";
constexpr char kCauseUrl[] = "twinaid/cause";

template <typename T>
std::string UrlOf() {
  return absl::StrCat(kTypePrefix, T::descriptor()->full_name());
}

template <typename T>
void SetDetail(absl::Status& status, const T& detail) {
  status.SetPayload(UrlOf<T>(), absl::Cord(detail.SerializeAsString()));
}

template <typename T>
T DetailOf(const absl::Status& status) {
  T detail;
  const absl::optional<absl::Cord> payload = status.GetPayload(UrlOf<T>());
  if (payload.has_value() && !detail.ParseFromString(std::string(*payload))) {
    detail.Clear();
  }
  return detail;
}

// The template with every {key} replaced.
std::string Render(const std::string& text,
                   const std::map<std::string, std::string>& metadata) {
  std::vector<std::pair<std::string, std::string>> replacements;
  replacements.reserve(metadata.size());
  for (const auto& [key, value] : metadata) {
    replacements.emplace_back(absl::StrCat("{", key, "}"), value);
  }
  return absl::StrReplaceAll(text, replacements);
}

void SetFieldViolation(absl::Status& status, const std::string& field,
                       absl::string_view description) {
  google::rpc::BadRequest detail;
  google::rpc::BadRequest::FieldViolation* violation =
      detail.add_field_violations();
  violation->set_field(field);
  violation->set_description(std::string(description));
  SetDetail(status, detail);
}

}  // namespace

std::string Shown(absl::string_view text, int max_bytes) {
  const bool cut = text.size() > static_cast<std::size_t>(max_bytes);
  std::string shown = ValidUtf8(text.substr(0, max_bytes));
  return cut ? absl::StrCat(shown, "…") : shown;
}

absl::Status MakeError(const ErrorSpec& spec) {
  const std::string text = Render(spec.en, spec.metadata);
  absl::Status status(spec.code, text);
  google::rpc::ErrorInfo info;
  info.set_reason(spec.reason);
  info.set_domain(kErrorDomain);
  info.mutable_metadata()->insert(spec.metadata.begin(), spec.metadata.end());
  SetDetail(status, info);
  if (!spec.field.empty()) SetFieldViolation(status, spec.field, text);
  if (!spec.resource_name.empty()) {
    google::rpc::ResourceInfo detail;
    detail.set_resource_type(spec.resource_type);
    detail.set_resource_name(spec.resource_name);
    detail.set_description(text);
    SetDetail(status, detail);
  }
  if (!spec.precondition_subject.empty()) {
    google::rpc::PreconditionFailure detail;
    auto* violation = detail.add_violations();
    violation->set_type(spec.reason);
    violation->set_subject(spec.precondition_subject);
    violation->set_description(text);
    SetDetail(status, detail);
  }
  if (!spec.quota_subject.empty()) {
    google::rpc::QuotaFailure detail;
    auto* violation = detail.add_violations();
    violation->set_subject(spec.quota_subject);
    violation->set_description(text);
    SetDetail(status, detail);
  }
  if (spec.retry_after.has_value()) {
    google::rpc::RetryInfo detail;
    const std::int64_t nanos = absl::ToInt64Nanoseconds(*spec.retry_after);
    detail.mutable_retry_delay()->set_seconds(nanos / 1'000'000'000);
    detail.mutable_retry_delay()->set_nanos(
        static_cast<std::int32_t>(nanos % 1'000'000'000));
    SetDetail(status, detail);
  }
  std::map<std::string, std::string> words = spec.zh_words;
  words.insert(spec.metadata.begin(), spec.metadata.end());  // the others
  status.SetPayload(kChineseTextUrl, absl::Cord(Render(spec.zh, words)));
  if (!spec.cause.empty()) status.SetPayload(kCauseUrl, absl::Cord(spec.cause));
  return status;
}

std::string ReasonOf(const absl::Status& status) {
  return DetailOf<google::rpc::ErrorInfo>(status).reason();
}

std::string FieldOf(const absl::Status& status) {
  const auto detail = DetailOf<google::rpc::BadRequest>(status);
  if (detail.field_violations().empty()) return "";
  return detail.field_violations(0).field();
}

std::string CauseOf(const absl::Status& status) {
  const absl::optional<absl::Cord> cause = status.GetPayload(kCauseUrl);
  return cause.has_value() ? std::string(*cause) : "";
}

std::string TextOf(const absl::Status& status, Language language) {
  if (language == Language::kChinese) {
    const absl::optional<absl::Cord> text = status.GetPayload(kChineseTextUrl);
    if (text.has_value() && !text->empty()) return std::string(*text);
  }
  return std::string(status.message());
}

bool StaysInside(absl::string_view type_url) {
  return absl::StartsWith(type_url, kInsidePrefix);
}

absl::Status AtField(const absl::Status& status, absl::string_view prefix) {
  const std::string field = FieldOf(status);
  if (field.empty()) return status;
  absl::Status at = status;
  SetFieldViolation(at, absl::StrCat(prefix, field), status.message());
  return at;
}

absl::Status ForField(const absl::Status& status, absl::string_view field) {
  if (FieldOf(status).empty()) return status;
  absl::Status about = status;
  SetFieldViolation(about, std::string(field), status.message());
  return about;
}

}  // namespace twinaid::model
