// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether texts in UTF-8, Chinese ones too, can be read where they are printed.
#ifndef TWINAID_CLIENT_SETUP_LOCALE_LOOK_H_
#define TWINAID_CLIENT_SETUP_LOCALE_LOOK_H_

#include <string>

#include "client/setup/setting.h"

namespace twinaid::client {

struct LocaleLook {
  std::string name;      // "zh_CN.UTF-8"; empty: none is set
  std::string variable;  // the one that says so: "LANG"
  bool generated = false;
  std::string charset;  // "UTF-8"; empty where it is not generated
};

// The locale of characters: LC_ALL before LC_CTYPE before LANG.
LocaleLook LookAtLocale(const Variable& variable);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_LOCALE_LOOK_H_
