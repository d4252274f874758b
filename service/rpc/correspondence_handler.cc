// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/correspondence_handler.h"

#include <optional>
#include <string>

#include "service/convert/correspondence.h"
#include "service/convert/fields.h"
#include "service/core/letters.h"
#include "service/core/registry.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/paging.h"
#include "service/rpc/scope.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

// An id in a field that has to be set. INVALID_ARGUMENT about `field`.
template <typename IdType>
absl::StatusOr<IdType> Named(const std::string& name, absl::string_view field) {
  if (name.empty()) return model::RequiredField(field);
  return convert::FromName<IdType>(name, field);
}

v1::MatchContacts ToProto(const core::MatchContacts& contacts) {
  v1::MatchContacts proto;
  proto.set_match(convert::NameOrEmpty(contacts.match.id));
  for (const model::Organization& row : contacts.donor) {
    *proto.add_donor() = convert::ContactsOf(row);
  }
  for (const model::Organization& row : contacts.recipient) {
    *proto.add_recipient() = convert::ContactsOf(row);
  }
  if (contacts.match.consignee != model::Consignee()) {
    *proto.mutable_consignee() = convert::ToProto(contacts.match.consignee);
  }
  return proto;
}

// The letters of a list: of one place, or of every one.
absl::StatusOr<store::LetterQuery> QueryOf(
    const v1::ListLettersRequest& request) {
  store::LetterQuery query;
  TWINAID_ASSIGN_OR_RETURN(query.place, ScopeOf(request.place()));
  if (!request.match().empty()) {
    TWINAID_ASSIGN_OR_RETURN(query.match, convert::FromName<model::MatchId>(
                                              request.match(), "match"));
  }
  return query;
}

}  // namespace

grpc::ServerUnaryReactor* CorrespondenceHandler::GetContacts(
    grpc::CallbackServerContext* context, const v1::GetContactsRequest* request,
    v1::OrganizationContacts* response) {
  return dispatch_.Read(
      context, "twinaid.v1.CorrespondenceService/GetContacts", request,
      response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(
            const auto id,
            Named<model::OrganizationId>(q.organization(), "organization"));
        TWINAID_ASSIGN_OR_RETURN(const model::Organization row,
                                 core::GetOrganization(view, id));
        r = convert::ContactsOf(row);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* CorrespondenceHandler::GetMatchContacts(
    grpc::CallbackServerContext* context,
    const v1::GetMatchContactsRequest* request, v1::MatchContacts* response) {
  return dispatch_.Read(
      context, "twinaid.v1.CorrespondenceService/GetMatchContacts", request,
      response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto id,
                                 Named<model::MatchId>(q.match(), "match"));
        TWINAID_ASSIGN_OR_RETURN(const core::MatchContacts contacts,
                                 core::GetMatchContacts(view, id));
        r = ToProto(contacts);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* CorrespondenceHandler::SetConsignee(
    grpc::CallbackServerContext* context,
    const v1::SetConsigneeRequest* request, v1::MatchContacts* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.CorrespondenceService/SetConsignee", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::MatchContacts> {
        TWINAID_ASSIGN_OR_RETURN(const auto id,
                                 Named<model::MatchId>(q.match(), "match"));
        TWINAID_ASSIGN_OR_RETURN(
            const core::MatchContacts contacts,
            core::SetConsignee(m, id, convert::FromProto(q.consignee())));
        return ToProto(contacts);
      });
}

grpc::ServerUnaryReactor* CorrespondenceHandler::CreateLetter(
    grpc::CallbackServerContext* context,
    const v1::CreateLetterRequest* request, v1::Letter* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.CorrespondenceService/CreateLetter", request,
      response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Letter> {
        TWINAID_ASSIGN_OR_RETURN(
            const auto id,
            ChosenId<model::LetterId>(q.letter_id(), "letter_id"));
        absl::StatusOr<model::Letter> letter = convert::FromProto(q.letter());
        if (letter.ok()) {
          letter->id = id;
          letter = core::CreateLetter(m, *std::move(letter));
        }
        if (!letter.ok()) return model::AtField(letter.status(), "letter.");
        return convert::ToProto(*letter);
      });
}

grpc::ServerUnaryReactor* CorrespondenceHandler::GetLetter(
    grpc::CallbackServerContext* context, const v1::GetLetterRequest* request,
    v1::Letter* response) {
  return dispatch_.Read(
      context, "twinaid.v1.CorrespondenceService/GetLetter", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto id,
                                 model::ParseName<model::LetterId>(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Letter row,
                                 core::GetLetter(view, id));
        r = convert::ToProto(row);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* CorrespondenceHandler::ListLetters(
    grpc::CallbackServerContext* context, const v1::ListLettersRequest* request,
    v1::ListLettersResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.CorrespondenceService/ListLetters", request,
      response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const store::LetterQuery query, QueryOf(q));
        return ReadPage(
            view.tx.letters(), query,
            absl::StrCat("ListLetters\n", q.place(), "\n", q.match()), q, r,
            [&](const model::Letter& row) {
              *r.add_letters() = convert::ToProto(row);
            });
      });
}

}  // namespace twinaid::rpc
