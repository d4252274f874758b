// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/instance_of_bytes.h"

namespace twinaid::matcher {
namespace {

// Bytes one after the other; zeros once they have run out.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : data_(data), size_(size) {}

  std::int32_t Byte() { return at_ < size_ ? data_[at_++] : 0; }
  // 0 to n - 1, and n itself once in a while: an index that is not there.
  std::int32_t Index(std::int32_t n) {
    const std::int32_t byte = Byte();
    return byte == 255 ? n : n > 0 ? byte % n : 0;
  }
  std::int32_t Below(std::int32_t n) { return Byte() % n; }
  bool OneIn(std::int32_t n) { return Below(n) == 1; }
  // Small amounts mostly, and such that come near a limit.
  std::int64_t Units() {
    const std::int32_t byte = Byte();
    if (byte < 250) return byte % 16;
    return kMaxBaseUnits - 252 + byte;
  }
  std::int8_t Small(std::int32_t n) {
    return static_cast<std::int8_t>(Below(n));
  }

 private:
  const std::uint8_t* data_;
  const std::size_t size_;
  std::size_t at_ = 0;
};

void AddItems(Bytes& bytes, Instance& instance) {
  const std::int32_t items = 1 + bytes.Below(7);
  const std::int32_t groups = 1 + bytes.Below(2);
  for (std::int32_t i = 0; i < items; ++i) {
    instance.items.push_back({i % groups, 1 + bytes.Below(3)});
  }
  for (std::int32_t i = 0; i < items; ++i) {
    for (std::int32_t j = 0; j < items; ++j) {
      if (i == j || i % groups != j % groups || bytes.OneIn(3)) continue;
      instance.substitutes.push_back({i, j, bytes.Below(101)});
    }
  }
  const std::int32_t lists = bytes.Below(3);
  for (std::int32_t i = 0; i < lists; ++i) {
    instance.item_lists.push_back({bytes.Index(items), bytes.Index(items)});
  }
}

Need MakeNeed(Bytes& bytes, const Instance& instance) {
  Need need;
  need.place = bytes.Index(instance.places);
  need.item = bytes.Index(static_cast<std::int32_t>(instance.items.size()));
  need.base_units = bytes.Units();
  if (bytes.OneIn(4)) need.whole_units = need.base_units + bytes.Below(9);
  need.tier = bytes.Small(kTiers);
  need.criticality = static_cast<std::int8_t>(1 + bytes.Below(32));
  if (bytes.OneIn(2)) need.deadline = bytes.Below(9);
  if (bytes.OneIn(2)) need.min_quality = bytes.Small(101);
  need.substitutes = static_cast<SubstituteRule>(bytes.Below(3));
  need.accepted =
      bytes.Index(static_cast<std::int32_t>(instance.item_lists.size() + 1)) -
      1;
  need.currency = bytes.OneIn(7) ? 1 : 0;
  return need;
}

Offer MakeOffer(Bytes& bytes, const Instance& instance) {
  Offer offer;
  offer.place = bytes.Index(instance.places);
  offer.item = bytes.Index(static_cast<std::int32_t>(instance.items.size()));
  offer.base_units = bytes.Units();
  offer.ready = bytes.Below(6);
  if (bytes.OneIn(4)) offer.available_until = bytes.Below(6);
  if (bytes.OneIn(3)) offer.expiry = bytes.Below(9);
  if (bytes.OneIn(5)) offer.directed_to = bytes.Index(instance.places);
  if (bytes.OneIn(3)) offer.min_lot = bytes.Below(12);
  offer.currency = bytes.OneIn(7) ? 1 : 0;
  return offer;
}

Tie MakeTie(Bytes& bytes, const Instance& instance) {
  Tie tie;
  tie.donor = bytes.Index(instance.places);
  tie.recipient = bytes.Index(instance.places);
  tie.transit_days = bytes.Below(4);
  tie.keep = bytes.Below(2);
  tie.affinity = bytes.Below(3);
  tie.tie = bytes.Byte();
  return tie;
}

}  // namespace

Instance InstanceOfBytes(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  Instance instance;
  instance.places = 1 + bytes.Below(15);
  instance.shape = static_cast<PairShape>(bytes.Below(3));
  instance.tiers = bytes.OneIn(3) ? TierRule::kWeighted : TierRule::kStrict;
  AddItems(bytes, instance);
  const std::int32_t needs = bytes.Below(32);
  const std::int32_t offers = bytes.Below(32);
  const std::int32_t ties = bytes.Below(64);
  const std::int32_t exclusions = bytes.Below(4);
  for (std::int32_t i = 0; i < ties; ++i) {
    instance.ties.push_back(MakeTie(bytes, instance));
  }
  for (std::int32_t i = 0; i < needs; ++i) {
    instance.needs.push_back(MakeNeed(bytes, instance));
  }
  for (std::int32_t i = 0; i < offers; ++i) {
    instance.offers.push_back(MakeOffer(bytes, instance));
  }
  for (std::int32_t i = 0; i < exclusions; ++i) {
    instance.exclusions.push_back({bytes.Index(needs), bytes.Index(offers)});
  }
  return instance;
}

}  // namespace twinaid::matcher
