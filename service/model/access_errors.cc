// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/access_errors.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

// What is listed of the grants in an error; the rest is counted.
constexpr std::size_t kShownGrants = 5;

absl::Status Unauthenticated(ErrorSpec spec) {
  spec.code = absl::StatusCode::kUnauthenticated;
  return MakeError(spec);
}

absl::Status Exhausted(ErrorSpec spec, absl::Duration retry_after) {
  spec.code = absl::StatusCode::kResourceExhausted;
  spec.retry_after = retry_after;
  return MakeError(spec);
}

template <typename IdType>
void Append(const std::vector<IdType>& grants, bool every,
            std::vector<std::string>& shown) {
  if (every) {
    shown.push_back(absl::StrCat(TagOf<IdType>::type::kCollection, "/-"));
  }
  for (const IdType& each : grants) shown.push_back(ToName(each));
}

// "审计、管理" of "auditor, admin"; what is no role stays as it is.
std::string RolesInChinese(absl::string_view allowed) {
  return absl::StrJoin(absl::StrSplit(allowed, ", "), "、",
                       [](std::string* out, absl::string_view word) {
                         const std::optional<Role> role = FromWord<Role>(word);
                         absl::StrAppend(out,
                                         role ? ChineseWordOf(*role) : word);
                       });
}

std::string GrantsOf(const Principal& principal) {
  std::vector<std::string> shown;
  Append(principal.places, principal.every_place, shown);
  Append(principal.schemes, principal.every_scheme, shown);
  if (shown.empty()) return "-";
  const std::size_t all = shown.size();
  if (all > kShownGrants) {
    shown.resize(kShownGrants);
    shown.push_back(absl::StrCat("+", all - kShownGrants));
  }
  return absl::StrJoin(shown, ", ");
}

}  // namespace

absl::Status TokenRequired() {
  ErrorSpec spec;
  spec.reason = "TOKEN_REQUIRED";
  spec.en =
      "this call needs a token: send `authorization: Bearer ID.SECRET`; "
      "with twinaid, `twinaid login` or TWINAID_TOKEN_FILE; ask whoever "
      "runs the server for one";
  spec.zh =
      "此调用需要令牌：请发送 `authorization: Bearer ID.SECRET`；使用 "
      "twinaid 时可用 `twinaid login` 或 TWINAID_TOKEN_FILE；"
      "请向服务器管理者索取令牌";
  return Unauthenticated(spec);
}

absl::Status TokenNotValid() {
  ErrorSpec spec;
  spec.reason = "TOKEN_NOT_VALID";
  spec.en =
      "the token is not valid; check that it was copied whole "
      "(ID.SECRET), or ask whoever runs the server for a new one";
  spec.zh =
      "令牌无效；请检查是否完整复制（ID.SECRET），"
      "或向服务器管理者索取新令牌";
  return Unauthenticated(spec);
}

absl::Status TokenExpired(const TokenName& token, absl::Time since) {
  ErrorSpec spec;
  spec.reason = "TOKEN_EXPIRED";
  spec.en = "the token {token} expired at {time}; ask for a new one";
  spec.zh = "令牌 {token} 已于 {time} 过期；请索取新令牌";
  spec.metadata = {{"token", token.ToString()},
                   {"time", absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", since,
                                             absl::UTCTimeZone())}};
  return Unauthenticated(spec);
}

absl::Status TokenRevoked(const TokenName& token) {
  ErrorSpec spec;
  spec.reason = "TOKEN_REVOKED";
  spec.en = "the token {token} was revoked; ask for a new one";
  spec.zh = "令牌 {token} 已被撤销；请索取新令牌";
  spec.metadata = {{"token", token.ToString()}};
  return Unauthenticated(spec);
}

absl::Status PrincipalDisabled(const PrincipalId& principal) {
  ErrorSpec spec;
  spec.reason = "PRINCIPAL_DISABLED";
  spec.en = "{principal} is disabled; ask whoever runs the server";
  spec.zh = "{principal} 已停用；请联系服务器管理者";
  spec.metadata = {{"principal", ToName(principal)}};
  return Unauthenticated(spec);
}

absl::Status LoginSlowed(absl::Duration retry_after) {
  ErrorSpec spec;
  spec.reason = "LOGIN_SLOWED";
  spec.en =
      "too many failed logins; wait {wait}, then try again with the "
      "right token";
  spec.zh = "登录失败次数过多；请等待 {wait} 后使用正确的令牌重试";
  spec.metadata = {{"wait", absl::FormatDuration(retry_after)}};
  spec.quota_subject = "logins";
  return Exhausted(spec, retry_after);
}

absl::Status TooManyCalls(const PrincipalId& principal,
                          absl::Duration retry_after) {
  ErrorSpec spec;
  spec.reason = "TOO_MANY_CALLS";
  spec.en =
      "{principal} calls more often than it may; wait {wait}, then go "
      "on more slowly";
  spec.zh = "{principal} 调用过于频繁；请等待 {wait} 后放慢速度继续";
  spec.metadata = {{"principal", ToName(principal)},
                   {"wait", absl::FormatDuration(retry_after)}};
  spec.quota_subject = ToName(principal);
  return Exhausted(spec, retry_after);
}

absl::Status TooManyCallsAtOnce(int limit) {
  ErrorSpec spec;
  spec.reason = "TOO_MANY_CALLS_AT_ONCE";
  spec.en =
      "{limit} calls with this token are under way, as many as may be; "
      "wait for an answer before the next";
  spec.zh =
      "使用此令牌的调用已有 {limit} 个在进行，达到上限；"
      "请等待应答后再发起下一个";
  spec.metadata = {{"limit", absl::StrCat(limit)}};
  spec.quota_subject = "calls at once";
  return Exhausted(spec, absl::Milliseconds(100));
}

absl::Status TooManyStreams(const PrincipalId& principal, int limit) {
  ErrorSpec spec;
  spec.reason = "TOO_MANY_STREAMS";
  spec.en =
      "{principal} has {limit} streams open, as many as it may; close "
      "one first";
  spec.zh = "{principal} 已打开 {limit} 个数据流，达到上限；请先关闭一个";
  spec.metadata = {{"principal", ToName(principal)},
                   {"limit", absl::StrCat(limit)}};
  spec.quota_subject = ToName(principal);
  return Exhausted(spec, absl::Seconds(1));
}

absl::Status MethodNotPermitted(const Principal& principal,
                                absl::string_view method,
                                absl::string_view allowed) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kPermissionDenied;
  spec.reason = "METHOD_NOT_PERMITTED";
  spec.en =
      "{principal} is {role} and may not call {method}; it is for: {allowed}";
  spec.zh =
      "{principal} 的角色是“{role}”，不能调用 "
      "{method}；可调用的角色：{allowed}";
  spec.metadata = {{"principal", ToName(principal.id)},
                   {"role", std::string(WordOf(principal.role))},
                   {"method", std::string(method)},
                   {"allowed", std::string(allowed)}};
  spec.zh_words = {{"role", std::string(ChineseWordOf(principal.role))},
                   {"allowed", RolesInChinese(allowed)}};
  return MakeError(spec);
}

absl::Status NotGranted(const Principal& principal, absl::string_view what) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kPermissionDenied;
  spec.reason = "NOT_GRANTED";
  spec.en =
      "{principal} may not do this for {what}; it is granted: {granted}, with "
      "what lies inside";
  spec.zh =
      "{principal} 无权对 {what} 执行此操作；其授权范围：{granted}（含其下属）";
  spec.metadata = {{"principal", ToName(principal.id)},
                   {"what", Shown(what, 200)},
                   {"granted", GrantsOf(principal)}};
  return MakeError(spec);
}

absl::Status LastAdmin(const PrincipalId& principal) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "LAST_ADMIN";
  spec.en =
      "{principal} is the last admin that is not disabled; make another admin "
      "first";
  spec.zh = "{principal} 是最后一个未停用的管理员；请先设立另一名管理员";
  spec.metadata = {{"principal", ToName(principal)}};
  spec.precondition_subject = ToName(principal);
  return MakeError(spec);
}

absl::Status TokenOver(const TokenName& token) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "TOKEN_OVER";
  spec.en = "{token} has expired or was revoked; create a new token instead";
  spec.zh = "{token} 已过期或已撤销；请新建令牌";
  spec.metadata = {{"token", token.ToString()}};
  spec.precondition_subject = token.ToString();
  return MakeError(spec);
}

}  // namespace twinaid::model
