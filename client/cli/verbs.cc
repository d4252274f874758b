// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/verbs.h"
#include "client/cli/enum_text.h"

namespace twinaid::client {

CLI::Validator FromChinese(const google::protobuf::EnumDescriptor& type) {
  return CLI::Validator(
      [codes = CodesByChineseWord(type)](std::string& typed) {
        const auto code = codes.find(typed);
        if (code != codes.end()) typed = code->second;
        return std::string();
      },
      "");
}

CLI::Option* AddDate(CLI::App& verb, const std::string& flag, std::string& into,
                     const std::string& help) {
  return verb.add_option(flag, into, help)
      ->type_name("DATE")
      ->check([](const std::string& text) {
        return ParseDate(text).has_value()
                   ? std::string()
                   : text + " is not a date such as 2026-04-30";
      });
}

bool MaskOf(Session& session, const CLI::App& verb, const OptionFields& fields,
            google::protobuf::FieldMask& mask) {
  for (const auto& [option, field] : fields) {
    if (verb.count(option) > 0) mask.add_paths(field);
  }
  if (!mask.paths().empty()) return true;
  session.Usage("nothing to change was given", "未指定要修改的内容");
  return false;
}

int BadQuantity(Session& session, const std::string& quantity) {
  return session.Usage(
      "--quantity: " + quantity +
          " is not a whole number (or an amount, with --currency)",
      "--quantity:" + quantity + " 不是整数（或带 --currency 的金额）");
}

}  // namespace twinaid::client
