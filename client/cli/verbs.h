// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What verbs of every noun share: options of certain kinds, calls, and the
// verbs that look alike (show, delete).
#ifndef TWINAID_CLIENT_CLI_VERBS_H_
#define TWINAID_CLIENT_CLI_VERBS_H_

#include <google/protobuf/empty.pb.h>
#include <google/protobuf/field_mask.pb.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "client/cli/arguments.h"
#include "client/cli/lookup.h"
#include "client/cli/progress.h"
#include "client/cli/rows.h"
#include "client/cli/session.h"

namespace twinaid::client {

using AdminStub = v1::AdminService::Stub;
using RegistryStub = v1::RegistryService::Stub;
using InventoryStub = v1::InventoryService::Stub;
using MatchingStub = v1::MatchingService::Stub;
using AssistanceStub = v1::AssistanceService::Stub;
using CorrespondenceStub = v1::CorrespondenceService::Stub;
using LedgerStub = v1::LedgerService::Stub;
using ReportStub = v1::ReportService::Stub;

template <typename Stub, typename Request, typename Response>
using Method = grpc::Status (Stub::*)(grpc::ClientContext*, const Request&,
                                      Response*);

// The stub of a service, chosen by its type.
inline AdminStub& StubOf(Connection& c, const AdminStub*) { return c.admin(); }
inline RegistryStub& StubOf(Connection& c, const RegistryStub*) {
  return c.registry();
}
inline InventoryStub& StubOf(Connection& c, const InventoryStub*) {
  return c.inventory();
}
inline MatchingStub& StubOf(Connection& c, const MatchingStub*) {
  return c.matching();
}
inline AssistanceStub& StubOf(Connection& c, const AssistanceStub*) {
  return c.assistance();
}
inline CorrespondenceStub& StubOf(Connection& c, const CorrespondenceStub*) {
  return c.correspondence();
}
inline LedgerStub& StubOf(Connection& c, const LedgerStub*) {
  return c.ledger();
}
inline ReportStub& StubOf(Connection& c, const ReportStub*) {
  return c.report();
}

// One call, repeated where that is safe.
template <typename Stub, typename Request, typename Response>
grpc::Status Send(Session& session, Method<Stub, Request, Response> method,
                  const Request& request, Response* response) {
  Connection& connection = session.connection();
  return connection.Call(method,
                         StubOf(connection, static_cast<const Stub*>(nullptr)),
                         request, response);
}

// All rows of a list, page by page.
template <typename R, typename Stub, typename Request, typename Response>
grpc::Status Fetch(
    Session& session, const Request& first,
    Method<Stub, Request, Response> method,
    google::protobuf::RepeatedPtrField<R>* (Response::*rows_of)(),
    std::vector<R>& rows) {
  Progress progress(session, "rows read", "行已读取");
  return FetchAll<R, Request, Response>(
      first,
      [&](const Request& request, Response* response) {
        return Send(session, method, request, response);
      },
      [&](Response& response, std::vector<R>& into) {
        for (R& row : *(response.*rows_of)()) into.push_back(std::move(row));
        progress.Reach(static_cast<std::int64_t>(into.size()));
      },
      rows);
}

// Fetches all rows of a list and prints them.
template <typename R, typename Stub, typename Request, typename Response>
int PrintList(Session& session, const Request& first,
              Method<Stub, Request, Response> method,
              google::protobuf::RepeatedPtrField<R>* (Response::*rows_of)(),
              const std::vector<Column<R>>& columns) {
  std::vector<R> rows;
  const grpc::Status status = Fetch(session, first, method, rows_of, rows);
  if (!status.ok()) return session.Refused(status);
  PrintRows(session, rows, columns);
  return kDone;
}

// Sends a request and prints the resource that it answers with.
template <typename Stub, typename Request, typename R>
int SendAndShow(Session& session, Method<Stub, Request, R> method,
                const Request& request, const std::vector<Column<R>>& columns) {
  R row;
  const grpc::Status status = Send(session, method, request, &row);
  if (!status.ok()) return session.Refused(status);
  PrintOne(session, row, columns);
  return kDone;
}

// The same for a mutation: names it, so that it can be repeated, and says so
// where nothing was stored.
template <typename Stub, typename Request, typename R>
int ChangeAndShow(Session& session, Method<Stub, Request, R> method,
                  Request& request, const std::vector<Column<R>>& columns) {
  session.Prepare(request);
  const int code = SendAndShow(session, method, request, columns);
  if (code == kDone && session.options.dry_run) {
    session.Say("dry run: checked, nothing stored", "试运行：已检查，未保存");
  }
  return code;
}

// Lets `verb` do `action` with what was typed, once all of it is parsed.
template <typename Typed>
void Does(CLI::App& verb, Session& session, std::shared_ptr<Typed> typed,
          int (*action)(Session&, const Typed&)) {
  verb.callback([&session, typed, action] {
    session.action = [&session, typed, action] {
      return action(session, *typed);
    };
  });
}

// Makes the code of what is typed as a Chinese word; changes nothing else.
CLI::Validator FromChinese(const google::protobuf::EnumDescriptor& type);

// An option that takes a code of an enum, in any case, or its Chinese word.
template <typename Enum>
CLI::Option* AddEnum(CLI::App& verb, const std::string& flag, std::string& into,
                     const std::string& help) {
  return verb.add_option(flag, into, help)
      ->check(CLI::IsMember(EnumWords<Enum>(), CLI::ignore_case))
      ->transform(FromChinese(*google::protobuf::GetEnumDescriptor<Enum>()));
}

// An option that takes a date: 2026-04-30.
CLI::Option* AddDate(CLI::App& verb, const std::string& flag, std::string& into,
                     const std::string& help);

// Which field of a resource each option sets.
using OptionFields = std::vector<std::pair<std::string, std::string>>;

// Names in `mask` the fields whose options were given to `verb`. False, and
// said, where none was.
bool MaskOf(Session& session, const CLI::App& verb, const OptionFields& fields,
            google::protobuf::FieldMask& mask);

// Says that `quantity` of --quantity cannot be read; kUsage.
int BadQuantity(Session& session, const std::string& quantity);

// Adds `show NAME`; `name_of` makes the resource's name of what is typed,
// `columns` is a function of nothing or of whether the reader reads Chinese.
// `find` looks up what people call it; none: by its id alone.
template <typename Stub, typename Request, typename R, typename Columns>
void AddShow(CLI::App& noun, Session& session,
             std::string (*name_of)(const std::string&),
             Method<Stub, Request, R> method, Columns columns,
             Finder find = nullptr) {
  auto typed = std::make_shared<std::string>();
  CLI::App* verb = noun.add_subcommand("show", "everything about one");
  verb->add_option("name", *typed, "its id")->required();
  verb->callback([&session, name_of, method, columns, find, typed] {
    session.action = [&session, name_of, method, columns, find, typed] {
      int code = kDone;
      if (find != nullptr && !find(session, "name", *typed, code)) return code;
      Request request;
      request.set_name(name_of(*typed));
      if constexpr (std::is_invocable_v<Columns, bool>) {
        return SendAndShow(session, method, request,
                           columns(session.chinese()));
      } else {
        return SendAndShow(session, method, request, columns());
      }
    };
  });
}

// Adds `delete NAME`, which asks before it does so: see Session::MayDestroy.
// `find` as above.
template <typename Stub, typename Request>
void AddDelete(CLI::App& noun, Session& session,
               std::string (*name_of)(const std::string&),
               Method<Stub, Request, google::protobuf::Empty> method,
               Finder find = nullptr) {
  auto typed = std::make_shared<std::string>();
  auto yes = std::make_shared<bool>(false);
  CLI::App* verb =
      noun.add_subcommand("delete", "delete one that nothing uses");
  verb->add_option("name", *typed, "its id")->required();
  verb->add_flag("--yes", *yes, "delete without asking");
  verb->callback([&session, name_of, method, find, typed, yes] {
    session.action = [&session, name_of, method, find, typed, yes] {
      int code = kDone;
      if (find != nullptr && !find(session, "name", *typed, code)) return code;
      Request request;
      request.set_name(name_of(*typed));
      if (!session.MayDestroy(request.name(), *yes)) return kUsage;
      session.Prepare(request);
      google::protobuf::Empty nothing;
      const grpc::Status status = Send(session, method, request, &nothing);
      if (!status.ok()) return session.Refused(status);
      session.Say("deleted " + request.name(), "已删除 " + request.name());
      return kDone;
    };
  });
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_VERBS_H_
