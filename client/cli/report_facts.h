// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a server says of a scheme, as a picture needs it.
#ifndef TWINAID_CLIENT_CLI_REPORT_FACTS_H_
#define TWINAID_CLIENT_CLI_REPORT_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "client/cli/session.h"
#include "twinaid/v1/ledger_service.pb.h"
#include "twinaid/v1/match.pb.h"
#include "twinaid/v1/matching_service.pb.h"
#include "twinaid/v1/pairing.pb.h"
#include "twinaid/v1/registry_service.pb.h"
#include "twinaid/v1/report_service.pb.h"

namespace twinaid::client {

struct ReportFacts {
  std::string place;  // name of the place that all is about; empty: of all
  v1::Scheme scheme;
  std::optional<v1::Round> round;  // the last that succeeded
  v1::LedgerHead head;             // read first
  std::vector<v1::Place> places;
  std::vector<v1::Item> items;
  std::vector<v1::SisterLink> links;
  std::vector<v1::Pairing> pairings;  // of the round, and those that stand
  std::vector<v1::UnmetNeed> unmet;   // by the round
  std::vector<v1::Match> matches;     // all
  std::vector<v1::CoverageRow> coverage;
  std::vector<v1::OpenNeed> open_needs;
  std::vector<v1::Delivery> deliveries;
  std::vector<v1::Balance> balances;
};

// Reads it all, page by page; the pages are not one snapshot. With `place`, the
// name of one, only what concerns it and what lies inside; a caller who may not
// see the rounds of the scheme has no round then, and its proposed and active
// pairings. Returns kDone, or kRefused with the error printed. A scheme without
// a round has no pairings and is no error.
int FetchFacts(Session& session, const std::string& scheme,
               const std::string& place, ReportFacts& facts);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REPORT_FACTS_H_
