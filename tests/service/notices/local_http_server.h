// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A receiver of webhooks on this machine that answers as a test says.
#ifndef TWINAID_TESTS_SERVICE_NOTICES_LOCAL_HTTP_SERVER_H_
#define TWINAID_TESTS_SERVICE_NOTICES_LOCAL_HTTP_SERVER_H_

#include <cstddef>
#include <deque>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"

namespace twinaid::notices {

// What it got.
struct Request {
  std::string line;  // "POST /hook HTTP/1.1"
  std::string head;  // the header lines
  std::string body;

  // The value of a header; empty if there is none.
  std::string Header(absl::string_view name) const;
};

// One connection after the other, on a free port of 127.0.0.1. Thread-safe.
class LocalHttpServer {
 public:
  // Instead of a status.
  static constexpr int kHang = -1;  // no answer until the caller goes
  static constexpr int kDrop = -2;  // the connection ends without an answer
  static constexpr int kRedirect = 307;  // to /elsewhere

  // Answers the first requests with `answers`, in order, all others with 200.
  explicit LocalHttpServer(std::vector<int> answers = {});
  ~LocalHttpServer();
  LocalHttpServer(const LocalHttpServer&) = delete;
  LocalHttpServer& operator=(const LocalHttpServer&) = delete;

  std::string url() const;
  std::vector<Request> requests() const;
  void WaitForRequests(std::size_t count) const;

 private:
  void Serve();
  void ServeOne(int connection);

  int listener_ = -1;
  int port_ = 0;
  mutable absl::Mutex mutex_;
  std::deque<int> answers_ ABSL_GUARDED_BY(mutex_);
  std::vector<Request> requests_ ABSL_GUARDED_BY(mutex_);
  std::thread thread_;
};

}  // namespace twinaid::notices

#endif  // TWINAID_TESTS_SERVICE_NOTICES_LOCAL_HTTP_SERVER_H_
