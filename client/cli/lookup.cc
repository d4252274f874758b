// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/lookup.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/cli/verbs.h"
#include "client/files/columns.h"
#include "client/files/naming.h"
#include "client/files/references.h"
#include "service/convert/item.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"

namespace twinaid::client {
namespace {

// How one kind is asked for, and where its files define it.
template <typename Id, typename Proto, typename GetRequest,
          typename ListRequest, typename ListResponse>
struct Kind {
  const SheetSpec& sheet;
  Method<RegistryStub, GetRequest, Proto> get;
  Method<RegistryStub, ListRequest, ListResponse> list;
  google::protobuf::RepeatedPtrField<Proto>* (ListResponse::*rows)();
};

template <typename Id, typename Proto, typename GetRequest,
          typename ListRequest, typename ListResponse>
bool Find(Session& session, const char* option, std::string& typed, int& code,
          const Kind<Id, Proto, GetRequest, ListRequest, ListResponse>& kind) {
  // Names of people may have a "/" as well: "N95/KN95".
  const std::string collection =
      absl::StrCat(model::TagOf<Id>::type::kCollection, "/");
  const bool is_name =
      typed.empty() || typed == "-" || absl::StartsWith(typed, collection);
  if (is_name) return true;
  if (model::IsSlug(typed)) {
    GetRequest get;
    get.set_name(model::ToName(Id::Trusted(typed)));
    Proto found;
    const grpc::Status status = Send(session, kind.get, get, &found);
    // Whoever may not read it is told so by what the command does.
    const bool barred =
        status.error_code() == grpc::StatusCode::PERMISSION_DENIED;
    if (status.ok() || barred) {
      typed = get.name();
      return true;
    }
    if (status.error_code() != grpc::StatusCode::NOT_FOUND) {
      code = session.Refused(status);
      return false;
    }
  }
  std::vector<Proto> rows;
  const grpc::Status status =
      Fetch(session, ListRequest(), kind.list, kind.rows, rows);
  if (!status.ok()) {
    code = session.Refused(status);
    return false;
  }
  References<Id> references(kind.sheet.file);
  for (const Proto& proto : rows) {
    const auto row = convert::FromProto(proto);
    if (row.ok()) references.Add(NamedOf(*row));
  }
  const Reference found = references.Find(typed, option);
  if (found.fault.has_value()) {
    session.Usage(found.fault->en, found.fault->zh);
    code = kRefused;
    return false;
  }
  typed = model::ToName(Id::Trusted(found.id));
  return true;
}

}  // namespace

bool FindPlace(Session& session, const char* option, std::string& typed,
               int& code) {
  const Kind<model::PlaceId, v1::Place, v1::GetPlaceRequest,
             v1::ListPlacesRequest, v1::ListPlacesResponse>
      kind{PlacesSheet(), &RegistryStub::GetPlace, &RegistryStub::ListPlaces,
           &v1::ListPlacesResponse::mutable_places};
  return Find(session, option, typed, code, kind);
}

bool FindItem(Session& session, const char* option, std::string& typed,
              int& code) {
  const Kind<model::ItemId, v1::Item, v1::GetItemRequest, v1::ListItemsRequest,
             v1::ListItemsResponse>
      kind{ItemsSheet(), &RegistryStub::GetItem, &RegistryStub::ListItems,
           &v1::ListItemsResponse::mutable_items};
  return Find(session, option, typed, code, kind);
}

bool FindOrganization(Session& session, const char* option, std::string& typed,
                      int& code) {
  const Kind<model::OrganizationId, v1::Organization,
             v1::GetOrganizationRequest, v1::ListOrganizationsRequest,
             v1::ListOrganizationsResponse>
      kind{OrganizationsSheet(), &RegistryStub::GetOrganization,
           &RegistryStub::ListOrganizations,
           &v1::ListOrganizationsResponse::mutable_organizations};
  return Find(session, option, typed, code, kind);
}

bool FindInPlace(Session& session, const char* option, std::string& typed,
                 int& code) {
  const std::size_t slash = typed.rfind('/');
  if (slash == std::string::npos) return true;
  std::string place = typed.substr(0, slash);
  // An id, or a full name: what is asked of the need says whether it exists.
  if (place == "-" || model::IsSlug(place) ||
      absl::StartsWith(place, "places/")) {
    return true;
  }
  if (!FindPlace(session, option, place, code)) return false;
  typed = absl::StrCat(IdOf(place), typed.substr(slash));
  return true;
}

bool FindPlaces(Session& session, const char* option,
                std::vector<std::string>& typed, int& code) {
  for (std::string& place : typed) {
    if (!FindPlace(session, option, place, code)) return false;
  }
  return true;
}

}  // namespace twinaid::client
