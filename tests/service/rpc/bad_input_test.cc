// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Bad input over the API: each case has its code, its reason, the field it is
// about and a text in both languages; afterwards the store is as before. The
// cases for files are in tests/client/files.
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

using grpc::StatusCode;

// Calls with a request given as text.
using Caller = std::function<grpc::Status(Harness&, grpc::ClientContext*,
                                          const std::string& text)>;

template <typename Request, typename Call>
Caller Calls(Call call) {
  return [call](Harness& h, grpc::ClientContext* context,
                const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request))
        << text;
    return call(h, context, request);
  };
}

#define TWINAID_CALLS(service, Method, Response)                          \
  Calls<v1::Method##Request>([](Harness& h, grpc::ClientContext* context, \
                                const v1::Method##Request& request) {     \
    Response response;                                                    \
    return h.service().Method(context, request, &response);               \
  })

struct Case {
  const char* name;
  Caller call;
  std::string request;
  StatusCode code;
  const char* reason;
  const char* field;  // "" where the error is about no field
};

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::vector<Case> Cases() {
  const Caller get_place = TWINAID_CALLS(registry, GetPlace, v1::Place);
  const Caller list_places =
      TWINAID_CALLS(registry, ListPlaces, v1::ListPlacesResponse);
  const Caller create_place = TWINAID_CALLS(registry, CreatePlace, v1::Place);
  const Caller update_place = TWINAID_CALLS(registry, UpdatePlace, v1::Place);
  const Caller delete_place =
      TWINAID_CALLS(registry, DeletePlace, google::protobuf::Empty);
  const Caller batch_places =
      TWINAID_CALLS(registry, BatchCreatePlaces, v1::BatchCreatePlacesResponse);
  const Caller create_link =
      TWINAID_CALLS(registry, CreateSisterLink, v1::SisterLink);
  const Caller create_item = TWINAID_CALLS(registry, CreateItem, v1::Item);
  const Caller update_item = TWINAID_CALLS(registry, UpdateItem, v1::Item);
  const Caller create_organization =
      TWINAID_CALLS(registry, CreateOrganization, v1::Organization);
  const Caller list_needs =
      TWINAID_CALLS(inventory, ListNeeds, v1::ListNeedsResponse);
  const Caller create_need = TWINAID_CALLS(inventory, CreateNeed, v1::Need);
  const Caller update_need = TWINAID_CALLS(inventory, UpdateNeed, v1::Need);
  const Caller withdraw_need = TWINAID_CALLS(inventory, WithdrawNeed, v1::Need);
  const Caller create_offer = TWINAID_CALLS(inventory, CreateOffer, v1::Offer);
  const Caller adjust_offer = TWINAID_CALLS(inventory, AdjustOffer, v1::Offer);
  const Caller inventory =
      TWINAID_CALLS(inventory, GetInventory, v1::Inventory);
  const Caller create_match = TWINAID_CALLS(assistance, CreateMatch, v1::Match);
  const Caller accept = TWINAID_CALLS(assistance, AcceptMatch, v1::Match);
  const Caller create_scheme =
      TWINAID_CALLS(matching, CreateScheme, v1::Scheme);
  const Caller create_round = TWINAID_CALLS(matching, CreateRound, v1::Round);
  const Caller explain_need =
      TWINAID_CALLS(matching, ExplainNeed, v1::ExplainNeedResponse);
  const Caller compare_rounds =
      TWINAID_CALLS(matching, CompareRounds, v1::CompareRoundsResponse);
  const Caller list_events =
      TWINAID_CALLS(ledger, ListEvents, v1::ListEventsResponse);

  const std::string place = "place { kind: CITY name_en: \"X\" ";
  const std::string need = "parent: \"places/wuxi\" need { item: ";
  const std::string offer = "parent: \"places/wuxi\" offer { item: ";
  const std::string match =
      "match { need: \"places/san-antonio/needs/n1\" "
      "offer: \"places/wuxi/offers/o1\" ";
  const auto kBad = StatusCode::INVALID_ARGUMENT;
  return {
      {"EmptyName", get_place, "", kBad, "INVALID_NAME", "name"},
      {"NameOfAnotherKind", get_place, "name: \"items/mask\"", kBad,
       "INVALID_NAME", "name"},
      {"NameInCapitals", get_place, "name: \"places/Wuxi\"", kBad,
       "INVALID_NAME", "name"},
      {"UnknownPlace", get_place, "name: \"places/wuxu\"",
       StatusCode::NOT_FOUND, "PLACE_NOT_FOUND", ""},
      {"NegativePageSize", list_places, "page_size: -1", kBad,
       "OUT_OF_RANGE_VALUE", "page_size"},
      {"PageTokenFromNowhere", list_places, "page_token: \"abc\"", kBad,
       "INVALID_PAGE_TOKEN", "page_token"},
      {"FilterWithoutOperator", list_places, "filter: \"kind\"", kBad,
       "INVALID_FILTER", "filter"},
      {"FilterOnAnUnknownField", list_places, "filter: \"mayor = X\"", kBad,
       "INVALID_FILTER", "filter"},
      {"FilterWithAnUnknownWord", list_places, "filter: \"kind = VILLAGE\"",
       kBad, "INVALID_FILTER", "filter"},
      {"FilterWithAnOpenQuote", list_places, "filter: \"kind = \\\"CITY\"",
       kBad, "INVALID_FILTER", "filter"},
      {"FilterTwice", list_places, "filter: \"kind = CITY AND kind = STATE\"",
       kBad, "INVALID_FILTER", "filter"},
      {"FilterOnEventsByTime", list_events, "filter: \"time >= 2020\"", kBad,
       "INVALID_FILTER", "filter"},
      {"PlaceWithoutKind", create_place, "place { name_en: \"X\" }", kBad,
       "REQUIRED_FIELD", "place.kind"},
      {"PlaceOfAnUnknownKind", create_place,
       "place { kind: 99 name_en: \"X\" }", kBad, "INVALID_VALUE",
       "place.kind"},
      {"PlaceWithoutName", create_place, "place { kind: CITY }", kBad,
       "REQUIRED_FIELD", "place.name_en"},
      {"PlaceIdWithBlanks", create_place,
       "place_id: \"San Antonio\"" + place + "}", kBad, "INVALID_ID",
       "place_id"},
      {"PlaceIdTooLong", create_place,
       "place_id: \"" + std::string(64, 'a') + "\"" + place + "}", kBad,
       "INVALID_ID", "place_id"},
      {"PlaceIdTaken", create_place, "place_id: \"wuxi\"" + place + "}",
       StatusCode::ALREADY_EXISTS, "PLACE_ALREADY_EXISTS", ""},
      {"NameOfTenThousandCharacters", create_place,
       "place { kind: CITY name_en: \"" + Repeated("x", 10000) + "\" }", kBad,
       "TEXT_TOO_LONG", "place.name_en"},
      {"NameNotInNfc", create_place,
       "place { kind: CITY name_en: \"Cafe\\314\\201\" }", kBad, "TEXT_NOT_NFC",
       "place.name_en"},
      {"NameWithAControlCharacter", create_place,
       "place { kind: CITY name_en: \"a\\001b\" }", kBad, "CONTROL_CHARACTER",
       "place.name_en"},
      {"UnknownParentPlace", create_place,
       place + "parent_place: \"places/q\" }", kBad, "REFERENCE_NOT_FOUND",
       "place.parent_place"},
      {"ParentOfAnotherKind", create_place,
       place + "parent_place: \"items/q\" }", kBad, "INVALID_NAME",
       "place.parent_place"},
      {"PlaceInsideItself", update_place,
       "place { name: \"places/wuxi\" parent_place: \"places/wuxi\" }", kBad,
       "INVALID_VALUE", "place.parent_place"},
      {"LatitudeOutOfRange", create_place,
       place + "position { latitude: 91 } }", kBad, "INVALID_VALUE",
       "place.position.latitude"},
      {"NegativePopulation", create_place, place + "population: -1 }", kBad,
       "OUT_OF_RANGE_VALUE", "place.population"},
      {"UnknownFieldInTheMask", update_place,
       "place { name: \"places/wuxi\" } update_mask { paths: \"mayor\" }", kBad,
       "UNKNOWN_FIELD_PATH", "update_mask"},
      {"StaleEtag", update_place,
       "place { name: \"places/wuxi\" name_en: \"Y\" etag: \"\\\"old\\\"\" }",
       StatusCode::ABORTED, "STALE_ETAG", ""},
      {"PlaceInUse", delete_place, "name: \"places/wuxi\"",
       StatusCode::FAILED_PRECONDITION, "IN_USE", ""},
      {"EmptyBatch", batch_places, "", kBad, "OUT_OF_RANGE_VALUE", "requests"},
      {"DuplicateIdsInABatch", batch_places,
       "requests { place_id: \"a\" " + place +
           "} } requests { place_id: \"a\" " + place + "} }",
       StatusCode::ALREADY_EXISTS, "PLACE_ALREADY_EXISTS", ""},
      {"RequestIdInsideABatch", batch_places,
       "requests { request_id: \"r\" " + place + "} }", kBad, "INVALID_VALUE",
       "requests[0]"},
      {"RequestIdTooLong", create_place,
       place + "} request_id: \"" + std::string(65, 'r') + "\"", kBad,
       "INVALID_VALUE", "request_id"},
      {"LinkOfAPlaceWithItself", create_link,
       "sister_link { kind: SISTER_CITY place_a: \"places/wuxi\" "
       "place_b: \"places/wuxi\" }",
       kBad, "SELF_LINK", "sister_link.place_b"},
      {"LinkThereAlready", create_link,
       "sister_link { kind: SISTER_CITY place_a: \"places/san-antonio\" "
       "place_b: \"places/wuxi\" }",
       StatusCode::ALREADY_EXISTS, "SISTER_LINK_ALREADY_EXISTS", ""},
      {"LinkOfTheWrongKindOfPlace", create_link,
       "sister_link { kind: SISTER_PROVINCE_STATE place_a: \"places/wuxi\" "
       "place_b: \"places/san-antonio\" }",
       kBad, "LINK_KIND_MISMATCH", "sister_link.kind"},
      {"LinkToNowhere", create_link,
       "sister_link { kind: SISTER_CITY place_a: \"places/wuxi\" "
       "place_b: \"places/q\" }",
       kBad, "REFERENCE_NOT_FOUND", "sister_link.place_b"},
      {"OrganizationWithoutName", create_organization,
       "organization { kind: NGO seat: \"places/wuxi\" }", kBad,
       "REQUIRED_FIELD", "organization.name_en"},
      {"OrganizationWithoutSeat", create_organization,
       "organization { kind: NGO name_en: \"X\" }", kBad, "REQUIRED_FIELD",
       "organization.seat"},
      {"ItemThatSubstitutesItself", create_item,
       "item_id: \"i\" item { category: SUPPLIES name_en: \"I\" "
       "substitutes { item: \"items/i\" } }",
       kBad, "INVALID_VALUE", "item.substitutes[0].item"},
      {"SubstituteOfAnotherCategory", create_item,
       "item { category: EXPERTISE name_en: \"I\" "
       "substitutes { item: \"items/mask\" } }",
       kBad, "INVALID_VALUE", "item.substitutes[0].item"},
      {"UnknownSubstitute", create_item,
       "item { category: SUPPLIES name_en: \"I\" "
       "substitutes { item: \"items/q\" } }",
       kBad, "REFERENCE_NOT_FOUND", "item.substitutes[0].item"},
      {"QualityAboveHundred", create_item,
       "item { category: SUPPLIES name_en: \"I\" "
       "substitutes { item: \"items/mask\" quality_percent: 101 } }",
       kBad, "OUT_OF_RANGE_VALUE", "item.substitutes[0].quality_percent"},
      {"UnitOfAnItemInUse", update_item,
       "item { name: \"items/mask\" unit: \"box\" }",
       StatusCode::FAILED_PRECONDITION, "IN_USE", ""},
      {"NeedOfQuantityZero", create_need, need + "\"items/mask\" }", kBad,
       "QUANTITY_OUT_OF_RANGE", "need.quantity"},
      {"NeedOfNegativeQuantity", create_need,
       need + "\"items/mask\" quantity: -5 }", kBad, "QUANTITY_OUT_OF_RANGE",
       "need.quantity"},
      {"NeedOfTenToTheFourteen", create_need,
       need + "\"items/mask\" quantity: 100000000000000 }", kBad,
       "QUANTITY_OUT_OF_RANGE", "need.quantity"},
      {"NeedOfAnUnknownItem", create_need, need + "\"items/q\" quantity: 1 }",
       kBad, "REFERENCE_NOT_FOUND", "need.item"},
      {"NeedOfAnUnknownPlace", create_need,
       "parent: \"places/q\" need { item: \"items/mask\" quantity: 1 }", kBad,
       "REFERENCE_NOT_FOUND", "need.place"},
      {"NeedByNoDay", create_need,
       need + "\"items/mask\" quantity: 1 needed_by { year: 2026 month: 2 "
              "day: 30 } }",
       kBad, "INVALID_VALUE", "need.needed_by"},
      {"NeedWithACurrencyForGoods", create_need,
       need + "\"items/mask\" quantity: 1 currency: \"CNY\" }", kBad,
       "CURRENCY_NOT_ALLOWED", "need.currency"},
      {"NeedForAnUnknownOrganization", create_need,
       need + "\"items/mask\" quantity: 1 beneficiary: \"organizations/q\" }",
       kBad, "REFERENCE_NOT_FOUND", "need.beneficiary"},
      {"NeedThatChangesItsItem", update_need,
       "need { name: \"places/san-antonio/needs/n1\" item: \"items/suit\" } "
       "update_mask { paths: \"item\" }",
       kBad, "UNKNOWN_FIELD_PATH", "update_mask"},
      {"WithdrawalWithoutReason", withdraw_need,
       "name: \"places/san-antonio/needs/n1\"", kBad, "REQUIRED_FIELD",
       "reason"},
      {"UnknownNeed", withdraw_need,
       "name: \"places/wuxi/needs/q\" reason: OTHER", StatusCode::NOT_FOUND,
       "NEED_NOT_FOUND", ""},
      {"NeedsOfAnUnknownPlace", list_needs, "parent: \"places/q\"",
       StatusCode::NOT_FOUND, "PLACE_NOT_FOUND", ""},
      {"OfferWhoseDaysRunBackwards", create_offer,
       offer + "\"items/mask\" quantity: 1 "
               "available_from { year: 2026 month: 5 day: 2 } "
               "available_until { year: 2026 month: 5 day: 1 } }",
       kBad, "INVALID_VALUE", "offer.available_until"},
      {"OfferWithALotAboveItsQuantity", create_offer,
       offer + "\"items/mask\" quantity: 5 min_lot: 6 }", kBad,
       "OUT_OF_RANGE_VALUE", "offer.min_lot"},
      {"OfferWithNegativeLeadDays", create_offer,
       offer + "\"items/mask\" quantity: 5 lead_days: -1 }", kBad,
       "OUT_OF_RANGE_VALUE", "offer.lead_days"},
      {"OfferDirectedToItself", create_offer,
       offer + "\"items/mask\" quantity: 5 directed_to: \"places/wuxi\" }",
       kBad, "INVALID_VALUE", "offer.directed_to"},
      {"AdjustmentOfNothing", adjust_offer, "name: \"places/wuxi/offers/o1\"",
       kBad, "INVALID_VALUE", "quantity"},
      {"AdjustmentBelowZero", adjust_offer,
       "name: \"places/wuxi/offers/o1\" delta: -101", kBad,
       "QUANTITY_OUT_OF_RANGE", "quantity"},
      {"InventoryOfAnItem", inventory, "place: \"items/mask\"", kBad,
       "INVALID_NAME", "place"},
      {"MatchOfMoreThanThereIs", create_match,
       match + "quantity: 101 origin: MANUAL }",
       StatusCode::FAILED_PRECONDITION, "NOT_ENOUGH_AVAILABLE", ""},
      {"MatchOfMoreThanIsOpen", create_match,
       match + "quantity: 61 origin: MANUAL }", StatusCode::FAILED_PRECONDITION,
       "NOT_ENOUGH_OPEN", ""},
      {"MatchWithoutOrigin", create_match, match + "quantity: 1 }", kBad,
       "REQUIRED_FIELD", "match.origin"},
      {"MatchReceivedInTheFuture", create_match,
       match + "quantity: 1 origin: RECORDED } "
               "received_time { seconds: 32503680000 }",
       kBad, "INVALID_VALUE", "received_time"},
      {"AcceptanceOfNoSide", accept, "name: \"matches/q\"", kBad,
       "REQUIRED_FIELD", "side"},
      {"UnknownMatch", accept, "name: \"matches/q\" side: BOTH",
       StatusCode::NOT_FOUND, "MATCH_NOT_FOUND", ""},
      {"SchemeThatIsNotServed", create_scheme,
       "scheme { title_en: \"X\" policy { rungs: 5 } }", kBad,
       "POLICY_NOT_SUPPORTED", "scheme.policy.rungs"},
      {"ExplainNeedWithoutANeed", explain_need,
       "round: \"schemes/default/rounds/r\"", kBad, "REQUIRED_FIELD", "need"},
      {"ExplainNeedInARoundThatIsNone", explain_need,
       "round: \"r\" need: \"places/san-antonio/needs/n1\"", kBad,
       "INVALID_NAME", "round"},
      {"ExplainANeedThatIsNone", explain_need,
       "round: \"schemes/default/rounds/r\" need: \"n1\"", kBad, "INVALID_NAME",
       "need"},
      {"ExplainNeedInAnUnknownRound", explain_need,
       "round: \"schemes/default/rounds/r\" "
       "need: \"places/san-antonio/needs/n1\"",
       StatusCode::NOT_FOUND, "ROUND_NOT_FOUND", ""},
      {"ExplainNeedWhereNoRoundHasSucceeded", explain_need,
       "round: \"schemes/default/rounds/-\" "
       "need: \"places/san-antonio/needs/n1\"",
       StatusCode::FAILED_PRECONDITION, "NO_ROUND_SUCCEEDED", ""},
      {"CompareNoRound", compare_rounds, "", kBad, "INVALID_NAME", "round"},
      {"CompareWithARoundThatIsNone", compare_rounds,
       "round: \"schemes/default/rounds/r\" base: \"r\"", kBad, "INVALID_NAME",
       "base"},
      {"CompareWithAnotherScheme", compare_rounds,
       "round: \"schemes/default/rounds/r\" "
       "base: \"schemes/other/rounds/r\"",
       kBad, "INVALID_VALUE", "base"},
      {"CompareAnUnknownRound", compare_rounds,
       "round: \"schemes/default/rounds/r\"", StatusCode::NOT_FOUND,
       "ROUND_NOT_FOUND", ""},
      {"SchemeOfAnUnknownPlace", create_scheme,
       "scheme { title_en: \"X\" participants: \"places/q\" }", kBad,
       "REFERENCE_NOT_FOUND", "scheme.participants[0]"},
      {"RoundOfAnUnknownScheme", create_round, "parent: \"schemes/q\"",
       StatusCode::NOT_FOUND, "SCHEME_NOT_FOUND", ""},
      {"RoundOnNoDay", create_round,
       "parent: \"schemes/default\" round { as_of { year: 2026 month: 13 "
       "day: 1 } }",
       kBad, "INVALID_VALUE", "round.as_of"},
  };
}

TEST(BadInputTest, IsRefusedWithReasonFieldAndTextAndChangesNothing) {
  Harness h;
  h.MakeSisters();
  const std::int64_t events = h.Events();
  const std::vector<Case> cases = Cases();
  EXPECT_GE(cases.size(), 60u);
  for (const Case& test : cases) {
    SCOPED_TRACE(test.name);
    const Fault fault = FaultOf(test.call(h, h.Context().get(), test.request));
    EXPECT_EQ(fault.code, test.code);
    EXPECT_EQ(fault.error_infos, 1);
    EXPECT_EQ(fault.reason, test.reason);
    EXPECT_EQ(fault.field, test.field);
    EXPECT_FALSE(fault.text.empty());
    auto chinese = h.Context();
    chinese->AddMetadata("accept-language", "zh");
    const Fault other = FaultOf(test.call(h, chinese.get(), test.request));
    EXPECT_EQ(other.reason, test.reason);
    EXPECT_EQ(other.locale, "zh-CN");
    EXPECT_NE(other.text, fault.text);
    EXPECT_EQ(h.Events(), events);
  }
}

TEST(BadInputTest, TextThatIsNoUtf8NeverGetsIn) {
  Harness h;
  h.MakeSisters();
  const std::int64_t events = h.Events();
  v1::CreatePlaceRequest request;
  request.set_place_id("x");
  request.mutable_place()->set_kind(v1::Place::CITY);
  request.mutable_place()->set_name_en("\xff\xfe");
  v1::Place place;
  EXPECT_FALSE(
      h.registry().CreatePlace(h.Context().get(), request, &place).ok());
  EXPECT_EQ(h.Events(), events);
}

}  // namespace
}  // namespace twinaid::rpc
