// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/marks.h"

#include "absl/strings/str_cat.h"
#include "client/picture/numbers.h"

namespace twinaid::picture {
namespace {

void Add(const std::vector<Help>& helps, std::vector<PlaceRole>& roles) {
  for (const Help& help : helps) {
    PlaceRole& donor = roles[help.donor];
    PlaceRole& recipient = roles[help.recipient];
    ++donor.lines;
    ++recipient.lines;
    if (help.step == Step::kEnded) continue;
    donor.role = donor.role == Role::kNone || donor.role == Role::kGives
                     ? Role::kGives
                     : Role::kBoth;
    recipient.role =
        recipient.role == Role::kNone || recipient.role == Role::kReceives
            ? Role::kReceives
            : Role::kBoth;
  }
}

}  // namespace

std::vector<PlaceRole> RolesOf(const Page& page) {
  std::vector<PlaceRole> roles(page.places.size());
  Add(page.pairings, roles);
  Add(page.pool, roles);
  for (const OpenNeed& need : page.critical) {
    PlaceRole& place = roles[need.place];
    if (place.role == Role::kNone) place.role = Role::kWaits;
  }
  return roles;
}

Words RoleWords(Role role) {
  switch (role) {
    case Role::kGives:
      return {"gives", "援助方"};
    case Role::kReceives:
      return {"receives", "受援方"};
    case Role::kBoth:
      return {"gives and receives", "互为援助"};
    case Role::kWaits:
      return {"waits: a critical need, and nobody helps yet",
              "等待中：有危急需求，尚无援助方"};
    case Role::kNone:
      break;
  }
  return {};
}

std::string MarkSvg(Role role, const Point& at, double half) {
  const std::string r = Length(half);
  const std::string side = Length(2 * half);
  switch (role) {
    case Role::kGives:
      return absl::StrCat("<circle class=\"gives\" cx=\"", Length(at.x),
                          "\" cy=\"", Length(at.y), "\" r=\"", r, "\"/>");
    case Role::kReceives:
      return absl::StrCat("<rect class=\"receives\" x=\"", Length(at.x - half),
                          "\" y=\"", Length(at.y - half), "\" width=\"", side,
                          "\" height=\"", side, "\"/>");
    case Role::kBoth: {
      const double wide = 1.3 * half;
      return absl::StrCat("<path class=\"both\" d=\"M", Length(at.x - wide),
                          " ", Length(at.y), "l", Length(wide), " ",
                          Length(-wide), " ", Length(wide), " ", Length(wide),
                          " ", Length(-wide), " ", Length(wide), "z\"/>");
    }
    case Role::kWaits: {
      const double wide = 1.2 * half;
      return absl::StrCat("<path class=\"waits\" d=\"M", Length(at.x - wide),
                          " ", Length(at.y + half), "h", Length(2 * wide), "l",
                          Length(-wide), " ", Length(-2 * half), "z\"/>");
    }
    case Role::kNone:
      break;
  }
  return "";
}

}  // namespace twinaid::picture
