// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"

namespace twinaid::client {
namespace {

std::string Ids(const google::protobuf::RepeatedPtrField<std::string>& names,
                bool chinese) {
  return absl::StrJoin(
      names, Comma(chinese),
      [](std::string* out, const std::string& name) { *out += IdOf(name); });
}

}  // namespace

std::vector<Column<v1::Principal>> PrincipalColumns() {
  return {
      {"principal", "主体", false,
       [](const v1::Principal& p) { return IdOf(p.name()); }},
      {"role", "角色", false,
       [](const v1::Principal& p, bool zh) { return EnumText(p.role(), zh); }},
      {"title",
       "名称",
       false,
       [](const v1::Principal& p) { return p.title(); },
       {.cut = true, .spare = 1}},
      {"places",
       "地方",
       false,
       [](const v1::Principal& p, bool zh) { return Ids(p.places(), zh); },
       {.cut = true}},
      {"schemes",
       "方案",
       false,
       [](const v1::Principal& p, bool zh) { return Ids(p.schemes(), zh); },
       {.cut = true, .spare = 2}},
      {"disabled",
       "停用",
       false,
       [](const v1::Principal& p, bool zh) {
         return p.disabled() ? YesText(true, zh) : "";
       },
       {.spare = 3}},
  };
}

std::vector<Column<v1::Principal>> PrincipalDetails() {
  std::vector<Column<v1::Principal>> columns = PrincipalColumns();
  columns.push_back({"created", "创建时间", false, [](const v1::Principal& p) {
                       return TimeText(p.create_time());
                     }});
  columns.push_back(
      {"etag", "etag", false, [](const v1::Principal& p) { return p.etag(); }});
  return columns;
}

std::vector<Column<v1::Token>> TokenColumns() {
  return {
      {"token", "令牌", false,
       [](const v1::Token& t) { return ShortName(t.name()); }},
      {"title",
       "用途",
       false,
       [](const v1::Token& t) { return t.title(); },
       {.cut = true, .spare = 1}},
      {"created",
       "创建时间",
       false,
       [](const v1::Token& t) { return TimeText(t.create_time()); },
       {.spare = 3}},
      {"expires", "到期时间", false,
       [](const v1::Token& t) { return TimeText(t.expire_time()); }},
      {"revoked",
       "撤销时间",
       false,
       [](const v1::Token& t) { return TimeText(t.revoke_time()); },
       {.spare = 2}},
  };
}

std::vector<Column<v1::Token>> TokenDetails() {
  std::vector<Column<v1::Token>> columns = TokenColumns();
  columns.push_back({"secret", "令牌内容", false,
                     [](const v1::Token& t) { return t.secret(); }});
  return columns;
}

}  // namespace twinaid::client
