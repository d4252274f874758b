// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/importer.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/import_refusal.h"
#include "client/cli/import_requests.h"
#include "client/cli/progress.h"
#include "client/files/columns.h"
#include "client/files/row_cells.h"
#include "client/lib/error_text.h"
#include "service/model/sha256.h"

namespace twinaid::client {
namespace {

constexpr std::size_t kBatch = 256;
// Items name each other as substitutes both ways, so they go together: as many
// as the server takes in one batch.
constexpr std::size_t kItemBatch = 1000;

// What names a row and its values.
template <typename Row>
std::string ContentOf(const Row& row) {
  std::string content = absl::StrCat(model::ToName(row.key()), "\x1f",
                                     absl::StrJoin(CellsOf(row), "\x1f"), "\n");
  if constexpr (std::is_same_v<Row, model::Item>) {
    for (const model::Substitute& one : row.substitutes) {
      absl::StrAppend(&content, one.item.value(), "\x1f", one.quality_percent,
                      "\x1f", one.basis, "\n");
    }
  }
  return content;
}

// A request_id of what a request is made of.
std::string IdOfContent(absl::string_view content) {
  constexpr std::size_t kIdLength = 32;
  return model::Sha256Hex(content).substr(0, kIdLength);
}

std::string SubstitutesText(const model::Item& item) {
  return absl::StrJoin(item.substitutes, " ",
                       [](std::string* out, const model::Substitute& one) {
                         absl::StrAppend(out, one.item.value(), ":",
                                         one.quality_percent);
                       });
}

// A row that the server has otherwise, and in what.
template <typename Row>
struct Changed {
  Row row;
  std::vector<Difference> differences;
};

class Importer {
 public:
  Importer(Session& session, FolderReading& reading, const Etags& etags,
           const ImportOptions& options)
      : session_(session), reading_(reading), etags_(etags), options_(options) {
    for (const Problem& problem : reading.problems) {
      if (problem.warning) continue;
      bad_lines_[problem.file].insert(problem.row > 0 ? problem.row
                                                      : problem.spot.line);
    }
    run_ = session.options.request_id.empty() ? session.environment().unique()
                                              : session.options.request_id;
  }

  // Leaves in `rows` those that have to be created; returns those that have to
  // be updated.
  template <typename Row>
  std::vector<Changed<Row>> Sift(const SheetSpec& spec, std::vector<Row>& rows,
                                 std::vector<Row>& present) {
    ImportCount count;
    count.file = spec.file;
    count.refused = static_cast<std::int64_t>(bad_lines_[spec.file].size());
    std::map<typename Row::Key, Row*> by_key;
    std::map<typename Row::Key, model::Closed> closed;
    for (Row& row : present) {
      Normalize(row);
      if constexpr (requires { row.closed; }) {
        closed[row.key()] = row.closed;
        row.closed = model::Closed::kNo;
      }
      by_key[row.key()] = &row;
    }
    std::vector<Row> fresh;
    std::vector<Changed<Row>> changed;
    for (Row& row : rows) {
      Normalize(row);
      const auto known = by_key.find(row.key());
      if (known == by_key.end()) {
        fresh.push_back(std::move(row));
        continue;
      }
      std::vector<Difference> differences = Compare(spec, *known->second, row);
      if (differences.empty()) {
        ++count.unchanged;
        TellClosed(model::ToName(row.key()), closed[row.key()]);
      } else if (options_.update && CanUpdate(spec, differences)) {
        changed.push_back({std::move(row), std::move(differences)});
      } else {
        ++count.refused;
        TellConflict(spec, model::ToName(row.key()), differences);
      }
    }
    rows = std::move(fresh);
    result_.counts.push_back(std::move(count));
    return changed;
  }

  // Sends what is left of the file. False: the import ends here.
  template <typename Row, typename Stub, typename Request, typename Response>
  bool Create(const SheetSpec& spec, const std::vector<Row>& rows,
              Method<Stub, Request, Response> method,
              std::size_t batch = kBatch) {
    ImportCount& count = CountOf(spec);
    if (session_.options.dry_run) {
      count.created = static_cast<std::int64_t>(rows.size());
      return true;
    }
    Progress progress = Of(spec, rows.size());
    for (std::size_t from = 0; from < rows.size(); from += batch) {
      const std::size_t to = std::min(rows.size(), from + batch);
      if (!Send(rows, from, to, method, count)) return false;
      progress.Reach(static_cast<std::int64_t>(to));
    }
    return true;
  }

  // Changes the rows in what differs, one by one. False: the import ends here.
  template <typename Row, typename Stub, typename Request, typename Response>
  bool Update(const SheetSpec& spec, const std::vector<Changed<Row>>& rows,
              Method<Stub, Request, Response> method) {
    ImportCount& count = CountOf(spec);
    Progress progress = Of(spec, rows.size());
    std::int64_t done = 0;
    for (const Changed<Row>& changed : rows) {
      progress.Reach(done++);
      const std::string name = model::ToName(changed.row.key());
      Request request;
      const auto etag = etags_.find(name);
      Fill(changed.row, etag == etags_.end() ? "" : etag->second, request);
      std::set<std::string> fields;
      for (const Difference& difference : changed.differences) {
        for (const std::string& field :
             FieldsOf(spec.file, difference.column)) {
          fields.insert(field);
        }
      }
      for (const std::string& field : fields) {
        request.mutable_update_mask()->add_paths(field);
      }
      request.set_request_id(IdOfContent(
          absl::StrCat(session_.options.request_id, "\n",
                       etag == etags_.end() ? "" : etag->second, "\n",
                       ContentOf(changed.row), absl::StrJoin(fields, ","))));
      session_.Say(absl::StrCat(At(name), ": ", name, ": ",
                                TextOf(changed.differences, " -> ")),
                   absl::StrCat(At(name), "：", name, "：",
                                TextOf(changed.differences, " -> ")));
      if (session_.options.dry_run) {
        ++count.updated;
        continue;
      }
      Response response;
      const grpc::Status status =
          client::Send(session_, method, request, &response);
      if (status.ok()) {
        ++count.updated;
      } else if (!TellRefused(name, status, count)) {
        return false;
      }
    }
    return true;
  }

  bool conflicts() const { return conflicts_; }
  ImportResult& result() { return result_; }

  void Finish() {
    for (const ImportCount& count : result_.counts) {
      if (count.refused > 0) result_.code = kRefused;
    }
  }

 private:
  std::string At(const std::string& name) const {
    const auto found = reading_.origins.find(name);
    if (found == reading_.origins.end()) return name;
    return absl::StrCat(found->second.file, ":", found->second.spot.line, ":",
                        found->second.spot.column);
  }

  Progress Of(const SheetSpec& spec, std::size_t rows) {
    return Progress(session_, absl::StrCat("rows of ", spec.file, " sent"),
                    absl::StrCat("行已发送（", spec.file, "）"),
                    static_cast<std::int64_t>(rows));
  }

  ImportCount& CountOf(const SheetSpec& spec) {
    return *std::find_if(
        result_.counts.begin(), result_.counts.end(),
        [&](const ImportCount& one) { return one.file == spec.file; });
  }

  // A row that the file would have open, and the server has not.
  void TellClosed(const std::string& name, model::Closed closed) {
    if (closed == model::Closed::kNo) return;
    const bool withdrawn = closed == model::Closed::kWithdrawn;
    session_.Say(
        absl::StrCat(At(name), ": ", name,
                     withdrawn ? " was withdrawn" : " is past its day",
                     " and is not brought back; take another id to post it "
                     "again"),
        absl::StrCat(At(name), ":", name, withdrawn ? " 已撤回" : " 已过期",
                     "，导入不会恢复；如需重新发布，请换一个标识"));
  }

  // In what the file says otherwise than the server has it.
  template <typename Row>
  std::vector<Difference> Compare(const SheetSpec& spec, const Row& present,
                                  const Row& wanted) {
    std::vector<Difference> differences = DifferencesOf(
        spec, reading_.columns[spec.file], CellsOf(present), CellsOf(wanted));
    if constexpr (std::is_same_v<Row, model::Item>) {
      const bool said = reading_.columns.count(SubstitutesSheet().file) > 0;
      if (said && present.substitutes != wanted.substitutes) {
        differences.push_back(
            {"substitutes", SubstitutesText(present), SubstitutesText(wanted)});
      }
    }
    return differences;
  }

  static bool CanUpdate(const SheetSpec& spec,
                        const std::vector<Difference>& differences) {
    return std::all_of(differences.begin(), differences.end(),
                       [&](const Difference& difference) {
                         return !FieldsOf(spec.file, difference.column).empty();
                       });
  }

  // "quantity: 300 -> 500; note:  -> thanks".
  static std::string TextOf(const std::vector<Difference>& differences,
                            absl::string_view between) {
    return absl::StrJoin(
        differences, "; ", [&](std::string* out, const Difference& difference) {
          absl::StrAppend(out, difference.column, ": ", difference.present,
                          between, difference.wanted);
        });
  }

  void Keep(const std::string& name, const std::string& reason,
            const std::string& en, const std::string& zh) {
    const auto found = reading_.origins.find(name);
    if (found == reading_.origins.end()) return;
    Problem problem;
    problem.file = found->second.file;
    problem.spot = found->second.spot;
    problem.row = found->second.spot.line;
    problem.reason = reason;
    problem.en = en;
    problem.zh = zh;
    result_.refused.push_back(std::move(problem));
  }

  void TellConflict(const SheetSpec& spec, const std::string& name,
                    const std::vector<Difference>& differences) {
    conflicts_ = true;
    const bool can = CanUpdate(spec, differences);
    const std::string en = absl::StrCat(
        name, " is there already and differs (",
        TextOf(differences, " there, "), " here); ",
        can ? "import with --update to change it, or take another id"
            : "what it is cannot be changed: take another id");
    const std::string zh =
        absl::StrCat(name, " 已存在，但内容不同（服务器：",
                     TextOf(differences, "，文件："), "）；",
                     can ? "如需修改请加 --update 导入，或换一个标识"
                         : "此项不能修改，请换一个标识");
    Keep(name, "ROW_DIFFERS", en, zh);
    session_.err() << At(name) << (session_.chinese() ? "：" + zh : ": " + en)
                   << "\n";
  }

  // Tells that the row was refused. False: the import ends here.
  bool TellRefused(const std::string& name, const grpc::Status& status,
                   ImportCount& count) {
    session_.err() << At(name) << ":\n";
    session_.Refused(status);
    result_.code = kRefused;
    if (IsLost(status)) return TellLost();
    Keep(name, ReasonOf(status), status.error_message(),
         status.error_message());
    ++count.refused;
    return options_.keep_going;
  }

  bool TellLost() {
    session_.Say("the import stopped here; run it again to finish it",
                 "导入在此中断；再次运行同一命令即可完成");
    return false;
  }

  // Rows [from, to) in one batch; one by one where that is refused and the
  // caller wants what can be had.
  template <typename Row, typename Stub, typename Request, typename Response>
  bool Send(const std::vector<Row>& rows, std::size_t from, std::size_t to,
            Method<Stub, Request, Response> method, ImportCount& count) {
    Request request;
    if constexpr (requires { request.set_parent(""); }) {
      request.set_parent("places/-");
    }
    for (std::size_t i = from; i < to; ++i) {
      Fill(rows[i], *request.add_requests());
    }
    // What can be deleted is named within this run: a later run must not be
    // given the answer of before the deletion. Needs and offers stay.
    constexpr bool kStays = requires { rows[from].closed; };
    std::string content = kStays ? session_.options.request_id : run_;
    for (std::size_t i = from; i < to; ++i) {
      absl::StrAppend(&content, "\n", ContentOf(rows[i]));
    }
    request.set_request_id(IdOfContent(content));
    Response response;
    const grpc::Status status =
        client::Send(session_, method, request, &response);
    if (status.ok()) {
      count.created += static_cast<std::int64_t>(to - from);
      return true;
    }
    const bool lost = IsLost(status);
    if (options_.keep_going && !lost && to - from > 1) {
      for (std::size_t i = from; i < to; ++i) {
        if (!Send(rows, i, i + 1, method, count)) return false;
      }
      return true;
    }
    if (to - from == 1) {
      return TellRefused(model::ToName(rows[from].key()), status, count);
    }
    const int index = RefusedIndex(status);
    if (index >= 0 && from + static_cast<std::size_t>(index) < to) {
      session_.err() << At(model::ToName(rows[from + index].key())) << ":\n";
    }
    session_.Refused(status);
    result_.code = kRefused;
    if (lost) return TellLost();
    count.refused += static_cast<std::int64_t>(to - from);
    return options_.keep_going;
  }

  Session& session_;
  FolderReading& reading_;
  const Etags& etags_;
  const ImportOptions options_;
  std::string run_;
  std::map<std::string, std::set<int>> bad_lines_;
  bool conflicts_ = false;
  ImportResult result_;
};

// Parents before children, else in the order of the file.
void SortByDepth(std::vector<model::Place>& places) {
  std::map<model::PlaceId, model::PlaceId> parents;
  for (const model::Place& place : places) parents[place.id] = place.parent;
  const auto depth = [&](const model::Place& place) {
    int steps = 0;
    for (auto at = parents.find(place.parent); at != parents.end();
         at = parents.find(at->second)) {
      ++steps;
    }
    return steps;
  };
  std::map<model::PlaceId, int> depths;
  for (const model::Place& place : places) depths[place.id] = depth(place);
  std::stable_sort(places.begin(), places.end(),
                   [&](const model::Place& a, const model::Place& b) {
                     return depths[a.id] < depths[b.id];
                   });
}

}  // namespace

ImportResult Import(Session& session, FolderReading& reading, Folder server,
                    const Etags& etags, const ImportOptions& options) {
  Importer importer(session, reading, etags, options);
  Folder& folder = reading.folder;
  const auto places =
      importer.Sift(PlacesSheet(), folder.places, server.places);
  const auto organizations = importer.Sift(
      OrganizationsSheet(), folder.organizations, server.organizations);
  const auto items = importer.Sift(ItemsSheet(), folder.items, server.items);
  const auto links = importer.Sift(LinksSheet(), folder.links, server.links);
  const auto needs = importer.Sift(NeedsSheet(), folder.needs, server.needs);
  const auto offers =
      importer.Sift(OffersSheet(), folder.offers, server.offers);
  SortByDepth(folder.places);
  if (!importer.conflicts() || options.keep_going) {
    // The order says what refers to what; `&&` stops at the first refusal.
    [[maybe_unused]] const bool all =
        importer.Create(PlacesSheet(), folder.places,
                        &RegistryStub::BatchCreatePlaces) &&
        importer.Update(PlacesSheet(), places, &RegistryStub::UpdatePlace) &&
        importer.Create(OrganizationsSheet(), folder.organizations,
                        &RegistryStub::BatchCreateOrganizations) &&
        importer.Update(OrganizationsSheet(), organizations,
                        &RegistryStub::UpdateOrganization) &&
        importer.Create(ItemsSheet(), folder.items,
                        &RegistryStub::BatchCreateItems, kItemBatch) &&
        importer.Update(ItemsSheet(), items, &RegistryStub::UpdateItem) &&
        importer.Create(LinksSheet(), folder.links,
                        &RegistryStub::BatchCreateSisterLinks) &&
        importer.Update(LinksSheet(), links, &RegistryStub::UpdateSisterLink) &&
        importer.Create(NeedsSheet(), folder.needs,
                        &InventoryStub::BatchCreateNeeds) &&
        importer.Update(NeedsSheet(), needs, &InventoryStub::UpdateNeed) &&
        importer.Create(OffersSheet(), folder.offers,
                        &InventoryStub::BatchCreateOffers) &&
        importer.Update(OffersSheet(), offers, &InventoryStub::UpdateOffer);
  }
  importer.Finish();
  return importer.result();
}

}  // namespace twinaid::client
