// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/event.h"

#include "service/convert/fields.h"

namespace twinaid::convert {

v1::Event ToProto(const model::Event& event) {
  v1::Event proto;
  proto.set_name(model::EventName(event.seq));
  proto.set_seq(event.seq);
  *proto.mutable_time() = ToProto(event.time);
  proto.set_principal(event.principal);
  proto.set_type(event.type);
  proto.set_resource(event.resource);
  for (const model::PlaceId& place : event.places) {
    proto.add_places(NameOrEmpty(place));
  }
  proto.mutable_details()->insert(event.details.begin(), event.details.end());
  proto.set_request_id(event.request_id);
  proto.set_prev_hash(event.prev_hash);
  proto.set_hash(event.hash);
  return proto;
}

}  // namespace twinaid::convert
