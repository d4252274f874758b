// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is shown of each resource: its columns, in both languages.
#ifndef TWINAID_CLIENT_CLI_COLUMNS_H_
#define TWINAID_CLIENT_CLI_COLUMNS_H_

#include <string>
#include <vector>

#include "client/cli/rows.h"
#include "twinaid/v1/event.pb.h"
#include "twinaid/v1/item.pb.h"
#include "twinaid/v1/match.pb.h"
#include "twinaid/v1/need.pb.h"
#include "twinaid/v1/offer.pb.h"
#include "twinaid/v1/organization.pb.h"
#include "twinaid/v1/pairing.pb.h"
#include "twinaid/v1/place.pb.h"
#include "twinaid/v1/principal.pb.h"
#include "twinaid/v1/round.pb.h"
#include "twinaid/v1/scheme.pb.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::client {

// For a table: the few columns that fit a line.
std::vector<Column<v1::Place>> PlaceColumns();
std::vector<Column<v1::SisterLink>> LinkColumns();
std::vector<Column<v1::Organization>> OrganizationColumns();
std::vector<Column<v1::Item>> ItemColumns();
std::vector<Column<v1::Need>> NeedColumns();
std::vector<Column<v1::Offer>> OfferColumns();
// For the needs of one place, with all that is under way.
std::vector<Column<v1::Need>> NeedProgress();
std::vector<Column<v1::Scheme>> SchemeColumns();
std::vector<Column<v1::Round>> RoundColumns();
// `timed`: how long the proof was checked, and what share of the solve that is.
std::vector<Column<v1::StageCertificate>> CertificateColumns(bool timed,
                                                             bool chinese);
// "counterpart"; "counterpart, pass 2".
std::string StageText(v1::StageCertificate::Kind kind, int pass, bool chinese);
std::vector<Column<v1::UnmetNeed>> UnmetColumns(bool chinese);
std::vector<Column<v1::Pairing>> PairingColumns();
std::vector<Column<v1::CandidatePair>> CandidateColumns(bool chinese);
std::vector<Column<v1::Match>> MatchColumns(bool chinese);
std::vector<Column<v1::Event>> EventColumns();
std::vector<Column<v1::Principal>> PrincipalColumns();
std::vector<Column<v1::Token>> TokenColumns();

// For one resource: everything a person may want to know.
std::vector<Column<v1::Place>> PlaceDetails();
std::vector<Column<v1::SisterLink>> LinkDetails();
std::vector<Column<v1::Organization>> OrganizationDetails();
std::vector<Column<v1::Item>> ItemDetails();
std::vector<Column<v1::Need>> NeedDetails();
std::vector<Column<v1::Offer>> OfferDetails();
std::vector<Column<v1::Scheme>> SchemeDetails();
std::vector<Column<v1::Round>> RoundDetails(bool chinese);
std::vector<Column<v1::Pairing>> PairingDetails(bool chinese);
std::vector<Column<v1::Match>> MatchDetails(bool chinese);
std::vector<Column<v1::Principal>> PrincipalDetails();
std::vector<Column<v1::Token>> TokenDetails();

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_COLUMNS_H_
