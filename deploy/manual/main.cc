// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// twinaid_manual FOLDER: writes the manual page of the server, twinaidd.8.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "deploy/manual/server_page.h"
#include "service/ops/options_parser.h"
#include "service/restore/restore_parser.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: twinaid_manual FOLDER\n");
    return 2;
  }
  const std::string folder = argv[1];
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  twinaid::ops::Options options;
  twinaid::restore::RestoreOptions restore;
  const auto server = twinaid::ops::MakeParser(options, TWINAID_VERSION);
  const std::string path = folder + "/twinaidd.8";
  std::ofstream file(path);
  file << twinaid::manual::ServerPage(
      *server, *twinaid::restore::MakeParser(restore), TWINAID_VERSION);
  file.close();
  if (file) return 0;
  std::fprintf(stderr, "cannot write %s\n", path.c_str());
  return 1;
}
