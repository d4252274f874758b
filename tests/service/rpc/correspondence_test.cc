// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Contacts, consignees, letters and suggestions over the wire.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class Correspondence : public ::testing::Test {
 protected:
  Correspondence() { h_.MakeSisters(); }

  v1::Organization MakeOffice(const std::string& seat) {
    v1::CreateOrganizationRequest request;
    request.set_organization_id("office-" + seat);
    v1::Organization& office = *request.mutable_organization();
    office.set_kind(v1::Organization::MUNICIPAL_OFFICE);
    office.set_name_en("Friendship office");
    office.set_seat("places/" + seat);
    v1::Contact& contact = *office.add_contacts();
    contact.set_name("Duty desk");
    contact.set_email("desk@" + seat + ".example");
    contact.set_language("zh-Hans");
    contact.set_notify(true);
    v1::Organization made;
    const grpc::Status status =
        h_.registry().CreateOrganization(h_.Context().get(), request, &made);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return made;
  }
  v1::OrganizationContacts Contacts(const std::string& organization) {
    v1::GetContactsRequest request;
    request.set_organization(organization);
    v1::OrganizationContacts contacts;
    EXPECT_TRUE(h_.correspondence()
                    .GetContacts(h_.Context().get(), request, &contacts)
                    .ok());
    return contacts;
  }
  std::string Propose(std::int64_t quantity) {
    v1::CreateMatchRequest request;
    request.mutable_match()->set_need("places/san-antonio/needs/n1");
    request.mutable_match()->set_offer("places/wuxi/offers/o1");
    request.mutable_match()->set_quantity(quantity);
    request.mutable_match()->set_origin(v1::Match::MANUAL);
    v1::Match match;
    EXPECT_TRUE(
        h_.assistance().CreateMatch(h_.Context().get(), request, &match).ok());
    return match.name();
  }

  Harness h_;
};

// Everybody reads the registry; whom to ring up is not in it.
TEST_F(Correspondence, TheRegistryNeverSaysWhomToRingUp) {
  const v1::Organization made = MakeOffice("wuxi");
  EXPECT_THAT(made.contacts(), SizeIs(0));
  v1::GetOrganizationRequest get;
  get.set_name(made.name());
  v1::Organization read;
  ASSERT_TRUE(
      h_.registry().GetOrganization(h_.Context().get(), get, &read).ok());
  EXPECT_THAT(read.contacts(), SizeIs(0));
  v1::ListOrganizationsResponse list;
  ASSERT_TRUE(
      h_.registry().ListOrganizations(h_.Context().get(), {}, &list).ok());
  EXPECT_THAT(list.ShortDebugString(), Not(HasSubstr("Duty")));
  EXPECT_THAT(h_.Log(), Not(HasSubstr("desk@wuxi.example")));
  ASSERT_THAT(Contacts(made.name()).contacts(), SizeIs(1));
  EXPECT_EQ(Contacts(made.name()).contacts(0).email(), "desk@wuxi.example");
}

TEST_F(Correspondence, AChangeOfAnotherFieldKeepsTheContacts) {
  const v1::Organization made = MakeOffice("wuxi");
  v1::UpdateOrganizationRequest request;
  request.mutable_organization()->set_name(made.name());
  request.mutable_organization()->set_name_zh("外办");
  v1::Organization changed;
  ASSERT_TRUE(h_.registry()
                  .UpdateOrganization(h_.Context().get(), request, &changed)
                  .ok());
  EXPECT_THAT(changed.contacts(), SizeIs(0));
  EXPECT_THAT(Contacts(made.name()).contacts(), SizeIs(1));
  request.mutable_update_mask()->add_paths("contacts");
  ASSERT_TRUE(h_.registry()
                  .UpdateOrganization(h_.Context().get(), request, &changed)
                  .ok());
  EXPECT_THAT(Contacts(made.name()).contacts(), SizeIs(0));
}

TEST_F(Correspondence, ABadContactIsRefusedByItsField) {
  v1::CreateOrganizationRequest request;
  v1::Organization& office = *request.mutable_organization();
  office.set_kind(v1::Organization::NGO);
  office.set_name_en("Office");
  office.set_seat("places/wuxi");
  office.add_contacts()->set_name("A");
  v1::Organization made;
  const auto refused = [&] {
    return FaultOf(
        h_.registry().CreateOrganization(h_.Context().get(), request, &made));
  };
  EXPECT_EQ(refused().field, "organization.contacts[0].email");
  office.mutable_contacts(0)->set_email("no address");
  EXPECT_EQ(refused().reason, "INVALID_VALUE");
  office.mutable_contacts(0)->set_email("a@b.example");
  office.mutable_contacts(0)->set_telephone("ring me");
  EXPECT_EQ(refused().field, "organization.contacts[0].telephone");
}

TEST_F(Correspondence, TheSidesOfAMatchSeeEachOtherAndTheConsignee) {
  MakeOffice("wuxi");
  MakeOffice("san-antonio");
  const std::string match = Propose(10);
  v1::SetConsigneeRequest consign;
  consign.set_match(match);
  consign.mutable_consignee()->set_name("Store 3");
  consign.mutable_consignee()->set_address("1 Hospital Road");
  v1::MatchContacts contacts;
  ASSERT_TRUE(h_.correspondence()
                  .SetConsignee(h_.Context().get(), consign, &contacts)
                  .ok());
  ASSERT_THAT(contacts.donor(), SizeIs(1));
  ASSERT_THAT(contacts.recipient(), SizeIs(1));
  EXPECT_EQ(contacts.donor(0).contacts(0).email(), "desk@wuxi.example");
  EXPECT_EQ(contacts.consignee().address(), "1 Hospital Road");
  v1::GetMatchRequest get;
  get.set_name(match);
  v1::Match read;
  ASSERT_TRUE(h_.assistance().GetMatch(h_.Context().get(), get, &read).ok());
  EXPECT_THAT(read.ShortDebugString(), Not(HasSubstr("Hospital")));
  EXPECT_EQ(read.category(), v1::SUPPLIES);
}

TEST_F(Correspondence, LettersAreListedByPlaceAPageAtATime) {
  for (const char* id : {"a", "b", "c"}) {
    v1::CreateLetterRequest request;
    request.set_letter_id(id);
    v1::Letter& letter = *request.mutable_letter();
    letter.set_kind(v1::Letter::THANKS);
    letter.set_from("places/san-antonio");
    letter.set_to("places/wuxi");
    letter.set_text("谢谢");
    letter.set_language("zh-Hans");
    v1::Letter sent;
    ASSERT_TRUE(h_.correspondence()
                    .CreateLetter(h_.Context().get(), request, &sent)
                    .ok());
    EXPECT_EQ(sent.text(), "谢谢");
  }
  v1::ListLettersRequest request;
  request.set_place("places/wuxi");
  request.set_page_size(2);
  std::vector<std::string> names;
  do {
    v1::ListLettersResponse page;
    ASSERT_TRUE(h_.correspondence()
                    .ListLetters(h_.Context().get(), request, &page)
                    .ok());
    for (const auto& letter : page.letters()) names.push_back(letter.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ElementsAre("letters/a", "letters/b", "letters/c"));
}

TEST_F(Correspondence, ALetterWithoutALanguageIsRefusedByItsField) {
  v1::CreateLetterRequest request;
  request.mutable_letter()->set_kind(v1::Letter::SUPPORT);
  request.mutable_letter()->set_from("places/wuxi");
  request.mutable_letter()->set_to("places/san-antonio");
  request.mutable_letter()->set_text("Hold on");
  v1::Letter sent;
  const Fault fault = FaultOf(
      h_.correspondence().CreateLetter(h_.Context().get(), request, &sent));
  EXPECT_EQ(fault.field, "letter.language");
  EXPECT_EQ(fault.reason, "REQUIRED_FIELD");
}

// What is suggested can be made a match as it stands.
TEST_F(Correspondence, ASuggestionCanBeProposedAsItIs) {
  v1::SuggestOffersRequest request;
  request.set_need("places/san-antonio/needs/n1");
  v1::SuggestOffersResponse found;
  ASSERT_TRUE(
      h_.matching().SuggestOffers(h_.Context().get(), request, &found).ok());
  ASSERT_THAT(found.suggestions(), SizeIs(1));
  const v1::Suggestion& best = found.suggestions(0);
  EXPECT_EQ(best.offer(), "places/wuxi/offers/o1");
  EXPECT_EQ(best.quantity(), 60);
  EXPECT_TRUE(best.covers_all());
  EXPECT_EQ(best.rung(), 1);
  v1::SuggestNeedsRequest other_way;
  other_way.set_offer(best.offer());
  v1::SuggestNeedsResponse needs;
  ASSERT_TRUE(
      h_.matching().SuggestNeeds(h_.Context().get(), other_way, &needs).ok());
  ASSERT_THAT(needs.suggestions(), SizeIs(1));
  EXPECT_EQ(needs.suggestions(0).need(), best.need());
  Propose(best.quantity());
  ASSERT_TRUE(
      h_.matching().SuggestOffers(h_.Context().get(), request, &found).ok());
  EXPECT_THAT(found.suggestions(), SizeIs(0));
  EXPECT_EQ(found.barred(), "NOTHING_LEFT");
  request.clear_need();
  EXPECT_EQ(
      FaultOf(h_.matching().SuggestOffers(h_.Context().get(), request, &found))
          .reason,
      "REQUIRED_FIELD");
}

TEST_F(Correspondence, EachContributorSeesWhereItsPartWent) {
  const v1::Round round = h_.RunRound();
  ASSERT_EQ(round.matches(), 1);
  v1::ListContributionsRequest request;
  request.set_scheme("schemes/default");
  v1::ListContributionsResponse report;
  ASSERT_TRUE(
      h_.report().ListContributions(h_.Context().get(), request, &report).ok());
  ASSERT_THAT(report.rows(), SizeIs(1));
  EXPECT_EQ(report.rows(0).donor(), "places/wuxi");
  EXPECT_EQ(report.rows(0).recipient(), "places/san-antonio");
  EXPECT_EQ(report.rows(0).proposed(), 60);
  request.set_donor("places/san-antonio");
  ASSERT_TRUE(
      h_.report().ListContributions(h_.Context().get(), request, &report).ok());
  EXPECT_THAT(report.rows(), SizeIs(0));
  request.set_scheme("schemes/none");
  EXPECT_EQ(FaultOf(h_.report().ListContributions(h_.Context().get(), request,
                                                  &report))
                .reason,
            "SCHEME_NOT_FOUND");
}

}  // namespace
}  // namespace twinaid::rpc
