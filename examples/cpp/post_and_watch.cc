// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Posts a need and follows what becomes of it, whatever fails on the way.
//
//   TWINAID_TOKEN=ID.SECRET post_and_watch ADDRESS
//
// The client library waits and sends again; what is left to a program is to
// give its changes a request_id, and to decide anew where somebody was faster.
// Ends with 0 when the need was posted once and seen in the stream of events.
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "absl/time/clock.h"
#include "client/lib/connection.h"
#include "client/lib/error_text.h"
#include "client/lib/retry.h"

namespace {

namespace v1 = twinaid::v1;
using twinaid::client::Connection;
using twinaid::client::ConnectionOptions;

constexpr char kPlace[] = "places/wuxi";
constexpr char kNeed[] = "places/wuxi/needs/masks";

// A UUID would do as well: it only has to be new.
std::string NewRequestId() {
  std::random_device chance;
  return std::to_string(chance()) + "-" + std::to_string(chance());
}

// Sends a change. ABORTED means that somebody was faster and nothing was done:
// a program that had read something reads it again before it decides anew.
template <typename Stub, typename Request, typename Response>
grpc::Status Change(Connection& connection,
                    grpc::Status (Stub::*method)(grpc::ClientContext*,
                                                 const Request&, Response*),
                    Stub& stub, Request request, Response* response) {
  while (true) {
    request.set_request_id(NewRequestId());
    const grpc::Status status =
        connection.Call(method, stub, request, response);
    if (status.error_code() != grpc::StatusCode::ABORTED) return status;
  }
}

// Whether it is there now: made, or there before.
bool IsThere(const grpc::Status& status) {
  if (status.ok() || status.error_code() == grpc::StatusCode::ALREADY_EXISTS) {
    return true;
  }
  std::cerr << twinaid::client::ErrorText(status) << "\n";
  return false;
}

bool MakePlaceAndItem(Connection& connection) {
  v1::CreatePlaceRequest place;
  place.set_place_id("wuxi");
  place.mutable_place()->set_kind(v1::Place::CITY);
  place.mutable_place()->set_name_en("Wuxi");
  v1::Place made_place;
  v1::CreateItemRequest item;
  item.set_item_id("mask");
  item.mutable_item()->set_category(v1::SUPPLIES);
  item.mutable_item()->set_name_en("Surgical mask");
  v1::Item made_item;
  return IsThere(Change(connection, &v1::RegistryService::Stub::CreatePlace,
                        connection.registry(), place, &made_place)) &&
         IsThere(Change(connection, &v1::RegistryService::Stub::CreateItem,
                        connection.registry(), item, &made_item));
}

v1::CreateNeedRequest NeedOf(std::int64_t quantity) {
  v1::CreateNeedRequest request;
  request.set_parent(kPlace);
  request.set_need_id("masks");
  request.mutable_need()->set_item("items/mask");
  request.mutable_need()->set_quantity(quantity);
  request.mutable_need()->set_urgency(v1::CRITICAL);
  return request;
}

// Reads events from the start until one is about the need. A stream that breaks
// is opened again with the token of the last message: nothing is missed and
// nothing comes twice.
grpc::Status Watch(Connection& connection) {
  v1::WatchEventsRequest request;
  request.set_from_start(true);
  while (true) {
    const auto context = connection.NewContext();
    const auto stream = connection.ledger().WatchEvents(context.get(), request);
    v1::WatchEventsResponse message;
    while (stream->Read(&message)) {
      request.set_from_start(false);
      request.set_resume_token(message.resume_token());
      if (!message.has_event() || message.event().resource() != kNeed) continue;
      std::cout << "event " << message.event().seq() << ": "
                << message.event().type() << " " << kNeed << "\n"
                << "keep this token: " << message.resume_token() << "\n";
      context->TryCancel();
      stream->Finish();
      return grpc::Status::OK;
    }
    // A stream that broke is opened again; one that was refused is not.
    const grpc::Status ended = stream->Finish();
    const bool again = ended.ok() || twinaid::client::IsTransient(ended);
    if (!again) return ended;
    absl::SleepFor(absl::Milliseconds(50));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const char* token = std::getenv("TWINAID_TOKEN");
  if (argc != 2 || token == nullptr) {
    std::cerr << "usage: TWINAID_TOKEN=ID.SECRET post_and_watch ADDRESS\n";
    return 2;
  }
  ConnectionOptions options;
  options.server = argv[1];
  options.token = token;
  options.language = "zh";
  options.retry.attempts = 30;
  Connection connection(options);

  if (!MakePlaceAndItem(connection)) return 1;
  v1::Need made;
  if (!IsThere(Change(connection, &v1::InventoryService::Stub::CreateNeed,
                      connection.inventory(), NeedOf(5000), &made))) {
    return 1;
  }
  v1::GetNeedRequest get;
  get.set_name(kNeed);
  const grpc::Status got = connection.Call(&v1::InventoryService::Stub::GetNeed,
                                           connection.inventory(), get, &made);
  if (!IsThere(got)) return 1;
  std::cout << "posted " << made.name() << ": " << made.open() << " open\n";

  if (!IsThere(Watch(connection))) return 1;

  const grpc::Status refused =
      Change(connection, &v1::InventoryService::Stub::CreateNeed,
             connection.inventory(), NeedOf(0), &made);
  std::cout << "refused: " << twinaid::client::ErrorText(refused) << "\n";
  return 0;
}
