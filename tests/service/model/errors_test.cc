// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/errors.h"

#include <google/rpc/error_details.pb.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/cord.h"
#include "service/model/access_errors.h"
#include "service/model/backup_errors.h"
#include "service/model/common_errors.h"
#include "service/model/listen_errors.h"
#include "service/model/match_errors.h"
#include "service/model/registry_errors.h"
#include "service/model/round_errors.h"
#include "service/model/store_errors.h"
#include "service/model/supply_errors.h"

namespace twinaid::model {
namespace {

const NeedName kNeed = {PlaceId::Trusted("p"), NeedId::Trusted("n")};
const OfferName kOffer = {PlaceId::Trusted("q"), OfferId::Trusted("o")};
const TokenName kToken = {PrincipalId::Trusted("p"), TokenId::Trusted("t")};

std::vector<absl::Status> OneOfEach() {
  Match match;
  match.id = MatchId::Trusted("m");
  Need need;
  need.name = kNeed;
  Offer offer;
  offer.name = kOffer;
  Place place;
  place.id = PlaceId::Trusted("p");
  const RoundName round = {SchemeId::Trusted("s"), RoundId::Trusted("r")};
  std::vector<absl::Status> all = {
      NotFound("sister link", "sisterLinks/x"),
      AlreadyExists("place", "places/p"),
      ReferenceNotFound("f", "item", "items/i"),
      RequiredField("f"),
      InvalidValue("f", "given", "this", "这个"),
      OutOfRange("f", 9, 1, 5),
      InvalidPageToken(),
      InvalidFilter("x", "y", "乙", "z"),
      UnknownFieldPath("x", "y"),
      StaleEtag("places/p"),
      RequestIdReused("r"),
      InUse("places/p", "needs"),
      BrokenInvariant("x", "y"),
      DanglingReference("x"),
      ChainBroken(7),
      StoreLocked("file"),
      StoreTooNew(9, 1),
      StoreBusy(),
      StoreUnavailable("x"),
      StoreFull(),
      OutcomeUnknown(),
      StoreDamaged("x"),
      RowDamaged("places", "places/p"),
      BackupFolder("/b"),
      BackupAlreadyExists("/b/x"),
      BackupFull("/b/x"),
      BackupRunning(),
      BackupStopped(),
      BackupUnwritable("/b/x", "why"),
      BackupNotFound("/b/x"),
      BackupDamaged("/b/x", "why"),
      BackupHasLog("/b/x"),
      DatabaseExists("/d"),
      RestoreFailed("/d", "why"),
      RestoreInterrupted("/d"),
      PlaceCycle(place.id, place.id),
      LinkKindMismatch(LinkKind::kSisterCity, place, place),
      LinkPlacesImmutable(SisterLinkId::Trusted("l")),
      NeedClosed(need),
      OfferClosed(offer),
      NeedUnderWay(need),
      OfferUnderWay(offer),
      QuantityBelowCovered(need, BaseUnits(1)),
      QuantityBelowPromised(offer, BaseUnits(1)),
      SumTooLarge(ItemId::Trusted("i")),
      ItemImmutable("places/p/needs/n", ItemId::Trusted("i")),
      MatchWrongState(match, MatchState::kAccepted),
      NotDeclinedBySide(match, Side::kDonor, Side::kRecipient),
      NotEnoughAvailable(kOffer, BaseUnits(1), BaseUnits(2)),
      NotEnoughOpen(kNeed, BaseUnits(1), BaseUnits(2)),
      BelowMinimumLot(kOffer, BaseUnits(2), BaseUnits(1)),
      DispatchTooMuch(match.id, BaseUnits(1), BaseUnits(2)),
      ReceiveTooMuch(match.id, BaseUnits(1), BaseUnits(2)),
      RoundRunning(round),
      RoundNotRunning(round),
      RoundStopped(round),
      NoRoundSucceeded(SchemeId::Trusted("s")),
      StoreStuck(absl::Seconds(9)),
      CannotListen("127.0.0.1:1", "--listen"),
      CertificateNotVerified(round),
      RoundBroken(round, "x"),
      TokenRequired(),
      TokenNotValid(),
      TokenExpired(kToken, absl::UnixEpoch()),
      TokenRevoked(kToken),
      PrincipalDisabled(kToken.parent),
      LoginSlowed(absl::Seconds(2)),
      TooManyCalls(kToken.parent, absl::Seconds(2)),
      TooManyCallsAtOnce(9),
      TooManyStreams(kToken.parent, 9),
      MethodNotPermitted(Principal(), "Service/Method", "admin"),
      NotGranted(Principal(), "places/p"),
      LastAdmin(kToken.parent),
      TokenOver(kToken),
      PairingEnded({SchemeId::Trusted("s"), PairingId::Trusted("p")}),
  };
  for (int i = 1; i <= static_cast<int>(Misfit::kNoTie); ++i) {
    all.push_back(DoesNotFit(kOffer, kNeed, static_cast<Misfit>(i)));
  }
  return all;
}

template <typename T>
int CountOf(const absl::Status& status) {
  return status.GetPayload("type.googleapis.com/" +
                           T::descriptor()->full_name())
                 .has_value()
             ? 1
             : 0;
}

TEST(ErrorsTest, EveryErrorHasAReasonBothTextsAndWhatItsCodeAsksFor) {
  for (const absl::Status& status : OneOfEach()) {
    SCOPED_TRACE(status.ToString());
    EXPECT_FALSE(status.ok());
    const std::string reason = ReasonOf(status);
    EXPECT_FALSE(reason.empty());
    EXPECT_EQ(reason.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"),
              std::string::npos);
    const std::string en = TextOf(status, Language::kEnglish);
    const std::string zh = TextOf(status, Language::kChinese);
    EXPECT_FALSE(en.empty());
    EXPECT_NE(en, zh);
    EXPECT_NE(zh.find_first_of("\xe4\xe5\xe6\xe7\xe8\xe9"), std::string::npos)
        << "no Chinese character";
    // Every variable of the texts was replaced.
    for (const std::string& text : {en, zh}) {
      EXPECT_EQ(text.find('{'), text.find("{id}")) << text;
    }
    EXPECT_EQ(CountOf<google::rpc::ErrorInfo>(status), 1);
    switch (status.code()) {
      case absl::StatusCode::kInvalidArgument:
        EXPECT_EQ(CountOf<google::rpc::BadRequest>(status), 1);
        EXPECT_FALSE(FieldOf(status).empty());
        break;
      case absl::StatusCode::kNotFound:
      case absl::StatusCode::kAlreadyExists:
        EXPECT_EQ(CountOf<google::rpc::ResourceInfo>(status), 1);
        break;
      case absl::StatusCode::kFailedPrecondition:
        EXPECT_EQ(CountOf<google::rpc::PreconditionFailure>(status), 1);
        break;
      case absl::StatusCode::kResourceExhausted:
        EXPECT_EQ(CountOf<google::rpc::QuotaFailure>(status), 1);
        break;
      default:
        break;
    }
  }
}

TEST(ErrorsTest, AFieldCanBePrefixedAndReplaced) {
  const absl::Status status = RequiredField("quantity");
  EXPECT_EQ(FieldOf(AtField(status, "needs[3].")), "needs[3].quantity");
  EXPECT_EQ(FieldOf(ForField(status, "other")), "other");
  EXPECT_EQ(AtField(StoreFull(), "x."), StoreFull());
  EXPECT_EQ(ForField(StoreFull(), "x"), StoreFull());
}

// How status_mapping knows what is not for callers.
TEST(ErrorsTest, ACauseIsKeptApartFromAllThatGoesOut) {
  const absl::Status status = RoundBroken(
      {SchemeId::Trusted("s"), RoundId::Trusted("r")}, "secret cause");
  EXPECT_EQ(CauseOf(status), "secret cause");
  EXPECT_EQ(CauseOf(StoreFull()), "");
  EXPECT_EQ(CauseOf(absl::InternalError("x")), "");
  int inside = 0;
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    const bool secret =
        std::string(payload).find("secret") != std::string::npos;
    if (StaysInside(url)) ++inside;
    EXPECT_TRUE(StaysInside(url) || !secret) << url;
  });
  EXPECT_EQ(inside, 2) << "the Chinese text and the cause";
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    EXPECT_EQ(TextOf(status, language).find("secret"), std::string::npos);
  }
}

TEST(ErrorsTest, WhatCameFromOutsideIsCutAndMadeValid) {
  EXPECT_EQ(Shown("abc", 5), "abc");
  EXPECT_EQ(Shown("abcdef", 3), "abc…");
  EXPECT_EQ(Shown("a\xff", 5), "a\xef\xbf\xbd");
  // Cut inside a character.
  EXPECT_EQ(Shown("无锡", 4).find('\xe9'), std::string::npos);
}

TEST(ErrorsTest, AStatusOfNobodyHasNoReason) {
  EXPECT_EQ(ReasonOf(absl::InternalError("x")), "");
  EXPECT_EQ(ReasonOf(absl::OkStatus()), "");
  EXPECT_EQ(TextOf(absl::InternalError("x"), Language::kChinese), "x");
}

}  // namespace
}  // namespace twinaid::model
