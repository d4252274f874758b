// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Idle connections use up the descriptors of a real server process: it ends,
// and the next one takes connections on the same addresses.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "service/rpc/self_dial.h"
#include "tests/support/scratch_folder.h"

namespace twinaid {
namespace {

constexpr int kListenerLost = 75;  // the code that docs/operations.md names
// More than the server needs for itself.
constexpr rlim_t kDescriptors = 80;
constexpr int kConnections = 160;
constexpr absl::Duration kRestartWithin = absl::Seconds(5);
// Of what has no bound of its own, on a busy machine.
constexpr absl::Duration kPatience = absl::Seconds(60);

// twinaidd with few descriptors, killed at the end if it still runs.
class Daemon {
 public:
  Daemon(const ScratchFolder& folder, const std::string& listen)
      : ready_(folder.File("ready")) {
    ::unlink(ready_.c_str());
    const std::string database = folder.File("db");
    const std::vector<const char*> arguments = {
        TWINAIDD,       "--database",   database.c_str(), "--listen",
        listen.c_str(), "--ready-file", ready_.c_str(),   nullptr};
    process_ = ::fork();
    if (process_ != 0) return;
    const rlimit few = {kDescriptors, kDescriptors};
    ::setrlimit(RLIMIT_NOFILE, &few);
    ::execv(TWINAIDD, const_cast<char* const*>(arguments.data()));
    ::_exit(1);
  }
  ~Daemon() {
    if (process_ <= 0 || ended_) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  // Its address once it serves; empty: it does not.
  std::string Address() const {
    const absl::Time end = absl::Now() + kPatience;
    while (absl::Now() < end) {
      std::string address;
      if (std::getline(std::ifstream(ready_), address)) return address;
      absl::SleepFor(absl::Milliseconds(20));
    }
    return "";
  }
  // Its exit code; -1: it runs on, or a signal ended it.
  int Ended() {
    const absl::Time end = absl::Now() + kPatience;
    while (absl::Now() < end) {
      int status = 0;
      if (::waitpid(process_, &status, WNOHANG) == process_) {
        ended_ = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      }
      absl::SleepFor(absl::Milliseconds(20));
    }
    return -1;
  }

 private:
  const std::string ready_;
  pid_t process_ = -1;
  bool ended_ = false;
};

// Connections that say nothing.
class IdleCallers {
 public:
  IdleCallers(const std::string& address, int count) {
    sockaddr_in to = {};
    int port = 0;
    EXPECT_TRUE(
        absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port));
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    for (int i = 0; i < count; ++i) {
      files_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
      ::connect(files_.back(), reinterpret_cast<const sockaddr*>(&to),
                sizeof(to));
    }
  }
  ~IdleCallers() {
    for (const int file : files_) ::close(file);
  }
  IdleCallers(const IdleCallers&) = delete;
  IdleCallers& operator=(const IdleCallers&) = delete;

 private:
  std::vector<int> files_;
};

TEST(ExhaustionTest, AServerWithoutDescriptorsEndsAndTheNextOneServes) {
  const ScratchFolder folder;
  std::string address;
  {
    Daemon first(folder, "127.0.0.1:0");
    address = first.Address();
    ASSERT_TRUE(rpc::Answers(address, kPatience)) << address;
    const IdleCallers callers(address, kConnections);
    EXPECT_EQ(first.Ended(), kListenerLost);
  }
  const absl::Time begun = absl::Now();
  const Daemon second(folder, address);
  EXPECT_EQ(second.Address(), address);
  EXPECT_TRUE(rpc::Answers(address, kRestartWithin));
  EXPECT_LT(absl::Now() - begun, kRestartWithin);
}

// The control: as many callers as it has room for do not end it.
TEST(ExhaustionTest, AServerWithRoomGoesOn) {
  const ScratchFolder folder;
  Daemon server(folder, "127.0.0.1:0");
  const std::string address = server.Address();
  const IdleCallers callers(address, 10);
  const absl::Time end = absl::Now() + absl::Seconds(6);
  while (absl::Now() < end) {
    EXPECT_TRUE(rpc::Answers(address, kPatience));
    absl::SleepFor(absl::Milliseconds(500));
  }
}

}  // namespace
}  // namespace twinaid
