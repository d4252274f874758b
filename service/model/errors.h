// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The making of errors: a code, a reason, a text in both languages, details.
// Only the named factories in <resource>_errors.cc call it.
#ifndef TWINAID_SERVICE_MODEL_ERRORS_H_
#define TWINAID_SERVICE_MODEL_ERRORS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace twinaid::model {

// The languages people read errors in.
enum class Language { kEnglish, kChinese };

// ErrorInfo.domain of every error of ours.
inline constexpr char kErrorDomain[] = "twinaid";

// What an error says, in plain types; see google/rpc/error_details.proto.
struct ErrorSpec {
  absl::StatusCode code = absl::StatusCode::kUnknown;
  // UPPER_SNAKE_CASE, stable: callers branch on it.
  std::string reason;
  // Texts for people. `{key}` is replaced by metadata[key]; see zh_words.
  std::string en;
  std::string zh;
  // Every variable of the texts.
  std::map<std::string, std::string> metadata;
  // What the Chinese text says instead of metadata[key], where that is a code.
  std::map<std::string, std::string> zh_words = {};
  // INVALID_ARGUMENT: the path of the offending field, "need.quantity".
  std::string field;
  // NOT_FOUND, ALREADY_EXISTS: "twinaid.Need" and the resource name.
  std::string resource_type;
  std::string resource_name;
  // FAILED_PRECONDITION: the subject whose state is wrong.
  std::string precondition_subject;
  // RESOURCE_EXHAUSTED: what ran out.
  std::string quota_subject;
  // UNAVAILABLE: when to try again.
  std::optional<absl::Duration> retry_after;
  // INTERNAL: what only those who mend us need; for the log, not for callers.
  std::string cause;
};

// What is shown of a text that came from outside: at most max_bytes of it, made
// valid UTF-8, with an ellipsis where it was cut.
std::string Shown(absl::string_view text, int max_bytes);

// A status with exactly one ErrorInfo payload, the payload that its code asks
// for, and the Chinese text. The message is the English text.
absl::Status MakeError(const ErrorSpec& spec);

// The reason of an error of ours; empty for any other status.
std::string ReasonOf(const absl::Status& status);

// The field path of an INVALID_ARGUMENT of ours; empty if there is none.
std::string FieldOf(const absl::Status& status);

// What the log is told besides the message; empty where there is no more.
std::string CauseOf(const absl::Status& status);

// The text for people in `language`; the English message where no other is.
std::string TextOf(const absl::Status& status, Language language);

// The same error with its field path prefixed: "needs[3]." + "quantity".
// Statuses without a field come back unchanged.
absl::Status AtField(const absl::Status& status, absl::string_view prefix);

// The same error about another field: "place_a" instead of "name". Statuses
// without a field come back unchanged.
absl::Status ForField(const absl::Status& status, absl::string_view field);

// True for the type URLs of payloads that are for this process only: the
// Chinese text, which the edge turns into google.rpc.LocalizedMessage, and the
// cause. They never go out.
bool StaysInside(absl::string_view type_url);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ERRORS_H_
