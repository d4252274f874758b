// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/connection.h"

#include <algorithm>
#include <chrono>

#include "client/lib/retry.h"

namespace twinaid::client {
namespace {

// Largest answer that is taken: a page of 500 rows stays far below it.
constexpr int kMaxAnswerBytes = 16 * 1024 * 1024;

std::shared_ptr<grpc::ChannelCredentials> CredentialsOf(const TlsTexts& tls) {
  if (!tls.on) return grpc::InsecureChannelCredentials();
  return grpc::SslCredentials({tls.ca, tls.key, tls.certificate});
}

std::shared_ptr<grpc::Channel> OpenChannel(const std::string& server,
                                           const TlsTexts& tls) {
  grpc::ChannelArguments arguments;
  // http_proxy in the environment would capture even 127.0.0.1.
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  // A server that restarts is found again as fast as calls are tried again.
  const auto wait =
      static_cast<int>(absl::ToInt64Milliseconds(RetryPolicy().max_wait));
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, wait);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, wait);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, wait);
  arguments.SetMaxReceiveMessageSize(kMaxAnswerBytes);
  return grpc::CreateCustomChannel(server, CredentialsOf(tls), arguments);
}

}  // namespace

Connection::Connection(ConnectionOptions options)
    : options_(std::move(options)),
      channel_(OpenChannel(options_.server, options_.tls)),
      admin_(v1::AdminService::NewStub(channel_)),
      registry_(v1::RegistryService::NewStub(channel_)),
      inventory_(v1::InventoryService::NewStub(channel_)),
      matching_(v1::MatchingService::NewStub(channel_)),
      assistance_(v1::AssistanceService::NewStub(channel_)),
      correspondence_(v1::CorrespondenceService::NewStub(channel_)),
      ledger_(v1::LedgerService::NewStub(channel_)),
      report_(v1::ReportService::NewStub(channel_)) {}

std::unique_ptr<grpc::ClientContext> Connection::NewContext() const {
  auto context = std::make_unique<grpc::ClientContext>();
  context->AddMetadata("accept-language", options_.language);
  if (!options_.token.empty()) {
    context->AddMetadata("authorization", "Bearer " + options_.token);
  }
  return context;
}

grpc::Status Connection::Attempt(
    bool repeatable,
    const std::function<grpc::Status(grpc::ClientContext*)>& once) {
  for (int attempt = 1;; ++attempt) {
    const std::unique_ptr<grpc::ClientContext> context = NewContext();
    context->set_deadline(std::chrono::system_clock::now() +
                          absl::ToChronoNanoseconds(options_.timeout));
    const grpc::Status status = once(context.get());
    if (!repeatable || !IsTransient(status) ||
        attempt >= options_.retry.attempts) {
      return status;
    }
    const absl::Duration asked = AskedWait(status);
    // Longer than the caller would wait for an answer: theirs to decide.
    if (asked > options_.timeout) return status;
    if (options_.sleep) {
      options_.sleep(std::max(asked, WaitBefore(options_.retry, attempt + 1)));
    }
  }
}

}  // namespace twinaid::client
