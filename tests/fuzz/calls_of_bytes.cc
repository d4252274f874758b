// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/calls_of_bytes.h"

#include <google/protobuf/text_format.h>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/fuzz/outcome.h"
#include "tests/fuzz/quiet_text.h"

namespace twinaid::fuzz {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr int kMostHours = 10 * 366 * 24;

// In the order of the design.
std::vector<const google::protobuf::ServiceDescriptor*> Services() {
  std::vector<const google::protobuf::ServiceDescriptor*> services;
  for (const char* name : {"Registry", "Inventory", "Matching", "Assistance",
                           "Correspondence", "Ledger", "Admin", "Report"}) {
    services.push_back(
        google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
            absl::StrCat("twinaid.v1.", name, "Service")));
  }
  return services;
}

const MethodDescriptor* MethodNamed(absl::string_view name) {
  for (const auto* service : Services()) {
    const auto* method = service->FindMethodByName(std::string(name));
    if (method != nullptr) return method;
  }
  return nullptr;
}

// False for a line that is no call.
bool ReadCall(absl::string_view line, CallText& call) {
  const auto parts = Parts(line, " ", 2);
  if (parts[0] == "Wait") {
    return absl::SimpleAtoi(parts[1], &call.hours) && call.hours >= 0 &&
           call.hours <= kMostHours;
  }
  if (parts[0] == "As") {
    call.as = std::string(parts[1]);
    return !call.as.empty();
  }
  call.method = MethodNamed(parts[0]);
  if (call.method == nullptr) return false;
  call.request = NewMessage(call.method->input_type());
  return ReadText(parts[1], *call.request);
}

}  // namespace

std::unique_ptr<Message> NewMessage(const Descriptor* type) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()
          ->GetPrototype(type)
          ->New());
}

std::vector<CallText> CallsOfBytes(absl::string_view bytes, std::size_t most) {
  std::vector<CallText> calls;
  for (const absl::string_view line : absl::StrSplit(bytes, '\n')) {
    if (calls.size() == most) break;
    CallText call;
    if (ReadCall(line, call)) calls.push_back(std::move(call));
  }
  return calls;
}

std::string LineOf(const CallText& call) {
  if (!call.as.empty()) return absl::StrCat("As ", call.as, "\n");
  if (call.method == nullptr) return absl::StrCat("Wait ", call.hours, "\n");
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(*call.request, &text);
  return absl::StrCat(call.method->name(), " ", text, "\n");
}

std::vector<const MethodDescriptor*> MethodsOf(absl::string_view service) {
  std::vector<const MethodDescriptor*> methods;
  for (const auto* known : Services()) {
    if (known->name() != service) continue;
    for (int i = 0; i < known->method_count(); ++i) {
      methods.push_back(known->method(i));
    }
  }
  return methods;
}

bool OnlyReads(const MethodDescriptor& method) {
  for (const char* verb : {"Get", "List", "Suggest", "Explain", "Compare",
                           "Verify", "Watch", "Who"}) {
    if (absl::StartsWith(method.name(), verb)) return true;
  }
  return false;
}

}  // namespace twinaid::fuzz
