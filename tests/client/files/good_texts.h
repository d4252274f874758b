// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A small folder without any problem, for tests to spoil.
#ifndef TWINAID_TESTS_CLIENT_FILES_GOOD_TEXTS_H_
#define TWINAID_TESTS_CLIENT_FILES_GOOD_TEXTS_H_

#include "client/files/folder.h"

namespace twinaid::client {

inline FileTexts GoodTexts() {
  return {
      {"places.csv",
       "place_id,kind,name_en,parent_place_id\n"
       "cn,country,China,\n"
       "cn-js,province,Jiangsu,cn\n"
       "us-tx,state,Texas,\n"},
      {"sister_links.csv",
       "link_id,place_a,place_b,kind\n"
       "lnk-1,cn-js,us-tx,sister_province_state\n"},
      {"organizations.csv",
       "organization_id,kind,name_en,seat\n"
       "red-cross,ngo,Red Cross,us-tx\n"},
      {"items.csv",
       "item_id,category,name_en,unit,base_content\n"
       "mask,supplies,Mask,piece,1\n"
       "mask-box,supplies,Box of masks,box,50\n"
       "cash,funds,Cash,currency,\n"},
      {"item_substitutes.csv",
       "item_id,substitute_item_id,ratio,quality\n"
       "mask,mask-box,0.02,0.9\n"},
      {"needs.csv",
       "need_id,place_id,item_id,quantity,urgency,needed_by,substitutes,"
       "min_quality,currency,organization\n"
       "n1,us-tx,mask,100,high,2026-12-01,any,0.5,,red-cross\n"},
      {"offers.csv",
       "offer_id,place_id,item_id,quantity,available_from,available_until,"
       "expires,min_lot,lead_days,directed_to,currency,organization\n"
       "o1,cn-js,mask,80,2026-11-01,2026-12-31,2027-01-31,10,3,us-tx,,\n"},
  };
}

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_FILES_GOOD_TEXTS_H_
