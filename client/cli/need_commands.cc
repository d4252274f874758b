// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/history_command.h"
#include "client/cli/lookup.h"
#include "client/cli/need_why_command.h"
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
  std::string currency;
  std::string urgency;
  std::string needed_by;
  std::string substitutes;
  std::vector<std::string> listed;
  int min_quality = 0;
  std::string beneficiary;
  std::string state;
  std::string reason;
  std::string note;
  CLI::App* verb = nullptr;  // to know what was given
};

// Makes resource names of what was typed. False: `code` is what to return.
bool LookUp(Session& session, Typed& typed, int& code) {
  if (!FindPlace(session, "--place", typed.place, code) ||
      !FindItem(session, "--item", typed.item, code) ||
      !FindOrganization(session, "--beneficiary", typed.beneficiary, code)) {
    return false;
  }
  for (std::string& item : typed.listed) {
    if (!FindItem(session, "--accept", item, code)) return false;
  }
  return true;
}

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::ListNeedsRequest request;
  request.set_filter(JoinFilter({Equals("item", ItemName(typed.item)),
                                 Equals("state", typed.state),
                                 Equals("urgency", typed.urgency)}));
  std::vector<v1::Need> needs;
  const grpc::Status status = FetchOwn<v1::Need>(
      session, typed.place,
      [&](const std::string& place, std::vector<v1::Need>& rows) {
        request.set_parent(place);
        return Fetch(session, request, &InventoryStub::ListNeeds,
                     &v1::ListNeedsResponse::mutable_needs, rows);
      },
      needs);
  if (!status.ok()) return session.Refused(status);
  PrintRows(session, needs, NeedColumns());
  return kDone;
}

int Create(Session& session, const Typed& given) {
  const auto quantity = ParseQuantity(given.quantity, given.currency);
  if (!quantity.has_value()) return BadQuantity(session, given.quantity);
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::CreateNeedRequest request;
  request.set_parent(PlaceName(typed.place));
  request.set_need_id(typed.id);
  v1::Need& need = *request.mutable_need();
  need.set_item(ItemName(typed.item));
  need.set_quantity(*quantity);
  need.set_currency(typed.currency);
  need.set_urgency(EnumValue<v1::Urgency>(typed.urgency));
  if (const auto day = ParseDate(typed.needed_by)) {
    *need.mutable_needed_by() = *day;
    if (absl::CivilDay(day->year(), day->month(), day->day()) <
        session.environment().today) {
      session.Say(typed.needed_by + " is past: the need expires at once",
                  typed.needed_by + " 已过：该需求将立即过期");
    }
  }
  need.set_substitutes(
      EnumValue<v1::Need::SubstitutePolicy>(typed.substitutes));
  for (const std::string& item : typed.listed) {
    need.set_substitutes(v1::Need::LISTED);
    need.add_listed_substitutes(ItemName(item));
  }
  need.set_min_quality_percent(typed.min_quality);
  need.set_beneficiary(OrganizationName(typed.beneficiary));
  need.set_note(typed.note);
  return ChangeAndShow(session, &InventoryStub::CreateNeed, request,
                       NeedDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::UpdateNeedRequest request;
  v1::Need& need = *request.mutable_need();
  need.set_name(NeedName(typed.id));
  const auto has = [&](const char* option, const char* field) {
    if (typed.verb->count(option) == 0) return false;
    request.mutable_update_mask()->add_paths(field);
    return true;
  };
  if (has("--quantity", "quantity")) {
    v1::GetNeedRequest get;  // its currency says how the amount is written
    get.set_name(need.name());
    v1::Need present;
    const grpc::Status status =
        Send(session, &InventoryStub::GetNeed, get, &present);
    if (!status.ok()) return session.Refused(status);
    const auto quantity = ParseQuantity(typed.quantity, present.currency());
    if (!quantity.has_value()) return BadQuantity(session, typed.quantity);
    need.set_quantity(*quantity);
  }
  if (has("--urgency", "urgency")) {
    need.set_urgency(EnumValue<v1::Urgency>(typed.urgency));
  }
  if (has("--needed-by", "needed_by")) {
    *need.mutable_needed_by() = *ParseDate(typed.needed_by);
  }
  if (has("--note", "note")) need.set_note(typed.note);
  if (request.update_mask().paths().empty()) {
    return session.Usage("nothing to change was given", "未指定要修改的内容");
  }
  return ChangeAndShow(session, &InventoryStub::UpdateNeed, request,
                       NeedDetails());
}

int Withdraw(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::WithdrawNeedRequest request;
  request.set_name(NeedName(typed.id));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &InventoryStub::WithdrawNeed, request,
                       NeedDetails());
}

int Confirm(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.id, code)) {
    return code;
  }
  v1::ConfirmNeedRequest request;
  request.set_name(NeedName(typed.id));
  return ChangeAndShow(session, &InventoryStub::ConfirmNeed, request,
                       NeedDetails());
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "list", "needs of one place, or of all that you act for");
  verb->add_option("--place", typed->place,
                   "only of this place; all that you act for if left out");
  verb->add_option("--item", typed->item, "only of this item");
  AddEnum<v1::Need::State>(*verb, "--state", typed->state,
                           "only in this state");
  AddEnum<v1::Urgency>(*verb, "--urgency", typed->urgency,
                       "only of this urgency");
  Does(*verb, session, typed, &List);
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "post what a place needs\n"
      "Example: twinaid need create --place us-tx-san-antonio --item mask-n95 "
      "--quantity 5000 --urgency critical --needed-by 2026-05-01");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  verb->add_option("--place", typed->place,
                   "who needs it: id, name in either language, or code")
      ->required();
  verb->add_option("--item", typed->item, "what: id, name or code")->required();
  verb->add_option("--quantity", typed->quantity,
                   "how many, in the item's unit; an amount with --currency")
      ->required();
  verb->add_option("--currency", typed->currency, "ISO 4217, for money only");
  AddEnum<v1::Urgency>(*verb, "--urgency", typed->urgency,
                       "medium if left out");
  AddDate(*verb, "--needed-by", typed->needed_by, "last day it is of use");
  AddEnum<v1::Need::SubstitutePolicy>(*verb, "--substitutes",
                                      typed->substitutes,
                                      "what may stand in; none if left out");
  verb->add_option("--accept", typed->listed,
                   "an item that may stand in; repeat for more")
      ->allow_extra_args(false);
  verb->add_option("--min-quality", typed->min_quality,
                   "least quality of a substitute, percent");
  verb->add_option("--beneficiary", typed->beneficiary,
                   "the organization it is for");
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Create);
}

void AddUpdate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("update", "change a need");
  typed->verb = verb;
  verb->add_option("name", typed->id, "PLACE/NEED")->required();
  verb->add_option("--quantity", typed->quantity, "how many in all");
  AddEnum<v1::Urgency>(*verb, "--urgency", typed->urgency, "how it presses");
  AddDate(*verb, "--needed-by", typed->needed_by, "last day it is of use");
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Update);
}

void AddConfirm(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "confirm",
      "say that a need still stands; a round passes over one that\n"
      "nobody spoke of for long");
  verb->add_option("name", typed->id, "PLACE/NEED")->required();
  Does(*verb, session, typed, &Confirm);
}

void AddWithdraw(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("withdraw", "take a need back");
  verb->add_option("name", typed->id, "PLACE/NEED")->required();
  AddEnum<v1::Reason>(*verb, "--reason", typed->reason, "why")->required();
  verb->add_option("--note", typed->note, "free text");
  Does(*verb, session, typed, &Withdraw);
}

}  // namespace

void AddNeedCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand("need", "what places need");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &NeedName, &InventoryStub::GetNeed, &NeedDetails,
          &FindInPlace);
  AddCreate(*noun, session);
  AddUpdate(*noun, session);
  AddConfirm(*noun, session);
  AddHistory(*noun, session, &NeedName, "need", &FindInPlace);
  AddWithdraw(*noun, session);
  AddNeedWhy(*noun, session);
  AddSuggestOffers(*noun, session);
}

}  // namespace twinaid::client
