// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <iostream>

#include "client/cli/environment.h"
#include "client/cli/run.h"

int main(int argc, char** argv) {
  const twinaid::client::Environment environment =
      twinaid::client::SystemEnvironment();
  return twinaid::client::Run({argv + 1, argv + argc}, environment, std::cout,
                              std::cerr);
}
