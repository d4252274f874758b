// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The verbs that all nouns of the registry share: list, show, delete.
#ifndef TWINAID_CLIENT_CLI_REGISTRY_COMMANDS_H_
#define TWINAID_CLIENT_CLI_REGISTRY_COMMANDS_H_

#include <google/protobuf/empty.pb.h>

#include <memory>
#include <string>
#include <vector>

#include "client/cli/arguments.h"
#include "client/cli/commands.h"
#include "client/cli/rows.h"
#include "twinaid/v1/registry_service.grpc.pb.h"

namespace twinaid::client {

using RegistryStub = v1::RegistryService::Stub;
template <typename Request, typename Response>
using RegistryMethod = grpc::Status (RegistryStub::*)(grpc::ClientContext*,
                                                      const Request&,
                                                      Response*);

// Prints every row that the filter selects.
template <typename R, typename Request, typename Response>
int ListRegistry(Session& session, const std::string& filter,
                 RegistryMethod<Request, Response> method,
                 google::protobuf::RepeatedPtrField<R>* (Response::*rows_of)(),
                 const std::vector<Column<R>>& columns) {
  Request first;
  first.set_filter(filter);
  std::vector<R> rows;
  Connection& connection = session.connection();
  const grpc::Status status = FetchAll<R, Request, Response>(
      first,
      [&](const Request& request, Response* response) {
        return connection.Call(method, connection.registry(), request,
                               response);
      },
      [&](Response& response, std::vector<R>& into) {
        for (R& row : *(response.*rows_of)()) into.push_back(std::move(row));
      },
      rows);
  if (!status.ok()) return session.Refused(status);
  PrintRows(session, rows, columns);
  return kDone;
}

// Adds `show NAME`.
template <typename R, typename Request>
void AddShow(CLI::App& noun, Session& session, const std::string& collection,
             RegistryMethod<Request, R> method,
             std::vector<Column<R>> (*columns)()) {
  auto typed = std::make_shared<std::string>();
  CLI::App* verb = noun.add_subcommand("show", "everything about one");
  verb->add_option("name", *typed, "its id")->required();
  verb->callback([&session, collection, method, columns, typed] {
    session.action = [&session, collection, method, columns, typed] {
      Request request;
      request.set_name(TopLevelName(collection, *typed));
      R row;
      Connection& connection = session.connection();
      const grpc::Status status =
          connection.Call(method, connection.registry(), request, &row);
      if (!status.ok()) return session.Refused(status);
      PrintOne(session, row, columns());
      return kDone;
    };
  });
}

// Adds `delete NAME`.
template <typename Request>
void AddDelete(CLI::App& noun, Session& session, const std::string& collection,
               RegistryMethod<Request, google::protobuf::Empty> method) {
  auto typed = std::make_shared<std::string>();
  CLI::App* verb =
      noun.add_subcommand("delete", "delete one that nothing uses");
  verb->add_option("name", *typed, "its id")->required();
  verb->callback([&session, collection, method, typed] {
    session.action = [&session, collection, method, typed] {
      Request request;
      request.set_name(TopLevelName(collection, *typed));
      session.Prepare(request);
      google::protobuf::Empty nothing;
      Connection& connection = session.connection();
      const grpc::Status status =
          connection.Call(method, connection.registry(), request, &nothing);
      if (!status.ok()) return session.Refused(status);
      session.Say("deleted " + request.name(), "已删除 " + request.name());
      return kDone;
    };
  });
}

// Sends a mutation and prints the resource that it answers with.
template <typename R, typename Request>
int SendAndShow(Session& session, RegistryMethod<Request, R> method,
                Request& request, const std::vector<Column<R>>& columns) {
  session.Prepare(request);
  R row;
  Connection& connection = session.connection();
  const grpc::Status status =
      connection.Call(method, connection.registry(), request, &row);
  if (!status.ok()) return session.Refused(status);
  PrintOne(session, row, columns);
  return kDone;
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REGISTRY_COMMANDS_H_
