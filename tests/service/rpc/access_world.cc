// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/rpc/access_world.h"

#include <grpcpp/impl/codegen/client_unary_call.h>
#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "service/model/enum_names.h"
#include "service/model/status_macros.h"

namespace twinaid::rpc {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr char kSecret[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123-_x";

model::Meta Fresh() { return {absl::UnixEpoch(), absl::UnixEpoch(), 1}; }

absl::Status AddPlace(store::WriteTransaction& tx, const char* id,
                      const char* parent) {
  model::Place place;
  place.id = model::PlaceId::Trusted(id);
  place.name_en = id;
  place.parent = model::PlaceId::Trusted(parent);
  place.meta = Fresh();
  return tx.places().Insert(place);
}

absl::Status AddOrganization(store::WriteTransaction& tx, const char* seat) {
  model::Organization row;
  row.id = model::OrganizationId::Trusted(absl::StrCat("office-", seat));
  row.name_en = "Office";
  row.seat = model::PlaceId::Trusted(seat);
  row.meta = Fresh();
  return tx.organizations().Insert(row);
}

// A pairing, a match and a letter from one place to another, under `id`.
absl::Status AddHelp(store::WriteTransaction& tx, const char* id,
                     const char* scheme, const char* donor,
                     const char* recipient) {
  const model::ItemId mask = model::ItemId::Trusted("mask");
  model::Need need;
  need.name = {model::PlaceId::Trusted(recipient), model::NeedId::Trusted("n")};
  need.item = mask;
  need.quantity = model::Units(10);
  need.total = model::BaseUnits(10);
  need.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.needs().Insert(need));
  model::Offer offer;
  offer.name = {model::PlaceId::Trusted(donor), model::OfferId::Trusted("o")};
  offer.item = mask;
  offer.quantity = model::Units(10);
  offer.total = model::BaseUnits(10);
  offer.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.offers().Insert(offer));
  model::Round round;
  round.name = {model::SchemeId::Trusted(scheme), model::RoundId::Trusted("r")};
  round.state = model::RoundState::kSucceeded;
  round.certificate.resize(1);
  round.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.rounds().Insert(round));
  model::Pairing pairing;
  pairing.name = {round.name.parent, model::PairingId::Trusted(id)};
  pairing.donor = offer.name.parent;
  pairing.recipient = need.name.parent;
  pairing.round = round.name;
  pairing.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.pairings().Insert(pairing));
  model::RoundEdge edge;
  edge.round = round.name;
  edge.donor = pairing.donor;
  edge.recipient = pairing.recipient;
  edge.paired = true;
  TWINAID_RETURN_IF_ERROR(tx.round_edges().Insert(edge));
  model::Match match;
  match.id = model::MatchId::Trusted(id);
  match.need = need.name;
  match.offer = offer.name;
  match.need_item = mask;
  match.offer_item = mask;
  match.quality_percent = 100;
  match.quantity = model::BaseUnits(10);
  match.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.matches().Insert(match));
  model::Letter letter;
  letter.id = model::LetterId::Trusted(id);
  letter.from = offer.name.parent;
  letter.to = need.name.parent;
  letter.text = "Be of good cheer.";
  letter.language = "en";
  letter.meta = Fresh();
  return tx.letters().Insert(letter);
}

absl::Status AddToken(store::WriteTransaction& tx, const std::string& id,
                      const std::string& principal, absl::Time expire_time,
                      std::optional<absl::Time> revoke_time) {
  model::Token token;
  token.id = model::TokenId::Trusted(id);
  token.principal = model::PrincipalId::Trusted(principal);
  token.secret_hash = model::HashOfSecret(kSecret);
  token.expire_time = expire_time;
  token.revoke_time = revoke_time;
  token.create_time = absl::UnixEpoch();
  return tx.tokens().Insert(token);
}

absl::Status AddPrincipal(store::WriteTransaction& tx, model::Role role) {
  const std::string id(model::WordOf(role));
  model::Principal principal;
  principal.id = model::PrincipalId::Trusted(id);
  principal.role = role;
  principal.title = id;
  if (!model::IsEverywhere(role)) {
    principal.places = {model::PlaceId::Trusted("js")};
    principal.schemes = {model::SchemeId::Trusted("default")};
  }
  principal.meta = Fresh();
  // The first start made principals/admin.
  if (role != model::Role::kAdmin) {
    TWINAID_RETURN_IF_ERROR(tx.principals().Insert(principal));
  }
  return AddToken(tx, "tk-" + id, id, absl::Now() + absl::Hours(1),
                  std::nullopt);
}

absl::Status FillWorld(store::WriteTransaction& tx) {
  for (const auto& [id, parent] : {std::pair{"js", ""},
                                   {"wuxi", "js"},
                                   {"nanjing", "js"},
                                   {"tx", ""},
                                   {"oh", ""}}) {
    TWINAID_RETURN_IF_ERROR(AddPlace(tx, id, parent));
    TWINAID_RETURN_IF_ERROR(AddOrganization(tx, id));
  }
  model::Item mask;
  mask.id = model::ItemId::Trusted("mask");
  mask.name_en = "Mask";
  mask.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.items().Insert(mask));
  model::Scheme other;
  other.id = model::SchemeId::Trusted("other");
  other.title_en = "Other";
  other.meta = Fresh();
  TWINAID_RETURN_IF_ERROR(tx.schemes().Insert(other));
  TWINAID_RETURN_IF_ERROR(AddHelp(tx, "own", "default", "wuxi", "nanjing"));
  TWINAID_RETURN_IF_ERROR(AddHelp(tx, "foreign", "other", "tx", "oh"));
  for (const model::Role role : kRoles) {
    TWINAID_RETURN_IF_ERROR(AddPrincipal(tx, role));
  }
  TWINAID_RETURN_IF_ERROR(AddToken(tx, "tk-expired", "office",
                                   absl::Now() - absl::Hours(1), std::nullopt));
  return AddToken(tx, "tk-revoked", "office", absl::Now() + absl::Hours(1),
                  absl::Now() - absl::Hours(1));
}

grpc::Status Watch(Harness& h, const v1::WatchEventsRequest& request,
                   const std::string& token) {
  const auto context = h.Context(token);
  const auto reader = h.ledger().WatchEvents(context.get(), request);
  v1::WatchEventsResponse first;
  const bool up = reader->Read(&first);
  if (up) context->TryCancel();
  const grpc::Status status = reader->Finish();
  return up ? grpc::Status::OK : status;
}

}  // namespace

AccessWorld::AccessWorld()
    : expired_(absl::StrCat("tk-expired.", kSecret)),
      revoked_(absl::StrCat("tk-revoked.", kSecret)) {
  const absl::Status filled = harness_.store().Write(FillWorld);
  EXPECT_TRUE(filled.ok()) << filled;
}

std::string AccessWorld::TokenOf(model::Role role) const {
  return absl::StrCat("tk-", model::WordOf(role), ".", kSecret);
}

grpc::Status AccessWorld::Call(const MethodDescriptor& method,
                               const Message& request,
                               const std::string& token) {
  if (method.server_streaming()) {
    return Watch(harness_, dynamic_cast<const v1::WatchEventsRequest&>(request),
                 token);
  }
  const std::string path = absl::StrCat("/", NameOf(method));
  grpc::internal::RpcMethod rpc(
      path.c_str(), grpc::internal::RpcMethod::NORMAL_RPC, harness_.channel());
  const std::unique_ptr<Message> response(
      google::protobuf::MessageFactory::generated_factory()
          ->GetPrototype(method.output_type())
          ->New());
  const auto context = harness_.Context(token);
  return grpc::internal::BlockingUnaryCallImpl<Message, Message>(
             harness_.channel().get(), rpc, context.get(), request,
             response.get())
      .status();
}

std::vector<const MethodDescriptor*> EveryMethod() {
  std::vector<const MethodDescriptor*> methods;
  for (const char* name : {"Admin", "Assistance", "Correspondence", "Inventory",
                           "Ledger", "Matching", "Registry", "Report"}) {
    const auto* service = DescriptorPool::generated_pool()->FindServiceByName(
        absl::StrCat("twinaid.v1.", name, "Service"));
    for (int i = 0; i < service->method_count(); ++i) {
      methods.push_back(service->method(i));
    }
  }
  return methods;
}

std::string NameOf(const MethodDescriptor& method) {
  return absl::StrCat(method.service()->full_name(), "/", method.name());
}

std::unique_ptr<Message> NewRequest(const MethodDescriptor& method) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()
          ->GetPrototype(method.input_type())
          ->New());
}

void SetText(Message& message, absl::string_view path,
             const std::string& text) {
  const std::size_t dot = path.find('.');
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(
      std::string(path.substr(0, dot)));
  ASSERT_NE(field, nullptr) << path;
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  if (dot == absl::string_view::npos) {
    return reflection.SetString(&message, field, text);
  }
  Message* inner = nullptr;
  if (!field->is_repeated()) {
    inner = reflection.MutableMessage(&message, field);
  } else if (reflection.FieldSize(message, field) > 0) {
    inner = reflection.MutableRepeatedMessage(&message, field, 0);
  } else {
    inner = reflection.AddMessage(&message, field);
  }
  SetText(*inner, path.substr(dot + 1), text);
}

}  // namespace twinaid::rpc
