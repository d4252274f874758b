// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The policy: one line a method. What has no line is refused.
#ifndef TWINAID_SERVICE_POLICY_POLICY_H_
#define TWINAID_SERVICE_POLICY_POLICY_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "service/model/principal.h"

namespace twinaid::policy {

// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  template <typename... R>
  explicit constexpr Roles(R... roles) : bits_((Bit(roles) | ... | 0U)) {}
  constexpr bool Has(model::Role role) const {
    return (bits_ & Bit(role)) != 0;
  }

 private:
  static constexpr std::uint32_t Bit(model::Role role) {
    return 1U << static_cast<int>(role);
  }
  std::uint32_t bits_ = 0;
};

// What has to be granted, found in a field of the request.
enum class Ground {
  // A place, or what belongs to one (places/P/needs/N): the place is granted.
  // Unset: nothing to hold on to, the use case refuses it.
  kPlace,
  // The parents of a batch: each request's own, else the batch's.
  kBatchPlaces,
  // A list below a place; below places/- the filter's `place`.
  kPlaceOrFilter,
  // An organization: its seat is granted.
  kOrganization,
  // A scheme, or what belongs to one: the scheme is granted.
  kScheme,
  // A list below a scheme: the scheme, or the filter's `place`, is granted.
  kSchemeOrFilter,
  // A pairing: its scheme, or one of its two places, is granted.
  kPairing,
  // A match: one of its two places is granted.
  kMatch,
  // A match: the place of the side that gives, or that receives, is granted.
  kMatchDonor,
  kMatchRecipient,
  // A match: the place of each side that the field `side` names is granted.
  kMatchSide,
  // A match to be made: one of its two places is granted; both for a gift that
  // is recorded as received.
  kNewMatch,
  // A letter: one of its two places is granted.
  kLetter,
  // A scheme, or the place in the field `donor`, is granted.
  kSchemeOrDonor,
  // A list of matches: a place that the filter names is granted, or the scheme
  // whose round or pairing it names.
  kMatchFilter,
  // A list of events: the filter's `place`, or the place of its `resource`.
  kEventFilter,
  // A principal, or its token: the caller's own, whatever the role but ADMIN.
  kSelf,
  // The same, where those that act everywhere may read others.
  kSelfToRead,
};

// A ground, and the field that it is looked for in ("need.name").
struct Check {
  Ground ground;
  absl::string_view field;
};

struct Rule {
  absl::string_view method;   // "twinaid.v1.RegistryService/GetPlace"
  Roles roles;                // that may call it
  std::vector<Check> checks;  // all must hold; AUDITOR and ADMIN act everywhere
};

// Every line, by method.
const std::vector<Rule>& PolicyTable();

// The line of a method; nullptr: there is none, nobody may call it.
const Rule* FindRule(absl::string_view method);

}  // namespace twinaid::policy

#endif  // TWINAID_SERVICE_POLICY_POLICY_H_
