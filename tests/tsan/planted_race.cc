// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Two threads write one number without a lock.
#include <thread>

int main() {
  int number = 0;
  std::thread other([&number] { ++number; });
  ++number;
  other.join();
  return 0;
}
