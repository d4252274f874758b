// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/history_command.h"
#include "client/cli/lookup.h"
#include "client/cli/own_places.h"
#include "client/cli/suggest_command.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string place;
  std::string item;
  std::string quantity;
  std::string by;
  std::string currency;
  std::string available_from;
  std::string available_until;
  std::string expires;
  std::int64_t min_lot = 0;
  int lead_days = 0;
  std::string directed_to;
  std::string donor;
  std::vector<std::string> certificates;
  std::string state;
  std::string reason;
  std::string note;
};

// Makes resource names of what was typed. False: `code` is what to return.
bool LookUp(Session& session, Typed& typed, int& code) {
  return FindPlace(session, "--place", typed.place, code) &&
         FindItem(session, "--item", typed.item, code) &&
         FindPlace(session, "--directed-to", typed.directed_to, code) &&
         FindOrganization(session, "--donor", typed.donor, code);
}

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::ListOffersRequest request;
  request.set_filter(JoinFilter(
      {Equals("item", ItemName(typed.item)), Equals("state", typed.state)}));
  std::vector<v1::Offer> offers;
  const grpc::Status status = FetchOwn<v1::Offer>(
      session, typed.place,
      [&](const std::string& place, std::vector<v1::Offer>& rows) {
        request.set_parent(place);
        return Fetch(session, request, &InventoryStub::ListOffers,
                     &v1::ListOffersResponse::mutable_offers, rows);
      },
      offers);
  if (!status.ok()) return session.Refused(status);
  PrintRows(session, offers, OfferColumns());
  return kDone;
}

int Create(Session& session, const Typed& given) {
  const auto quantity = ParseQuantity(given.quantity, given.currency);
  if (!quantity.has_value()) return BadQuantity(session, given.quantity);
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::CreateOfferRequest request;
  request.set_parent(PlaceName(typed.place));
  request.set_offer_id(typed.id);
  v1::Offer& offer = *request.mutable_offer();
  offer.set_item(ItemName(typed.item));
  offer.set_quantity(*quantity);
  offer.set_currency(typed.currency);
  if (const auto day = ParseDate(typed.available_from)) {
    *offer.mutable_available_from() = *day;
  }
  if (const auto day = ParseDate(typed.available_until)) {
    *offer.mutable_available_until() = *day;
  }
  if (const auto day = ParseDate(typed.expires)) {
    *offer.mutable_expires() = *day;
  }
  offer.set_min_lot(typed.min_lot);
  offer.set_lead_days(typed.lead_days);
  offer.set_directed_to(PlaceName(typed.directed_to));
  offer.set_donor(OrganizationName(typed.donor));
  for (const std::string& certificate : typed.certificates) {
    offer.add_certificates(certificate);
  }
  offer.set_note(typed.note);
  return ChangeAndShow(session, &InventoryStub::CreateOffer, request,
                       OfferDetails());
}

int Adjust(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::GetOfferRequest get;  // its currency says how the amount is written
  get.set_name(OfferName(typed.id));
  v1::Offer present;
  const grpc::Status status =
      Send(session, &InventoryStub::GetOffer, get, &present);
  if (!status.ok()) return session.Refused(status);
  const bool whole = typed.by.empty();
  const std::string& text = whole ? typed.quantity : typed.by;
  const auto quantity = ParseQuantity(text, present.currency());
  if (!quantity.has_value()) return BadQuantity(session, text);
  v1::AdjustOfferRequest request;
  request.set_name(get.name());
  if (whole) {
    request.set_quantity(*quantity);
  } else {
    request.set_delta(*quantity);
  }
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &InventoryStub::AdjustOffer, request,
                       OfferDetails());
}

int Withdraw(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::WithdrawOfferRequest request;
  request.set_name(OfferName(typed.id));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &InventoryStub::WithdrawOffer, request,
                       OfferDetails());
}

int Confirm(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::ConfirmOfferRequest request;
  request.set_name(OfferName(typed.id));
  return ChangeAndShow(session, &InventoryStub::ConfirmOffer, request,
                       OfferDetails());
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "list", "offers of one place, or of all that you act for");
  verb->add_option("--place", typed->place,
                   "only of this place; all that you act for if left out");
  verb->add_option("--item", typed->item, "only of this item");
  AddEnum<v1::Offer::State>(*verb, "--state", typed->state,
                            "only in this state");
  Does(*verb, session, typed, &List);
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "post what a place can give\n"
      "Example: twinaid offer create --place cn-js-wuxi --item mask-n95 "
      "--quantity 20000 --lead-days 3");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  verb->add_option("--place", typed->place,
                   "who gives it: id, name in either language, or code")
      ->required();
  verb->add_option("--item", typed->item, "what: id, name or code")->required();
  verb->add_option("--quantity", typed->quantity,
                   "how many, in the item's unit; an amount with --currency")
      ->required();
  verb->add_option("--currency", typed->currency, "ISO 4217, for money only");
  AddDate(*verb, "--from", typed->available_from, "first day it can leave");
  AddDate(*verb, "--until", typed->available_until, "last day it can leave");
  AddDate(*verb, "--expires", typed->expires, "last day the goods are good");
  verb->add_option("--min-lot", typed->min_lot, "least quantity to one need");
  verb->add_option("--lead-days", typed->lead_days, "days to make it ready");
  verb->add_option("--directed-to", typed->directed_to, "only for this place");
  verb->add_option("--donor", typed->donor, "the organization that gives");
  verb->add_option("--certificate", typed->certificates,
                   "a certificate of the goods; repeat for more")
      ->allow_extra_args(false);
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Create);
}

void AddAdjust(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "adjust",
      "say that stock has changed\n"
      "Example: twinaid offer adjust cn-js-wuxi/masks --by -500 "
      "--reason damaged");
  verb->add_option("name", typed->id, "PLACE/OFFER")->required();
  CLI::Option_group* how = verb->add_option_group("how", "one of");
  how->add_option("--to", typed->quantity, "how many in all");
  how->add_option("--by", typed->by, "how many more, or -N: fewer");
  how->require_option(1);
  AddEnum<v1::Reason>(*verb, "--reason", typed->reason, "why");
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Adjust);
}

void AddConfirm(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "confirm",
      "say that an offer still stands; a round passes over one that\n"
      "nobody spoke of for long");
  verb->add_option("name", typed->id, "PLACE/OFFER")->required();
  Does(*verb, session, typed, &Confirm);
}

void AddWithdraw(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("withdraw", "take an offer back");
  verb->add_option("name", typed->id, "PLACE/OFFER")->required();
  AddEnum<v1::Reason>(*verb, "--reason", typed->reason, "why")->required();
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Withdraw);
}

}  // namespace

void AddOfferCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand("offer", "what places can give");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &OfferName, &InventoryStub::GetOffer, &OfferDetails,
          &FindInPlace);
  AddCreate(*noun, session);
  AddAdjust(*noun, session);
  AddConfirm(*noun, session);
  AddHistory(*noun, session, &OfferName, "offer", &FindInPlace);
  AddSuggestNeeds(*noun, session);
  AddWithdraw(*noun, session);
}

}  // namespace twinaid::client
