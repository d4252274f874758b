// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/server_folder.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "client/cli/own_places.h"
#include "client/cli/verbs.h"
#include "service/convert/item.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"
#include "service/convert/sister_link.h"

namespace twinaid::client {
namespace {

// Closed is told by the state, which callers cannot set.
template <typename Row, typename Proto>
void SetClosed(const Proto& proto, Row& row) {
  if constexpr (requires { row.closed; }) {
    if (proto.state() == Proto::WITHDRAWN) {
      row.closed = model::Closed::kWithdrawn;
    } else if (proto.state() == Proto::EXPIRED) {
      row.closed = model::Closed::kExpired;
    }
  }
}

// Fetches the rows of one list and converts them.
template <typename Row, typename Proto, typename Stub, typename Request,
          typename Response>
int FetchRows(Session& session, const Request& first,
              Method<Stub, Request, Response> method,
              google::protobuf::RepeatedPtrField<Proto>* (Response::*rows_of)(),
              std::vector<Row>& rows, Etags* etags) {
  std::vector<Proto> protos;
  const grpc::Status status = Fetch(session, first, method, rows_of, protos);
  if (!status.ok()) return session.Refused(status);
  rows.reserve(protos.size());
  for (const Proto& proto : protos) {
    absl::StatusOr<Row> row = convert::FromProto(proto);
    if (!row.ok()) {
      // A newer server may know values that this program does not.
      return session.Refused(grpc::Status(
          grpc::StatusCode::UNIMPLEMENTED,
          proto.name() + ": " + std::string(row.status().message())));
    }
    if (etags != nullptr) (*etags)[proto.name()] = proto.etag();
    Normalize(*row);
    SetClosed(proto, *row);
    rows.push_back(*std::move(row));
  }
  return kDone;
}

}  // namespace

void Normalize(model::Place& place) { place.meta = {}; }
void Normalize(model::SisterLink& link) {
  link.meta = {};
  if (link.place_b < link.place_a) std::swap(link.place_a, link.place_b);
}
void Normalize(model::Organization& organization) { organization.meta = {}; }
void Normalize(model::Item& item) {
  item.meta = {};
  std::sort(item.substitutes.begin(), item.substitutes.end(),
            [](const auto& a, const auto& b) { return a.item < b.item; });
}
void Normalize(model::Need& need) {
  need.meta = {};
  need.total = {};
  need.tallies = {};
  std::sort(need.listed_substitutes.begin(), need.listed_substitutes.end());
}
void Normalize(model::Offer& offer) {
  offer.meta = {};
  offer.total = {};
  offer.tallies = {};
}

int FetchRegistry(Session& session, Folder& folder, Etags* etags) {
  int code = FetchRows<model::Place, v1::Place>(
      session, v1::ListPlacesRequest(), &RegistryStub::ListPlaces,
      &v1::ListPlacesResponse::mutable_places, folder.places, etags);
  if (code != kDone) return code;
  code = FetchRows<model::SisterLink, v1::SisterLink>(
      session, v1::ListSisterLinksRequest(), &RegistryStub::ListSisterLinks,
      &v1::ListSisterLinksResponse::mutable_sister_links, folder.links, etags);
  if (code != kDone) return code;
  code = FetchRows<model::Organization, v1::Organization>(
      session, v1::ListOrganizationsRequest(), &RegistryStub::ListOrganizations,
      &v1::ListOrganizationsResponse::mutable_organizations,
      folder.organizations, etags);
  if (code != kDone) return code;
  return FetchRows<model::Item, v1::Item>(
      session, v1::ListItemsRequest(), &RegistryStub::ListItems,
      &v1::ListItemsResponse::mutable_items, folder.items, etags);
}

int FetchSupply(Session& session, const std::vector<std::string>& places,
                Folder& folder, Etags* etags) {
  for (const std::string& place : places) {
    v1::ListNeedsRequest needs;
    needs.set_parent(place);
    int code = FetchRows<model::Need, v1::Need>(
        session, needs, &InventoryStub::ListNeeds,
        &v1::ListNeedsResponse::mutable_needs, folder.needs, etags);
    if (code != kDone) return code;
    v1::ListOffersRequest offers;
    offers.set_parent(place);
    code = FetchRows<model::Offer, v1::Offer>(
        session, offers, &InventoryStub::ListOffers,
        &v1::ListOffersResponse::mutable_offers, folder.offers, etags);
    if (code != kDone) return code;
  }
  return kDone;
}

grpc::Status GrantedPlaces(Session& session,
                           const std::vector<model::Place>& all,
                           std::vector<std::string>& granted) {
  const grpc::Status status = PlacesOf(session, "", granted);
  if (!status.ok() || granted.front() == "places/-") return status;
  std::set<std::string> inside(granted.begin(), granted.end());
  // A parent may come after what lies inside it.
  for (std::size_t before = 0; before != inside.size();) {
    before = inside.size();
    for (const model::Place& place : all) {
      if (inside.contains(model::ToName(place.parent))) {
        inside.insert(model::ToName(place.id));
      }
    }
  }
  granted.assign(inside.begin(), inside.end());
  return status;
}

grpc::Status GrantedPlaces(Session& session,
                           std::vector<std::string>& granted) {
  grpc::Status status = PlacesOf(session, "", granted);
  if (!status.ok() || granted.front() == "places/-") return status;
  std::vector<v1::Place> protos;
  status = Fetch(session, v1::ListPlacesRequest(), &RegistryStub::ListPlaces,
                 &v1::ListPlacesResponse::mutable_places, protos);
  if (!status.ok()) return status;
  std::vector<model::Place> places;
  for (const v1::Place& proto : protos) {
    const auto place = convert::FromProto(proto);
    if (place.ok()) places.push_back(*place);
  }
  return GrantedPlaces(session, places, granted);
}

}  // namespace twinaid::client
