// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What each place of a page does, which its mark on the map tells.
#ifndef TWINAID_CLIENT_PICTURE_MARKS_H_
#define TWINAID_CLIENT_PICTURE_MARKS_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "client/picture/page.h"
#include "client/picture/projection.h"

namespace twinaid::picture {

enum class Role {
  kNone,  // not on the map
  kGives,
  kReceives,
  kBoth,
  kWaits  // critical needs are open and nobody helps
};

inline constexpr std::array<Role, 4> kRoles = {Role::kGives, Role::kReceives,
                                               Role::kBoth, Role::kWaits};

struct PlaceRole {
  Role role = Role::kNone;
  std::int64_t lines = 0;  // that begin or end there
};

// By position in page.places. Help that ended does not count.
std::vector<PlaceRole> RolesOf(const Page& page);

Words RoleWords(Role role);

// The mark of a role, `half` units from its middle to its edge.
std::string MarkSvg(Role role, const Point& at, double half);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_MARKS_H_
