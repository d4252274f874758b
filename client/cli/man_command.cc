// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/man_command.h"

#include <filesystem>
#include <fstream>

#include "client/cli/verbs.h"
#include "client/setup/man_page.h"

namespace twinaid::client {
namespace {

int Write(Session& session, const CLI::App& root, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const auto& [name, text] :
       ManPages(TreeOf(root), TWINAID_VERSION, session.chinese())) {
    const std::string path = folder + "/" + name;
    std::ofstream file(path);
    file << text;
    file.close();
    if (!file) {
      return session.Usage(path + " cannot be written", path + " 无法写入");
    }
  }
  return kDone;
}

}  // namespace

void AddManCommand(CLI::App& root, Session& session) {
  auto folder = std::make_shared<std::string>();
  CLI::App* man = root.add_subcommand("man",
                                      "write the manual pages into a folder\n"
                                      "Example: twinaid man share/man/man1");
  man->group("");  // for those who build packages; not in the help
  man->add_option("folder", *folder, "where they go")->required();
  man->callback([&root, &session, folder] {
    session.action = [&root, &session, folder] {
      return Write(session, root, *folder);
    };
  });
}

}  // namespace twinaid::client
