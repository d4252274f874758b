// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A folder in whose files every column has a text in some row.
#ifndef TWINAID_TESTS_CLIENT_FILES_FULL_TEXTS_H_
#define TWINAID_TESTS_CLIENT_FILES_FULL_TEXTS_H_

#include "client/files/folder.h"

namespace twinaid::client {

inline FileTexts FullTexts() {
  return {
      {"places.csv",
       "place_id,kind,name_en,name_zh,aliases,donor_capacity,"
       "recipient_capacity,parent_place_id,country_code,subdivision,lat,lon,"
       "population,timezone,external_ids\n"
       "cn,country,China,中国,PRC;中华人民共和国,,,,CN,,35.5,103.25,,,\n"
       "cn-js,province,\"Jiangsu, \"\"Su\"\"\",江苏省,Su,2,3,cn,CN,CN-JS,"
       "32.971111,119.455,84748016,Asia/Shanghai,"
       "wikidata=Q16963;geonames=1806260\n"
       "us-tx,state,Texas,得克萨斯州,,,,,US,US-TX,31,-99,29145505,"
       "America/Chicago,\n"},
      {"sister_links.csv",
       "link_id,place_a,place_b,kind,since_year,state,transit_days,note\n"
       "lnk-1,cn-js,us-tx,sister_province_state,1996,suspended,12,"
       "\"signed, then\nrenewed\"\n"},
      {"organizations.csv",
       "organization_id,kind,name_en,name_zh,seat,note\n"
       "red-cross,ngo,Red Cross,红十字会,us-tx,ring twice\n"},
      {"items.csv",
       "item_id,category,name_en,name_zh,unit,base_content,unspsc,hs,hxl,note\n"
       "mask,supplies,Mask,口罩,piece,1,42131713,630790,#item+mask,any\n"
       "mask-box,supplies,Box of masks,盒装口罩,box,50,,,,\n"
       "cash,funds,Cash,资金,currency,,,,,\n"},
      {"item_substitutes.csv",
       "item_id,substitute_item_id,ratio,quality,basis\n"
       "mask,mask-box,0.02,0.9,GB 2626\n"},
      {"needs.csv",
       "need_id,place_id,item_id,quantity,unit,urgency,needed_by,substitutes,"
       "min_quality,currency,organization,note,note_language\n"
       "n1,us-tx,mask,100,piece,high,2026-12-01,mask-box,0.5,,red-cross,"
       "急需,zh\n"
       "n2,us-tx,cash,1250.5,,critical,,,,USD,,,\n"},
      {"offers.csv",
       "offer_id,place_id,item_id,quantity,unit,available_from,"
       "available_until,expires,min_lot,lead_days,directed_to,currency,"
       "organization,certificates,note,note_language\n"
       "o1,cn-js,mask,80,piece,2026-11-01,2026-12-31,2027-01-31,10,3,us-tx,,"
       "red-cross,CE;GB 2626,fresh,en\n"
       "o2,cn-js,cash,99.9,,,,,,,,CNY,,,,\n"},
  };
}

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_FILES_FULL_TEXTS_H_
