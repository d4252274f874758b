// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as calls of the service.
#ifndef TWINAID_TESTS_FUZZ_CALLS_OF_BYTES_H_
#define TWINAID_TESTS_FUZZ_CALLS_OF_BYTES_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::fuzz {

inline constexpr std::size_t kMostCalls = 12;

struct CallText {
  // Null: no call; time passes, or another caller goes on.
  const google::protobuf::MethodDescriptor* method = nullptr;
  std::unique_ptr<google::protobuf::Message> request;
  int hours = 0;
  std::string as;  // who goes on; empty: the same
};

// One call a line: the name of a method of any service, a blank, the request in
// the text format, `GetPlace name: "places/wuxi"`; or `Wait 48`, at most ten
// years of hours; or `As office`, who makes the calls that follow. Lines that
// are none are passed over, and so is what comes after `most` lines that are.
std::vector<CallText> CallsOfBytes(absl::string_view bytes,
                                   std::size_t most = kMostCalls);

// The line of a call, with its line feed.
std::string LineOf(const CallText& call);

// All methods of "RegistryService", in the order of the contract.
std::vector<const google::protobuf::MethodDescriptor*> MethodsOf(
    absl::string_view service);

std::unique_ptr<google::protobuf::Message> NewMessage(
    const google::protobuf::Descriptor* type);

// True where the method changes nothing.
bool OnlyReads(const google::protobuf::MethodDescriptor& method);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_CALLS_OF_BYTES_H_
