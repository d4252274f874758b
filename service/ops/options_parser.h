// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The parser of the server's flags, for who tells of them.
#ifndef TWINAID_SERVICE_OPS_OPTIONS_PARSER_H_
#define TWINAID_SERVICE_OPS_OPTIONS_PARSER_H_

#include <CLI/App.hpp>
#include <memory>

#include "service/ops/options.h"

namespace twinaid::ops {

// Fills `options`, which must outlive the parser. What ParseOptions() holds
// them against besides is not in it.
std::unique_ptr<CLI::App> MakeParser(Options& options, const char* version);

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_OPTIONS_PARSER_H_
