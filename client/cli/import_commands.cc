// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <CLI/CLI.hpp>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/importer.h"
#include "client/cli/reading_options.h"
#include "client/cli/rejects_files.h"
#include "client/cli/server_folder.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct ImportArguments {
  std::string folder;
  ImportOptions options;
  std::string rejects;
  TypedReading reading;
};

void PrintCounts(Session& session, const std::vector<ImportCount>& counts) {
  if (session.options.format == Format::kJson) {
    session.out() << "[";
    const char* separator = "\n";
    for (const ImportCount& count : counts) {
      session.out() << separator << "  {\"file\": \"" << count.file
                    << "\", \"created\": " << count.created
                    << ", \"updated\": " << count.updated
                    << ", \"unchanged\": " << count.unchanged
                    << ", \"refused\": " << count.refused << "}";
      separator = ",\n";
    }
    session.out() << "\n]\n";
    return;
  }
  Cells cells;
  cells.keys = {"file", "created", "updated", "unchanged", "refused"};
  cells.headings =
      session.chinese()
          ? std::vector<std::string>{"文件", "新建", "更新", "未变", "拒绝"}
          : cells.keys;
  cells.right = {false, true, true, true, true};
  for (const ImportCount& count : counts) {
    cells.rows.push_back({count.file, Grouped(count.created),
                          Grouped(count.updated), Grouped(count.unchanged),
                          Grouped(count.refused)});
  }
  PrintCells(session, cells);
}

// Reads the needs and offers that the rows are compared with: all of them where
// all is granted, else those of the places of the rows that are. A row of
// another place is refused by the server, by itself.
int FetchCompared(Session& session, const Folder& rows, Folder& server,
                  Etags& etags) {
  std::vector<std::string> places;
  const grpc::Status status = GrantedPlaces(session, server.places, places);
  if (!status.ok()) return session.Refused(status);
  if (places.front() == "places/-") {
    return FetchSupply(session, places, server, &etags);
  }
  std::set<model::PlaceId> named;
  for (const model::Need& need : rows.needs) named.insert(need.name.parent);
  for (const model::Offer& offer : rows.offers) named.insert(offer.name.parent);
  std::erase_if(places, [&](const std::string& place) {
    const auto id = model::ParseName<model::PlaceId>(place);
    return !id.ok() || !named.contains(*id);
  });
  return FetchSupply(session, places, server, &etags);
}

int ImportFolder(Session& session, const ImportArguments& typed) {
  Folder server;
  Etags etags;
  int code = FetchRegistry(session, server, &etags);
  if (code != kDone) return code;
  absl::StatusOr<FolderReading> reading =
      ReadFolder(typed.folder, server, OptionsOf(typed.reading));
  if (!reading.ok()) return session.Usage(reading.status());
  TellReading(session, *reading);
  const int errors = reading->errors();
  if (errors > 0 && !typed.options.keep_going) {
    session.err() << (session.chinese()
                          ? absl::StrCat("发现 ", errors,
                                         " 处错误，未保存任何内容；更正后再次"
                                         "导入，或用 --continue 导入其余各行")
                          : absl::StrCat(errors,
                                         errors == 1 ? " error" : " errors",
                                         ", nothing stored; correct "
                                         "them and import again, or import the "
                                         "other rows with --continue"))
                  << "\n";
    return kRefused;
  }
  code = FetchCompared(session, reading->folder, server, etags);
  if (code != kDone) return code;
  const ImportResult result =
      Import(session, *reading, std::move(server), etags, typed.options);
  PrintCounts(session, result.counts);
  // Also in a dry run: the file is what a person mends.
  if (typed.options.keep_going) {
    const int written =
        WriteRejects(session, *reading, result.refused, typed.rejects);
    if (written != kDone) return written;
  }
  if (session.options.dry_run) {
    session.Say("dry run: nothing stored", "试运行：未保存");
  } else if (result.code != kDone) {
    session.Say(
        "not everything was imported; what was created stays, and "
        "importing again goes on from there",
        "未能全部导入；已新建的内容保留，再次导入即可继续");
  }
  return result.code;
}

}  // namespace

void AddImportCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<ImportArguments>();
  CLI::App* verb = root.add_subcommand(
      "import",
      "bring a folder of CSV files, or one of them, to the server\n"
      "Every row is checked before the first is stored; rows that the server "
      "has already are passed over.\n"
      "Example: twinaid import ./my-data --dry-run");
  verb->add_option("folder", typed->folder,
                   "where the CSV files are, or one file")
      ->required();
  verb->add_flag("--continue", typed->options.keep_going,
                 "leave bad rows out, write them to NAME.rejects.csv, and "
                 "import the others");
  verb->add_option(
      "--rejects", typed->rejects,
      "folder for the rows left out; beside the files if not said");
  verb->add_flag("--update", typed->options.update,
                 "change rows that the server has otherwise");
  AddReadingOptions(*verb, typed->reading);
  Does(*verb, session, typed, &ImportFolder);
}

}  // namespace twinaid::client
