// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The parser of "twinaidd restore", for who tells of it.
#ifndef TWINAID_SERVICE_RESTORE_RESTORE_PARSER_H_
#define TWINAID_SERVICE_RESTORE_RESTORE_PARSER_H_

#include <CLI/App.hpp>
#include <memory>

#include "service/restore/restore.h"

namespace twinaid::restore {

// Fills `options`, which must outlive the parser.
std::unique_ptr<CLI::App> MakeParser(RestoreOptions& options);

}  // namespace twinaid::restore

#endif  // TWINAID_SERVICE_RESTORE_RESTORE_PARSER_H_
