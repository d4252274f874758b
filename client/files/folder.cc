// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "client/files/columns.h"
#include "client/files/naming.h"
#include "client/files/rows_of_files.h"
#include "client/files/write_whole.h"
#include "service/model/errors.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

// In the order of reading and of telling problems.
std::vector<const SheetSpec*> AllSheets() {
  return {&PlacesSheet(), &LinksSheet(),       &OrganizationsSheet(),
          &ItemsSheet(),  &SubstitutesSheet(), &NeedsSheet(),
          &OffersSheet()};
}

absl::Status FolderError(const char* reason, const std::string& path,
                         const char* en, const char* zh) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"path", model::ValidUtf8(path)}};
  return model::MakeError(spec);
}

Sheet SheetOf(const SheetSpec& spec, const FileTexts& texts,
              const ReadingOptions& options, FolderReading& reading) {
  const auto found = texts.find(spec.file);
  Sheet sheet;
  sheet.spec = &spec;
  if (found == texts.end()) return sheet;
  sheet = ReadSheet(spec, found->second, reading.problems, options);
  reading.columns[spec.file] = {sheet.columns.begin(), sheet.columns.end()};
  reading.raw[spec.file] = std::move(sheet.raw);
  if (sheet.note.has_value()) reading.notes.push_back(*sheet.note);
  return sheet;
}

void AddKnown(const Folder& known, ReadingContext& context) {
  for (const model::Place& place : known.places) {
    context.places.Add(NamedOf(place));
    context.place_rows[place.id] = &place;
  }
  for (const model::Organization& organization : known.organizations) {
    context.organizations.Add(NamedOf(organization));
  }
  for (const model::Item& item : known.items) {
    context.items.Add(NamedOf(item));
    context.item_rows[item.id] = &item;
  }
}

void SortProblems(std::vector<Problem>& problems) {
  std::map<std::string, int> order;
  for (const SheetSpec* spec : AllSheets()) {
    order.emplace(spec->file, static_cast<int>(order.size()));
  }
  std::stable_sort(
      problems.begin(), problems.end(),
      [&](const Problem& a, const Problem& b) {
        return std::tuple(order[a.file], a.spot.line, a.spot.column) <
               std::tuple(order[b.file], b.spot.line, b.spot.column);
      });
}

absl::StatusOr<std::string> ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  // An empty file sets failbit on the target, which is fine.
  if (!file.is_open() || file.bad()) {
    return FolderError("FOLDER_UNREADABLE", path.string(),
                       "{path} cannot be read; check that you may read it",
                       "无法读取 {path}；请检查读取权限");
  }
  return text.str();
}

// "needs.rejects-2.csv" holds needs.
bool Holds(const std::filesystem::path& file, const SheetSpec& spec) {
  const auto stem = [](const std::string& name) {
    return name.substr(0, name.find_first_of(". "));
  };
  return stem(file.filename().string()) == stem(spec.file);
}

}  // namespace

ReadingContext::ReadingContext()
    : places(PlacesSheet().file),
      organizations(OrganizationsSheet().file),
      items(ItemsSheet().file) {}

bool Identities::Claim(const std::string& name, const SheetRow& row,
                       absl::string_view column, RowReader& reader) {
  const auto [known, fresh] = lines_.emplace(name, row.spot.line);
  if (fresh) return true;
  reader.Tell(
      column, "DUPLICATE_ID",
      absl::StrCat(column, ": ", reader.Text(column), " stands in line ",
                   known->second, " already; take another id"),
      absl::StrCat(column, "：", reader.Text(column), " 已在第 ", known->second,
                   " 行出现；请换一个标识"));
  return false;
}

int FolderReading::errors() const {
  return static_cast<int>(
      std::count_if(problems.begin(), problems.end(),
                    [](const Problem& problem) { return !problem.warning; }));
}

FolderReading ReadTexts(const FileTexts& texts, const Folder& known,
                        const ReadingOptions& options) {
  ReadingContext context;
  AddKnown(known, context);
  const auto sheet_of = [&](const SheetSpec& spec) {
    return SheetOf(spec, texts, options, context.reading);
  };
  ReadPlaces(sheet_of(PlacesSheet()), context);
  ReadLinks(sheet_of(LinksSheet()), context);
  ReadOrganizations(sheet_of(OrganizationsSheet()), context);
  const Sheet items = sheet_of(ItemsSheet());
  ReadItems(items, sheet_of(SubstitutesSheet()), context);
  ReadNeeds(sheet_of(NeedsSheet()), context);
  ReadOffers(sheet_of(OffersSheet()), context);
  SortProblems(context.problems());
  return std::move(context.reading);
}

absl::StatusOr<FolderReading> ReadFolder(const std::string& path,
                                         const Folder& known,
                                         const ReadingOptions& options) {
  namespace fs = std::filesystem;
  std::error_code error;
  const bool single = fs::is_regular_file(path, error);
  FileTexts texts;
  std::map<std::string, std::string> paths;
  for (const SheetSpec* spec : AllSheets()) {
    const fs::path file = single ? fs::path(path) : fs::path(path) / spec->file;
    const bool wanted = single ? Holds(file, *spec) : fs::exists(file, error);
    if (!wanted) continue;
    absl::StatusOr<std::string> text = ReadFile(file);
    if (!text.ok()) return text.status();
    texts[spec->file] = *std::move(text);
    paths[spec->file] = file.string();
  }
  if (texts.empty()) {
    return FolderError(
        "FOLDER_UNREADABLE", path,
        "{path} is no folder with places.csv, sister_links.csv, "
        "organizations.csv, items.csv, item_substitutes.csv, needs.csv or "
        "offers.csv in it, and no file whose name begins like one of these",
        "{path} 不是文件夹，或其中没有 places.csv、sister_links.csv、"
        "organizations.csv、items.csv、item_substitutes.csv、needs.csv 或 "
        "offers.csv；也不是文件名以上述名称开头的文件");
  }
  FolderReading reading = ReadTexts(texts, known, options);
  reading.paths = std::move(paths);
  return reading;
}

absl::Status WriteFolder(const Folder& folder, const std::string& path,
                         bool hxl) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::create_directories(path, error);
  for (const auto& [name, text] : WriteTexts(folder, hxl)) {
    const std::string target = (fs::path(path) / name).string();
    if (!WriteWhole(target, text)) {
      return FolderError("FOLDER_NOT_WRITABLE", target,
                         "{path} cannot be written; check that you may write "
                         "there and that there is room",
                         "无法写入 {path}；请检查写入权限和剩余空间");
    }
  }
  return absl::OkStatus();
}

}  // namespace twinaid::client
