// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// All rows of a MemoryStore: one shared map a kind, never changed once shared.
#ifndef TWINAID_TESTS_SUPPORT_MEMORY_TABLES_H_
#define TWINAID_TESTS_SUPPORT_MEMORY_TABLES_H_

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "service/store/store.h"

namespace twinaid {

template <typename R>
using MemoryRows = std::map<typename R::Key, R>;

// principal, method, request_id.
using AnswerKey = std::tuple<std::string, std::string, std::string>;
using MemoryAnswers = std::map<AnswerKey, store::StoredAnswer>;

// The rows of several kinds.
template <typename... Rs>
struct MemoryTablesOf {
  std::tuple<std::shared_ptr<const MemoryRows<Rs>>...> rows{
      std::make_shared<const MemoryRows<Rs>>()...};
  std::shared_ptr<const MemoryAnswers> answers =
      std::make_shared<const MemoryAnswers>();

  template <typename R>
  const MemoryRows<R>& of() const {
    return *std::get<std::shared_ptr<const MemoryRows<R>>>(rows);
  }
  template <typename R>
  void Set(std::shared_ptr<const MemoryRows<R>> changed) {
    std::get<std::shared_ptr<const MemoryRows<R>>>(rows) = std::move(changed);
  }
  // visit(row) for every row of every kind.
  template <typename Visit>
  void ForEachRow(Visit visit) const {
    (VisitRows<Rs>(visit), ...);
  }

 private:
  template <typename R, typename Visit>
  void VisitRows(Visit& visit) const {
    for (const auto& [key, row] : of<R>()) visit(row);
  }
};

using MemoryTables =
    MemoryTablesOf<model::Place, model::SisterLink, model::Organization,
                   model::Item, model::Need, model::Offer, model::Scheme,
                   model::Round, model::UnmetNeed, model::RoundEdge,
                   model::Pairing, model::Match, model::Letter, model::Notice,
                   model::Principal, model::Token, model::Event>;

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_MEMORY_TABLES_H_
