// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/rpc/harness.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include "service/store/sqlite/sqlite_store.h"

namespace twinaid::rpc {
namespace {

template <typename T>
bool Unpack(const google::protobuf::Any& any, T& detail) {
  return any.Is<T>() && any.UnpackTo(&detail);
}

std::string NewFolder() {
  std::string name = testing::TempDir() + "/twinaid-XXXXXX";
  return mkdtemp(name.data());
}

}  // namespace

Fault FaultOf(const grpc::Status& status) {
  Fault fault;
  fault.code = status.error_code();
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return fault;
  for (const google::protobuf::Any& any : details.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest bad;
    google::rpc::LocalizedMessage text;
    if (Unpack(any, info)) {
      ++fault.error_infos;
      fault.reason = info.reason();
    } else if (Unpack(any, bad)) {
      fault.field = bad.field_violations(0).field();
    } else if (Unpack(any, text)) {
      fault.text = text.message();
      fault.locale = text.locale();
    } else if (any.Is<google::rpc::RetryInfo>()) {
      fault.retry_info = true;
    }
  }
  return fault;
}

Harness::Harness()
    : folder_(NewFolder()),
      log_file_(std::fopen((folder_ + "/log").c_str(), "w"), &std::fclose),
      log_(log_file_.get(), clock_) {
  options_.database = folder_ + "/twinaid.db";
  options_.listen = {"unix:" + folder_ + "/s"};
  // Tests call as fast as they can.
  options_.calls_per_second = 1'000'000;
  Start();
}

Harness::~Harness() {
  Stop();
  std::fflush(log_file_.get());
  LookForSecrets();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Harness::Start() {
  auto store = store::OpenSqliteStore({options_.database, 2});
  ASSERT_TRUE(store.ok()) << store.status();
  store_ = *std::move(store);
  hooked_ = std::make_unique<HookedStore>(*store_);
  auto server =
      Server::Start(options_, {*hooked_, clock_, ids_, log_, metrics_});
  ASSERT_TRUE(server.ok()) << server.status();
  server_ = *std::move(server);
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  channel_ = grpc::CreateCustomChannel(
      server_->addresses()[0], grpc::InsecureChannelCredentials(), arguments);
  std::getline(std::ifstream(options_.AdminTokenFile()), token_);
  admin_ = v1::AdminService::NewStub(channel_);
  registry_ = v1::RegistryService::NewStub(channel_);
  inventory_ = v1::InventoryService::NewStub(channel_);
  matching_ = v1::MatchingService::NewStub(channel_);
  assistance_ = v1::AssistanceService::NewStub(channel_);
  correspondence_ = v1::CorrespondenceService::NewStub(channel_);
  report_ = v1::ReportService::NewStub(channel_);
  ledger_ = v1::LedgerService::NewStub(channel_);
}

void Harness::LookForSecrets() const {
  std::vector<std::string> secrets = issued_;
  secrets.push_back(token_);
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (!entry.is_regular_file()) continue;
    if (entry.path() == options_.AdminTokenFile()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& token : secrets) {
      const std::string secret = token.substr(token.find('.') + 1);
      EXPECT_EQ(text.find(secret), std::string::npos)
          << "a secret of " << token.substr(0, token.find('.')) << " is in "
          << entry.path();
    }
  }
}

v1::Token Harness::Issue(const std::string& principal) {
  v1::CreateTokenRequest request;
  request.set_parent(principal);
  v1::Token token;
  const grpc::Status status =
      admin().CreateToken(Context().get(), request, &token);
  EXPECT_TRUE(status.ok()) << status.error_message();
  KeepOut(token.secret());
  return token;
}

void Harness::Stop() {
  server_.reset();
  hooked_.reset();
  store_.reset();
}

void Harness::BeforeWrite(std::function<absl::Status()> hook) {
  hooked_->BeforeWrite(std::move(hook));
}

std::string Harness::Log() const {
  std::ifstream file(folder_ + "/log");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void Harness::Restart() {
  Stop();
  Start();
}

void Harness::Restart(const std::function<void(ops::Options&)>& change) {
  Stop();
  change(options_);
  Start();
}

std::unique_ptr<grpc::ClientContext> Harness::Context(
    const std::string& token) const {
  auto context = std::make_unique<grpc::ClientContext>();
  context->set_deadline(std::chrono::system_clock::now() +
                        std::chrono::seconds(60));
  context->set_wait_for_ready(true);
  if (!token.empty()) {
    context->AddMetadata("authorization", "Bearer " + token);
  }
  return context;
}

void Harness::MakeSisters() {
  for (const char* id : {"wuxi", "san-antonio"}) {
    v1::CreatePlaceRequest request;
    request.set_place_id(id);
    request.mutable_place()->set_kind(v1::Place::CITY);
    request.mutable_place()->set_name_en(id);
    v1::Place place;
    ASSERT_TRUE(registry().CreatePlace(Context().get(), request, &place).ok());
  }
  for (const char* id : {"mask", "suit"}) {
    v1::CreateItemRequest request;
    request.set_item_id(id);
    request.mutable_item()->set_category(v1::SUPPLIES);
    request.mutable_item()->set_name_en(id);
    v1::Item item;
    ASSERT_TRUE(registry().CreateItem(Context().get(), request, &item).ok());
  }
  v1::CreateSisterLinkRequest link;
  link.set_sister_link_id("l1");
  link.mutable_sister_link()->set_kind(v1::SisterLink::SISTER_CITY);
  link.mutable_sister_link()->set_place_a("places/wuxi");
  link.mutable_sister_link()->set_place_b("places/san-antonio");
  v1::SisterLink made;
  ASSERT_TRUE(registry().CreateSisterLink(Context().get(), link, &made).ok());
  v1::CreateNeedRequest need;
  need.set_parent("places/san-antonio");
  need.set_need_id("n1");
  need.mutable_need()->set_item("items/mask");
  need.mutable_need()->set_quantity(60);
  v1::Need n;
  ASSERT_TRUE(inventory().CreateNeed(Context().get(), need, &n).ok());
  v1::CreateOfferRequest offer;
  offer.set_parent("places/wuxi");
  offer.set_offer_id("o1");
  offer.mutable_offer()->set_item("items/mask");
  offer.mutable_offer()->set_quantity(100);
  v1::Offer o;
  ASSERT_TRUE(inventory().CreateOffer(Context().get(), offer, &o).ok());
}

std::int64_t Harness::Events() {
  v1::VerifyLedgerResponse verdict;
  const grpc::Status status =
      ledger().VerifyLedger(Context().get(), {}, &verdict);
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_TRUE(verdict.intact());
  return verdict.events();
}

v1::Round Harness::RunRound() {
  v1::CreateRoundRequest create;
  create.set_parent("schemes/default");
  v1::Round round;
  const grpc::Status status =
      matching().CreateRound(Context().get(), create, &round);
  EXPECT_TRUE(status.ok()) << status.error_message();
  v1::GetRoundRequest get;
  get.set_name(round.name());
  while (round.state() == v1::Round::RUNNING) {
    std::this_thread::yield();
    EXPECT_TRUE(matching().GetRound(Context().get(), get, &round).ok());
  }
  return round;
}

}  // namespace twinaid::rpc
