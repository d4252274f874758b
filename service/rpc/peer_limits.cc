// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/peer_limits.h"

#include "absl/time/time.h"

namespace twinaid::rpc {
namespace {

constexpr int kMaxRequestBytes = 4 << 20;
constexpr int kMaxMetadataBytes = 8 << 10;
// Of one connection. The front opens one for each of its own callers' streams.
constexpr int kMaxStreams = 256;
// Pings that come too often end a connection.
constexpr int kMaxPingStrikes = 2;
constexpr absl::Duration kLeastPingInterval = absl::Seconds(10);
// A peer that does not answer is gone.
constexpr absl::Duration kPingAfter = absl::Minutes(2);
constexpr absl::Duration kPingWithin = absl::Seconds(20);
constexpr absl::Duration kLongestIdle = absl::Minutes(30);
// Then a connection is closed and comes again, with the certificate of the day;
// streams end with it and go on by their resume token.
constexpr absl::Duration kLongestAge = absl::Hours(12);
constexpr absl::Duration kAgeGrace = absl::Minutes(5);

int Millis(absl::Duration duration) {
  return static_cast<int>(absl::ToInt64Milliseconds(duration));
}

}  // namespace

void LimitPeers(grpc::ServerBuilder& builder) {
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMaxMetadataBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxStreams);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, kMaxPingStrikes);
  builder.AddChannelArgument(
      GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
      Millis(kLeastPingInterval));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, Millis(kPingAfter));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                             Millis(kPingWithin));
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS,
                             Millis(kLongestIdle));
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS,
                             Millis(kLongestAge));
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS,
                             Millis(kAgeGrace));
  builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
  // Half a megabyte of them becomes half a gigabyte.
  for (const auto algorithm : {GRPC_COMPRESS_GZIP, GRPC_COMPRESS_DEFLATE}) {
    builder.SetCompressionAlgorithmSupportStatus(algorithm, false);
  }
}

}  // namespace twinaid::rpc
