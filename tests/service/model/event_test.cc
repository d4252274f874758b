// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/event.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <vector>

#include "service/model/meta.h"
#include "service/model/sha256.h"

namespace twinaid::model {
namespace {

Event Sample() {
  Event event;
  event.seq = 7;
  event.time = absl::FromUnixMicros(1);
  event.principal = "principals/local";
  event.type = "need.created";
  event.resource = "places/p/needs/n";
  event.places = {PlaceId::Trusted("p")};
  event.details = {{"a", "b"}};
  event.request_id = "r";
  event.prev_hash = std::string(64, '0');
  return event;
}

TEST(EventTest, TheHashKnowsEveryField) {
  const std::vector<std::function<void(Event&)>> changes = {
      [](Event&) {},
      [](Event& e) { e.seq = 8; },
      [](Event& e) { e.time += absl::Microseconds(1); },
      [](Event& e) { e.principal += "x"; },
      [](Event& e) { e.type += "x"; },
      [](Event& e) { e.resource += "x"; },
      [](Event& e) { e.places.clear(); },
      [](Event& e) { e.places.push_back(PlaceId::Trusted("q")); },
      [](Event& e) { e.details["a"] = "c"; },
      [](Event& e) { e.details["c"] = ""; },
      [](Event& e) { e.request_id = ""; },
      [](Event& e) { e.prev_hash[0] = '1'; },
      // Text that moves from one field to the next.
      [](Event& e) {
        e.principal += "n";
        e.type = "eed.created";
      },
  };
  std::set<std::string> hashes;
  for (const auto& change : changes) {
    Event event = Sample();
    change(event);
    EXPECT_TRUE(hashes.insert(HashOf(event)).second);
  }
}

TEST(EventTest, TheHashDoesNotDependOnItself) {
  Event event = Sample();
  const std::string hash = HashOf(event);
  event.hash = hash;
  EXPECT_EQ(HashOf(event), hash);
  EXPECT_EQ(hash.size(), 64u);
}

TEST(EventTest, ANoteIsKnownByItsDigestOnly) {
  EXPECT_EQ(NoteDigest("salt", ""), "");
  EXPECT_NE(NoteDigest("salt", "note"), NoteDigest("tlas", "note"));
  EXPECT_NE(NoteDigest("ab", "c"), NoteDigest("a", "bc"));
}

TEST(EtagTest, ChangesWithNameCreationAndRevisionOnly) {
  Meta meta = {absl::FromUnixMicros(5), absl::FromUnixMicros(5), 1};
  const std::string etag = EtagOf("places/p", meta);
  meta.update_time = absl::FromUnixMicros(9);
  EXPECT_EQ(EtagOf("places/p", meta), etag);
  EXPECT_NE(EtagOf("places/q", meta), etag);
  meta.revision = 2;
  EXPECT_NE(EtagOf("places/p", meta), etag);
}

TEST(Sha256Test, IsThatOfTheStandard) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace twinaid::model
