// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who gives or receives at a place: office, NGO, foundation, company, ...
#ifndef TWINAID_SERVICE_MODEL_ORGANIZATION_H_
#define TWINAID_SERVICE_MODEL_ORGANIZATION_H_

#include <string>

#include "absl/status/status.h"
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

struct Organization {
  using Key = OrganizationId;

  OrganizationId id;
  OrganizationKind kind = OrganizationKind::kMunicipalOffice;
  std::string name_en;  // at least one of the two names
  std::string name_zh;
  PlaceId seat;
  std::string note;
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Organization&, const Organization&) = default;
};

// INVALID_ARGUMENT with the field path.
absl::Status Validate(const Organization& organization);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ORGANIZATION_H_
