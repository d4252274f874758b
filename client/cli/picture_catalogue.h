// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a picture calls places, items and ties, collected from what a server or
// a folder has.
#ifndef TWINAID_CLIENT_CLI_PICTURE_CATALOGUE_H_
#define TWINAID_CLIENT_CLI_PICTURE_CATALOGUE_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "client/picture/page.h"
#include "twinaid/v1/place.pb.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::client {

// Not thread-safe. Names are taken whole ("places/P") or as ids.
class PictureCatalogue {
 public:
  void AddPlace(const std::string& name, picture::Place place);
  void AddItem(const std::string& name, picture::Words words);
  void AddLink(const std::string& name, v1::SisterLink::Kind kind);

  // Where the place stands in page.places; it is put there at the first call.
  // A place that is not known is called by its id.
  std::size_t PlaceIn(picture::Page& page, const std::string& name);
  // An item that is not known is called by its id.
  picture::Words Item(const std::string& name) const;
  // What a tie is called: by the link's kind where there is a link, else by the
  // rung it was found on.
  picture::Words Tie(const std::string& link, int rung) const;

 private:
  std::map<std::string, picture::Place> places_;
  std::map<std::string, picture::Words> items_;
  std::map<std::string, v1::SisterLink::Kind> links_;
  std::map<std::string, std::size_t> used_;
};

// Goods of one kind put together, the largest quantity first and money last.
void AddGoods(std::vector<picture::Goods>& goods, picture::Goods more);
void SortGoods(std::vector<picture::Goods>& goods);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PICTURE_CATALOGUE_H_
