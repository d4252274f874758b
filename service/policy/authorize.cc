// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/policy/authorize.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "service/access/grants.h"
#include "service/convert/queries.h"
#include "service/model/access_errors.h"
#include "service/model/common_errors.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/model/match.h"
#include "service/model/names.h"
#include "service/model/status_macros.h"
#include "service/policy/policy.h"
#include "service/policy/request_fields.h"
#include "twinaid/v1/common.pb.h"
#include "twinaid/v1/match.pb.h"

namespace twinaid::policy {
namespace {

using google::protobuf::Message;
using model::PlaceId;

constexpr absl::string_view kEvery = "-";

// The first id of a name: P in places/P and in places/P/needs/N.
template <typename IdType>
std::optional<absl::string_view> FirstIdOf(absl::string_view name) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  if (parts.size() < 2 || parts[0] != model::TagOf<IdType>::type::kCollection) {
    return std::nullopt;
  }
  if (parts[1] != kEvery && !model::IsSlug(parts[1])) return std::nullopt;
  return parts[1];
}

template <typename IdType>
absl::Status NotAName(absl::string_view field, absl::string_view given) {
  const std::string form =
      absl::StrCat(model::TagOf<IdType>::type::kCollection, "/{",
                   model::TagOf<IdType>::type::kKind, "}");
  return model::InvalidValue(field, model::Shown(given, 200),
                             absl::StrCat("a name that begins with ", form),
                             absl::StrCat("以 ", form, " 开头的名称"));
}

// One call, judged.
class Judge {
 public:
  Judge(const store::ReadTransaction& tx, const model::Principal& who,
        const Message& request)
      : tx_(tx), who_(who), request_(request) {}

  absl::Status Holds(const Check& check) {
    switch (check.ground) {
      case Ground::kPlace:
        return EachPlace(check.field);
      case Ground::kBatchPlaces:
        return BatchPlaces();
      case Ground::kPlaceOrFilter:
        return PlaceOrFilter(check.field);
      case Ground::kOrganization:
        return Organization(check.field);
      case Ground::kScheme:
        return EachScheme(check.field);
      case Ground::kSchemeOrFilter:
        return SchemeOrFilter(check.field);
      case Ground::kPairing:
        return Pairing(check.field);
      case Ground::kMatch:
      case Ground::kMatchDonor:
      case Ground::kMatchRecipient:
      case Ground::kMatchSide:
        return Match(check);
      case Ground::kNewMatch:
        return NewMatch();
      case Ground::kLetter:
        return Letter(check.field);
      case Ground::kSchemeOrDonor:
        return SchemeOrDonor(check.field);
      case Ground::kMatchFilter:
        return MatchFilter();
      case Ground::kEventFilter:
        return EventFilter();
      case Ground::kSelf:
      case Ground::kSelfToRead:
        return Self(check);
    }
    return Refused("-");
  }

 private:
  absl::Status Refused(absl::string_view what) const {
    return model::NotGranted(who_, what);
  }

  absl::StatusOr<bool> Granted(const PlaceId& place) const {
    return access::IsGranted(tx_, who_, place);
  }

  // The place of a name is granted; `what` is said where it is not.
  absl::Status PlaceOf(absl::string_view name, absl::string_view field,
                       absl::string_view what) const {
    const auto id = FirstIdOf<PlaceId>(name);
    if (!id) return NotAName<PlaceId>(field, name);
    if (*id == kEvery) {
      return who_.every_place ? absl::OkStatus() : Refused(what);
    }
    TWINAID_ASSIGN_OR_RETURN(const bool granted,
                             Granted(PlaceId::Trusted(*id)));
    return granted ? absl::OkStatus() : Refused(what);
  }

  // Any of them is granted.
  absl::Status AnyOf(const std::vector<PlaceId>& places,
                     absl::string_view what) const {
    for (const PlaceId& place : places) {
      TWINAID_ASSIGN_OR_RETURN(const bool granted, Granted(place));
      if (granted) return absl::OkStatus();
    }
    return Refused(what);
  }

  absl::Status EachPlace(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      TWINAID_RETURN_IF_ERROR(PlaceOf(name, field, name));
    }
    return absl::OkStatus();
  }

  absl::Status BatchPlaces() const {
    const std::vector<std::string> batch = TextsAt(request_, "parent");
    const std::string parent = batch.empty() ? "places/-" : batch.front();
    const std::vector<std::string> own = TextsAt(request_, "requests.parent");
    const auto* requests =
        request_.GetDescriptor()->FindFieldByName("requests");
    const int all = request_.GetReflection()->FieldSize(request_, requests);
    if (static_cast<int>(own.size()) < all || all == 0) {
      TWINAID_RETURN_IF_ERROR(PlaceOf(parent, "parent", parent));
    }
    return EachPlace("requests.parent");
  }

  absl::Status PlaceOrFilter(absl::string_view field) const {
    const std::vector<std::string> parents = TextsAt(request_, field);
    if (parents.empty() || parents.front() != "places/-") {
      return EachPlace(field);
    }
    if (who_.every_place) return absl::OkStatus();
    // The same field in the filters of needs and of offers.
    return FilteredPlace(parents.front());
  }

  // The place that the filter names; `what` is said where none is granted.
  absl::Status FilteredPlace(absl::string_view what) const {
    const std::vector<std::string> filter = TextsAt(request_, "filter");
    if (filter.empty()) return Refused(what);
    TWINAID_ASSIGN_OR_RETURN(const std::optional<PlaceId> place,
                             convert::PlaceInFilter(filter.front()));
    if (!place) return Refused(what);
    return AnyOf({*place}, model::ToName(*place));
  }

  absl::Status Organization(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      const auto id = FirstIdOf<model::OrganizationId>(name);
      if (!id) return NotAName<model::OrganizationId>(field, name);
      TWINAID_ASSIGN_OR_RETURN(
          const std::optional<model::Organization> row,
          tx_.organizations().Find(model::OrganizationId::Trusted(*id)));
      if (!row) return Refused(name);
      TWINAID_RETURN_IF_ERROR(AnyOf({row->seat}, name));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<bool> SchemeGranted(absl::string_view name,
                                     absl::string_view field) const {
    const auto id = FirstIdOf<model::SchemeId>(name);
    if (!id) return NotAName<model::SchemeId>(field, name);
    if (*id == kEvery) return who_.every_scheme;
    return access::IsGranted(who_, model::SchemeId::Trusted(*id));
  }

  absl::Status EachScheme(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      TWINAID_ASSIGN_OR_RETURN(const bool granted, SchemeGranted(name, field));
      if (!granted) return Refused(name);
    }
    return absl::OkStatus();
  }

  absl::Status SchemeOrFilter(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      TWINAID_ASSIGN_OR_RETURN(const bool granted, SchemeGranted(name, field));
      if (!granted) return FilteredPlace(name);
    }
    return absl::OkStatus();
  }

  absl::Status Pairing(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      TWINAID_ASSIGN_OR_RETURN(const bool granted, SchemeGranted(name, field));
      if (granted) continue;
      const auto key = model::PairingName::Parse(name);
      if (!key.ok()) return model::ForField(key.status(), field);
      TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Pairing> row,
                               tx_.pairings().Find(*key));
      if (!row) return Refused(name);
      TWINAID_RETURN_IF_ERROR(AnyOf({row->donor, row->recipient}, name));
    }
    return absl::OkStatus();
  }

  absl::Status MatchNamed(const std::string& name, const Check& check) const {
    const auto id = FirstIdOf<model::MatchId>(name);
    if (!id) return NotAName<model::MatchId>(check.field, name);
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Match> row,
                             tx_.matches().Find(model::MatchId::Trusted(*id)));
    if (!row) return Refused(name);
    const PlaceId& donor = row->donor_place();
    const PlaceId& recipient = row->recipient_place();
    switch (check.ground) {
      case Ground::kMatchDonor:
        return AnyOf({donor}, name);
      case Ground::kMatchRecipient:
        return AnyOf({recipient}, name);
      case Ground::kMatchSide:
        break;
      default:
        return AnyOf({donor, recipient}, name);
    }
    const int side = EnumAt(request_, "side");
    if (side != v1::RECIPIENT) TWINAID_RETURN_IF_ERROR(AnyOf({donor}, name));
    if (side != v1::DONOR) TWINAID_RETURN_IF_ERROR(AnyOf({recipient}, name));
    return absl::OkStatus();
  }

  absl::Status Match(const Check& check) const {
    for (const std::string& name : TextsAt(request_, check.field)) {
      TWINAID_RETURN_IF_ERROR(MatchNamed(name, check));
    }
    return absl::OkStatus();
  }

  absl::Status NewMatch() const {
    const std::vector<std::string> needs = TextsAt(request_, "match.need");
    const std::vector<std::string> offers = TextsAt(request_, "match.offer");
    if (needs.empty() || offers.empty()) return absl::OkStatus();
    const absl::Status need =
        PlaceOf(needs.front(), "match.need", needs.front());
    const absl::Status offer =
        PlaceOf(offers.front(), "match.offer", offers.front());
    if (need.ok() && offer.ok()) return absl::OkStatus();
    const bool one = need.ok() || offer.ok();
    if (one && !IsRecorded()) return absl::OkStatus();
    return need.ok() ? offer : need;
  }

  // A gift that happened: neither side will be asked.
  bool IsRecorded() const {
    const auto* match = request_.GetDescriptor()->FindFieldByName("match");
    const Message& asked =
        request_.GetReflection()->GetMessage(request_, match);
    return EnumAt(asked, "origin") == v1::Match::RECORDED;
  }

  absl::Status Letter(absl::string_view field) const {
    for (const std::string& name : TextsAt(request_, field)) {
      const auto id = FirstIdOf<model::LetterId>(name);
      if (!id) return NotAName<model::LetterId>(field, name);
      TWINAID_ASSIGN_OR_RETURN(
          const std::optional<model::Letter> row,
          tx_.letters().Find(model::LetterId::Trusted(*id)));
      if (!row) return Refused(name);
      TWINAID_RETURN_IF_ERROR(AnyOf({row->from, row->to}, name));
    }
    return absl::OkStatus();
  }

  absl::Status SchemeOrDonor(absl::string_view field) const {
    const std::vector<std::string> donors = TextsAt(request_, "donor");
    if (!donors.empty()) {
      const absl::Status own = PlaceOf(donors.front(), "donor", donors.front());
      if (own.ok()) return own;
    }
    return EachScheme(field);
  }

  absl::Status MatchFilter() const {
    const std::vector<std::string> filter = TextsAt(request_, "filter");
    if (who_.every_place) return absl::OkStatus();
    if (filter.empty()) return Refused("matches/-");
    TWINAID_ASSIGN_OR_RETURN(const store::MatchQuery query,
                             convert::MatchQueryOf(filter.front()));
    // Whoever has a scheme sees what its rounds proposed.
    if (query.round && access::IsGranted(who_, query.round->parent)) {
      return absl::OkStatus();
    }
    if (query.pairing && access::IsGranted(who_, query.pairing->parent)) {
      return absl::OkStatus();
    }
    std::vector<PlaceId> places;
    for (const auto& place : {query.place, query.donor, query.recipient}) {
      if (place) places.push_back(*place);
    }
    if (query.need) places.push_back(query.need->parent);
    if (query.offer) places.push_back(query.offer->parent);
    return AnyOf(places,
                 places.empty() ? "matches/-" : model::ToName(places.front()));
  }

  absl::Status EventFilter() const {
    if (who_.every_place) return absl::OkStatus();
    const std::vector<std::string> filter = TextsAt(request_, "filter");
    if (filter.empty()) return Refused("events/-");
    TWINAID_ASSIGN_OR_RETURN(const store::EventQuery query,
                             convert::EventQueryOf(filter.front()));
    if (query.place) return AnyOf({*query.place}, model::ToName(*query.place));
    if (!query.resource) return Refused("events/-");
    if (FirstIdOf<model::MatchId>(*query.resource)) {
      return MatchNamed(*query.resource, {Ground::kMatch, "filter"});
    }
    if (!FirstIdOf<PlaceId>(*query.resource)) return Refused(*query.resource);
    return PlaceOf(*query.resource, "filter", *query.resource);
  }

  absl::Status Self(const Check& check) const {
    for (const std::string& name : TextsAt(request_, check.field)) {
      const auto id = FirstIdOf<model::PrincipalId>(name);
      if (!id) return NotAName<model::PrincipalId>(check.field, name);
      if (*id != who_.id.value()) return Refused(name);
    }
    return absl::OkStatus();
  }

  const store::ReadTransaction& tx_;
  const model::Principal& who_;
  const Message& request_;
};

// Whether a role that acts everywhere is spared the check.
bool IsSpared(const model::Principal& principal, Ground ground) {
  if (principal.role == model::Role::kAdmin) return true;
  return principal.role == model::Role::kAuditor && ground != Ground::kSelf;
}

// "auditor, admin": who may call it; "nobody" for a method that is no rule's.
std::string RolesText(const Rule* rule) {
  std::vector<absl::string_view> words;
  for (int i = 1; i <= static_cast<int>(model::Role::kAdmin); ++i) {
    const auto role = static_cast<model::Role>(i);
    if (rule != nullptr && rule->roles.Has(role)) {
      words.push_back(model::WordOf(role));
    }
  }
  return words.empty() ? "nobody" : absl::StrJoin(words, ", ");
}

}  // namespace

absl::Status Authorize(const store::ReadTransaction& tx,
                       const model::Principal& principal,
                       absl::string_view method, const Message& request) {
  const Rule* rule = FindRule(method);
  if (rule == nullptr || !rule->roles.Has(principal.role)) {
    return model::MethodNotPermitted(principal, method, RolesText(rule));
  }
  Judge judge(tx, principal, request);
  for (const Check& check : rule->checks) {
    if (IsSpared(principal, check.ground)) continue;
    TWINAID_RETURN_IF_ERROR(judge.Holds(check));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::policy
