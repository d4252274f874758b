// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_pool.h"

#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/check_pool.h"
#include "tests/matcher/pool_bytes.h"
#include "tests/matcher/single_ties.h"

namespace twinaid::matcher {
namespace {

const char* NameOf(PoolOrder order) {
  return order == PoolOrder::kFair ? "fair" : "by value";
}

// What is wrong with the answer to an instance that must be refused as `why`.
std::string JudgeRefusal(const absl::Status& why, const Instance& instance,
                         PoolOrder order, const PoolSolver& solve) {
  const absl::Status solved = solve(instance, order, 1).status();
  if (solved != why) {
    return absl::StrCat("pool ", NameOf(order), " says ", solved.ToString(),
                        " instead of ", why.ToString());
  }
  const absl::Status checked = CheckPool(instance, order, {});
  if (checked.code() != why.code()) {
    return absl::StrCat("the check of the pool says ", checked.ToString(),
                        " instead of ", why.ToString());
  }
  return "";
}

// What is wrong with the answers to an instance that must be answered; the one
// of one thread is put into `result`.
std::string JudgeAnswers(const Instance& instance, PoolOrder order,
                         const PoolSolver& solve, PoolResult& result) {
  absl::StatusOr<PoolResult> one = solve(instance, order, 1);
  const absl::StatusOr<PoolResult> two = solve(instance, order, 2);
  for (const auto* answer : {&std::as_const(one), &two}) {
    if (!answer->ok()) {
      return absl::StrCat("pool ", NameOf(order), " refused as ",
                          answer->status().ToString());
    }
  }
  if (const absl::Status proof = CheckPool(instance, order, *one);
      !proof.ok()) {
    return absl::StrCat("pool ", NameOf(order),
                        " not proven: ", proof.ToString());
  }
  if (PoolBytes::Of(*one) != PoolBytes::Of(*two)) {
    return absl::StrCat("pool ", NameOf(order),
                        ": two threads give another answer");
  }
  result = *std::move(one);
  return "";
}

}  // namespace

std::string TryPool(const Instance& instance, const PoolSolver& solve) {
  if (const absl::Status valid = Validate(instance); !valid.ok()) {
    const std::string fault =
        JudgeRefusal(valid, instance, PoolOrder::kByValue, solve);
    return fault.empty()
               ? JudgeRefusal(valid, instance, PoolOrder::kFair, solve)
               : fault;
  }
  const Instance single = WithSingleTies(instance);
  PoolResult by_value;
  PoolResult fair;
  for (const auto& [order, result] :
       {std::make_pair(PoolOrder::kByValue, &by_value),
        std::make_pair(PoolOrder::kFair, &fair)}) {
    std::string fault;
    if (single.ties.size() != instance.ties.size()) {
      fault = JudgeRefusal(absl::InvalidArgumentError(
                               "ties: two from one donor to one recipient"),
                           instance, order, solve);
    }
    if (fault.empty()) fault = JudgeAnswers(single, order, solve, *result);
    if (!fault.empty()) return fault;
  }
  return JudgeOrders(by_value, fair);
}

std::string JudgeOrders(const PoolResult& by_value, const PoolResult& fair) {
  if (!by_value.barred.empty() || !fair.barred.empty() ||
      by_value.units == fair.units) {
    return "";
  }
  return absl::StrCat("the pool moves ",
                      static_cast<std::int64_t>(by_value.units),
                      " units by value, ",
                      static_cast<std::int64_t>(fair.units), " in fair order");
}

}  // namespace twinaid::matcher
