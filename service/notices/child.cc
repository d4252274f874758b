// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid::notices {
namespace {

constexpr std::size_t kKeptOfErrors = 1000;
constexpr int kShownOfErrors = 200;

class File {
 public:
  explicit File(int number = -1) : number_(number) {}
  ~File() { Close(); }
  File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  File& operator=(File&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void Close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

absl::Status Cannot(absl::string_view what, int error) {
  return absl::UnavailableError(
      absl::StrCat("cannot ", what, ": ", std::strerror(error)));
}

// What the child is started with.
struct Setup {
  Setup() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~Setup() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
};

// The server blocks signals in its threads; a child starts with none blocked.
void Prepare(Setup& setup, int input, int errors) {
  posix_spawn_file_actions_adddup2(&setup.actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&setup.actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&setup.actions, errors, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&setup.actions, STDERR_FILENO + 1);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&setup.attributes, &none);
  posix_spawnattr_setsigdefault(&setup.attributes, &all);
  posix_spawnattr_setpgroup(&setup.attributes, 0);
  posix_spawnattr_setflags(&setup.attributes, POSIX_SPAWN_SETPGROUP |
                                                  POSIX_SPAWN_SETSIGMASK |
                                                  POSIX_SPAWN_SETSIGDEF);
}

// The error of posix_spawn, or 0.
int Start(const std::vector<std::string>& argv, int input, int errors,
          pid_t& child) {
  Setup setup;
  Prepare(setup, input, errors);
  std::vector<char*> arguments;
  for (const std::string& argument : argv) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  std::string path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
  std::string locale = "LC_ALL=C";
  const std::array<char*, 3> environment = {path.data(), locale.data(),
                                            nullptr};
  return ::posix_spawn(&child, argv[0].c_str(), &setup.actions,
                       &setup.attributes, arguments.data(), environment.data());
}

// Debian 12 declares pidfd_open as if it were C++.
int OpenPid(pid_t child) {
  return static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
}

File TimerOf(absl::Duration timeout) {
  File timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  itimerspec at = {};
  at.it_value = absl::ToTimespec(timeout);
  ::timerfd_settime(timer.number(), 0, &at, nullptr);
  return timer;
}

// A child that runs, and the ends of what ties it to us.
struct Running {
  File input;   // a socket: a child that does not read sends no SIGPIPE
  File errors;  // its standard error
  File end;     // readable once it has ended
  File timer;   // readable once its time is over
  std::string said;
};

// False: nothing more can be written.
bool WriteSome(const File& file, absl::string_view& text) {
  const ssize_t written =
      ::send(file.number(), text.data(), text.size(), MSG_NOSIGNAL);
  if (written < 0) return errno == EINTR || errno == EAGAIN;
  text.remove_prefix(static_cast<std::size_t>(written));
  return !text.empty();
}

enum class Came { kSome, kNothingYet, kEnd };

Came ReadSome(const File& file, std::string& text) {
  std::array<char, 512> buffer{};
  const ssize_t read = ::read(file.number(), buffer.data(), buffer.size());
  if (read < 0) {
    return errno == EINTR || errno == EAGAIN ? Came::kNothingYet : Came::kEnd;
  }
  if (read == 0) return Came::kEnd;
  const auto size = static_cast<std::size_t>(read);
  if (text.size() < kKeptOfErrors) text.append(buffer.data(), size);
  return Came::kSome;
}

// True: it ended by itself. Closed files have number -1, which poll passes
// over.
bool Follow(Running& run, absl::string_view text) {
  if (text.empty()) run.input.Close();
  while (true) {
    std::array<pollfd, 4> files = {{{run.input.number(), POLLOUT, 0},
                                    {run.errors.number(), POLLIN, 0},
                                    {run.end.number(), POLLIN, 0},
                                    {run.timer.number(), POLLIN, 0}}};
    if (::poll(files.data(), files.size(), -1) < 0) continue;
    if (files[0].revents != 0 && !WriteSome(run.input, text)) {
      run.input.Close();
    }
    if (files[1].revents != 0 && ReadSome(run.errors, run.said) == Came::kEnd) {
      run.errors.Close();
    }
    if (files[2].revents != 0) return true;
    if (files[3].revents != 0) return false;
  }
}

std::string FirstLine(const std::string& text) {
  return model::Shown(text.substr(0, text.find('\n')), kShownOfErrors);
}

absl::Status StatusOf(const std::string& program, int status,
                      const std::string& said) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return absl::OkStatus();
  std::string how = WIFEXITED(status)
                        ? absl::StrCat("status ", WEXITSTATUS(status))
                        : absl::StrCat("signal ", WTERMSIG(status));
  if (!said.empty()) absl::StrAppend(&how, ": ", FirstLine(said));
  return absl::UnavailableError(absl::StrCat(program, " ended with ", how));
}

}  // namespace

absl::Status RunChild(const std::vector<std::string>& argv,
                      absl::string_view input, absl::Duration timeout) {
  std::array<int, 2> in{};
  std::array<int, 2> err{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in.data()) != 0) {
    return Cannot("make a socket", errno);
  }
  Running run;
  run.input = File(in[0]);
  File its_input(in[1]);
  if (::pipe2(err.data(), O_CLOEXEC) != 0) return Cannot("make a pipe", errno);
  run.errors = File(err[0]);
  File its_errors(err[1]);
  ::fcntl(run.input.number(), F_SETFL, O_NONBLOCK);
  ::fcntl(run.errors.number(), F_SETFL, O_NONBLOCK);
  run.timer = TimerOf(timeout);
  if (!run.timer.is_open()) return Cannot("make a timer", errno);
  pid_t child = 0;
  if (const int error =
          Start(argv, its_input.number(), its_errors.number(), child);
      error != 0) {
    return Cannot(absl::StrCat("start ", argv[0]), error);
  }
  its_input.Close();
  its_errors.Close();
  run.end = File(OpenPid(child));
  const bool ended = run.end.is_open() && Follow(run, input);
  if (!ended) ::kill(-child, SIGKILL);
  int status = 0;
  pid_t waited = -1;
  do {
    waited = ::waitpid(child, &status, 0);
  } while (waited < 0 && errno == EINTR);
  if (waited < 0) return Cannot(absl::StrCat("wait for ", argv[0]), errno);
  if (!ended) {
    return absl::UnavailableError(absl::StrCat(argv[0], " did not end within ",
                                               absl::FormatDuration(timeout),
                                               " and was killed"));
  }
  while (run.errors.is_open() &&
         ReadSome(run.errors, run.said) == Came::kSome) {
  }
  return StatusOf(argv[0], status, run.said);
}

}  // namespace twinaid::notices
