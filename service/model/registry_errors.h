// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of places and the links between them.
#ifndef TWINAID_SERVICE_MODEL_REGISTRY_ERRORS_H_
#define TWINAID_SERVICE_MODEL_REGISTRY_ERRORS_H_

#include "absl/status/status.h"
#include "service/model/place.h"
#include "service/model/sister_link.h"

namespace twinaid::model {

// INVALID_ARGUMENT PLACE_CYCLE: the place would lie within itself.
absl::Status PlaceCycle(const PlaceId& place, const PlaceId& parent);
// INVALID_ARGUMENT LINK_KIND_MISMATCH: a link of this kind does not join
// places of these kinds.
absl::Status LinkKindMismatch(LinkKind kind, const Place& a, const Place& b);
// INVALID_ARGUMENT LINK_PLACES_IMMUTABLE: a link keeps its two places.
absl::Status LinkPlacesImmutable(const SisterLinkId& link);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_REGISTRY_ERRORS_H_
