// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the server says to the service manager, and what it asks of the system.
#include "service/ops/process.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/ops/notify.h"
#include "service/secret_file/secret_file.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::ops {
namespace {

// A datagram socket at a path, as a service manager has it.
class Manager {
 public:
  explicit Manager(const std::string& path)
      : file_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    EXPECT_EQ(
        ::bind(file_, reinterpret_cast<sockaddr*>(&address), sizeof(address)),
        0);
  }
  ~Manager() { ::close(file_); }
  std::string Heard() const {
    char text[100] = {};
    const ssize_t size = ::recv(file_, text, sizeof(text), MSG_DONTWAIT);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : "";
  }

 private:
  const int file_;
};

TEST(NotifyTest, TheManagerHearsEachState) {
  const ScratchFolder folder;
  const Manager manager(folder.File("notify"));
  EXPECT_TRUE(Notify(folder.File("notify"), "READY=1"));
  EXPECT_EQ(manager.Heard(), "READY=1");
  EXPECT_TRUE(Notify(folder.File("notify"), "STOPPING=1"));
  EXPECT_EQ(manager.Heard(), "STOPPING=1");
  EXPECT_EQ(manager.Heard(), "");
}

TEST(NotifyTest, WithoutAManagerNothingHappens) {
  EXPECT_TRUE(Notify("", "READY=1"));
  EXPECT_FALSE(Notify("/nowhere/notify", "READY=1"));
  EXPECT_FALSE(Notify(std::string(500, 'x'), "READY=1"));
}

TEST(NotifyTest, TheSocketIsTakenFromTheEnvironment) {
  ::setenv("NOTIFY_SOCKET", "/run/x", 1);
  EXPECT_EQ(TakeNotifySocket(), "/run/x");
  EXPECT_EQ(std::getenv("NOTIFY_SOCKET"), nullptr);
  EXPECT_EQ(TakeNotifySocket(), "");
}

TEST(ProcessTest, NoCoreIsDumped) {
  KeepMemoryPrivate();
  rlimit core = {1, 1};
  ASSERT_EQ(::getrlimit(RLIMIT_CORE, &core), 0);
  EXPECT_EQ(core.rlim_cur, 0);
  EXPECT_EQ(core.rlim_max, 0);
}

TEST(ProcessTest, AsManyFilesAsTheSystemAllows) {
  rlimit files = {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
  const rlim_t most = std::min<rlim_t>(files.rlim_max, 65536);
  files.rlim_cur = std::min<rlim_t>(256, files.rlim_max);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &files), 0);
  AllowManyFiles();
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
  EXPECT_EQ(files.rlim_cur, most);
}

TEST(SecretFileTest, IsForItsOwnerOnlyAndReplacesWhatWasThere) {
  const ScratchFolder folder;
  const std::string path = folder.File("secret");
  std::ofstream(path) << "before, and longer than what comes";
  ::chmod(path.c_str(), 0666);
  ASSERT_THAT(WriteSecretFile(path, "after"), IsOk());
  struct stat found = {};
  ASSERT_EQ(::stat(path.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600);
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  EXPECT_EQ(text.str(), "after\n");
}

TEST(SecretFileTest, WhatCannotBeWrittenLeavesWhatWasThere) {
  const ScratchFolder folder;
  const std::string path = folder.File("folder");
  std::filesystem::create_directory(path);
  std::ofstream(path + "/inside") << "x";
  const absl::Status status = WriteSecretFile(path, "secret");
  EXPECT_EQ(model::ReasonOf(status), "SECRET_FILE");
  EXPECT_TRUE(std::filesystem::exists(path + "/inside"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(
                              std::filesystem::path(path).parent_path()),
                          std::filesystem::directory_iterator()),
            1)
      << "no draft stays";
  EXPECT_EQ(model::ReasonOf(WriteSecretFile("/nowhere/x", "secret")),
            "SECRET_FILE");
}

TEST(SecretFileTest, IsReadWithoutItsLineBreak) {
  const ScratchFolder folder;
  const std::string path = folder.File("secret");
  ASSERT_THAT(WriteSecretFile(path, "after"), IsOk());
  EXPECT_THAT(ReadSecretFile(path), IsOkAndHolds(std::string("after")));
  std::ofstream(path) << std::string(kMaxSecretBytes, 'x');
  EXPECT_THAT(ReadSecretFile(path),
              IsOkAndHolds(std::string(kMaxSecretBytes, 'x')));
}

TEST(SecretFileTest, WhatHoldsNoSecretIsRefused) {
  const ScratchFolder folder;
  const std::string path = folder.File("secret");
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string(kMaxSecretBytes + 1, 'x'),
        std::string(kMaxSecretBytes * 3, 'x')}) {
    std::ofstream(path) << text;
    EXPECT_EQ(model::ReasonOf(ReadSecretFile(path).status()), "SECRET_FILE")
        << text.size();
  }
  EXPECT_EQ(model::ReasonOf(ReadSecretFile("/nowhere/x").status()),
            "SECRET_FILE");
  EXPECT_EQ(model::ReasonOf(ReadSecretFile(folder.File("")).status()),
            "SECRET_FILE")
      << "a folder";
}

}  // namespace
}  // namespace twinaid::ops
