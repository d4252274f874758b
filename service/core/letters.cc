// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/letters.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_join.h"
#include "service/core/ledger.h"
#include "service/core/rows.h"
#include "service/core/steps.h"
#include "service/model/enum_names.h"
#include "service/model/match_errors.h"

namespace twinaid::core {
namespace {

absl::Status CheckWriter(const View& v, const model::Letter& letter) {
  if (letter.organization.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(
      const model::Organization organization,
      Refer(v.tx.organizations(), letter.organization, "organization"));
  if (organization.seat == letter.from) return absl::OkStatus();
  const std::string from = model::ToName(letter.from);
  return model::InvalidValue("organization", model::ToName(letter.organization),
                             "an organization that sits at " + from,
                             "设在 " + from + " 的机构");
}

absl::Status CheckSubject(const View& v, const model::Letter& letter) {
  if (letter.match.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(const model::Match match,
                           Refer(v.tx.matches(), letter.match, "match"));
  const bool gives = match.donor_place() == letter.from &&
                     match.recipient_place() == letter.to;
  const bool thanks = match.donor_place() == letter.to &&
                      match.recipient_place() == letter.from;
  if (gives || thanks) return absl::OkStatus();
  return model::InvalidValue("match", model::ToName(letter.match),
                             "a match between the two places of the letter",
                             "信件双方之间的匹配");
}

// The organization first, then the other municipal offices of the place.
absl::StatusOr<std::vector<model::Organization>> Behind(
    const View& v, const model::OrganizationId& first,
    const model::PlaceId& place) {
  std::vector<model::Organization> all;
  if (!first.empty()) {
    TWINAID_ASSIGN_OR_RETURN(all.emplace_back(),
                             Require(v.tx.organizations(), first));
  }
  store::OrganizationQuery offices;
  offices.seat = place;
  offices.kind = model::OrganizationKind::kMunicipalOffice;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Organization> rows,
                           v.tx.organizations().List(offices, std::nullopt, 0));
  for (model::Organization& row : rows) {
    if (row.id != first) all.push_back(std::move(row));
  }
  return all;
}

absl::StatusOr<MatchContacts> ContactsOf(const View& v, model::Match match) {
  MatchContacts contacts;
  TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                           Require(v.tx.offers(), match.offer));
  TWINAID_ASSIGN_OR_RETURN(const model::Need need,
                           Require(v.tx.needs(), match.need));
  TWINAID_ASSIGN_OR_RETURN(contacts.donor,
                           Behind(v, offer.donor, match.donor_place()));
  TWINAID_ASSIGN_OR_RETURN(
      contacts.recipient, Behind(v, need.beneficiary, match.recipient_place()));
  contacts.match = std::move(match);
  return contacts;
}

std::string Words(const model::Consignee& c) {
  return absl::StrJoin({c.name, c.address, c.telephone, c.email, c.note}, "\n");
}

}  // namespace

absl::StatusOr<model::Letter> GetLetter(const View& v,
                                        const model::LetterId& id) {
  return Require(v.tx.letters(), id);
}

absl::StatusOr<model::Letter> CreateLetter(Mutation& m, model::Letter letter) {
  TWINAID_RETURN_IF_ERROR(model::Validate(letter));
  if (letter.id.empty()) {
    letter.id = model::LetterId::Trusted(m.ids.NewId("l"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.letters(), letter.id));
  TWINAID_RETURN_IF_ERROR(Refer(m.tx.places(), letter.from, "from").status());
  TWINAID_RETURN_IF_ERROR(Refer(m.tx.places(), letter.to, "to").status());
  TWINAID_RETURN_IF_ERROR(CheckWriter(m.view(), letter));
  TWINAID_RETURN_IF_ERROR(CheckSubject(m.view(), letter));
  letter.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.letters().Insert(letter));
  std::map<std::string, std::string> details = {
      {"kind", std::string(model::WordOf(letter.kind))},
      {"from", model::ToName(letter.from)},
      {"to", model::ToName(letter.to)},
      {"language", letter.language}};
  if (!letter.match.empty()) details["match"] = model::ToName(letter.match);
  TWINAID_RETURN_IF_ERROR(Record(m, "letter.sent", model::ToName(letter.id),
                                 {letter.from, letter.to}, std::move(details),
                                 letter.text));
  return letter;
}

absl::StatusOr<MatchContacts> GetMatchContacts(const View& v,
                                               const model::MatchId& id) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match, Require(v.tx.matches(), id));
  const bool sent = !match.dispatches.empty();
  if (!match.is_live() && !sent) {
    return model::MatchWrongState(match, model::MatchState::kProposed);
  }
  return ContactsOf(v, std::move(match));
}

absl::StatusOr<MatchContacts> SetConsignee(Mutation& m,
                                           const model::MatchId& id,
                                           const model::Consignee& consignee) {
  TWINAID_RETURN_IF_ERROR(model::Validate(consignee));
  TWINAID_ASSIGN_OR_RETURN(model::Match match, Require(m.tx.matches(), id));
  if (!match.is_live()) {
    return model::MatchWrongState(match, model::MatchState::kAccepted);
  }
  if (match.consignee == consignee) return ContactsOf(m.view(), match);
  match.consignee = consignee;
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.consigned", {}, Words(consignee)));
  return ContactsOf(m.view(), std::move(match));
}

}  // namespace twinaid::core
