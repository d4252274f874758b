// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/ledger.h"

#include <functional>
#include <string>
#include <vector>

#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;

// Events held by hand: what a ledger would look like that somebody changed.
class HeldEvents final : public store::ReadTable<model::Event> {
 public:
  explicit HeldEvents(std::vector<model::Event> rows)
      : rows_(std::move(rows)) {}

  absl::StatusOr<std::optional<model::Event>> Find(
      const std::int64_t& seq) const override {
    for (const model::Event& row : rows_) {
      if (row.seq == seq) return std::optional<model::Event>(row);
    }
    return std::optional<model::Event>();
  }
  absl::StatusOr<std::vector<model::Event>> List(
      const store::EventQuery& query, const std::optional<std::int64_t>& after,
      int limit) const override {
    std::vector<model::Event> page;
    for (const model::Event& row : rows_) {
      if (after && row.seq <= *after) continue;
      if (!query.Matches(row)) continue;
      if (limit != 0 && static_cast<int>(page.size()) == limit) break;
      page.push_back(row);
    }
    return page;
  }

 private:
  const std::vector<model::Event> rows_;
};

// A snapshot that shows other events than the store's.
class Forged final : public store::ReadTransaction {
 public:
  Forged(const store::ReadTransaction& real, std::vector<model::Event> events)
      : real_(real), events_(std::move(events)) {}

  const store::ReadTable<model::Place>& places() const override {
    return real_.places();
  }
  const store::ReadTable<model::SisterLink>& sister_links() const override {
    return real_.sister_links();
  }
  const store::ReadTable<model::Organization>& organizations() const override {
    return real_.organizations();
  }
  const store::ReadTable<model::Item>& items() const override {
    return real_.items();
  }
  const store::ReadTable<model::Need>& needs() const override {
    return real_.needs();
  }
  const store::ReadTable<model::Offer>& offers() const override {
    return real_.offers();
  }
  const store::ReadTable<model::Scheme>& schemes() const override {
    return real_.schemes();
  }
  const store::ReadTable<model::Round>& rounds() const override {
    return real_.rounds();
  }
  const store::ReadTable<model::UnmetNeed>& unmet_needs() const override {
    return real_.unmet_needs();
  }
  const store::ReadTable<model::RoundEdge>& round_edges() const override {
    return real_.round_edges();
  }
  const store::ReadTable<model::Pairing>& pairings() const override {
    return real_.pairings();
  }
  const store::ReadTable<model::Match>& matches() const override {
    return real_.matches();
  }
  const store::ReadTable<model::Letter>& letters() const override {
    return real_.letters();
  }
  const store::ReadTable<model::Notice>& notices() const override {
    return real_.notices();
  }
  const store::ReadTable<model::Principal>& principals() const override {
    return real_.principals();
  }
  const store::ReadTable<model::Token>& tokens() const override {
    return real_.tokens();
  }
  const store::ReadTable<model::Event>& events() const override {
    return events_;
  }
  const store::Shortlists& shortlists() const override {
    return real_.shortlists();
  }
  absl::StatusOr<std::optional<model::Event>> LastEvent() const override {
    return real_.LastEvent();
  }
  absl::StatusOr<std::optional<store::StoredAnswer>> FindAnswer(
      const std::string& principal, const std::string& method,
      const std::string& request_id) const override {
    return real_.FindAnswer(principal, method, request_id);
  }

 private:
  const store::ReadTransaction& real_;
  const HeldEvents events_;
};

class Ledger : public World {
 protected:
  LedgerVerdict Verdict(std::vector<model::Event> events,
                        const std::optional<LedgerHead>& kept = std::nullopt) {
    return See([&](const View& v) {
             const Forged forged(v.tx, std::move(events));
             return VerifyLedger(View{forged, v.now, v.caller}, kept);
           })
        .value();
  }
};

TEST_F(Ledger, IsOneChainFromTheFirstEvent) {
  const std::vector<model::Event> events = Events();
  ASSERT_FALSE(events.empty());
  std::string head(64, '0');
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].seq, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(events[i].prev_hash, head);
    EXPECT_EQ(events[i].hash, model::HashOf(events[i]));
    head = events[i].hash;
  }
  const LedgerVerdict verdict =
      *See([](const View& v) { return VerifyLedger(v); });
  EXPECT_EQ(verdict.broken_seq, 0);
  EXPECT_EQ(verdict.events, static_cast<std::int64_t>(events.size()));
  EXPECT_EQ(verdict.head_hash, head);
}

TEST_F(Ledger, IsVerifiedBeyondOneRead) {
  ASSERT_THAT(Do([](Mutation& m) -> absl::Status {
                for (int i = 0; i < 2000; ++i) {
                  absl::Status status =
                      Record(m, "test", "places/wuxi", {}, {});
                  if (!status.ok()) return status;
                }
                return absl::OkStatus();
              }),
              IsOk());
  const LedgerVerdict verdict =
      *See([](const View& v) { return VerifyLedger(v); });
  EXPECT_EQ(verdict.broken_seq, 0);
  EXPECT_GT(verdict.events, 2000);
}

TEST_F(Ledger, TellsTheFirstEventThatWasTamperedWith) {
  const std::vector<std::function<void(model::Event&)>> tampers = {
      [](model::Event& e) { e.time += absl::Microseconds(1); },
      [](model::Event& e) { e.principal += "x"; },
      [](model::Event& e) { e.type += "x"; },
      [](model::Event& e) { e.resource += "x"; },
      [](model::Event& e) { e.places.push_back(PlaceNamed("zz")); },
      [](model::Event& e) { e.details["kind"] = "other"; },
      [](model::Event& e) { e.request_id = "x"; },
      [](model::Event& e) { e.prev_hash[0] = 'x'; },
      [](model::Event& e) { e.hash[0] = 'x'; }};
  for (std::size_t i = 0; i < tampers.size(); ++i) {
    std::vector<model::Event> events = Events();
    ASSERT_GE(events.size(), 5u);
    tampers[i](events[2]);
    EXPECT_EQ(Verdict(events).broken_seq, 3) << "tamper " << i;
  }
}

TEST_F(Ledger, TellsAnEventThatWasRewrittenWithItsHash) {
  std::vector<model::Event> events = Events();
  events[2].details["kind"] = "other";
  events[2].hash = model::HashOf(events[2]);
  EXPECT_EQ(Verdict(events).broken_seq, 4);
}

TEST_F(Ledger, TellsAnEventThatWasTakenOut) {
  std::vector<model::Event> events = Events();
  events.erase(events.begin() + 2);
  EXPECT_EQ(Verdict(events).broken_seq, 4);
}

TEST_F(Ledger, TellsAnEventThatWasPutIn) {
  std::vector<model::Event> events = Events();
  model::Event extra = events[2];
  extra.type = "need.created";
  extra.hash = model::HashOf(extra);
  events.insert(events.begin() + 3, extra);
  EXPECT_EQ(Verdict(events).broken_seq, 3) << "the same seq twice";
  // Also where all that follow are counted on.
  events = Events();
  for (std::size_t i = 3; i < events.size(); ++i) ++events[i].seq;
  extra.seq = 4;
  extra.prev_hash = events[2].hash;
  extra.hash = model::HashOf(extra);
  events.insert(events.begin() + 3, extra);
  EXPECT_EQ(Verdict(events).broken_seq, 5);
}

TEST_F(Ledger, TellsEventsThatChangedPlaces) {
  std::vector<model::Event> events = Events();
  std::swap(events[2], events[3]);
  std::swap(events[2].seq, events[3].seq);
  EXPECT_EQ(Verdict(events).broken_seq, 3);
}

// What the chain alone cannot show, a kept head does.
TEST_F(Ledger, TellsByAKeptHeadWhatWasCutOff) {
  const LedgerHead head = *See([](const View& v) { return GetLedgerHead(v); });
  std::vector<model::Event> events = Events();
  EXPECT_EQ(head.seq, static_cast<std::int64_t>(events.size()));
  EXPECT_EQ(head.hash, events.back().hash);
  events.pop_back();
  EXPECT_EQ(Verdict(events).broken_seq, 0) << "the control: the chain fits";
  const LedgerVerdict cut = Verdict(events, head);
  EXPECT_EQ(cut.broken_seq, head.seq);
  EXPECT_FALSE(cut.kept_found);
}

TEST_F(Ledger, TellsByAKeptHeadWhatWasWrittenAnew) {
  const LedgerHead head = *See([](const View& v) { return GetLedgerHead(v); });
  std::vector<model::Event> events = Events();
  events[2].details["kind"] = "other";
  for (std::size_t i = 2; i < events.size(); ++i) {
    events[i].prev_hash = events[i - 1].hash;
    events[i].hash = model::HashOf(events[i]);
  }
  EXPECT_EQ(Verdict(events).broken_seq, 0) << "the control: the chain fits";
  const LedgerVerdict anew = Verdict(events, head);
  EXPECT_EQ(anew.broken_seq, head.seq);
  EXPECT_FALSE(anew.kept_found);
}

TEST_F(Ledger, FindsAKeptHeadAlsoOnceItHasGrown) {
  const LedgerHead head = *See([](const View& v) { return GetLedgerHead(v); });
  ASSERT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 1)), IsOk());
  const LedgerVerdict verdict =
      *See([&](const View& v) { return VerifyLedger(v, head); });
  EXPECT_EQ(verdict.broken_seq, 0);
  EXPECT_TRUE(verdict.kept_found);
}

TEST_F(Ledger, SortsPlacesAndTakesEachOnce) {
  ASSERT_THAT(
      Do([](Mutation& m) {
        return Record(
            m, "test", "x",
            {PlaceNamed("zibo"), {}, PlaceNamed("wuxi"), PlaceNamed("zibo")},
            {});
      }),
      IsOk());
  EXPECT_THAT(Events().back().places,
              ElementsAre(PlaceNamed("wuxi"), PlaceNamed("zibo")));
}

TEST_F(Ledger, HoldsNoWordOfANote) {
  ASSERT_THAT(Do([](Mutation& m) {
                return Record(m, "test", "x", {}, {}, "call Mr Wang");
              }),
              IsOk());
  const model::Event event = Events().back();
  for (const auto& [key, value] : event.details) {
    EXPECT_EQ(value.find("Wang"), std::string::npos) << key;
  }
}

TEST_F(Ledger, AFailedUseCaseLeavesNoEvent) {
  const std::size_t before = Events().size();
  EXPECT_THAT(Do([](Mutation& m) -> absl::Status {
                absl::Status made = CreatePlace(m, City("jinan")).status();
                EXPECT_THAT(made, IsOk());
                return CreatePlace(m, City("jinan")).status();
              }),
              Refused(kExists, "PLACE_ALREADY_EXISTS"));
  EXPECT_EQ(Events().size(), before);
}

}  // namespace
}  // namespace twinaid::core
