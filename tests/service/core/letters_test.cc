// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Letters, contacts and consignees.
#include "service/core/letters.h"

#include <string>

#include "gmock/gmock.h"
#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

model::Letter Thanks() {
  model::Letter letter;
  letter.kind = model::LetterKind::kThanks;
  letter.from = PlaceNamed("san-antonio");
  letter.to = PlaceNamed("wuxi");
  letter.text = "谢谢无锡\nThank you, Wuxi.";
  letter.language = "zh-Hans";
  return letter;
}

class Letters : public Assistance {
 protected:
  absl::StatusOr<model::Letter> Write(const model::Letter& letter) {
    return Do([&](Mutation& m) { return CreateLetter(m, letter); });
  }
  absl::StatusOr<MatchContacts> Contacts(const model::MatchId& id) {
    return See([&](const View& v) { return GetMatchContacts(v, id); });
  }
  absl::StatusOr<MatchContacts> Consign(const model::MatchId& id,
                                        const model::Consignee& consignee) {
    return Do([&](Mutation& m) { return SetConsignee(m, id, consignee); });
  }
  model::Organization Seated(const std::string& id, const std::string& place,
                             model::OrganizationKind kind) {
    model::Organization row;
    row.id = model::OrganizationId::Trusted(id);
    row.kind = kind;
    row.name_en = id;
    row.seat = PlaceNamed(place);
    row.contacts = {{"Desk of " + id, id + "@example.org", "", "en", false}};
    const auto made =
        Do([&](Mutation& m) { return CreateOrganization(m, row); });
    EXPECT_THAT(made, IsOk());
    return *made;
  }
};

TEST_F(Letters, IsKeptAsItWasSentAndTheLedgerKnowsOnlyItsHash) {
  const auto sent = Write(Thanks());
  ASSERT_THAT(sent, IsOk());
  const auto read = See([&](const View& v) { return GetLetter(v, sent->id); });
  EXPECT_THAT(read, IsOkAndHolds(*sent));
  const model::Event event = Events().back();
  EXPECT_EQ(event.type, "letter.sent");
  EXPECT_THAT(event.places,
              ElementsAre(PlaceNamed("san-antonio"), PlaceNamed("wuxi")));
  EXPECT_THAT(event.details, Contains(Key("note_sha256")));
  for (const auto& [word, value] : event.details) {
    EXPECT_THAT(value, Not(HasSubstr("Wuxi."))) << word;
  }
}

TEST_F(Letters, SaysWhatIsWrongWithALetter) {
  const auto wrong = [&](auto spoil) {
    model::Letter letter = Thanks();
    spoil(letter);
    return Write(letter);
  };
  EXPECT_THAT(wrong([](auto& l) { l.text = ""; }),
              Refused(kInvalid, "REQUIRED_FIELD"));
  EXPECT_THAT(wrong([](auto& l) { l.language = ""; }),
              Refused(kInvalid, "REQUIRED_FIELD"));
  EXPECT_THAT(wrong([](auto& l) { l.language = "?"; }),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(wrong([](auto& l) { l.to = l.from; }),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(wrong([](auto& l) { l.to = PlaceNamed("nowhere"); }),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  // The office sits in Wuxi.
  EXPECT_THAT(wrong([](auto& l) {
                l.organization = model::OrganizationId::Trusted("office");
              }),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(
      wrong([](auto& l) { l.match = model::MatchId::Trusted("nothing"); }),
      Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  EXPECT_EQ(Events().back().type, "offer.created") << "nothing was kept";
}

TEST_F(Letters, IsAboutAMatchOfItsTwoPlacesOnly) {
  model::Letter letter = Thanks();
  letter.match = Propose(10);
  EXPECT_THAT(Write(letter), IsOk());
  letter.to = PlaceNamed("zibo");
  EXPECT_THAT(Write(letter), Refused(kInvalid, "INVALID_VALUE"));
}

TEST_F(Letters, ContactsAreThoseOfTheGiverThenOfTheMunicipalOffices) {
  const auto giver =
      Seated("clinic", "wuxi", model::OrganizationKind::kHospital);
  Seated("mayor", "san-antonio", model::OrganizationKind::kMunicipalOffice);
  Seated("bakery", "san-antonio", model::OrganizationKind::kCompany);
  model::Offer offer = OfferOf("wuxi", "second", "gowns", 5);
  offer.donor = giver.id;
  const auto match = Join(NeedOf("san-antonio", "second", "gowns", 5), offer);
  ASSERT_THAT(match, IsOk());
  const auto contacts = Contacts(match->id);
  ASSERT_THAT(contacts, IsOk());
  const auto ids = [](const std::vector<model::Organization>& rows) {
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(row.id.value());
    return texts;
  };
  EXPECT_THAT(ids(contacts->donor), ElementsAre("clinic", "office"));
  EXPECT_THAT(ids(contacts->recipient), ElementsAre("mayor"));
  EXPECT_EQ(contacts->recipient[0].contacts.at(0).email, "mayor@example.org");
}

TEST_F(Letters, NobodyIsShownAfterANo) {
  const model::MatchId id = Propose(10);
  ASSERT_THAT(Contacts(id), IsOk());
  ASSERT_THAT(Decline(id), IsOk());
  EXPECT_THAT(Contacts(id), Refused(kPrecondition, "MATCH_WRONG_STATE"));
  EXPECT_THAT(Contacts(model::MatchId::Trusted("nothing")),
              Refused(kMissing, "MATCH_NOT_FOUND"));
  const model::MatchId sent = Accepted(10);
  ASSERT_THAT(Send(sent, 10), IsOk());
  ASSERT_THAT(Receive(sent, 0, {Part(10, model::Reason::kLostInTransit)}),
              IsOk());
  EXPECT_THAT(Contacts(sent), IsOk()) << "what is lost is talked about";
}

TEST_F(Letters, TheConsigneeIsSaidWhileTheMatchLivesAndKeptOutOfTheLedger) {
  const model::MatchId id = Accepted(10);
  const model::Consignee to = {"Store 3", "1 Hospital Road", "+1 210 555 0101",
                               "store@example.org", "ring twice"};
  const auto said = Consign(id, to);
  ASSERT_THAT(said, IsOk());
  EXPECT_EQ(said->match.consignee, to);
  const auto events = Events();
  EXPECT_EQ(events.back().type, "match.consigned");
  for (const auto& [word, value] : events.back().details) {
    EXPECT_THAT(value, Not(HasSubstr("Hospital"))) << word;
  }
  ASSERT_THAT(Consign(id, to), IsOk());
  EXPECT_EQ(Events().size(), events.size()) << "nothing changed";
  ASSERT_THAT(Consign(id, {}), IsOk());
  EXPECT_EQ(Now(id).consignee, model::Consignee());

  EXPECT_THAT(Consign(id, {"", "somewhere", "", "", ""}),
              Refused(kInvalid, "REQUIRED_FIELD"));
  EXPECT_THAT(Consign(id, {"A", "", "call me", "", ""}),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Consign(id, {"A", "", "", "a b@c.d", ""}),
              Refused(kInvalid, "INVALID_VALUE"));
  ASSERT_THAT(Cancel(id), IsOk());
  EXPECT_THAT(Consign(id, to), Refused(kPrecondition, "MATCH_WRONG_STATE"));
}

}  // namespace
}  // namespace twinaid::core
