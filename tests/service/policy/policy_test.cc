// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The policy table against the contract: no method without a line, no line
// without a method, every field that a line looks at is there.
#include "service/policy/policy.h"

#include <google/protobuf/descriptor.h>

#include <set>
#include <string>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "service/policy/request_fields.h"
#include "twinaid/v1/admin_service.pb.h"
#include "twinaid/v1/assistance_service.pb.h"
#include "twinaid/v1/inventory_service.pb.h"
#include "twinaid/v1/ledger_service.pb.h"
#include "twinaid/v1/matching_service.pb.h"
#include "twinaid/v1/registry_service.pb.h"
#include "twinaid/v1/report_service.pb.h"

namespace twinaid::policy {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

std::vector<const ServiceDescriptor*> Services() {
  std::vector<const ServiceDescriptor*> services;
  for (const Descriptor* request :
       {v1::WhoAmIRequest::descriptor(), v1::GetPlaceRequest::descriptor(),
        v1::ListCoverageRequest::descriptor()}) {
    EXPECT_NE(request, nullptr);  // links the files in
  }
  for (const char* name : {"Admin", "Assistance", "Correspondence", "Inventory",
                           "Ledger", "Matching", "Registry", "Report"}) {
    services.push_back(DescriptorPool::generated_pool()->FindServiceByName(
        std::string("twinaid.v1.") + name + "Service"));
    EXPECT_NE(services.back(), nullptr) << name;
  }
  return services;
}

const MethodDescriptor* MethodOf(absl::string_view name) {
  const std::size_t slash = name.find('/');
  const auto* service = DescriptorPool::generated_pool()->FindServiceByName(
      std::string(name.substr(0, slash)));
  if (service == nullptr) return nullptr;
  return service->FindMethodByName(std::string(name.substr(slash + 1)));
}

TEST(PolicyTest, EveryMethodHasALineAndEveryLineAMethod) {
  std::set<std::string> methods;
  for (const ServiceDescriptor* service : Services()) {
    for (int i = 0; i < service->method_count(); ++i) {
      methods.insert(service->full_name() + "/" + service->method(i)->name());
    }
  }
  std::set<std::string> lines;
  for (const Rule& rule : PolicyTable()) {
    EXPECT_TRUE(lines.insert(std::string(rule.method)).second)
        << rule.method << " has two lines";
  }
  EXPECT_EQ(lines, methods);
}

// A new service is not forgotten by the list above.
TEST(PolicyTest, EveryServiceOfTheContractIsLookedAt) {
  const auto* file = v1::WhoAmIRequest::descriptor()->file();
  EXPECT_EQ(file->package(), "twinaid.v1");
  EXPECT_EQ(Services().size(), 8);
}

TEST(PolicyTest, WhatHasNoLineIsRefused) {
  EXPECT_EQ(FindRule("twinaid.v1.RegistryService/DropEverything"), nullptr);
  EXPECT_EQ(FindRule(""), nullptr);
  EXPECT_NE(FindRule("twinaid.v1.RegistryService/GetPlace"), nullptr);
}

TEST(PolicyTest, EveryFieldOfALineIsInTheRequest) {
  for (const Rule& rule : PolicyTable()) {
    const MethodDescriptor* method = MethodOf(rule.method);
    ASSERT_NE(method, nullptr) << rule.method;
    const Descriptor& request = *method->input_type();
    for (const Check& check : rule.checks) {
      SCOPED_TRACE(std::string(rule.method));
      if (check.ground == Ground::kNewMatch) {
        EXPECT_TRUE(HasTextAt(request, "match.need"));
        EXPECT_TRUE(HasTextAt(request, "match.offer"));
        continue;
      }
      EXPECT_TRUE(HasTextAt(request, check.field)) << check.field;
      if (check.ground == Ground::kBatchPlaces) {
        EXPECT_TRUE(HasTextAt(request, "requests.parent"));
      }
      if (check.ground == Ground::kPlaceOrFilter ||
          check.ground == Ground::kSchemeOrFilter) {
        EXPECT_TRUE(HasTextAt(request, "filter"));
      }
      if (check.ground == Ground::kSchemeOrDonor) {
        EXPECT_TRUE(HasTextAt(request, "donor"));
      }
      if (check.ground == Ground::kMatchSide) {
        EXPECT_NE(request.FindFieldByName("side"), nullptr);
      }
    }
  }
}

// What changes something carries a request_id: no auditor may call it, but for
// tokens of their own; whoever acts in a place only is checked.
TEST(PolicyTest, AuditorsChangeNothingAndOthersOnlyWhatIsGranted) {
  for (const Rule& rule : PolicyTable()) {
    SCOPED_TRACE(std::string(rule.method));
    const Descriptor& request = *MethodOf(rule.method)->input_type();
    if (request.FindFieldByName("request_id") == nullptr) continue;
    const bool own =
        !rule.checks.empty() && rule.checks.front().ground == Ground::kSelf;
    EXPECT_EQ(rule.roles.Has(model::Role::kAuditor), own);
    EXPECT_TRUE(rule.roles.Has(model::Role::kAdmin));
    const bool scoped = rule.roles.Has(model::Role::kOffice) ||
                        rule.roles.Has(model::Role::kCoordinator) ||
                        rule.roles.Has(model::Role::kIntegrator);
    EXPECT_TRUE(!scoped || !rule.checks.empty());
  }
}

}  // namespace
}  // namespace twinaid::policy
