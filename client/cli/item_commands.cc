// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string category;
  std::string name_en;
  std::string name_zh;
  std::string unit;
  std::int64_t base_content = 0;
  std::string unspsc;
  std::string hs;
  std::string hxl;
  std::string note;
  std::vector<std::string> substitutes;  // ID or ID:PERCENT
  CLI::App* verb = nullptr;              // to know what was given
};

// Fills `into` from "mask-kn95:95". False, and said, where that has not the
// form or there is no such item; `code` is what to return then.
bool ReadSubstitute(Session& session, const std::string& text,
                    v1::Item::Substitute& into, int& code) {
  std::vector<std::string> parts = absl::StrSplit(text, ':');
  int percent = 0;
  if (parts.size() > 2 || parts[0].empty() ||
      (parts.size() == 2 && !absl::SimpleAtoi(parts[1], &percent))) {
    code =
        session.Usage("--substitute: " + text + " is not ITEM or ITEM:PERCENT",
                      "--substitute:" + text + " 应为 `物品` 或 `物品:百分比`");
    return false;
  }
  if (!FindItem(session, "--substitute", parts[0], code)) return false;
  into.set_item(ItemName(parts[0]));
  into.set_quality_percent(percent);
  return true;
}

int List(Session& session, const Typed& typed) {
  v1::ListItemsRequest request;
  request.set_filter(JoinFilter({Equals("category", typed.category)}));
  return PrintList(session, request, &RegistryStub::ListItems,
                   &v1::ListItemsResponse::mutable_items, ItemColumns());
}

// False, and said, where a substitute cannot be read; `code` is what to return.
bool FillItem(Session& session, const Typed& typed, v1::Item& item, int& code) {
  item.set_category(EnumValue<v1::Category>(typed.category));
  item.set_name_en(typed.name_en);
  item.set_name_zh(typed.name_zh);
  item.set_unit(typed.unit);
  item.set_base_content(typed.base_content);
  item.set_unspsc(typed.unspsc);
  item.set_hs(typed.hs);
  item.set_hxl(typed.hxl);
  item.set_note(typed.note);
  for (const std::string& substitute : typed.substitutes) {
    if (!ReadSubstitute(session, substitute, *item.add_substitutes(), code)) {
      return false;
    }
  }
  return true;
}

int Create(Session& session, const Typed& typed) {
  v1::CreateItemRequest request;
  request.set_item_id(typed.id);
  int code = kDone;
  if (!FillItem(session, typed, *request.mutable_item(), code)) return code;
  return ChangeAndShow(session, &RegistryStub::CreateItem, request,
                       ItemDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindItem(session, "name", typed.id, code)) return code;
  v1::UpdateItemRequest request;
  if (!FillItem(session, typed, *request.mutable_item(), code)) return code;
  request.mutable_item()->set_name(ItemName(typed.id));
  if (!MaskOf(session, *typed.verb,
              {{"--category", "category"},
               {"--name", "name_en"},
               {"--name-zh", "name_zh"},
               {"--unit", "unit"},
               {"--base-content", "base_content"},
               {"--unspsc", "unspsc"},
               {"--hs", "hs"},
               {"--hxl", "hxl"},
               {"--note", "note"},
               {"--substitute", "substitutes"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &RegistryStub::UpdateItem, request,
                       ItemDetails());
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("list", "items, by id");
  AddEnum<v1::Category>(*verb, "--category", typed->category,
                        "only of this category");
  Does(*verb, session, typed, &List);
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  AddEnum<v1::Category>(verb, "--category", typed.category,
                        "kind of assistance");
  verb.add_option("--name", typed.name_en, "English name");
  verb.add_option("--name-zh", typed.name_zh, "Chinese name");
  verb.add_option("--unit", typed.unit,
                  "what is counted: piece, box, session, currency");
  verb.add_option("--base-content", typed.base_content,
                  "base units in one unit");
  verb.add_option("--unspsc", typed.unspsc, "UNSPSC code");
  verb.add_option("--hs", typed.hs, "Harmonized System code");
  verb.add_option("--hxl", typed.hxl, "HXL tag and attributes");
  verb.add_option("--note", typed.note, "free text");
  verb.add_option("--substitute", typed.substitutes,
                  "ITEM[:PERCENT] that can serve instead; repeat for more")
      ->allow_extra_args(false);
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "add an item to the catalogue\n"
      "Example: twinaid item create gloves-box --category supplies "
      "--name \"Gloves, box of 100\" --unit box --base-content 100");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  AddFields(*verb, *typed);
  verb->get_option("--category")->required();
  verb->get_option("--name")->required();
  Does(*verb, session, typed, &Create);
}

void AddUpdate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "update",
      "correct an item; --substitute replaces all that are listed\n"
      "Example: twinaid item update mask-n95 --substitute mask-kn95:95");
  verb->add_option("name", typed->id, "its id")->required();
  AddFields(*verb, *typed);
  Does(*verb, session, typed, &Update);
}

}  // namespace

void AddItemCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("item", "the catalogue of kinds of assistance");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &ItemName, &RegistryStub::GetItem, &ItemDetails,
          &FindItem);
  AddCreate(*noun, session);
  AddUpdate(*noun, session);
  AddDelete(*noun, session, &ItemName, &RegistryStub::DeleteItem, &FindItem);
}

}  // namespace twinaid::client
