// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/common_errors.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

constexpr int kShownBytes = 120;

constexpr char kHowToRestoreEn[] =
    "stop the server and restore a backup: twinaidd restore BACKUP --database "
    "FILE --replace";
constexpr char kHowToRestoreZh[] =
    "请停止服务器并从备份恢复：twinaidd restore 备份文件 --database 数据库文件 "
    "--replace";

// "sister link" as in SISTER_LINK_NOT_FOUND.
std::string Upper(absl::string_view kind) {
  return absl::StrReplaceAll(absl::AsciiStrToUpper(kind), {{" ", "_"}});
}

// "sister link" as in twinaid.SisterLink.
std::string TypeOf(absl::string_view kind) {
  std::string type = "twinaid.";
  bool start = true;
  for (const char c : kind) {
    if (c == ' ') {
      start = true;
      continue;
    }
    type += start ? absl::ascii_toupper(static_cast<unsigned char>(c)) : c;
    start = false;
  }
  return type;
}

ErrorSpec Invalid(absl::string_view reason, absl::string_view field) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = std::string(reason);
  spec.field = std::string(field);
  spec.metadata = {{"field", std::string(field)}};
  return spec;
}

}  // namespace

absl::Status NotFound(absl::string_view kind, absl::string_view name) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kNotFound;
  spec.reason = absl::StrCat(Upper(kind), "_NOT_FOUND");
  spec.en = "{kind} {name} does not exist; look it up with a list";
  spec.zh = "{name} 不存在，请先用列表查询";
  spec.resource_type = TypeOf(kind);
  spec.resource_name = Shown(name, kShownBytes);
  spec.metadata = {{"kind", std::string(kind)}, {"name", spec.resource_name}};
  return MakeError(spec);
}

absl::Status AlreadyExists(absl::string_view kind, absl::string_view name) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kAlreadyExists;
  spec.reason = absl::StrCat(Upper(kind), "_ALREADY_EXISTS");
  spec.en = "{kind} {name} exists already; update it, or take another id";
  spec.zh = "{name} 已存在；请更新它，或换一个标识";
  spec.resource_type = TypeOf(kind);
  spec.resource_name = std::string(name);
  spec.metadata = {{"kind", std::string(kind)}, {"name", std::string(name)}};
  return MakeError(spec);
}

absl::Status ReferenceNotFound(absl::string_view field, absl::string_view kind,
                               absl::string_view name) {
  ErrorSpec spec = Invalid("REFERENCE_NOT_FOUND", field);
  spec.en = "{field}: {kind} {name} does not exist; give one that does";
  spec.zh = "{field}：{name} 不存在，请填写已有的资源";
  spec.metadata["kind"] = std::string(kind);
  spec.metadata["name"] = Shown(name, kShownBytes);
  return MakeError(spec);
}

absl::Status RequiredField(absl::string_view field) {
  ErrorSpec spec = Invalid("REQUIRED_FIELD", field);
  spec.en = "{field} is required";
  spec.zh = "必须填写 {field}";
  return MakeError(spec);
}

absl::Status InvalidValue(absl::string_view field, absl::string_view given,
                          absl::string_view wanted_en,
                          absl::string_view wanted_zh) {
  ErrorSpec spec = Invalid("INVALID_VALUE", field);
  spec.en =
      absl::StrCat("{field}: \"{given}\" will not do; it must be ", wanted_en);
  spec.zh = absl::StrCat("{field}：\"{given}\" 无效；应为", wanted_zh);
  spec.metadata["given"] = Shown(given, kShownBytes);
  return MakeError(spec);
}

absl::Status OutOfRange(absl::string_view field, std::int64_t given,
                        std::int64_t low, std::int64_t high) {
  ErrorSpec spec = Invalid("OUT_OF_RANGE_VALUE", field);
  spec.en = "{field}: {given} is out of range; it must be {low} to {high}";
  spec.zh = "{field}：{given} 超出范围；应为 {low} 至 {high}";
  spec.metadata["given"] = absl::StrCat(given);
  spec.metadata["low"] = absl::StrCat(low);
  spec.metadata["high"] = absl::StrCat(high);
  return MakeError(spec);
}

absl::Status InvalidPageToken() {
  ErrorSpec spec = Invalid("INVALID_PAGE_TOKEN", "page_token");
  spec.en =
      "{field} is not one of this query; use the next_page_token of the same "
      "request, or none to start over";
  spec.zh =
      "{field} 不属于此查询；请使用同一请求返回的 "
      "next_page_token，或留空重新开始";
  return MakeError(spec);
}

absl::Status InvalidFilter(absl::string_view filter, absl::string_view problem,
                           absl::string_view problem_zh,
                           absl::string_view allowed) {
  ErrorSpec spec = Invalid("INVALID_FILTER", "filter");
  spec.en =
      "{field} \"{filter}\": {problem}; it takes conditions joined by AND on "
      "{allowed}";
  spec.zh =
      "{field} \"{filter}\"：{problem}；应为以 AND 连接的条件，可用字段："
      "{allowed}";
  spec.metadata["filter"] = Shown(filter, kShownBytes);
  spec.metadata["problem"] = std::string(problem);
  spec.metadata["allowed"] = std::string(allowed);
  spec.zh_words["problem"] = std::string(problem_zh);
  return MakeError(spec);
}

absl::Status UnknownFieldPath(absl::string_view path,
                              absl::string_view allowed) {
  ErrorSpec spec = Invalid("UNKNOWN_FIELD_PATH", "update_mask");
  spec.en = "{field}: \"{path}\" cannot be updated; it takes {allowed}";
  spec.zh = "{field}：\"{path}\" 不可更新；可用字段：{allowed}";
  spec.metadata["path"] = Shown(path, kShownBytes);
  spec.metadata["allowed"] = std::string(allowed);
  return MakeError(spec);
}

absl::Status StaleEtag(absl::string_view name) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kAborted;
  spec.reason = "STALE_ETAG";
  spec.en =
      "{name} was changed by somebody else since it was read; read it again, "
      "then repeat the change";
  spec.zh = "{name} 在读取之后已被他人更改；请重新读取后再修改";
  spec.metadata = {{"name", std::string(name)}};
  return MakeError(spec);
}

absl::Status RequestIdReused(absl::string_view request_id) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "REQUEST_ID_REUSED";
  spec.en =
      "request_id {request_id} came with another request before; take a new "
      "one for a new request";
  spec.zh = "request_id {request_id} 已用于另一请求；新请求请使用新的标识";
  spec.metadata = {{"request_id", Shown(request_id, kShownBytes)}};
  spec.precondition_subject = "request_id";
  return MakeError(spec);
}

absl::Status InUse(absl::string_view name, absl::string_view user) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "IN_USE";
  spec.en = "{name} cannot be changed so or deleted while {user} uses it";
  spec.zh = "{name} 正被 {user} 使用，不能这样更改或删除";
  spec.metadata = {{"name", std::string(name)}, {"user", std::string(user)}};
  spec.precondition_subject = std::string(name);
  return MakeError(spec);
}

absl::Status DanglingReference(absl::string_view name) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "DANGLING_REFERENCE";
  spec.en = "{name} refers to something that does not exist";
  spec.zh = "{name} 引用了不存在的内容";
  spec.metadata = {{"name", Shown(name, kShownBytes)}};
  spec.precondition_subject = spec.metadata["name"];
  return MakeError(spec);
}

absl::Status ChainBroken(std::int64_t seq) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "CHAIN_BROKEN";
  spec.en = "event {seq} does not follow the last event of the ledger";
  spec.zh = "事件 {seq} 与账本的最后一条不相接";
  spec.metadata = {{"seq", absl::StrCat(seq)}};
  spec.precondition_subject = "events";
  return MakeError(spec);
}

absl::Status StoreLocked(absl::string_view path) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "STORE_LOCKED";
  spec.en =
      "another server has the database {path} open; stop it, or choose another "
      "file with --database";
  spec.zh =
      "另一个服务器已打开数据库 {path}；请先停止它，或用 --database "
      "指定其他文件";
  spec.metadata = {{"path", Shown(path, kShownBytes)}};
  return MakeError(spec);
}

absl::Status StoreTooNew(std::int64_t schema, std::int64_t known) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "STORE_TOO_NEW";
  spec.en =
      "the database has schema {schema}, this release knows up to {known}; run "
      "the newer release";
  spec.zh =
      "数据库的结构版本为 {schema}，此版本只支持到 {known}；请使用更新的版本";
  spec.metadata = {{"schema", absl::StrCat(schema)},
                   {"known", absl::StrCat(known)}};
  spec.precondition_subject = "database";
  return MakeError(spec);
}

absl::Status BrokenInvariant(absl::string_view subject,
                             absl::string_view rule) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInternal;
  spec.reason = "BROKEN_INVARIANT";
  spec.en = "{subject}: {rule} would not hold; nothing was changed";
  spec.zh = "{subject}：规则“{rule}”将被破坏，未作任何更改";
  spec.metadata = {{"subject", std::string(subject)},
                   {"rule", std::string(rule)}};
  return MakeError(spec);
}

absl::Status StoreBusy() {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "STORE_BUSY";
  spec.en = "the database is busy; try again";
  spec.zh = "数据库繁忙，请重试";
  spec.retry_after = absl::Milliseconds(200);
  return MakeError(spec);
}

absl::Status StoreUnavailable(absl::string_view what) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "STORE_UNAVAILABLE";
  spec.en = "the database cannot be used: {what}";
  spec.zh = "数据库不可用：{what}";
  spec.metadata = {{"what", std::string(what)}};
  spec.retry_after = absl::Seconds(1);
  return MakeError(spec);
}

absl::Status StoreFull() {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kResourceExhausted;
  spec.reason = "STORE_FULL";
  spec.en =
      "there is no room left for the database; nothing was stored. Free some "
      "room, then try again";
  spec.zh = "数据库空间已满，未存储任何内容；请腾出空间后重试";
  spec.quota_subject = "database";
  return MakeError(spec);
}

absl::Status OutcomeUnknown() {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnknown;
  spec.reason = "OUTCOME_UNKNOWN";
  spec.en =
      "the change may or may not be stored; repeat it with the same request_id";
  spec.zh = "更改可能已存储，也可能未存储；请使用相同的 request_id 重试";
  return MakeError(spec);
}

absl::Status StoreDamaged(absl::string_view what) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kDataLoss;
  spec.reason = "STORE_DAMAGED";
  spec.en = absl::StrCat("the database is damaged: {what}; ", kHowToRestoreEn);
  spec.zh = absl::StrCat("数据库已损坏：{what}；", kHowToRestoreZh);
  spec.metadata = {{"what", std::string(what)}};
  return MakeError(spec);
}

absl::Status RowDamaged(absl::string_view table, absl::string_view key) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kDataLoss;
  spec.reason = "ROW_DAMAGED";
  spec.en = absl::StrCat(
      "the database is damaged: the row {key} of the table {table} does not "
      "fit its hash; ",
      kHowToRestoreEn);
  spec.zh =
      absl::StrCat("数据库已损坏：表 {table} 中的行 {key} 与其校验值不符；",
                   kHowToRestoreZh);
  spec.metadata = {{"table", std::string(table)},
                   {"key", Shown(key, kShownBytes)}};
  return MakeError(spec);
}

}  // namespace twinaid::model
