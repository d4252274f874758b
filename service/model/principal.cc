// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/principal.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

template <typename IdType>
absl::Status CheckGrants(const std::vector<IdType>& grants, bool every,
                         bool everywhere, absl::string_view field) {
  if (everywhere && (every || !grants.empty())) {
    return InvalidValue(field, every ? "-" : ToName(grants.front()),
                        "nothing: auditors and admins act everywhere",
                        "留空：审计员和管理员不限范围");
  }
  TWINAID_RETURN_IF_ERROR(CheckRange(static_cast<std::int64_t>(grants.size()),
                                     field, 0, kMaxGrants));
  std::set<IdType> seen;
  for (std::size_t i = 0; i < grants.size(); ++i) {
    if (seen.insert(grants[i]).second) continue;
    return InvalidValue(absl::StrCat(field, "[", i, "]"), ToName(grants[i]),
                        "each name once", "每个名称只列一次");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const Principal& principal) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(principal.role, "role"));
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(principal.title, "title"));
  TWINAID_RETURN_IF_ERROR(CheckText(principal.title, "title", kMaxNameBytes));
  const bool everywhere = IsEverywhere(principal.role);
  TWINAID_RETURN_IF_ERROR(CheckGrants(principal.places, principal.every_place,
                                      everywhere, "places"));
  return CheckGrants(principal.schemes, principal.every_scheme, everywhere,
                     "schemes");
}

std::string HashOfSecret(absl::string_view secret) { return Sha256Hex(secret); }

}  // namespace twinaid::model
