// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/update_mask.h"

#include <algorithm>
#include <memory>
#include <string>

#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"

namespace twinaid::convert {
namespace {

using Fields = std::vector<absl::string_view>;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

bool IsSet(const Message& message, const FieldDescriptor* field) {
  const auto* reflection = message.GetReflection();
  return field->is_repeated() ? reflection->FieldSize(message, field) > 0
                              : reflection->HasField(message, field);
}

void TakeOver(const Message& patch, const FieldDescriptor* field,
              Message& target) {
  target.GetReflection()->ClearField(&target, field);
  // A copy that holds this field alone is merged: that works for every type.
  const std::unique_ptr<Message> alone(patch.New());
  alone->CopyFrom(patch);
  std::vector<const FieldDescriptor*> set;
  alone->GetReflection()->ListFields(*alone, &set);
  for (const FieldDescriptor* other : set) {
    if (other != field) alone->GetReflection()->ClearField(alone.get(), other);
  }
  target.MergeFrom(*alone);
}

const Fields& Leak(Fields fields) { return *new Fields(std::move(fields)); }

}  // namespace

absl::Status ApplyMask(const google::protobuf::FieldMask& mask,
                       const Fields& allowed, const Message& patch,
                       Message& target) {
  std::vector<std::string> paths(mask.paths().begin(), mask.paths().end());
  const bool implied = paths.empty();
  if (implied || (paths.size() == 1 && paths[0] == "*")) {
    paths.clear();
    for (const absl::string_view path : allowed) paths.emplace_back(path);
  }
  for (const std::string& path : paths) {
    if (std::find(allowed.begin(), allowed.end(), path) == allowed.end()) {
      return model::UnknownFieldPath(path, absl::StrJoin(allowed, ", "));
    }
    const FieldDescriptor* field = patch.GetDescriptor()->FindFieldByName(path);
    if (implied && !IsSet(patch, field)) continue;
    TakeOver(patch, field, target);
  }
  return absl::OkStatus();
}

const Fields& PlaceFields() {
  static const Fields& fields = Leak(
      {"kind", "name_en", "name_zh", "aliases", "parent_place", "country_code",
       "subdivision", "position", "population", "time_zone", "external_ids",
       "donor_capacity", "recipient_capacity"});
  return fields;
}

const Fields& SisterLinkFields() {
  static const Fields& fields =
      Leak({"kind", "since_year", "state", "transit_days", "note"});
  return fields;
}

const Fields& OrganizationFields() {
  static const Fields& fields =
      Leak({"kind", "name_en", "name_zh", "seat", "note", "contacts"});
  return fields;
}

const Fields& ItemFields() {
  static const Fields& fields =
      Leak({"category", "name_en", "name_zh", "unit", "base_content", "unspsc",
            "hs", "hxl", "note", "substitutes"});
  return fields;
}

const Fields& NeedFields() {
  static const Fields& fields =
      Leak({"quantity", "urgency", "needed_by", "substitutes",
            "listed_substitutes", "min_quality_percent", "currency",
            "beneficiary", "note", "note_language"});
  return fields;
}

const Fields& OfferFields() {
  static const Fields& fields =
      Leak({"quantity", "available_from", "available_until", "expires",
            "min_lot", "lead_days", "directed_to", "currency", "donor",
            "certificates", "note", "note_language"});
  return fields;
}

const Fields& SchemeFields() {
  static const Fields& fields =
      Leak({"title_en", "title_zh", "participants", "third_places", "policy",
            "confirm_days", "answer_days", "round_every_hours",
            "round_after_minutes"});
  return fields;
}

const Fields& PrincipalFields() {
  static const Fields& fields =
      Leak({"role", "title", "places", "schemes", "disabled"});
  return fields;
}

}  // namespace twinaid::convert
