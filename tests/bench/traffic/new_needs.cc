// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/new_needs.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kStream = 1000;
constexpr char kNote[] =
    "Packed on pallets; the office asks for a call a day before it comes.";

// What is drawn for one need.
Random Draws(const Target& target, int line, std::int32_t number) {
  return Random(target.seed, kStream + static_cast<std::uint64_t>(line) +
                                 64 * static_cast<std::uint64_t>(number));
}

std::string IdPrefix(const Target& target, int line) {
  return absl::StrCat("t-", target.tag, "-", line, "-");
}

std::string Judge(const v1::CreateNeedRequest& asked, const v1::Need& need) {
  if (need.name() != absl::StrCat(asked.parent(), "/needs/", asked.need_id())) {
    return absl::StrCat("created ", asked.need_id(), ", got ", need.name());
  }
  if (need.quantity() != asked.need().quantity() ||
      need.item() != asked.need().item() ||
      need.note() != asked.need().note() || need.state() != v1::Need::OPEN) {
    return absl::StrCat(need.name(), " is not what was asked for");
  }
  return "";
}

}  // namespace

v1::CreateNeedRequest NewNeed(const Target& target, int line,
                              std::int32_t number) {
  Random random = Draws(target, line, number);
  v1::CreateNeedRequest request;
  request.set_parent(TrafficPlace(random.Below(target.traffic.places)));
  request.set_need_id(absl::StrCat(IdPrefix(target, line), number));
  // As long as a UUID, and as random.
  request.set_request_id(absl::StrCat(
      absl::Hex(random.Next(), absl::kZeroPad16), "-",
      absl::Hex(random.Next(), absl::kZeroPad16), "-", target.tag));
  v1::Need& need = *request.mutable_need();
  need.set_item(TrafficItem(random.Below(kTrafficItems)));
  need.set_quantity(1 + random.Below(5'000));
  need.set_urgency(v1::HIGH);
  need.set_note(kNote);
  need.set_note_language("en");
  return request;
}

std::string NewNeedName(const Target& target, int line, std::int32_t number) {
  Random random = Draws(target, line, number);
  return absl::StrCat(TrafficPlace(random.Below(target.traffic.places)),
                      "/needs/", IdPrefix(target, line), number);
}

std::int32_t NumberOf(const Target& target, int line, absl::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  std::int32_t number = -1;
  if (!absl::ConsumePrefix(&name, IdPrefix(target, line)) ||
      !absl::SimpleAtoi(name, &number)) {
    return -1;
  }
  return number;
}

std::unique_ptr<Call> CreateCall(const Target& target, int line,
                                 std::int32_t number) {
  using Create =
      UnaryCall<v1::InventoryService::Stub, v1::CreateNeedRequest, v1::Need>;
  return std::make_unique<Create>(&Line::inventory,
                                  &v1::InventoryService::Stub::AsyncCreateNeed,
                                  NewNeed(target, line, number), Judge);
}

std::unique_ptr<Call> GetNewCall(const Target& target, int line,
                                 std::int32_t number) {
  using Get =
      UnaryCall<v1::InventoryService::Stub, v1::GetNeedRequest, v1::Need>;
  v1::GetNeedRequest request;
  request.set_name(NewNeedName(target, line, number));
  return std::make_unique<Get>(
      &Line::inventory, &v1::InventoryService::Stub::AsyncGetNeed, request,
      [asked = NewNeed(target, line, number)](const v1::GetNeedRequest&,
                                              const v1::Need& need) {
        return Judge(asked, need);
      });
}

}  // namespace twinaid::bench
