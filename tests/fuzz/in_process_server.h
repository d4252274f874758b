// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// All handlers behind a channel inside the process: what a server does, without
// a network, a database or a clock.
#ifndef TWINAID_TESTS_FUZZ_IN_PROCESS_SERVER_H_
#define TWINAID_TESTS_FUZZ_IN_PROCESS_SERVER_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <vector>

#include "service/model/clock.h"
#include "service/model/errors.h"
#include "service/model/id_generator.h"
#include "service/store/store.h"
#include "twinaid/v1/ledger_service.pb.h"

namespace twinaid::fuzz {

// What a stream gave before it was left.
struct Watched {
  grpc::Status status;  // CANCELLED where it was left
  std::vector<v1::WatchEventsResponse> responses;
};

// One call at a time. What it is given is borrowed.
class InProcessServer {
 public:
  InProcessServer(store::Store& store, const model::Clock& clock,
                  model::IdGenerator& ids);
  ~InProcessServer();

  // Carries out one unary call with a token, ID.SECRET, and waits for its
  // answer.
  grpc::Status Call(const google::protobuf::MethodDescriptor& method,
                    const google::protobuf::Message& request,
                    const std::string& token,
                    google::protobuf::Message& response,
                    model::Language language = model::Language::kEnglish);

  // Watches until the stream ends by itself or has given `most` responses.
  Watched Watch(const v1::WatchEventsRequest& request, const std::string& token,
                std::size_t most,
                model::Language language = model::Language::kEnglish);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_IN_PROCESS_SERVER_H_
