// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/bench/random.h"
#include "tests/bench/traffic/runs.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kStream = 3;
constexpr int kPage = 50;

using Stub = v1::InventoryService::Stub;
using Get = UnaryCall<Stub, v1::GetNeedRequest, v1::Need>;
using List = UnaryCall<Stub, v1::ListNeedsRequest, v1::ListNeedsResponse>;

std::string JudgeGet(const v1::GetNeedRequest& asked, const v1::Need& need) {
  if (need.name() != asked.name()) {
    return absl::StrCat("asked for ", asked.name(), ", got ", need.name());
  }
  return need.quantity() > 0 && !need.item().empty()
             ? ""
             : absl::StrCat(need.name(), " came without its content");
}

// A line's own chance.
std::vector<Random> Chances(const Target& target) {
  std::vector<Random> chances;
  for (int i = 0; i < target.loop.lines; ++i) {
    chances.emplace_back(target.seed,
                         kStream + 16 * static_cast<std::uint64_t>(i));
  }
  return chances;
}

// A page that is full, in order, and all of it what the filter says.
template <typename Fits>
std::string JudgePage(const v1::ListNeedsRequest& asked,
                      const v1::ListNeedsResponse& page, Fits fits) {
  if (page.needs_size() != kPage) {
    return absl::StrCat("a page of ", asked.parent(), " ", asked.filter(),
                        " has ", page.needs_size(), " needs, not ", kPage);
  }
  for (int i = 0; i < kPage; ++i) {
    if (!fits(page.needs(i))) {
      return absl::StrCat(page.needs(i).name(), " is not in ", asked.parent(),
                          " ", asked.filter());
    }
    if (i > 0 && page.needs(i - 1).name() >= page.needs(i).name()) {
      return absl::StrCat(page.needs(i).name(), " is out of order");
    }
  }
  return "";
}

}  // namespace

LoopResult RunGets(const Target& target) {
  std::vector<Random> chances = Chances(target);
  return RunClosedLoop(target.loop, [&](int line) {
    v1::GetNeedRequest request;
    request.set_name(TrafficNeed(
        target.traffic,
        chances[static_cast<std::size_t>(line)].Below(target.traffic.needs)));
    return std::make_unique<Get>(&Line::inventory, &Stub::AsyncGetNeed, request,
                                 JudgeGet);
  });
}

LoopResult RunLists(const Target& target) {
  std::vector<Random> chances = Chances(target);
  // Of each line: where its last first page goes on.
  std::vector<v1::ListNeedsRequest> next(chances.size());
  return RunClosedLoop(target.loop, [&](int line) {
    const auto at = static_cast<std::size_t>(line);
    v1::ListNeedsRequest request;
    if (next[at].page_token().empty()) {
      request.set_page_size(kPage);
      request.set_parent(
          TrafficPlace(chances[at].Below(target.traffic.places)));
    } else {
      request.Swap(&next[at]);
      next[at].Clear();
    }
    return std::make_unique<List>(
        &Line::inventory, &Stub::AsyncListNeeds, request,
        [&next, at](const v1::ListNeedsRequest& asked,
                    const v1::ListNeedsResponse& page) {
          const std::string below = absl::StrCat(asked.parent(), "/needs/");
          std::string fault = JudgePage(asked, page, [&](const v1::Need& need) {
            return absl::StartsWith(need.name(), below);
          });
          if (asked.page_token().empty()) {
            next[at] = asked;
            next[at].set_page_token(page.next_page_token());
          }
          return fault;
        });
  });
}

LoopResult RunFilteredLists(const Target& target) {
  std::vector<Random> chances = Chances(target);
  return RunClosedLoop(target.loop, [&](int line) {
    v1::ListNeedsRequest request;
    const std::string item = TrafficItem(
        chances[static_cast<std::size_t>(line)].Below(kTrafficItems));
    request.set_page_size(kPage);
    request.set_parent("places/-");
    request.set_filter(absl::StrCat("item = \"", item, "\" AND state = OPEN"));
    return std::make_unique<List>(
        &Line::inventory, &Stub::AsyncListNeeds, request,
        [item](const v1::ListNeedsRequest& asked,
               const v1::ListNeedsResponse& page) {
          return JudgePage(asked, page, [&](const v1::Need& need) {
            return need.item() == item && need.state() == v1::Need::OPEN;
          });
        });
  });
}

}  // namespace twinaid::bench
