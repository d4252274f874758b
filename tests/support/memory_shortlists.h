// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The shortlists of MemoryTables: reads and sorts all.
#ifndef TWINAID_TESTS_SUPPORT_MEMORY_SHORTLISTS_H_
#define TWINAID_TESTS_SUPPORT_MEMORY_SHORTLISTS_H_

#include <vector>

#include "service/store/shortlists.h"
#include "tests/support/memory_tables.h"

namespace twinaid {

// `tables` is borrowed.
class MemoryShortlists final : public store::Shortlists {
 public:
  explicit MemoryShortlists(const MemoryTables& tables) : tables_(tables) {}

  absl::Status NeedsByItem(const store::NeedQuery& query,
                           store::TakeSketch<model::Need> take) const override;
  absl::Status OffersByItem(
      const store::OfferQuery& query,
      store::TakeSketch<model::Offer> take) const override;
  absl::Status NeedsByUrgency(
      const store::NeedQuery& query,
      store::TakeSketch<model::Need> take) const override;
  absl::Status OffersBySize(
      const store::OfferQuery& query,
      store::TakeSketch<model::Offer> take) const override;
  absl::StatusOr<store::OpenCounts> CountOpen() const override;
  absl::StatusOr<std::vector<model::PlaceId>> ChildrenOf(
      const model::PlaceId& parent) const override;

 private:
  const MemoryTables& tables_;
};

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_MEMORY_SHORTLISTS_H_
