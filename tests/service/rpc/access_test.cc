// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Tokens and limits through a real server: the first start, secrets shown once,
// deadlines, quotas, streams that end with their token.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "tests/service/rpc/access_world.h"

namespace twinaid::rpc {
namespace {

constexpr auto kExhausted = grpc::StatusCode::RESOURCE_EXHAUSTED;

grpc::Status WhoAmI(Harness& h, const std::string& token,
                    v1::Principal* who = nullptr) {
  v1::Principal principal;
  const grpc::Status status =
      h.admin().WhoAmI(h.Context(token).get(), {}, &principal);
  if (who != nullptr) *who = principal;
  return status;
}

v1::Principal MakeOffice(Harness& h) {
  v1::CreatePrincipalRequest request;
  request.set_principal_id("wuxi-fao");
  request.mutable_principal()->set_role(v1::Principal::OFFICE);
  request.mutable_principal()->set_title("Wuxi Foreign Affairs Office");
  request.mutable_principal()->add_places("places/wuxi");
  v1::Principal made;
  const grpc::Status status =
      h.admin().CreatePrincipal(h.Context().get(), request, &made);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return made;
}

TEST(AccessTest, TheFirstStartWritesATokenForItsOwnerOnly) {
  Harness h;
  const std::string file = h.options().AdminTokenFile();
  EXPECT_EQ(
      std::filesystem::status(file).permissions(),
      std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  v1::Principal who;
  ASSERT_TRUE(WhoAmI(h, h.token(), &who).ok());
  EXPECT_EQ(who.name(), "principals/admin");
  EXPECT_EQ(who.role(), v1::Principal::ADMIN);

  std::filesystem::remove(file);
  h.Restart();
  EXPECT_FALSE(std::filesystem::exists(file)) << "the second start";
}

TEST(AccessTest, ALostAdminTokenIsReplacedAtAStart) {
  Harness h;
  const std::string lost = h.token();
  h.KeepOut(lost);
  h.Restart([](ops::Options& options) { options.new_admin_token = true; });
  EXPECT_NE(h.token(), lost);
  EXPECT_TRUE(WhoAmI(h, h.token()).ok());
}

TEST(AccessTest, ASecretIsShownOnceAlsoToARepeatedRequest) {
  Harness h;
  v1::CreateTokenRequest request;
  request.set_parent("principals/admin");
  request.set_request_id("r1");
  v1::Token first;
  ASSERT_TRUE(h.admin().CreateToken(h.Context().get(), request, &first).ok());
  h.KeepOut(first.secret());
  EXPECT_TRUE(WhoAmI(h, first.secret()).ok());
  v1::Token again;
  ASSERT_TRUE(h.admin().CreateToken(h.Context().get(), request, &again).ok());
  EXPECT_EQ(again.name(), first.name());
  EXPECT_EQ(again.secret(), "");
  v1::ListTokensRequest list;
  list.set_parent("principals/admin");
  v1::ListTokensResponse tokens;
  ASSERT_TRUE(h.admin().ListTokens(h.Context().get(), list, &tokens).ok());
  EXPECT_EQ(tokens.tokens_size(), 2);
  for (const v1::Token& token : tokens.tokens()) EXPECT_EQ(token.secret(), "");
}

TEST(AccessTest, TryingMakesNoSecret) {
  Harness h;
  v1::CreateTokenRequest request;
  request.set_parent("principals/admin");
  request.set_validate_only(true);
  v1::Token token;
  ASSERT_TRUE(h.admin().CreateToken(h.Context().get(), request, &token).ok());
  EXPECT_EQ(token.secret(), "");
}

TEST(AccessTest, AnOfficeActsForItsOwnPlaceAndHearsWhatIsGranted) {
  Harness h;
  h.MakeSisters();
  MakeOffice(h);
  const v1::Token token = h.Issue("principals/wuxi-fao");
  v1::CreateOfferRequest offer;
  offer.set_parent("places/wuxi");
  offer.mutable_offer()->set_item("items/mask");
  offer.mutable_offer()->set_quantity(5);
  v1::Offer made;
  EXPECT_TRUE(h.inventory()
                  .CreateOffer(h.Context(token.secret()).get(), offer, &made)
                  .ok());
  offer.set_parent("places/san-antonio");
  const auto context = h.Context(token.secret());
  context->AddMetadata("accept-language", "zh");
  const Fault refused =
      FaultOf(h.inventory().CreateOffer(context.get(), offer, &made));
  EXPECT_EQ(refused.reason, "NOT_GRANTED");
  EXPECT_NE(refused.text.find("places/wuxi"), std::string::npos);
  EXPECT_NE(refused.text.find("无权"), std::string::npos);
}

TEST(AccessTest, ARevokedTokenEndsWithTheNextCallAndItsStreamWithTheNextEvent) {
  Harness h;
  h.MakeSisters();
  MakeOffice(h);
  const v1::Token token = h.Issue("principals/wuxi-fao");
  v1::WatchEventsRequest watch;
  watch.set_filter("place = places/wuxi");
  const auto context = h.Context(token.secret());
  const auto stream = h.ledger().WatchEvents(context.get(), watch);
  v1::WatchEventsResponse event;
  ASSERT_TRUE(stream->Read(&event));

  v1::RevokeTokenRequest revoke;
  revoke.set_name(token.name());
  v1::Token revoked;
  ASSERT_TRUE(h.admin().RevokeToken(h.Context().get(), revoke, &revoked).ok());
  EXPECT_EQ(FaultOf(WhoAmI(h, token.secret())).reason, "TOKEN_REVOKED");
  v1::UpdatePlaceRequest change;
  change.mutable_place()->set_name("places/wuxi");
  change.mutable_place()->set_name_zh("无锡");
  v1::Place place;
  ASSERT_TRUE(h.registry().UpdatePlace(h.Context().get(), change, &place).ok());
  EXPECT_FALSE(stream->Read(&event)) << event.DebugString();
  EXPECT_EQ(FaultOf(stream->Finish()).reason, "TOKEN_REVOKED");
}

TEST(AccessTest, ACallSaysHowLongItWaits) {
  Harness h;
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + h.token());
  v1::Principal who;
  const Fault fault = FaultOf(h.admin().WhoAmI(&context, {}, &who));
  EXPECT_EQ(fault.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(fault.reason, "DEADLINE_REQUIRED");
}

TEST(AccessTest, GuessingIsSlowedDownAndCounted) {
  AccessWorld world;
  Harness& h = world.harness();
  const std::string guess = "tk-office." + std::string(43, 'x');
  Fault fault;
  int guesses = 0;
  while (fault.reason != "LOGIN_SLOWED" && guesses < 100) {
    fault = FaultOf(WhoAmI(h, guess));
    ++guesses;
  }
  EXPECT_EQ(guesses, 6);
  EXPECT_EQ(fault.code, kExhausted);
  EXPECT_TRUE(fault.retry_info);
}

TEST(AccessTest, APrincipalThatCallsTooOftenIsToldWhenToGoOn) {
  AccessWorld world;
  Harness& h = world.harness();
  h.Restart([](ops::Options& options) { options.calls_per_second = 5; });
  const std::string office = world.TokenOf(model::Role::kOffice);
  Fault fault;
  int calls = 0;
  while (fault.reason != "TOO_MANY_CALLS" && calls < 1000) {
    fault = FaultOf(WhoAmI(h, office));
    ++calls;
  }
  EXPECT_GE(calls, 10);
  EXPECT_EQ(fault.code, kExhausted);
  EXPECT_TRUE(fault.retry_info);
  EXPECT_TRUE(WhoAmI(h, world.TokenOf(model::Role::kAuditor)).ok());
}

TEST(AccessTest, StreamsOfOnePrincipalAreLimited) {
  AccessWorld world;
  Harness& h = world.harness();
  h.Restart([](ops::Options& options) { options.streams = 2; });
  const std::string auditor = world.TokenOf(model::Role::kAuditor);
  std::vector<std::unique_ptr<grpc::ClientContext>> contexts;
  std::vector<std::unique_ptr<grpc::ClientReader<v1::WatchEventsResponse>>>
      streams;
  v1::WatchEventsResponse up;
  for (int i = 0; i < 2; ++i) {
    contexts.push_back(h.Context(auditor));
    streams.push_back(h.ledger().WatchEvents(contexts.back().get(), {}));
    ASSERT_TRUE(streams.back()->Read(&up));
  }
  const auto context = h.Context(auditor);
  const auto third = h.ledger().WatchEvents(context.get(), {});
  EXPECT_FALSE(third->Read(&up));
  EXPECT_EQ(FaultOf(third->Finish()).reason, "TOO_MANY_STREAMS");
  for (const auto& each : contexts) each->TryCancel();
  for (const auto& each : streams) each->Finish();
}

// Whoever has an answer may call again at once, though it may have one call
// under way only.
TEST(AccessTest, APlaceIsGivenBackBeforeTheAnswer) {
  AccessWorld world;
  Harness& h = world.harness();
  h.Restart([](ops::Options& options) { options.calls_at_once = 1; });
  for (int call = 0; call < 500; ++call) {
    v1::CreateItemRequest request;
    request.mutable_item()->set_category(v1::SUPPLIES);
    request.mutable_item()->set_name_en("Gown");
    v1::Item item;
    const grpc::Status made =
        h.registry().CreateItem(h.Context().get(), request, &item);
    ASSERT_EQ(FaultOf(made).reason, "") << "change " << call;
    v1::GetItemRequest get;
    get.set_name(item.name());
    const grpc::Status got =
        h.registry().GetItem(h.Context().get(), get, &item);
    ASSERT_EQ(FaultOf(got).reason, "") << "read " << call;
  }
}

// A store that is slow: calls pile up behind it.
TEST(AccessTest, OneTokenDoesNotFillTheQueue) {
  AccessWorld world;
  Harness& h = world.harness();
  h.Restart([](ops::Options& options) {
    options.calls_at_once = 3;
    options.workers = 1;
  });
  std::promise<void> go_on;
  const std::shared_future<void> released = go_on.get_future().share();
  h.BeforeWrite([released] {
    released.wait();
    return absl::OkStatus();
  });
  const auto write = [&] {
    v1::CreateItemRequest request;
    request.mutable_item()->set_category(v1::SUPPLIES);
    request.mutable_item()->set_name_en("Gown");
    v1::Item item;
    return FaultOf(h.registry().CreateItem(h.Context().get(), request, &item));
  };
  std::vector<std::future<Fault>> calls;
  for (int i = 0; i < 8; ++i) {
    calls.push_back(std::async(std::launch::async, write));
  }
  int refused = 0;
  // Five of them are refused at once, while the others wait.
  for (int i = 0; i < 1000 && refused < 5; ++i) {
    refused = 0;
    for (auto& call : calls) {
      const auto state = call.wait_for(std::chrono::milliseconds(1));
      refused += state == std::future_status::ready ? 1 : 0;
    }
  }
  EXPECT_EQ(refused, 5);
  go_on.set_value();
  int done = 0;
  for (auto& call : calls) {
    const Fault fault = call.get();
    if (fault.code == grpc::StatusCode::OK) {
      ++done;
    } else {
      EXPECT_EQ(fault.reason, "TOO_MANY_CALLS_AT_ONCE");
      EXPECT_TRUE(fault.retry_info);
    }
  }
  EXPECT_EQ(done, 3);
}

}  // namespace
}  // namespace twinaid::rpc
