// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/picture_catalogue.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "client/cli/arguments.h"

namespace twinaid::client {
namespace {

picture::Words OfKind(v1::SisterLink::Kind kind) {
  switch (kind) {
    case v1::SisterLink::SISTER_PROVINCE_STATE:
      return {"sister province and state", "友好省州"};
    case v1::SisterLink::SISTER_CITY:
      return {"sister cities", "友好城市"};
    case v1::SisterLink::COUNTERPART_SUPPORT:
      return {"counterpart support", "对口支援"};
    case v1::SisterLink::FRIENDLY_EXCHANGE:
      return {"friendly exchange", "友好交流"};
    default:
      return {"sister link", "友好关系"};
  }
}

picture::Words OfRung(int rung) {
  constexpr int kExchange = 2;
  constexpr int kAbove = 3;
  constexpr int kAny = 4;
  switch (rung) {
    case 0:
      return {"by hand", "手工匹配"};
    case kExchange:
      return OfKind(v1::SisterLink::FRIENDLY_EXCHANGE);
    case kAbove:
      return {"through the province or state", "经由省州关系"};
    case kAny:
      return {"no tie before", "此前无友好关系"};
    default:
      return OfKind(v1::SisterLink::KIND_UNSPECIFIED);
  }
}

}  // namespace

void PictureCatalogue::AddPlace(const std::string& name, picture::Place place) {
  places_.emplace(IdOf(name), std::move(place));
}

void PictureCatalogue::AddItem(const std::string& name, picture::Words words) {
  items_.emplace(IdOf(name), std::move(words));
}

void PictureCatalogue::AddLink(const std::string& name,
                               v1::SisterLink::Kind kind) {
  links_.emplace(IdOf(name), kind);
}

std::size_t PictureCatalogue::PlaceIn(picture::Page& page,
                                      const std::string& name) {
  const std::string id = IdOf(name);
  const auto [used, is_new] = used_.emplace(id, page.places.size());
  if (is_new) {
    const auto known = places_.find(id);
    page.places.push_back(known == places_.end()
                              ? picture::Place{{id, ""}, std::nullopt}
                              : known->second);
  }
  return used->second;
}

picture::Words PictureCatalogue::Item(const std::string& name) const {
  const auto known = items_.find(IdOf(name));
  if (known == items_.end()) return {IdOf(name), ""};
  return known->second;
}

picture::Words PictureCatalogue::Tie(const std::string& link, int rung) const {
  const auto known = links_.find(IdOf(link));
  return known == links_.end() ? OfRung(rung) : OfKind(known->second);
}

void AddGoods(std::vector<picture::Goods>& goods, picture::Goods more) {
  const auto same = std::find_if(
      goods.begin(), goods.end(), [&](const picture::Goods& other) {
        return other.item == more.item && other.currency == more.currency;
      });
  if (same == goods.end()) {
    goods.push_back(std::move(more));
  } else {
    same->quantity += more.quantity;
  }
}

void SortGoods(std::vector<picture::Goods>& goods) {
  std::sort(goods.begin(), goods.end(),
            [](const picture::Goods& a, const picture::Goods& b) {
              return std::tuple(a.currency, -a.quantity, a.item) <
                     std::tuple(b.currency, -b.quantity, b.item);
            });
}

}  // namespace twinaid::client
