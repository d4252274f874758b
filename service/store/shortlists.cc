// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/shortlists.h"

namespace twinaid::store {

model::Need SketchOf(const model::Need& need) {
  model::Need sketch;
  sketch.name = need.name;
  sketch.item = need.item;
  sketch.currency = need.currency;
  sketch.total = need.open_to_matching();
  sketch.urgency = need.urgency;
  sketch.needed_by = need.needed_by;
  sketch.substitutes = need.substitutes;
  sketch.listed_substitutes = need.listed_substitutes;
  sketch.min_quality_percent = need.min_quality_percent;
  sketch.confirm_time = need.confirm_time;
  return sketch;
}

model::Offer SketchOf(const model::Offer& offer) {
  model::Offer sketch;
  sketch.name = offer.name;
  sketch.item = offer.item;
  sketch.currency = offer.currency;
  sketch.total = offer.available();
  sketch.lead_days = offer.lead_days;
  sketch.available_from = offer.available_from;
  sketch.available_until = offer.available_until;
  sketch.expires = offer.expires;
  sketch.min_lot = offer.min_lot;
  sketch.directed_to = offer.directed_to;
  sketch.confirm_time = offer.confirm_time;
  return sketch;
}

}  // namespace twinaid::store
