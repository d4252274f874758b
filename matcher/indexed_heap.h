// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A heap of nodes that knows where each of them is, so that a key can become
// smaller.

#ifndef TWINAID_MATCHER_INDEXED_HEAP_H_
#define TWINAID_MATCHER_INDEXED_HEAP_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace twinaid::matcher {

// Four children to a parent, keys beside the nodes. The order of equal keys
// follows from the order of the calls. Push, Decrease and Pop take time
// O(log n) for n nodes inside.
template <typename Key>
class IndexedHeap {
 public:
  explicit IndexedHeap(std::int32_t nodes)
      : place_(static_cast<std::size_t>(nodes), 0) {}

  bool empty() const { return entries_.empty(); }
  // O(1): the places of nodes that are not inside are never read.
  void Clear() { entries_.clear(); }

  const Key& least_key() const { return entries_.front().key; }
  std::int32_t least_node() const { return entries_.front().node; }

  // `node` is not inside.
  void Push(std::int32_t node, const Key& key) {
    entries_.push_back({key, node});
    Rise(entries_.size() - 1, {key, node});
  }

  // `node` is inside, with a greater key.
  void Decrease(std::int32_t node, const Key& key) {
    Rise(place_[static_cast<std::size_t>(node)], {key, node});
  }

  void Pop() {
    const Entry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) Sink(last);
  }

 private:
  struct Entry {
    Key key;
    std::int32_t node;
  };
  static constexpr std::size_t kChildren = 4;

  void Put(std::size_t at, const Entry& entry) {
    entries_[at] = entry;
    place_[static_cast<std::size_t>(entry.node)] =
        static_cast<std::uint32_t>(at);
  }

  void Rise(std::size_t at, const Entry& entry) {
    while (at > 0) {
      const std::size_t parent = (at - 1) / kChildren;
      if (!(entry.key < entries_[parent].key)) break;
      Put(at, entries_[parent]);
      at = parent;
    }
    Put(at, entry);
  }

  // From the root, which is empty.
  void Sink(const Entry& entry) {
    std::size_t at = 0;
    while (true) {
      const std::size_t first = kChildren * at + 1;
      if (first >= entries_.size()) break;
      const std::size_t end = std::min(first + kChildren, entries_.size());
      std::size_t least = first;
      for (std::size_t child = first + 1; child < end; ++child) {
        if (entries_[child].key < entries_[least].key) least = child;
      }
      if (!(entries_[least].key < entry.key)) break;
      Put(at, entries_[least]);
      at = least;
    }
    Put(at, entry);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> place_;  // by node: where it is in entries_
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_INDEXED_HEAP_H_
