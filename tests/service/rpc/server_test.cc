// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The server itself: languages, health, ports, stopping.
#include "service/rpc/server.h"

#include <grpcpp/impl/codegen/client_unary_call.h>
#include <gtest/gtest.h>
#include <health/v1/health.pb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>

#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "service/planning/plan_errors.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

Fault GetNowhere(Harness& h, const char* accept_language) {
  v1::GetPlaceRequest request;
  request.set_name("places/nowhere");
  v1::Place place;
  auto context = h.Context();
  if (*accept_language != '\0') {
    context->AddMetadata("accept-language", accept_language);
  }
  return FaultOf(h.registry().GetPlace(context.get(), request, &place));
}

TEST(ServerTest, ErrorsSpeakTheLanguageOfTheCaller) {
  Harness h;
  const Fault english = GetNowhere(h, "");
  EXPECT_EQ(english.code, grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(english.error_infos, 1);
  EXPECT_EQ(english.reason, "PLACE_NOT_FOUND");
  EXPECT_EQ(english.locale, "en-US");
  EXPECT_NE(english.text.find("does not exist"), std::string::npos);
  const Fault chinese = GetNowhere(h, "fr, zh-CN;q=0.9, en;q=0.5");
  EXPECT_EQ(chinese.locale, "zh-CN");
  EXPECT_NE(chinese.text.find("不存在"), std::string::npos);
  EXPECT_EQ(chinese.reason, english.reason);
}

// Of a plan, say, whose proof does not hold: the store hands it on as the
// engine would.
TEST(ServerTest, TheCauseOfAFaultOfOursIsToldToTheLogAndNotToTheCaller) {
  Harness h;
  h.BeforeWrite([] {
    return planning::StageNotProven(model::StageCertificate{}, "dual < 0");
  });
  v1::CreatePlaceRequest request;
  request.set_place_id("p");
  request.mutable_place()->set_kind(v1::Place::CITY);
  request.mutable_place()->set_name_en("P");
  v1::Place place;
  const grpc::Status status =
      h.registry().CreatePlace(h.Context().get(), request, &place);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(FaultOf(status).reason, "STAGE_NOT_PROVEN");
  EXPECT_EQ(FaultOf(status).error_infos, 1);
  for (const std::string& sent :
       {status.error_message(), status.error_details()}) {
    EXPECT_NE(sent.find("proof of stage counterpart"), std::string::npos);
    EXPECT_EQ(sent.find("dual"), std::string::npos);
  }
  const std::string log = h.Log();
  EXPECT_NE(log.find(R"("level":"error","event":"call",)"), std::string::npos);
  EXPECT_NE(log.find(R"("cause":"dual < 0")"), std::string::npos) << log;
}

// What was found may be about rows that the caller is not granted.
TEST(ServerTest, WhatIsDamagedIsForTheLog) {
  Harness h;
  h.BeforeWrite([] { return model::RowDamaged("tokens", "tk-of-another"); });
  v1::CreatePlaceRequest request;
  request.mutable_place()->set_kind(v1::Place::CITY);
  request.mutable_place()->set_name_en("Wuxi");
  v1::Place place;
  const grpc::Status status =
      h.registry().CreatePlace(h.Context().get(), request, &place);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::DATA_LOSS);
  EXPECT_EQ(FaultOf(status).reason, "ROW_DAMAGED");
  EXPECT_EQ(FaultOf(status).error_infos, 1);
  for (const std::string& sent :
       {status.error_message(), status.error_details()}) {
    EXPECT_NE(sent.find("the database is damaged"), std::string::npos);
    EXPECT_EQ(sent.find("tk-of-another"), std::string::npos);
  }
  EXPECT_NE(h.Log().find("tk-of-another"), std::string::npos);
}

TEST(ServerTest, HealthIsServedForEveryService) {
  Harness h;
  for (const char* service :
       {"", "twinaid.v1.RegistryService", "twinaid.v1.LedgerService"}) {
    grpc::internal::RpcMethod method("/grpc.health.v1.Health/Check",
                                     grpc::internal::RpcMethod::NORMAL_RPC,
                                     h.channel());
    grpc::health::v1::HealthCheckRequest request;
    request.set_service(service);
    grpc::health::v1::HealthCheckResponse response;
    const auto context = h.Context();
    const grpc::Status status =
        grpc::internal::BlockingUnaryCallImpl<google::protobuf::Message,
                                              google::protobuf::Message>(
            h.channel().get(), method, context.get(), request, &response)
            .status();
    ASSERT_TRUE(status.ok()) << service << ": " << status.error_message();
    EXPECT_EQ(response.status(),
              grpc::health::v1::HealthCheckResponse::SERVING);
  }
}

// What a server beside that of the harness stands on.
struct OtherServer {
  absl::StatusOr<std::unique_ptr<Server>> Start(const ops::Options& options,
                                                store::Store& store) {
    return Server::Start(options, {store, clock, ids, log, metrics});
  }
  ops::SystemClock clock;
  ops::RandomIdGenerator ids;
  ops::JsonLog log{nullptr, clock};
  metrics::Metrics metrics{"other", absl::UnixEpoch()};
};

TEST(ServerTest, ASecondServerOnTheSamePortOrDatabaseIsRefused) {
  Harness h;
  const auto same_file = store::OpenSqliteStore({h.options().database, 1});
  EXPECT_EQ(model::ReasonOf(same_file.status()), "STORE_LOCKED");

  OtherServer other_server;
  ops::Options options;
  options.listen = {"127.0.0.1:0"};
  auto first = other_server.Start(options, h.store());
  ASSERT_TRUE(first.ok());
  options.listen = {(*first)->addresses()[0]};
  auto second = other_server.Start(options, h.store());
  EXPECT_EQ(model::ReasonOf(second.status()), "CANNOT_LISTEN");
}

// By every name of the socket; the first goes on and keeps it.
TEST(ServerTest, ASecondServerOnTheSameSocketIsRefused) {
  Harness h;
  const auto other = store::OpenSqliteStore({h.folder() + "/other.db", 1});
  ASSERT_TRUE(other.ok());
  const std::string socket = h.options().listen[0].substr(5);
  const std::string link = h.folder() + "/link";
  std::filesystem::create_symlink("s", link);
  OtherServer other_server;
  for (const std::string& path : {socket, link, h.folder() + "/./s"}) {
    ops::Options options;
    options.listen = {"unix:" + path};
    options.admin_token_file = h.folder() + "/other.token";
    const auto second = other_server.Start(options, **other);
    EXPECT_EQ(model::ReasonOf(second.status()), "CANNOT_LISTEN") << path;
  }
  EXPECT_TRUE(std::filesystem::is_socket(socket));
  EXPECT_EQ(GetNowhere(h, "").reason, "PLACE_NOT_FOUND");
}

// Of a program that knows nothing of our lock.
TEST(ServerTest, ASocketThatAnswersIsLeftAloneAndADeadOneReplaced) {
  Harness h;
  const std::string path = h.folder() + "/foreign";
  const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof(address)),
            0);
  ASSERT_EQ(listen(fd, 1), 0);
  OtherServer other_server;
  ops::Options options;
  options.listen = {"unix:" + path};
  const auto refused = other_server.Start(options, h.store());
  EXPECT_EQ(model::ReasonOf(refused.status()), "CANNOT_LISTEN");
  close(fd);
  EXPECT_TRUE(std::filesystem::is_socket(path));
  EXPECT_TRUE(other_server.Start(options, h.store()).ok());
}

TEST(ServerTest, WhatWasAnsweredIsThereAfterARestart) {
  Harness h;
  h.MakeSisters();
  const std::int64_t events = h.Events();
  h.Restart();
  EXPECT_EQ(h.Events(), events);
}

TEST(ServerTest, ADeadlineThatIsOverChangesNothing) {
  Harness h;
  h.MakeSisters();
  const std::int64_t events = h.Events();
  const auto context = h.Context();
  context->set_deadline(std::chrono::system_clock::now() -
                        std::chrono::seconds(1));
  v1::DeletePlaceRequest request;
  request.set_name("places/wuxi");
  google::protobuf::Empty empty;
  const grpc::Status status =
      h.registry().DeletePlace(context.get(), request, &empty);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(h.Events(), events);
}

}  // namespace
}  // namespace twinaid::rpc
