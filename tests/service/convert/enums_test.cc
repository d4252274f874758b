// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/enums.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/ascii.h"
#include "service/model/enum_names.h"
#include "service/model/item.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "tests/support/status_matchers.h"
#include "twinaid/v1/match.pb.h"
#include "twinaid/v1/need.pb.h"
#include "twinaid/v1/offer.pb.h"
#include "twinaid/v1/organization.pb.h"
#include "twinaid/v1/pairing.pb.h"
#include "twinaid/v1/place.pb.h"
#include "twinaid/v1/principal.pb.h"
#include "twinaid/v1/round.pb.h"
#include "twinaid/v1/scheme.pb.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::convert {
namespace {

// Every value of the contract but 0 is a value of the domain with the same
// name, and there are no others.
template <typename Proto, typename Model>
void ExpectSame(const google::protobuf::EnumDescriptor* descriptor) {
  SCOPED_TRACE(descriptor->full_name());
  for (int i = 1; i < descriptor->value_count(); ++i) {
    const auto* value = descriptor->value(i);
    EXPECT_EQ(value->number(), i);
    const auto model = static_cast<Model>(value->number());
    std::string word(model::WordOf(model));
    // The file word of one value differs from its name in the contract.
    if (value->name() == "BY_VALUE") word = "by_value";
    EXPECT_EQ(absl::AsciiStrToUpper(word), value->name());
    EXPECT_EQ(static_cast<int>(ToEnum<Proto>(model)), value->number());
    EXPECT_THAT(FromEnum<Model>(static_cast<Proto>(value->number()), "f"),
                IsOkAndHolds(model));
  }
  EXPECT_EQ(model::WordOf(static_cast<Model>(descriptor->value_count())),
            "unknown");
}

#define TWINAID_SAME(Proto, Model) \
  ExpectSame<Proto, model::Model>(google::protobuf::GetEnumDescriptor<Proto>())

TEST(EnumsTest, AreTheSameInContractAndDomain) {
  TWINAID_SAME(v1::Place::Kind, PlaceKind);
  TWINAID_SAME(v1::SisterLink::Kind, LinkKind);
  TWINAID_SAME(v1::SisterLink::State, LinkState);
  TWINAID_SAME(v1::Organization::Kind, OrganizationKind);
  TWINAID_SAME(v1::Category, Category);
  TWINAID_SAME(v1::Urgency, Urgency);
  TWINAID_SAME(v1::Reason, Reason);
  TWINAID_SAME(v1::Side, Side);
  TWINAID_SAME(v1::Need::State, NeedState);
  TWINAID_SAME(v1::Need::SubstitutePolicy, SubstitutePolicy);
  TWINAID_SAME(v1::Offer::State, OfferState);
  TWINAID_SAME(v1::Policy::Shape, Shape);
  TWINAID_SAME(v1::Policy::Tiers, Tiers);
  TWINAID_SAME(v1::Policy::Pool, Pool);
  TWINAID_SAME(v1::Policy::Keep, Keep);
  TWINAID_SAME(v1::Round::State, RoundState);
  TWINAID_SAME(v1::StageCertificate::Kind, StageKind);
  TWINAID_SAME(v1::UnmetNeed::Reason, UnmetReason);
  TWINAID_SAME(v1::Pairing::State, PairingState);
  TWINAID_SAME(v1::Match::State, MatchState);
  TWINAID_SAME(v1::Match::Origin, MatchOrigin);
  TWINAID_SAME(v1::Principal::Role, Role);
  TWINAID_SAME(v1::Match::Decision::Answer, Answer);
}

TEST(EnumsTest, ZeroIsRefusedOrReplacedAndTheUnknownRefused) {
  EXPECT_THAT(FromEnum<model::Urgency>(v1::URGENCY_UNSPECIFIED, "urgency"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FromEnumOr(v1::URGENCY_UNSPECIFIED, model::Urgency::kMedium, "u"),
              IsOkAndHolds(model::Urgency::kMedium));
  EXPECT_THAT(FromEnum<model::Urgency>(static_cast<v1::Urgency>(99), "urgency"),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace twinaid::convert
