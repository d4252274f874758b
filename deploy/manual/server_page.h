// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The manual page of the server, made of its parsers.
#ifndef TWINAID_DEPLOY_MANUAL_SERVER_PAGE_H_
#define TWINAID_DEPLOY_MANUAL_SERVER_PAGE_H_

#include <CLI/App.hpp>
#include <string>

namespace twinaid::manual {

// twinaidd(8): the flags of `server`, then those of `restore`. The same parsers
// and version give the same text.
std::string ServerPage(const CLI::App& server, const CLI::App& restore,
                       const std::string& version);

}  // namespace twinaid::manual

#endif  // TWINAID_DEPLOY_MANUAL_SERVER_PAGE_H_
