// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/webhook_body.h"

#include <nlohmann/json.hpp>

#include "absl/time/time.h"
#include "service/model/names.h"

namespace twinaid::notices {

std::string WebhookBody(const model::Event& event, absl::string_view delivery) {
  using Json = nlohmann::ordered_json;
  Json places = Json::array();
  for (const model::PlaceId& place : event.places) {
    places.push_back(model::ToName(place));
  }
  Json details = Json::object();
  for (const auto& [key, value] : event.details) {
    if (key != "note_salt") details[key] = value;
  }
  Json body;
  body["delivery"] = std::string(delivery);
  body["seq"] = event.seq;
  body["type"] = event.type;
  body["time"] =
      absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", event.time, absl::UTCTimeZone());
  body["resource"] = event.resource;
  body["places"] = std::move(places);
  body["details"] = std::move(details);
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace twinaid::notices
