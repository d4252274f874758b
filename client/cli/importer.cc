// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/importer.h"

#include <google/rpc/error_details.pb.h>

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/cli/server_folder.h"
#include "client/cli/verbs.h"
#include "client/lib/error_text.h"
#include "service/convert/item.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"
#include "service/convert/sister_link.h"
#include "service/model/sha256.h"

namespace twinaid::client {
namespace {

constexpr std::size_t kBatch = 256;
// Items name each other as substitutes both ways, so they go together: as many
// as the server takes in one batch.
constexpr std::size_t kItemBatch = 1000;

// How one resource is sent.
void Fill(const model::Place& row, v1::CreatePlaceRequest& request) {
  request.set_place_id(row.id.value());
  *request.mutable_place() = convert::ToProto(row);
}
void Fill(const model::SisterLink& row, v1::CreateSisterLinkRequest& request) {
  request.set_sister_link_id(row.id.value());
  *request.mutable_sister_link() = convert::ToProto(row);
}
void Fill(const model::Organization& row,
          v1::CreateOrganizationRequest& request) {
  request.set_organization_id(row.id.value());
  *request.mutable_organization() = convert::ToProto(row);
}
void Fill(const model::Item& row, v1::CreateItemRequest& request) {
  request.set_item_id(row.id.value());
  *request.mutable_item() = convert::ToProto(row);
}
void Fill(const model::Need& row, v1::CreateNeedRequest& request) {
  request.set_parent(model::ToName(row.name.parent));
  request.set_need_id(row.name.child.value());
  *request.mutable_need() = convert::ToProto(row);
}
void Fill(const model::Offer& row, v1::CreateOfferRequest& request) {
  request.set_parent(model::ToName(row.name.parent));
  request.set_offer_id(row.name.child.value());
  *request.mutable_offer() = convert::ToProto(row);
}

// The request of a batch that an error is about; -1: not said.
int RefusedIndex(const grpc::Status& status) {
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& any : details.details()) {
    google::rpc::BadRequest detail;
    if (!any.UnpackTo(&detail) || detail.field_violations().empty()) continue;
    absl::string_view field = detail.field_violations(0).field();
    int index = -1;
    if (!absl::ConsumePrefix(&field, "requests[")) continue;
    if (absl::SimpleAtoi(field.substr(0, field.find(']')), &index)) {
      return index;
    }
  }
  return -1;
}

// Not refused: the server cannot be reached, or nobody knows what it did.
bool IsLost(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED ||
         status.error_code() == grpc::StatusCode::UNKNOWN;
}

class Importer {
 public:
  Importer(Session& session, FolderReading& reading, bool keep_going)
      : session_(session), reading_(reading), keep_going_(keep_going) {
    for (const Problem& problem : reading.problems) {
      if (!problem.warning) bad_lines_[problem.file].insert(problem.spot.line);
    }
    run_ = session.options.request_id.empty() ? session.environment().unique()
                                              : session.options.request_id;
  }

  // Leaves in `rows` those that have to be created.
  template <typename Row>
  void Sift(const char* file, std::vector<Row>& rows,
            std::vector<Row>& present) {
    ImportCount count{file, 0, 0, 0};
    count.refused = static_cast<std::int64_t>(bad_lines_[file].size());
    std::map<typename Row::Key, Row*> by_key;
    for (Row& row : present) {
      Normalize(row);
      if constexpr (requires { row.closed; }) row.closed = model::Closed::kNo;
      by_key[row.key()] = &row;
    }
    std::vector<Row> fresh;
    for (Row& row : rows) {
      Normalize(row);
      const auto known = by_key.find(row.key());
      if (known == by_key.end()) {
        fresh.push_back(std::move(row));
      } else if (*known->second == row) {
        ++count.unchanged;
      } else {
        ++count.refused;
        TellConflict(model::ToName(row.key()));
      }
    }
    rows = std::move(fresh);
    result_.counts.push_back(std::move(count));
  }

  // Sends what is left of the file. False: the import ends here.
  template <typename Row, typename Stub, typename Request, typename Response>
  bool Create(const char* file, const std::vector<Row>& rows,
              Method<Stub, Request, Response> method,
              std::size_t batch = kBatch) {
    ImportCount& count =
        *std::find_if(result_.counts.begin(), result_.counts.end(),
                      [&](const ImportCount& one) { return one.file == file; });
    if (session_.options.dry_run) {
      count.created = static_cast<std::int64_t>(rows.size());
      return true;
    }
    for (std::size_t from = 0; from < rows.size(); from += batch) {
      const std::size_t to = std::min(rows.size(), from + batch);
      if (!Send(rows, from, to, method, count)) return false;
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

  void TellConflict(const std::string& name) {
    conflicts_ = true;
    session_.err()
        << At(name) << ": "
        << (session_.chinese()
                ? name +
                      " 已存在,但内容不同;请用 update 修改服务器上的记录,"
                      "或换一个标识"
                : name +
                      " is there already and differs; change it "
                      "there with update, or take another id")
        << "\n";
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
    // Names the batch by what it holds, within this run: a later run compares
    // with what the server has instead, since a row may have been deleted.
    constexpr std::size_t kIdLength = 32;
    request.set_request_id(
        model::Sha256Hex(absl::StrCat(run_, "\n", request.SerializeAsString()))
            .substr(0, kIdLength));
    Response response;
    const grpc::Status status =
        client::Send(session_, method, request, &response);
    if (status.ok()) {
      count.created += static_cast<std::int64_t>(to - from);
      return true;
    }
    const bool lost = IsLost(status);
    if (keep_going_ && !lost && to - from > 1) {
      for (std::size_t i = from; i < to; ++i) {
        if (!Send(rows, i, i + 1, method, count)) return false;
      }
      return true;
    }
    const int index = to - from == 1 ? 0 : RefusedIndex(status);
    if (index >= 0 && from + static_cast<std::size_t>(index) < to) {
      session_.err() << At(model::ToName(rows[from + index].key())) << ":\n";
    }
    session_.Refused(status);
    result_.code = kRefused;
    if (lost) {
      session_.Say("the import stopped here; run it again to finish it",
                   "导入在此中断;再次运行同一命令即可完成");
      return false;
    }
    count.refused += static_cast<std::int64_t>(to - from);
    return keep_going_;
  }

  Session& session_;
  FolderReading& reading_;
  const bool keep_going_;
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

ImportResult Import(Session& session, FolderReading reading, Folder server,
                    bool keep_going) {
  Importer importer(session, reading, keep_going);
  Folder& folder = reading.folder;
  importer.Sift("places.csv", folder.places, server.places);
  importer.Sift("organizations.csv", folder.organizations,
                server.organizations);
  importer.Sift("items.csv", folder.items, server.items);
  importer.Sift("sister_links.csv", folder.links, server.links);
  importer.Sift("needs.csv", folder.needs, server.needs);
  importer.Sift("offers.csv", folder.offers, server.offers);
  SortByDepth(folder.places);
  if (!importer.conflicts() || keep_going) {
    // The order says what refers to what; `&&` stops at the first refusal.
    [[maybe_unused]] const bool all =
        importer.Create("places.csv", folder.places,
                        &RegistryStub::BatchCreatePlaces) &&
        importer.Create("organizations.csv", folder.organizations,
                        &RegistryStub::BatchCreateOrganizations) &&
        importer.Create("items.csv", folder.items,
                        &RegistryStub::BatchCreateItems, kItemBatch) &&
        importer.Create("sister_links.csv", folder.links,
                        &RegistryStub::BatchCreateSisterLinks) &&
        importer.Create("needs.csv", folder.needs,
                        &InventoryStub::BatchCreateNeeds) &&
        importer.Create("offers.csv", folder.offers,
                        &InventoryStub::BatchCreateOffers);
  }
  importer.Finish();
  return importer.result();
}

}  // namespace twinaid::client
