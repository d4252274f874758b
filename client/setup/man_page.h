// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The manual, made of the tree of commands.
#ifndef TWINAID_CLIENT_SETUP_MAN_PAGE_H_
#define TWINAID_CLIENT_SETUP_MAN_PAGE_H_

#include <map>
#include <string>

#include "client/setup/command_tree.h"

namespace twinaid::client {

// The pages by file name: "twinaid.1", and "twinaid-need.1" for each command
// below the root. The same tree and version give the same texts. `chinese`: the
// texts of the tree are Chinese, and so are to be all others.
std::map<std::string, std::string> ManPages(const Command& tree,
                                            const std::string& version,
                                            bool chinese = false);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_MAN_PAGE_H_
