// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/address.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace twinaid::rpc {
namespace {

constexpr std::size_t kLongest = 64;

bool IsVisible(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isgraph(static_cast<unsigned char>(c));
  });
}

}  // namespace

std::string AddressOf(absl::string_view peer, absl::string_view real_ip) {
  if (absl::StartsWith(peer, "unix:")) {
    const bool said = !real_ip.empty() && IsVisible(real_ip);
    return said ? std::string(real_ip.substr(0, kLongest)) : "unix";
  }
  // "ipv4:127.0.0.1:43210", "ipv6:%5B::1%5D:43210"
  const std::size_t first = peer.find(':');
  const std::size_t last = peer.rfind(':');
  if (first == last) return std::string(peer);
  return std::string(peer.substr(first + 1, last - first - 1));
}

}  // namespace twinaid::rpc
