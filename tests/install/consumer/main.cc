// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Lists the schemes of a server: one, the default.
#include <iostream>

#include "client/lib/connection.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  twinaid::client::ConnectionOptions options;
  options.server = argv[1];
  options.token = argv[2];
  twinaid::client::Connection connection(options);
  twinaid::v1::ListSchemesResponse schemes;
  const grpc::Status status =
      connection.Call(&twinaid::v1::MatchingService::Stub::ListSchemes,
                      connection.matching(), {}, &schemes);
  if (!status.ok()) {
    std::cerr << status.error_message() << "\n";
    return 1;
  }
  std::cout << schemes.schemes(0).name() << "\n";
  return schemes.schemes_size() == 1 ? 0 : 1;
}
