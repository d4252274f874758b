// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/server_folder.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct ExportArguments {
  std::string folder;
  bool hxl = false;
  bool yes = false;
};

// Takes closed rows out; how many they were.
template <typename Row>
std::size_t DropClosed(std::vector<Row>& rows) {
  const std::size_t before = rows.size();
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [](const Row& row) {
                              return row.closed != model::Closed::kNo;
                            }),
             rows.end());
  return before - rows.size();
}

// The files that are there already, of those that an export writes.
std::vector<std::string> InTheWay(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& [name, text] : WriteTexts(Folder())) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code error;
    if (std::filesystem::exists(path, error)) paths.push_back(path.string());
  }
  return paths;
}

int Export(Session& session, const ExportArguments& typed) {
  if (!session.MayReplace(InTheWay(typed.folder), typed.yes)) return kUsage;
  Folder folder;
  int code = FetchRegistry(session, folder);
  if (code != kDone) return code;
  std::vector<std::string> places;
  const grpc::Status granted = GrantedPlaces(session, folder.places, places);
  if (!granted.ok()) return session.Refused(granted);
  code = FetchSupply(session, places, folder);
  if (code != kDone) return code;
  // A file cannot say that a need is withdrawn: read again, it would be open.
  const std::size_t closed =
      DropClosed(folder.needs) + DropClosed(folder.offers);
  const absl::Status status = WriteFolder(folder, typed.folder, typed.hxl);
  if (!status.ok()) return session.Usage(status);
  session.Say(
      absl::StrCat("wrote ", folder.places.size(), " places, ",
                   folder.links.size(), " links, ", folder.organizations.size(),
                   " organizations, ", folder.items.size(), " items, ",
                   folder.needs.size(), " needs and ", folder.offers.size(),
                   " offers to ", typed.folder),
      absl::StrCat("已写入 ", typed.folder, "：", folder.places.size(),
                   " 个地方、", folder.links.size(), " 条关系、",
                   folder.organizations.size(), " 个机构、",
                   folder.items.size(), " 种物品、", folder.needs.size(),
                   " 条需求、", folder.offers.size(), " 条供给"));
  if (closed > 0) {
    session.Say(absl::StrCat(closed, " withdrawn or expired were left out"),
                absl::StrCat("未写入已撤回或过期的 ", closed, " 条"));
  }
  return kDone;
}

}  // namespace

void AddExportCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<ExportArguments>();
  CLI::App* verb = root.add_subcommand(
      "export",
      "write what the server has as CSV files, as import reads them\n"
      "Example: twinaid export ./backup");
  verb->add_option("folder", typed->folder, "where to; made if need be")
      ->required();
  verb->add_flag("--hxl", typed->hxl, "a row of HXL tags under each header");
  verb->add_flag("--yes", typed->yes, "replace files without asking");
  Does(*verb, session, typed, &Export);
}

}  // namespace twinaid::client
