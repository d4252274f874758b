// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/report_facts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

constexpr char kAllPlaces[] = "places/-";

// Fetches lists one after another until one is refused.
class Fetcher {
 public:
  Fetcher(Session& session, const std::string& place)
      : session_(session), place_(place.empty() ? kAllPlaces : place) {}

  template <typename R, typename Stub, typename Request, typename Response>
  void List(const Request& first, Method<Stub, Request, Response> method,
            google::protobuf::RepeatedPtrField<R>* (Response::*rows_of)(),
            std::vector<R>& rows) {
    if (!status_.ok()) return;
    status_ = Fetch(session_, first, method, rows_of, rows);
  }

  // Whether the last one was not for this caller; goes on then.
  bool Barred() {
    if (status_.error_code() != grpc::StatusCode::PERMISSION_DENIED) {
      return false;
    }
    status_ = grpc::Status::OK;
    return true;
  }

  // A report over the places in question.
  template <typename R, typename Request, typename Response>
  void Report(Method<ReportStub, Request, Response> method,
              google::protobuf::RepeatedPtrField<R>* (Response::*rows_of)(),
              std::vector<R>& rows) {
    Request request;
    request.set_place(place_);
    List(request, method, rows_of, rows);
  }

  template <typename Stub, typename Request, typename R>
  void Get(Method<Stub, Request, R> method, const Request& request, R& row) {
    if (!status_.ok()) return;
    status_ = Send(session_, method, request, &row);
  }

  const grpc::Status& status() const { return status_; }

 private:
  Session& session_;
  const std::string place_;
  grpc::Status status_;
};

void FetchRegistry(Fetcher& fetcher, ReportFacts& facts) {
  fetcher.List(v1::ListPlacesRequest(), &RegistryStub::ListPlaces,
               &v1::ListPlacesResponse::mutable_places, facts.places);
  fetcher.List(v1::ListItemsRequest(), &RegistryStub::ListItems,
               &v1::ListItemsResponse::mutable_items, facts.items);
  fetcher.List(v1::ListSisterLinksRequest(), &RegistryStub::ListSisterLinks,
               &v1::ListSisterLinksResponse::mutable_sister_links, facts.links);
}

// The round that began last of those that succeeded, and what it left unmet.
void FetchRound(Fetcher& fetcher, const std::string& scheme,
                ReportFacts& facts) {
  v1::ListRoundsRequest request;
  request.set_parent(scheme);
  request.set_filter("state = SUCCEEDED");
  std::vector<v1::Round> rounds;
  fetcher.List(request, &MatchingStub::ListRounds,
               &v1::ListRoundsResponse::mutable_rounds, rounds);
  if (!facts.place.empty()) fetcher.Barred();
  const auto begun = [](const v1::Round& round) {
    return std::pair(round.create_time().seconds(),
                     round.create_time().nanos());
  };
  const auto last =
      std::max_element(rounds.begin(), rounds.end(),
                       [&](const v1::Round& a, const v1::Round& b) {
                         return begun(a) < begun(b);
                       });
  if (last == rounds.end()) return;
  facts.round = std::move(*last);
  v1::ListUnmetNeedsRequest unmet;
  unmet.set_parent(facts.round->name());
  unmet.set_filter(Equals("place", facts.place));
  fetcher.List(unmet, &MatchingStub::ListUnmetNeeds,
               &v1::ListUnmetNeedsResponse::mutable_unmet_needs, facts.unmet);
}

void FetchPairings(Fetcher& fetcher, const std::string& scheme,
                   ReportFacts& facts) {
  v1::ListPairingsRequest request;
  request.set_parent(scheme);
  const std::string of_place = Equals("place", facts.place);
  request.set_filter(JoinFilter({"state = ACTIVE", of_place}));
  fetcher.List(request, &MatchingStub::ListPairings,
               &v1::ListPairingsResponse::mutable_pairings, facts.pairings);
  if (!facts.round && facts.place.empty()) return;
  std::set<std::string> standing;
  for (const v1::Pairing& pairing : facts.pairings) {
    standing.insert(pairing.name());
  }
  request.set_filter(JoinFilter(
      {facts.round ? Equals("round", facts.round->name()) : "state = PROPOSED",
       of_place}));
  std::vector<v1::Pairing> made;
  fetcher.List(request, &MatchingStub::ListPairings,
               &v1::ListPairingsResponse::mutable_pairings, made);
  for (v1::Pairing& pairing : made) {
    if (!standing.contains(pairing.name())) {
      facts.pairings.push_back(std::move(pairing));
    }
  }
}

}  // namespace

int FetchFacts(Session& session, const std::string& scheme,
               const std::string& place, ReportFacts& facts) {
  facts.place = place;
  Fetcher fetcher(session, place);
  v1::GetSchemeRequest request;
  request.set_name(scheme);
  fetcher.Get(&MatchingStub::GetScheme, request, facts.scheme);
  // What is read later includes at least what the ledger had then.
  fetcher.Get(&LedgerStub::GetLedgerHead, v1::GetLedgerHeadRequest(),
              facts.head);
  FetchRegistry(fetcher, facts);
  FetchRound(fetcher, scheme, facts);
  FetchPairings(fetcher, scheme, facts);
  v1::ListMatchesRequest matches;
  matches.set_filter(Equals("place", place));
  fetcher.List(matches, &AssistanceStub::ListMatches,
               &v1::ListMatchesResponse::mutable_matches, facts.matches);
  fetcher.Report(&ReportStub::ListCoverage,
                 &v1::ListCoverageResponse::mutable_rows, facts.coverage);
  fetcher.Report(&ReportStub::ListOpenNeeds,
                 &v1::ListOpenNeedsResponse::mutable_needs, facts.open_needs);
  fetcher.Report(&ReportStub::ListDeliveries,
                 &v1::ListDeliveriesResponse::mutable_rows, facts.deliveries);
  fetcher.Report(&ReportStub::ListBalances,
                 &v1::ListBalancesResponse::mutable_rows, facts.balances);
  if (!fetcher.status().ok()) return session.Refused(fetcher.status());
  return kDone;
}

}  // namespace twinaid::client
