// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One call of the load, and whether it was answered right.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_CALL_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_CALL_H_

#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/bench/traffic/line.h"

namespace twinaid::bench {

class Call {
 public:
  virtual ~Call() = default;
  // `tag` comes out of the queue when the answer is there.
  virtual void Start(Line& line, grpc::CompletionQueue& queue, void* tag) = 0;
  // What is wrong with the answer; empty: nothing.
  virtual std::string Fault() const = 0;
};

// A unary call; the answer is judged by `judge(request, response)`, which says
// what is wrong.
template <typename Stub, typename Request, typename Response>
class UnaryCall final : public Call {
 public:
  using Begin = std::unique_ptr<grpc::ClientAsyncResponseReader<Response>> (
      Stub::*)(grpc::ClientContext*, const Request&, grpc::CompletionQueue*);
  using Judge = std::function<std::string(const Request&, const Response&)>;

  UnaryCall(Stub Line::*stub, Begin begin, Request request, Judge judge)
      : stub_(stub),
        begin_(begin),
        request_(std::move(request)),
        judge_(std::move(judge)) {}

  void Start(Line& line, grpc::CompletionQueue& queue, void* tag) override {
    line.Prepare(context_);
    reader_ = ((line.*stub_).*begin_)(&context_, request_, &queue);
    reader_->Finish(&response_, &status_, tag);
  }

  std::string Fault() const override {
    if (status_.ok()) return judge_(request_, response_);
    return absl::StrCat("code ", status_.error_code(), ": ",
                        status_.error_message());
  }

 private:
  Stub Line::*const stub_;
  const Begin begin_;
  const Request request_;
  const Judge judge_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientAsyncResponseReader<Response>> reader_;
  Response response_;
  grpc::Status status_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_CALL_H_
