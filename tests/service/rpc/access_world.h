// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A server with one principal of each role and things that are theirs or not:
// places/js with places/wuxi and places/nanjing inside, places/tx and places/oh
// elsewhere; needs, offers, matches, pairings, organizations and schemes of
// both.
#ifndef TWINAID_TESTS_SERVICE_RPC_ACCESS_WORLD_H_
#define TWINAID_TESTS_SERVICE_RPC_ACCESS_WORLD_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <vector>

#include "service/model/principal.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {

inline constexpr model::Role kRoles[] = {
    model::Role::kOffice, model::Role::kCoordinator, model::Role::kIntegrator,
    model::Role::kAuditor, model::Role::kAdmin};

class AccessWorld {
 public:
  // places/js and schemes/default are granted to office, coordinator and
  // integrator.
  AccessWorld();

  Harness& harness() { return harness_; }

  // ID.SECRET of the principal of a role: principals/office, ...
  std::string TokenOf(model::Role role) const;
  // Of principals/office, but over.
  const std::string& expired() const { return expired_; }
  const std::string& revoked() const { return revoked_; }

  // Makes one call of a method, by its descriptor. Of a stream: OK when it says
  // that it is up.
  grpc::Status Call(const google::protobuf::MethodDescriptor& method,
                    const google::protobuf::Message& request,
                    const std::string& token);

 private:
  Harness harness_;
  std::string expired_;
  std::string revoked_;
};

// Every method of every service of the contract.
std::vector<const google::protobuf::MethodDescriptor*> EveryMethod();
// "twinaid.v1.RegistryService/GetPlace".
std::string NameOf(const google::protobuf::MethodDescriptor& method);
// An empty request of the method.
std::unique_ptr<google::protobuf::Message> NewRequest(
    const google::protobuf::MethodDescriptor& method);
// Sets the text at a path ("need.name"), in one element of each list on the
// way.
void SetText(google::protobuf::Message& message, absl::string_view path,
             const std::string& text);

}  // namespace twinaid::rpc

#endif  // TWINAID_TESTS_SERVICE_RPC_ACCESS_WORLD_H_
