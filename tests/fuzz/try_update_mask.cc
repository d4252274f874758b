// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_update_mask.h"

#include <algorithm>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/convert/bytes.h"
#include "service/convert/item.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"
#include "service/convert/scheme.h"
#include "service/convert/sister_link.h"
#include "service/convert/update_mask.h"
#include "tests/fuzz/quiet_text.h"

namespace twinaid::fuzz {
namespace {

using convert::BytesOf;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The bytes of one field alone.
std::string FieldBytes(const Message& message, const FieldDescriptor* field) {
  const std::unique_ptr<Message> alone(message.New());
  alone->CopyFrom(message);
  std::vector<const FieldDescriptor*> set;
  message.GetReflection()->ListFields(message, &set);
  for (const FieldDescriptor* other : set) {
    if (other != field) alone->GetReflection()->ClearField(alone.get(), other);
  }
  return BytesOf(*alone);
}

struct Change {
  const std::vector<absl::string_view>& allowed;
  std::vector<std::string> paths;
  const Message& patch;
  const Message& before;
  const Message& after;
};

bool Names(const Change& change, const FieldDescriptor* field) {
  const auto among = [&](const auto& names) {
    return std::find(names.begin(), names.end(), field->name()) != names.end();
  };
  if (change.paths.empty()) {
    return among(change.allowed) && !FieldBytes(change.patch, field).empty();
  }
  if (change.paths == std::vector<std::string>{"*"}) {
    return among(change.allowed);
  }
  return among(change.paths);
}

void CheckFields(const Change& change, Outcome& outcome) {
  const auto* type = change.patch.GetDescriptor();
  for (int i = 0; i < type->field_count(); ++i) {
    const FieldDescriptor* field = type->field(i);
    const Message& source = Names(change, field) ? change.patch : change.before;
    if (FieldBytes(change.after, field) != FieldBytes(source, field)) {
      Fault(outcome, absl::StrCat(field->name(), " is another"));
    }
  }
}

template <typename Proto>
void TryConversion(const Proto& proto, Outcome& outcome) {
  const auto row = convert::FromProto(proto);
  if (!row.ok()) {
    const std::string fault = FaultOfError(row.status());
    if (!fault.empty()) Fault(outcome, fault);
    return;
  }
  const auto again = convert::FromProto(convert::ToProto(*row));
  if (!again.ok() || !(*again == *row)) {
    Fault(outcome,
          absl::StrCat(
              "not itself after a round trip: ", proto.ShortDebugString(),
              " as ", convert::ToProto(*row).ShortDebugString(), ": ",
              again.ok() ? "another" : again.status().ToString()));
  }
}

template <typename Proto>
void TryAs(const std::vector<absl::string_view>& parts,
           const std::vector<absl::string_view>& allowed, const Masker& apply,
           Outcome& outcome) {
  Proto patch;
  Proto target;
  if (!ReadText(parts[2], patch) || !ReadText(parts[3], target)) return;
  const Proto before = target;
  google::protobuf::FieldMask mask;
  const std::vector<std::string> paths =
      absl::StrSplit(parts[1], ',', absl::SkipEmpty());
  for (const std::string& path : paths) mask.add_paths(path);
  const absl::Status applied = apply(mask, allowed, patch, target);
  if (!applied.ok()) {
    CountRefusal(applied, "UNKNOWN_FIELD_PATH", outcome);
    return;
  }
  ++outcome.taken;
  CheckFields({allowed, paths, patch, before, target}, outcome);
  TryConversion(target, outcome);
}

}  // namespace

Outcome TryUpdateMask(absl::string_view bytes) {
  return TryUpdateMask(bytes, convert::ApplyMask);
}

Outcome TryUpdateMask(absl::string_view bytes, const Masker& apply) {
  Outcome outcome;
  const auto parts = Parts(bytes, "\n", 4);
  const auto as = [&](auto proto, const char* name, const auto& allowed) {
    if (parts[0] != name) return;
    TryAs<decltype(proto)>(parts, allowed, apply, outcome);
  };
  as(v1::Place(), "Place", convert::PlaceFields());
  as(v1::SisterLink(), "SisterLink", convert::SisterLinkFields());
  as(v1::Organization(), "Organization", convert::OrganizationFields());
  as(v1::Item(), "Item", convert::ItemFields());
  as(v1::Need(), "Need", convert::NeedFields());
  as(v1::Offer(), "Offer", convert::OfferFields());
  as(v1::Scheme(), "Scheme", convert::SchemeFields());
  return outcome;
}

}  // namespace twinaid::fuzz
