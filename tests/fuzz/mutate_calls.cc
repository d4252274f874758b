// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/mutate_calls.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/fuzz/calls_of_bytes.h"

namespace twinaid::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int kMostElements = 4;
constexpr std::int64_t kNumbers[] = {0,
                                     1,
                                     -1,
                                     2,
                                     3,
                                     5,
                                     10,
                                     50,
                                     60,
                                     99,
                                     100,
                                     101,
                                     1000,
                                     2020,
                                     3650,
                                     1'000'001,
                                     10'000'000'000'000,
                                     std::numeric_limits<std::int32_t>::max(),
                                     std::numeric_limits<std::int64_t>::max(),
                                     std::numeric_limits<std::int64_t>::min()};
constexpr double kDegrees[] = {0, 31.57, -98.49, 90, -181, 1e300};
constexpr const char* kWords[] = {"",
                                  "$name",
                                  "$etag",
                                  "$next",
                                  "-",
                                  "places/-",
                                  "schemes/-",
                                  "CNY",
                                  "USD",
                                  "JPY",
                                  "en",
                                  "zh",
                                  "CN",
                                  "US-TX",
                                  "Asia/Shanghai",
                                  "new-one",
                                  "n95",
                                  "*",
                                  "quantity",
                                  "name_en",
                                  "policy",
                                  "urgency",
                                  "state = OPEN",
                                  "kind = CITY",
                                  "item = items/mask-n95",
                                  "place = places/cn-js-wuxi",
                                  "state = PROPOSED AND origin = ROUND",
                                  "update_time >= 2020-02-10T12:00:00Z",
                                  "type = \"match.created\"",
                                  "e\xCC\x81",
                                  "\xE6\xB1\x9F\xE8\x8B\x8F",
                                  "a\tb\nc"};

class Mutator {
 public:
  Mutator(const std::vector<std::string>& names, std::uint64_t seed,
          const ByteMutator& mutate)
      : names_(names), random_(seed), mutate_(mutate) {}

  std::size_t Below(std::size_t n) { return random_() % n; }
  bool OneIn(std::size_t n) { return Below(n) == 0; }

  // A new call: each field set or not.
  CallText NewCall(absl::string_view service) {
    const auto methods = MethodsOf(service);
    CallText call;
    call.method = methods[Below(methods.size())];
    call.request = NewMessage(call.method->input_type());
    Fill(*call.request);
    return call;
  }

  void Change(Message& message) {
    const auto* type = message.GetDescriptor();
    if (type->field_count() == 0) return;
    const FieldDescriptor* field =
        type->field(static_cast<int>(Below(type->field_count())));
    const auto* reflection = message.GetReflection();
    if (OneIn(8)) {
      reflection->ClearField(&message, field);
    } else if (field->is_repeated()) {
      ChangeList(message, field);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      Message* nested = reflection->MutableMessage(&message, field);
      OneIn(6) ? Fill(*nested) : Change(*nested);
    } else {
      SetScalar(message, field);
    }
  }

 private:
  void Fill(Message& message) {
    const auto* type = message.GetDescriptor();
    for (int i = 0; i < type->field_count(); ++i) {
      if (OneIn(2)) continue;
      const FieldDescriptor* field = type->field(i);
      if (field->is_repeated()) {
        ChangeList(message, field);
      } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        Fill(*message.GetReflection()->MutableMessage(&message, field));
      } else {
        SetScalar(message, field);
      }
    }
  }

  void ChangeList(Message& message, const FieldDescriptor* field) {
    const auto* reflection = message.GetReflection();
    const int n = reflection->FieldSize(message, field);
    const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (n > 0 && OneIn(3)) {
      reflection->RemoveLast(&message, field);
    } else if (n > 0 && nested && !OneIn(3)) {
      const int at = static_cast<int>(Below(static_cast<std::size_t>(n)));
      Change(*reflection->MutableRepeatedMessage(&message, field, at));
    } else if (n < kMostElements && nested) {
      Fill(*reflection->AddMessage(&message, field));
    } else if (n < kMostElements &&
               field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      reflection->AddString(&message, field, Text(""));
    }
  }

  void SetScalar(Message& message, const FieldDescriptor* field) {
    const auto* reflection = message.GetReflection();
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_BOOL:
        reflection->SetBool(&message, field, OneIn(2));
        break;
      case FieldDescriptor::CPPTYPE_INT32:
        reflection->SetInt32(&message, field,
                             static_cast<std::int32_t>(Number()));
        break;
      case FieldDescriptor::CPPTYPE_INT64:
        reflection->SetInt64(&message, field, Number());
        break;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        reflection->SetDouble(&message, field, Degree());
        break;
      case FieldDescriptor::CPPTYPE_ENUM: {
        constexpr int kUnknown = 99;
        const auto* type = field->enum_type();
        const auto at = static_cast<int>(Below(type->value_count() + 1));
        reflection->SetEnumValue(
            &message, field,
            at == type->value_count() ? kUnknown : type->value(at)->number());
        break;
      }
      case FieldDescriptor::CPPTYPE_STRING:
        reflection->SetString(&message, field,
                              Text(reflection->GetString(message, field)));
        break;
      default:
        break;
    }
  }

  std::int64_t Number() {
    if (!OneIn(3)) return kNumbers[Below(std::size(kNumbers))];
    constexpr std::size_t kSmall = 300;
    return static_cast<std::int64_t>(Below(kSmall));
  }

  double Degree() {
    const std::size_t at = Below(std::size(kDegrees) + 1);
    return at == std::size(kDegrees) ? std::nan("") : kDegrees[at];
  }

  std::string Text(const std::string& before) {
    switch (Below(8)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return names_[Below(names_.size())];
      case 4:
        return mutate_(before);
      case 5: {  // the id in a name
        const std::string& name = names_[Below(names_.size())];
        return name.substr(name.rfind('/') + 1);
      }
      default:
        return kWords[Below(std::size(kWords))];
    }
  }

  const std::vector<std::string>& names_;
  std::mt19937_64 random_;
  const ByteMutator& mutate_;
};

}  // namespace

std::string MutateCalls(absl::string_view service, absl::string_view bytes,
                        const std::vector<std::string>& names,
                        std::uint64_t seed, const ByteMutator& mutate) {
  Mutator mutator(names, seed, mutate);
  std::vector<CallText> calls = CallsOfBytes(bytes);
  if (mutator.OneIn(10)) return mutate(std::string(bytes));
  for (std::size_t n = mutator.Below(3) + 1; n > 0; --n) {
    const std::size_t at = calls.empty() ? 0 : mutator.Below(calls.size());
    const std::size_t what = calls.empty() ? 0 : mutator.Below(14);
    if (what == 0) {
      calls.push_back(mutator.NewCall(service));
    } else if (what == 1 && calls.size() > 1) {
      calls.erase(calls.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (what == 2) {
      std::swap(calls[at], calls.back());
    } else if (what == 3) {
      CallText wait;
      constexpr std::size_t kHours = 24 * 60;
      wait.hours = static_cast<int>(mutator.Below(kHours));
      calls.push_back(std::move(wait));
    } else if (what == 4) {
      constexpr const char* kCallers[] = {"admin", "office", "coordinator",
                                          "auditor"};
      CallText as;
      as.as = kCallers[mutator.Below(std::size(kCallers))];
      calls.insert(calls.begin() + static_cast<std::ptrdiff_t>(at),
                   std::move(as));
    } else if (calls[at].method != nullptr) {
      mutator.Change(*calls[at].request);
    }
  }
  std::string text;
  for (const CallText& call : calls) text += LineOf(call);
  return text;
}

}  // namespace twinaid::fuzz
