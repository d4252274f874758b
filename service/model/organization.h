// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who gives or receives at a place: office, NGO, foundation, company, ...
#ifndef TWINAID_SERVICE_MODEL_ORGANIZATION_H_
#define TWINAID_SERVICE_MODEL_ORGANIZATION_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/ids.h"
#include "service/model/meta.h"

namespace twinaid::model {

enum class OrganizationKind {
  kMunicipalOffice = 1,
  kNgo,
  kFoundation,
  kCompany,
  kHospital,
  kUniversity,
  kChamber,
  kAssociation,
  kAgency,
  kIndividual
};

// Somebody to write to or to ring up: an office rather than a person. Seen by
// the organization's own place, and by the sides of a match while it lives.
struct Contact {
  std::string name;   // of the office or the person
  std::string email;  // at least one of e-mail and telephone
  std::string
      telephone;         // digits with blanks, brackets, hyphens, one leading +
  std::string language;  // BCP 47, what to write in; empty: English
  bool notify = false;   // told by e-mail what happens to the seat's matches
  friend bool operator==(const Contact&, const Contact&) = default;
};
inline constexpr int kMaxContacts = 20;

struct Organization {
  using Key = OrganizationId;

  OrganizationId id;
  OrganizationKind kind = OrganizationKind::kMunicipalOffice;
  std::string name_en;  // at least one of the two names
  std::string name_zh;
  PlaceId seat;
  std::string note;
  std::vector<Contact> contacts;  // at most kMaxContacts
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Organization&, const Organization&) = default;
};

// INVALID_ARGUMENT (INVALID_VALUE) for what nobody could write to or ring up;
// `field` is the path of the value. Empty is fine.
absl::Status CheckEmail(absl::string_view email, absl::string_view field);
absl::Status CheckTelephone(absl::string_view telephone,
                            absl::string_view field);

// INVALID_ARGUMENT with the field path.
absl::Status Validate(const Organization& organization);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ORGANIZATION_H_
