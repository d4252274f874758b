// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places, goods, schemes and rounds over the wire, in few words.
#ifndef TWINAID_TESTS_SERVICE_RPC_POLICY_WORLD_H_
#define TWINAID_TESTS_SERVICE_RPC_POLICY_WORLD_H_

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {

// A round that succeeded, with all that the API lists of it.
struct RoundResult {
  v1::Round round;
  std::vector<v1::Pairing> pairings;  // that it made
  std::vector<v1::Match> matches;
  std::vector<v1::UnmetNeed> unmet;

  // "wuxi>boston rung 1" each, ascending.
  std::vector<std::string> Pairs() const;
  // "o>n 10 paired" or "o>n 10 pooled" each, ascending.
  std::vector<std::string> Goods() const;
  // "n 10 NO_TIE" each, ascending.
  std::vector<std::string> Open() const;
  // "COUNTERPART 1.1" each: kind, rung and pass, in their order.
  std::vector<std::string> Stages() const;
};

// Far more than any round of these tests takes, less than a test may take.
inline constexpr absl::Duration kPatience = absl::Seconds(60);

class PolicyWorld : public testing::Test {
 protected:
  PolicyWorld();

  // Calls with a request in text; the call has to succeed.
  template <typename Stub, typename Request, typename Response>
  Response Call(Stub& stub,
                grpc::Status (Stub::*method)(grpc::ClientContext*,
                                             const Request&, Response*),
                const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request))
        << text;
    Response response;
    const grpc::Status status =
        (stub.*method)(h_.Context().get(), request, &response);
    EXPECT_TRUE(status.ok()) << text << ": " << status.error_message();
    return response;
  }

  // A province, or a city of one.
  void AddPlace(const std::string& id, const std::string& parent = "");
  // Sister provinces: both are without a parent.
  void AddLink(const std::string& a, const std::string& b);
  // items/mask; ids are unique over all places.
  void AddNeed(const std::string& place, const std::string& id, int quantity,
               const std::string& urgency = "MEDIUM");
  void AddOffer(const std::string& place, const std::string& id, int quantity);
  // A scheme with this policy, in text; returns its name.
  std::string AddScheme(const std::string& policy);

  // What validate_only says.
  v1::Round Preview(const std::string& scheme);
  // Starts a round, RUNNING, and returns its name.
  std::string Start(const std::string& scheme);
  // The round as soon as it is not RUNNING; fails after kPatience.
  v1::Round End(const std::string& round);
  // Waits until `done`; false after kPatience.
  static bool Await(const std::function<bool()>& done);
  // Previews a round, then runs it to its success; expects that the preview
  // stored nothing and promised the very same, that every stage is verified,
  // and that ExplainPairing, ExplainNeed and CompareRounds tell the same as
  // the lists.
  RoundResult Run(const std::string& scheme);

  std::vector<v1::Match> Matches(const std::string& filter);
  std::vector<v1::Pairing> Pairings(const std::string& scheme,
                                    const std::string& filter);
  void AcceptAll(const RoundResult& result);

  Harness h_;

 private:
  void ExpectPairingsExplained(const RoundResult& result);
  void ExpectNeedsExplained(const RoundResult& result);
};

}  // namespace twinaid::rpc

#endif  // TWINAID_TESTS_SERVICE_RPC_POLICY_WORLD_H_
