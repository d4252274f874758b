// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/plan_picture.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/arguments.h"
#include "client/cli/picture_catalogue.h"
#include "client/cli/picture_needs.h"
#include "client/cli/reason_text.h"
#include "service/convert/enums.h"

namespace twinaid::client {
namespace {

constexpr double kDegree = 1e7;

PictureCatalogue CatalogueOf(const Folder& folder) {
  PictureCatalogue catalogue;
  for (const model::Place& place : folder.places) {
    picture::Place row{{place.name_en, place.name_zh}, std::nullopt};
    if (place.position) {
      row.position = {place.position->lat_e7 / kDegree,
                      place.position->lon_e7 / kDegree};
    }
    catalogue.AddPlace(place.id.value(), std::move(row));
  }
  for (const model::Item& item : folder.items) {
    catalogue.AddItem(item.id.value(), {item.name_en, item.name_zh});
  }
  for (const model::SisterLink& link : folder.links) {
    catalogue.AddLink(link.id.value(),
                      convert::ToEnum<v1::SisterLink::Kind>(link.kind));
  }
  return catalogue;
}

// "places/wuxi/needs/n" and "places/wuxi/offers/o" as "places/wuxi".
std::string PlaceOf(const std::string& name) {
  return PlaceName(name.substr(0, name.find('/', name.find('/') + 1)));
}

class PlanPainter {
 public:
  PlanPainter(const Folder& folder, const v1::Round& round)
      : catalogue_(CatalogueOf(folder)), plan_(round.plan()) {
    for (const model::Need& need : folder.needs) {
      needs_.emplace(need.name.ToString(), &need);
    }
  }

  void Paint(picture::Page& page) {
    AddHelp(page);
    AddNeeds(page);
  }

 private:
  picture::Help HelpOf(picture::Page& page, const std::string& donor,
                       const std::string& recipient, const std::string& link,
                       int rung) {
    picture::Help help;
    help.donor = catalogue_.PlaceIn(page, donor);
    help.recipient = catalogue_.PlaceIn(page, recipient);
    help.tie = catalogue_.Tie(link, rung);
    return help;
  }

  void AddHelp(picture::Page& page) {
    using Ends = std::pair<std::string, std::string>;
    std::map<Ends, std::size_t> pairings;
    for (const v1::Plan::Pairing& row : plan_.pairings()) {
      pairings.emplace(Ends{row.donor(), row.recipient()},
                       page.pairings.size());
      page.pairings.push_back(HelpOf(page, row.donor(), row.recipient(),
                                     row.sister_link(), row.rung()));
    }
    std::map<Ends, std::size_t> pool;
    for (const v1::Plan::Match& row : plan_.matches()) {
      const Ends ends = {PlaceOf(row.offer()), PlaceOf(row.need())};
      picture::Help* help = nullptr;
      const auto paired = pairings.find(ends);
      if (!row.pooled() && paired != pairings.end()) {
        help = &page.pairings[paired->second];
      } else {
        const auto [pooled, is_new] = pool.emplace(ends, page.pool.size());
        if (is_new) {
          page.pool.push_back(
              HelpOf(page, ends.first, ends.second, "", row.rung()));
        }
        help = &page.pool[pooled->second];
      }
      ++help->matches;
      AddGoods(help->goods, {catalogue_.Item(row.offer_item()),
                             CurrencyOf(row.need()), row.quantity()});
    }
    for (std::vector<picture::Help>* helps : {&page.pairings, &page.pool}) {
      for (picture::Help& help : *helps) SortGoods(help.goods);
    }
  }

  std::string CurrencyOf(const std::string& need) const {
    const auto found = needs_.find(need);
    return found == needs_.end() ? "" : found->second->currency;
  }

  // A need had open what the plan proposes of it and what it leaves.
  void AddNeeds(picture::Page& page) {
    struct Share {
      std::int64_t proposed = 0;
      std::int64_t left = 0;
      v1::UnmetNeed::Reason reason = v1::UnmetNeed::REASON_UNSPECIFIED;
    };
    std::map<std::string, Share> shares;
    for (const v1::Plan::Match& row : plan_.matches()) {
      shares[row.need()].proposed += row.quantity();
    }
    for (const v1::UnmetNeed& row : plan_.unmet()) {
      shares[row.need()].left += row.quantity();
      shares[row.need()].reason = row.reason();
    }
    std::map<std::tuple<std::string, std::string, std::string>,
             picture::Coverage>
        rows;
    for (const auto& [name, share] : shares) {
      const auto found = needs_.find(name);
      if (found == needs_.end()) continue;  // a plan has needs of its folder
      const model::Need& need = *found->second;
      picture::Coverage& row =
          rows[{PlaceOf(name), need.item.value(), need.currency}];
      ++row.needs;
      row.needs_met += share.left == 0 ? 1 : 0;
      row.needed += share.proposed + share.left;
      row.proposed += share.proposed;
      if (share.left == 0) continue;
      if (need.urgency != model::Urgency::kCritical) {
        ++page.other_open_needs;
        continue;
      }
      page.critical.push_back({catalogue_.PlaceIn(page, PlaceOf(name)),
                               catalogue_.Item(need.item.value()),
                               need.currency, share.left, need.needed_by,
                               WhyWords(share.reason)});
    }
    for (auto& [key, row] : rows) {
      row.place = catalogue_.PlaceIn(page, std::get<0>(key));
      row.item = catalogue_.Item(std::get<1>(key));
      row.currency = std::get<2>(key);
      page.coverage.push_back(std::move(row));
    }
    SortCritical(page);
  }

  PictureCatalogue catalogue_;
  const v1::Plan& plan_;
  std::map<std::string, const model::Need*> needs_;
};

// "counterpart, rungs 1 to 2, pool fair".
picture::Words PolicyWords(const v1::Policy& policy) {
  const std::string rungs = absl::StrCat(policy.rungs());
  const bool mutual = policy.shape() == v1::Policy::MUTUAL;
  picture::Words words = {absl::StrCat(mutual ? "mutual pairs" : "counterparts",
                                       ", rungs 1 to ", rungs),
                          absl::StrCat(mutual ? "互助结对" : "对口结对",
                                       "，第 1 至 ", rungs, " 层")};
  return words;
}

}  // namespace

picture::Page PlanPicture(const Folder& folder, const std::string& path,
                          const v1::Round& round, absl::CivilDay as_of) {
  picture::Page page;
  page.kind = picture::Kind::kPlan;
  page.as_of = as_of;
  // "data", whichever way it was typed.
  const std::string name = (std::filesystem::path(path) / "")
                               .lexically_normal()
                               .parent_path()
                               .filename()
                               .string();
  const picture::Words policy = PolicyWords(round.policy());
  page.about = {absl::StrCat("Folder ", name, ": ", policy.en),
                absl::StrCat("文件夹 ", name, "：", policy.zh)};
  constexpr std::size_t kTold = 12;
  const std::string hash = round.input_hash().substr(0, kTold);
  page.source = {absl::StrCat("input ", hash), absl::StrCat("输入 ", hash)};
  PlanPainter(folder, round).Paint(page);
  return page;
}

}  // namespace twinaid::client
