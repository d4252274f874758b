// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places, items and organizations as people type them, looked up at the server.
#ifndef TWINAID_CLIENT_CLI_LOOKUP_H_
#define TWINAID_CLIENT_CLI_LOOKUP_H_

#include <string>
#include <vector>

#include "client/cli/session.h"

namespace twinaid::client {

// Each turns what was typed for `option` into a resource name, in place: an id
// that exists, or a name, alias or code that means one (naming.h). What is
// empty, "-", or has a slash is a name already. An id costs one call; anything
// else is held against the list, which the server cannot search by name.
//
// True: it is a resource name now. False: nothing or several are called so,
// which is said with the nearest or all of them, or the server could not be
// asked; `code` is what the command returns then.
bool FindPlace(Session& session, const char* option, std::string& typed,
               int& code);
bool FindItem(Session& session, const char* option, std::string& typed,
              int& code);
bool FindOrganization(Session& session, const char* option, std::string& typed,
                      int& code);
// The place of "PLACE/ID", as needs and offers are typed: "无锡/masks" becomes
// "cn-js-wuxi/masks". What stands behind the last slash is left alone.
bool FindInPlace(Session& session, const char* option, std::string& typed,
                 int& code);

// All of them, each as above; empty ones are left alone.
bool FindPlaces(Session& session, const char* option,
                std::vector<std::string>& typed, int& code);

// One of the above, for a verb that is the same for several nouns.
using Finder = bool (*)(Session& session, const char* option,
                        std::string& typed, int& code);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_LOOKUP_H_
