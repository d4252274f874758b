// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every method, by every role, for what is granted, what lies inside it, what
// is not granted and what does not exist: each cell is what the policy says.
// The server is real, and so are the calls.
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/enum_names.h"
#include "service/policy/policy.h"
#include "tests/service/rpc/access_world.h"

namespace twinaid::rpc {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using model::Role;
using policy::Check;
using policy::Ground;
using policy::Rule;

enum class Target { kOwn, kInside, kForeign, kUnknown };
constexpr Target kTargets[] = {Target::kOwn, Target::kInside, Target::kForeign,
                               Target::kUnknown};
const char* WordOf(Target target) {
  constexpr const char* kWords[] = {"own", "inside", "foreign", "unknown"};
  return kWords[static_cast<int>(target)];
}

const char* OneOf(Target target, const char* own, const char* inside,
                  const char* foreign, const char* unknown) {
  switch (target) {
    case Target::kOwn:
      return own;
    case Target::kInside:
      return inside;
    case Target::kForeign:
      return foreign;
    case Target::kUnknown:
      return unknown;
  }
  return "";
}

std::string PlaceOf(Target t) {
  return OneOf(t, "places/js", "places/wuxi", "places/tx", "places/nowhere");
}
std::string SchemeOf(Target t) {
  return OneOf(t, "schemes/default", "schemes/default", "schemes/other",
               "schemes/nowhere");
}
std::string ObjectOf(Target t) {
  return OneOf(t, "own", "own", "foreign", "nothing");
}

// Makes the request one about `target`.
void Aim(Message& request, const Check& check, Target target, Role role) {
  const auto set = [&](const std::string& text) {
    SetText(request, check.field, text);
  };
  switch (check.ground) {
    case Ground::kPlace:
    case Ground::kPlaceOrFilter:
      return set(PlaceOf(target));
    case Ground::kBatchPlaces:
      set("places/-");
      return SetText(request, "requests.parent", PlaceOf(target));
    case Ground::kOrganization:
      return set(OneOf(target, "organizations/office-js",
                       "organizations/office-wuxi", "organizations/office-tx",
                       "organizations/nobody"));
    case Ground::kScheme:
    case Ground::kSchemeOrFilter:
      return set(SchemeOf(target));
    case Ground::kPairing:
      return set(
          absl::StrCat(SchemeOf(target), "/pairings/", ObjectOf(target)));
    case Ground::kMatch:
    case Ground::kMatchDonor:
    case Ground::kMatchRecipient:
    case Ground::kMatchSide:
      return set("matches/" + ObjectOf(target));
    case Ground::kLetter:
      return set("letters/" + ObjectOf(target));
    case Ground::kSchemeOrDonor:
      SetText(request, "donor", PlaceOf(target));
      return set(SchemeOf(target));
    case Ground::kNewMatch:
      SetText(request, "match.need", PlaceOf(target) + "/needs/n");
      return SetText(request, "match.offer", PlaceOf(target) + "/offers/o");
    case Ground::kMatchFilter:
    case Ground::kEventFilter:
      return set("place = " + PlaceOf(target));
    case Ground::kSelf:
    case Ground::kSelfToRead:
      const std::string own = absl::StrCat("principals/", model::WordOf(role));
      const std::string other =
          role == Role::kOffice ? "principals/auditor" : "principals/office";
      return set(OneOf(target, own.c_str(), own.c_str(), other.c_str(),
                       "principals/nobody"));
  }
}

bool IsOwn(Target target) {
  return target == Target::kOwn || target == Target::kInside;
}

// What the cell has to be, by the words of the policy.
bool IsAllowed(const Rule& rule, Role role, Target target) {
  if (!rule.roles.Has(role)) return false;
  if (role == Role::kAdmin || rule.checks.empty() || IsOwn(target)) return true;
  return role == Role::kAuditor && rule.checks.front().ground != Ground::kSelf;
}

// Nothing is stored, so that one cell does not change the next.
std::unique_ptr<Message> RequestFor(const MethodDescriptor& method,
                                    const Rule& rule, Target target,
                                    Role role) {
  std::unique_ptr<Message> request = NewRequest(method);
  const auto* dry = request->GetDescriptor()->FindFieldByName("validate_only");
  if (dry != nullptr) {
    request->GetReflection()->SetBool(request.get(), dry, true);
  }
  for (const Check& check : rule.checks) Aim(*request, check, target, role);
  return request;
}

TEST(AccessMatrixTest, EachCellIsWhatThePolicySays) {
  AccessWorld world;
  int cells = 0;
  int allowed = 0;
  for (const MethodDescriptor* method : EveryMethod()) {
    const Rule* rule = policy::FindRule(NameOf(*method));
    ASSERT_NE(rule, nullptr) << NameOf(*method);
    for (const Role role : kRoles) {
      Fault refusals[4];
      for (const Target target : kTargets) {
        const auto request = RequestFor(*method, *rule, target, role);
        const grpc::Status status =
            world.Call(*method, *request, world.TokenOf(role));
        const bool is_allowed =
            status.error_code() != grpc::StatusCode::PERMISSION_DENIED;
        EXPECT_EQ(is_allowed, IsAllowed(*rule, role, target))
            << NameOf(*method) << " by " << model::WordOf(role) << " for "
            << WordOf(target) << ": " << status.error_message();
        EXPECT_NE(status.error_code(), grpc::StatusCode::UNAUTHENTICATED);
        EXPECT_NE(status.error_code(), grpc::StatusCode::INTERNAL)
            << NameOf(*method) << ": " << status.error_message();
        refusals[static_cast<int>(target)] = FaultOf(status);
        ++cells;
        allowed += is_allowed ? 1 : 0;
      }
      // Whether it exists is not to be seen.
      const Fault& foreign = refusals[static_cast<int>(Target::kForeign)];
      const Fault& unknown = refusals[static_cast<int>(Target::kUnknown)];
      if (IsAllowed(*rule, role, Target::kForeign)) continue;
      EXPECT_EQ(foreign.code, unknown.code);
      EXPECT_EQ(foreign.reason, unknown.reason);
    }
  }
  RecordProperty("cells", cells);
  RecordProperty("allowed", allowed);
  EXPECT_EQ(cells, static_cast<int>(EveryMethod().size() * 5 * 4));
}

TEST(AccessMatrixTest, NobodyIsLetInWithoutATokenThatCounts) {
  AccessWorld world;
  const struct {
    std::string token;
    std::string reason;
  } kCases[] = {{"", "TOKEN_REQUIRED"},
                {world.expired(), "TOKEN_EXPIRED"},
                {world.revoked(), "TOKEN_REVOKED"}};
  for (const MethodDescriptor* method : EveryMethod()) {
    for (const auto& [token, reason] : kCases) {
      const grpc::Status status =
          world.Call(*method, *NewRequest(*method), token);
      EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAUTHENTICATED)
          << NameOf(*method) << " " << reason;
      EXPECT_EQ(FaultOf(status).reason, reason) << NameOf(*method);
    }
  }
}

}  // namespace
}  // namespace twinaid::rpc
