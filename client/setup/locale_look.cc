// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/locale_look.h"

#include <langinfo.h>
#include <locale.h>

namespace twinaid::client {

LocaleLook LookAtLocale(const Variable& variable) {
  LocaleLook look;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    look.name = variable(name).value_or("");
    look.variable = name;
    if (!look.name.empty()) break;
  }
  if (look.name.empty()) {
    look.variable.clear();
    return look;
  }
  const locale_t locale = newlocale(LC_CTYPE_MASK, look.name.c_str(), nullptr);
  if (locale == nullptr) return look;
  look.generated = true;
  look.charset = nl_langinfo_l(CODESET, locale);
  freelocale(locale);
  return look;
}

}  // namespace twinaid::client
