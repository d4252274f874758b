// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who may act, and the tokens by which they say who they are.
#ifndef TWINAID_SERVICE_MODEL_PRINCIPAL_H_
#define TWINAID_SERVICE_MODEL_PRINCIPAL_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/names.h"

namespace twinaid::model {

enum class Role { kOffice = 1, kCoordinator, kIntegrator, kAuditor, kAdmin };

// Whether the role acts everywhere and is granted nothing by name.
inline bool IsEverywhere(Role role) {
  return role == Role::kAuditor || role == Role::kAdmin;
}

struct Principal {
  using Key = PrincipalId;

  PrincipalId id;
  Role role = Role::kOffice;
  std::string title;
  std::vector<PlaceId> places;  // each with what lies inside it
  bool every_place = false;     // then `places` is empty
  std::vector<SchemeId> schemes;
  bool every_scheme = false;
  bool disabled = false;
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Principal&, const Principal&) = default;
};

// Longest list of grants of one kind.
inline constexpr int kMaxGrants = 1000;

// INVALID_ARGUMENT with the field path: no title, an unknown role, a grant
// named twice or too many, grants for a role that acts everywhere.
absl::Status Validate(const Principal& principal);

// What the store keeps of a secret: SHA-256, hex.
std::string HashOfSecret(absl::string_view secret);

struct Token {
  using Key = TokenId;

  TokenId id;
  PrincipalId principal;
  std::string title;        // may be empty
  std::string secret_hash;  // SHA-256 of the secret, hex
  absl::Time expire_time;
  std::optional<absl::Time> revoke_time;
  absl::Time create_time;

  const Key& key() const { return id; }
  TokenName name() const { return {principal, id}; }
  friend bool operator==(const Token&, const Token&) = default;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_PRINCIPAL_H_
