// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/registry.h"
#include "service/core/rows.h"
#include "service/core/slugs.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"

namespace twinaid::core {
namespace {

// Items that come with this one, by id.
using Company = std::map<model::ItemId, const model::Item*>;

// Substitutes are there and may stand in.
absl::Status CheckSubstitutes(const View& v, const model::Item& item,
                              const Company& company) {
  for (std::size_t i = 0; i < item.substitutes.size(); ++i) {
    const model::ItemId& id = item.substitutes[i].item;
    const std::string field = absl::StrCat("substitutes[", i, "].item");
    model::Item other;
    if (const auto it = company.find(id); it != company.end()) {
      other = *it->second;
    } else {
      TWINAID_ASSIGN_OR_RETURN(other, Refer(v.tx.items(), id, field));
    }
    TWINAID_RETURN_IF_ERROR(model::CheckSubstitute(item, other, field));
  }
  return absl::OkStatus();
}

// A need or offer that uses the item; empty if there is none.
absl::StatusOr<std::string> UserOf(const View& v, const model::ItemId& id) {
  store::NeedQuery needs;
  needs.item = id;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Need> need,
                           v.tx.needs().List(needs, std::nullopt, 1));
  if (!need.empty()) return need[0].name.ToString();
  store::OfferQuery offers;
  offers.item = id;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Offer> offer,
                           v.tx.offers().List(offers, std::nullopt, 1));
  return offer.empty() ? std::string() : offer[0].name.ToString();
}

absl::Status Note(Mutation& m, absl::string_view type,
                  const model::Item& item) {
  return Record(m, type, model::ToName(item.id), {},
                {{"category", std::string(model::WordOf(item.category))},
                 {"unit", item.unit},
                 {"base_content", absl::StrCat(item.base_content)}});
}

void SortSubstitutes(model::Item& item) {
  std::sort(item.substitutes.begin(), item.substitutes.end(),
            [](const auto& a, const auto& b) { return a.item < b.item; });
}

// The row without its substitutes first: they may come later in the batch.
absl::Status Prepare(Mutation& m, model::Item& item) {
  TWINAID_RETURN_IF_ERROR(model::Validate(item));
  if (item.id.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        item.id, FreeId<model::Item>(m.tx.items(), item.name_en, "item"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.items(), item.id));
  item.meta = NewMeta(m.now);
  SortSubstitutes(item);
  model::Item alone = item;
  alone.substitutes.clear();
  return m.tx.items().Insert(alone);
}

}  // namespace

absl::StatusOr<model::Item> GetItem(const View& v, const model::ItemId& id) {
  return Require(v.tx.items(), id);
}

absl::StatusOr<model::Item> CreateItem(Mutation& m, model::Item item) {
  absl::StatusOr<std::vector<model::Item>> made =
      CreateItems(m, {std::move(item)});
  if (!made.ok()) return made.status();
  return std::move(made->front());
}

absl::StatusOr<std::vector<model::Item>> CreateItems(
    Mutation& m, std::vector<model::Item> items) {
  const bool many = items.size() > 1;
  const auto at = [&](std::size_t i, const absl::Status& status) {
    return many
               ? model::AtField(status, absl::StrCat("requests[", i, "].item."))
               : status;
  };
  Company company;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (absl::Status s = Prepare(m, items[i]); !s.ok()) return at(i, s);
    company[items[i].id] = &items[i];
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (absl::Status s = CheckSubstitutes(m.view(), items[i], company);
        !s.ok()) {
      return at(i, s);
    }
    TWINAID_RETURN_IF_ERROR(m.tx.items().Update(items[i]));
    TWINAID_RETURN_IF_ERROR(Note(m, "item.created", items[i]));
  }
  return items;
}

absl::StatusOr<model::Item> UpdateItem(Mutation& m, model::Item item,
                                       absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Item before,
                           RequireFresh(m.tx.items(), item.id, etag));
  TWINAID_RETURN_IF_ERROR(model::Validate(item));
  TWINAID_RETURN_IF_ERROR(CheckSubstitutes(m.view(), item, {{item.id, &item}}));
  if (item.unit != before.unit || item.category != before.category ||
      item.base_content != before.base_content) {
    TWINAID_ASSIGN_OR_RETURN(const std::string user, UserOf(m.view(), item.id));
    if (!user.empty()) return model::InUse(model::ToName(item.id), user);
  }
  SortSubstitutes(item);
  item.meta = before.meta;
  if (item == before) return item;
  item.meta = EditedMeta(before.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.items().Update(item));
  TWINAID_RETURN_IF_ERROR(Note(m, "item.updated", item));
  return item;
}

absl::Status DeleteItem(Mutation& m, const model::ItemId& id,
                        absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           RequireFresh(m.tx.items(), id, etag));
  TWINAID_RETURN_IF_ERROR(m.tx.items().Delete(id));
  return Note(m, "item.deleted", item);
}

}  // namespace twinaid::core
