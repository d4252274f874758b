// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/story.h"

#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

v1::Event EventOf(const std::string& type, const std::string& resource,
                  const std::map<std::string, std::string>& details) {
  v1::Event event;
  event.set_type(type);
  event.set_resource(resource);
  event.mutable_details()->insert(details.begin(), details.end());
  return event;
}

TEST(StoryTest, ASentenceHoldsWhatHappenedAndWhy) {
  const v1::Event no = EventOf("match.declined", "matches/m-1",
                               {{"side", "donor"},
                                {"by_telephone", "true"},
                                {"reason", "no_longer_available"}});
  EXPECT_EQ(Sentence(no, false),
            "says no to m-1 for donor, by telephone: no longer available");
  EXPECT_EQ(Sentence(no, true), "代表捐赠方谢绝 m-1（电话答复）：不再有货");
}

TEST(StoryTest, WhatIsNotThereIsNotSaid) {
  EXPECT_EQ(Sentence(EventOf("match.received", "matches/m-1",
                             {{"received", "12000"},
                              {"missing", "0"},
                              {"closed", "false"}}),
                     false),
            "receives 12,000 of m-1");
  EXPECT_EQ(Sentence(EventOf("match.received", "matches/m-1",
                             {{"received", "12000"},
                              {"missing", "500"},
                              {"closed", "true"}}),
                     false),
            "receives 12,000 of m-1, 500 missing; closes it");
}

TEST(StoryTest, AnEventOfALaterReleaseIsStillTold) {
  EXPECT_EQ(Sentence(EventOf("need.split", "places/p/needs/n",
                             {{"into", "2"}, {"by", "x"}}),
                     false),
            "need.split p/n by=x into=2");
}

}  // namespace
}  // namespace twinaid::client
