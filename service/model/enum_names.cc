// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/enum_names.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/notice.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "service/model/supply_state.h"

namespace twinaid::model {
namespace {

template <typename Enum>
struct Word {
  Enum value;
  const char* code;
  const char* zh;
};

// The words of an enum, in order: one overload each.
template <typename Enum>
struct Words;

#define TWINAID_WORDS(Enum, ...)                                          \
  template <>                                                             \
  struct Words<Enum> {                                                    \
    static constexpr Word<Enum> kAll[] = {__VA_ARGS__};                   \
  };                                                                      \
  }                                                                       \
  template absl::string_view WordOf<Enum>(Enum);                          \
  template std::optional<Enum> FromWord<Enum>(absl::string_view);         \
  template std::string AllWords<Enum>();                                  \
  template absl::string_view ChineseWordOf<Enum>(Enum);                   \
  template std::optional<Enum> FromWordOfEither<Enum>(absl::string_view); \
  template std::string AllWordsIn<Enum>(Language);                        \
  namespace {

}  // namespace

template <typename Enum>
absl::string_view WordOf(Enum value) {
  for (const Word<Enum>& word : Words<Enum>::kAll) {
    if (word.value == value) return word.code;
  }
  return "unknown";
}

template <typename Enum>
std::optional<Enum> FromWord(absl::string_view word) {
  for (const Word<Enum>& known : Words<Enum>::kAll) {
    if (word == known.code) return known.value;
  }
  return std::nullopt;
}

template <typename Enum>
std::string AllWords() {
  std::string all;
  for (const Word<Enum>& word : Words<Enum>::kAll) {
    absl::StrAppend(&all, all.empty() ? "" : ", ", word.code);
  }
  return all;
}

template <typename Enum>
absl::string_view ChineseWordOf(Enum value) {
  for (const Word<Enum>& word : Words<Enum>::kAll) {
    if (word.value == value) return word.zh;
  }
  return "";
}

template <typename Enum>
std::optional<Enum> FromWordOfEither(absl::string_view word) {
  for (const Word<Enum>& known : Words<Enum>::kAll) {
    if (word == known.code || word == known.zh) return known.value;
  }
  return std::nullopt;
}

template <typename Enum>
std::string AllWordsIn(Language language) {
  if (language == Language::kEnglish) return AllWords<Enum>();
  std::string all;
  for (const Word<Enum>& word : Words<Enum>::kAll) {
    absl::StrAppend(&all, all.empty() ? "" : "、", word.zh, "（", word.code,
                    "）");
  }
  return all;
}

namespace {

TWINAID_WORDS(PlaceKind, {PlaceKind::kCountry, "country", "国家"},
              {PlaceKind::kProvince, "province", "省"},
              {PlaceKind::kState, "state", "州"},
              {PlaceKind::kMunicipality, "municipality", "直辖市"},
              {PlaceKind::kCity, "city", "城市"},
              {PlaceKind::kPrefecture, "prefecture", "自治州"},
              {PlaceKind::kCounty, "county", "县"},
              {PlaceKind::kDistrict, "district", "区"})
TWINAID_WORDS(LinkKind,
              {LinkKind::kSisterProvinceState, "sister_province_state",
               "友好省州"},
              {LinkKind::kSisterCity, "sister_city", "友好城市"},
              {LinkKind::kCounterpartSupport, "counterpart_support",
               "对口支援"},
              {LinkKind::kFriendlyExchange, "friendly_exchange", "友好交流"})
TWINAID_WORDS(LinkState, {LinkState::kActive, "active", "有效"},
              {LinkState::kSuspended, "suspended", "暂停"})
TWINAID_WORDS(OrganizationKind,
              {OrganizationKind::kMunicipalOffice, "municipal_office",
               "地方机关"},
              {OrganizationKind::kNgo, "ngo", "非政府组织"},
              {OrganizationKind::kFoundation, "foundation", "基金会"},
              {OrganizationKind::kCompany, "company", "企业"},
              {OrganizationKind::kHospital, "hospital", "医院"},
              {OrganizationKind::kUniversity, "university", "高校"},
              {OrganizationKind::kChamber, "chamber", "商会"},
              {OrganizationKind::kAssociation, "association", "协会"},
              {OrganizationKind::kAgency, "agency", "政府机构"},
              {OrganizationKind::kIndividual, "individual", "个人"})
TWINAID_WORDS(Category, {Category::kSupplies, "supplies", "物资"},
              {Category::kFunds, "funds", "资金"},
              {Category::kPersonnel, "personnel", "人员"},
              {Category::kExpertise, "expertise", "专业交流"},
              {Category::kMoralSupport, "moral_support", "精神支持"})
TWINAID_WORDS(Urgency, {Urgency::kCritical, "critical", "危急"},
              {Urgency::kHigh, "high", "高"},
              {Urgency::kMedium, "medium", "中"}, {Urgency::kLow, "low", "低"})
TWINAID_WORDS(SubstitutePolicy, {SubstitutePolicy::kNone, "none", "不接受"},
              {SubstitutePolicy::kAny, "any", "均可"},
              {SubstitutePolicy::kListed, "listed", "仅限所列"})
TWINAID_WORDS(NeedState, {NeedState::kOpen, "open", "未落实"},
              {NeedState::kPartiallyCovered, "partially_covered", "部分落实"},
              {NeedState::kCovered, "covered", "已落实"},
              {NeedState::kFulfilled, "fulfilled", "已收齐"},
              {NeedState::kWithdrawn, "withdrawn", "已撤回"},
              {NeedState::kExpired, "expired", "已过期"})
TWINAID_WORDS(OfferState, {OfferState::kOpen, "open", "未承诺"},
              {OfferState::kCommitted, "committed", "部分承诺"},
              {OfferState::kExhausted, "exhausted", "已全部承诺"},
              {OfferState::kWithdrawn, "withdrawn", "已撤回"},
              {OfferState::kExpired, "expired", "已过期"})
TWINAID_WORDS(Closed, {Closed::kNo, "no", "否"},
              {Closed::kWithdrawn, "withdrawn", "已撤回"},
              {Closed::kExpired, "expired", "已过期"})
TWINAID_WORDS(Reason, {Reason::kNone, "none", "无"},
              {Reason::kNoLongerNeeded, "no_longer_needed", "不再需要"},
              {Reason::kNoLongerAvailable, "no_longer_available", "不再有货"},
              {Reason::kWrongItem, "wrong_item", "物品不符"},
              {Reason::kQuality, "quality", "质量"},
              {Reason::kDocuments, "documents", "文件"},
              {Reason::kTooLate, "too_late", "太迟"},
              {Reason::kDuplicate, "duplicate", "重复"},
              {Reason::kPrefersOther, "prefers_other", "另有选择"},
              {Reason::kUnreachable, "unreachable", "无法联系"},
              {Reason::kDamaged, "damaged", "损坏"},
              {Reason::kLostInTransit, "lost_in_transit", "途中遗失"},
              {Reason::kCustoms, "customs", "海关"},
              {Reason::kOther, "other", "其他"})
TWINAID_WORDS(Shape, {Shape::kCounterpart, "counterpart", "对口"},
              {Shape::kMutual, "mutual", "互助"})
TWINAID_WORDS(Tiers, {Tiers::kStrict, "strict", "逐级优先"},
              {Tiers::kWeighted, "weighted", "加权"})
TWINAID_WORDS(Pool, {Pool::kNone, "none", "不分配"},
              {Pool::kByValue, "value", "按价值"},
              {Pool::kFair, "fair", "公平"})
TWINAID_WORDS(Keep, {Keep::kFixed, "fixed", "固定"},
              {Keep::kTies, "ties", "同等时优先"})
TWINAID_WORDS(RoundState, {RoundState::kRunning, "running", "进行中"},
              {RoundState::kSucceeded, "succeeded", "已完成"},
              {RoundState::kFailed, "failed", "失败"})
TWINAID_WORDS(StageKind, {StageKind::kStanding, "standing", "原有结对"},
              {StageKind::kCounterpart, "counterpart", "对口"},
              {StageKind::kMutual, "mutual", "互助"},
              {StageKind::kPool, "pool", "剩余物资"})
TWINAID_WORDS(UnmetReason, {UnmetReason::kNoTie, "no_tie", "无可用关系"},
              {UnmetReason::kCounterpartPending, "counterpart_pending",
               "对口提议待答复"},
              {UnmetReason::kNoOffer, "no_offer", "无人提供"},
              {UnmetReason::kSubstituteNotAccepted, "substitute_not_accepted",
               "替代品未获接受"},
              {UnmetReason::kCurrency, "currency", "币种不符"},
              {UnmetReason::kQuality, "quality", "质量不足"},
              {UnmetReason::kDirectedElsewhere, "directed_elsewhere",
               "定向他处"},
              {UnmetReason::kDeclinedTogether, "declined_together", "曾被谢绝"},
              {UnmetReason::kOfferWindow, "offer_window", "期限不合"},
              {UnmetReason::kTooLate, "too_late", "太迟"},
              {UnmetReason::kExpiresBeforeArrival, "expires_before_arrival",
               "到达前过期"},
              {UnmetReason::kMinimumLot, "minimum_lot", "低于最小批量"},
              {UnmetReason::kPlaceNotPaired, "place_not_paired", "未结对"},
              {UnmetReason::kStockUsedUp, "stock_used_up", "库存用尽"},
              {UnmetReason::kNotConfirmed, "not_confirmed", "待确认"},
              {UnmetReason::kWaitsForRung, "waits_for_rung", "层级未开放"})
TWINAID_WORDS(PairingState, {PairingState::kProposed, "proposed", "已提议"},
              {PairingState::kActive, "active", "有效"},
              {PairingState::kEnded, "ended", "已结束"})
TWINAID_WORDS(MatchOrigin, {MatchOrigin::kRound, "round", "轮次"},
              {MatchOrigin::kManual, "manual", "人工"},
              {MatchOrigin::kRecorded, "recorded", "补记"})
TWINAID_WORDS(MatchState, {MatchState::kProposed, "proposed", "已提议"},
              {MatchState::kAccepted, "accepted", "已接受"},
              {MatchState::kDispatched, "dispatched", "已发出"},
              {MatchState::kReceived, "received", "已收到"},
              {MatchState::kDeclined, "declined", "已谢绝"},
              {MatchState::kWithdrawn, "withdrawn", "已收回"},
              {MatchState::kLapsed, "lapsed", "已失效"},
              {MatchState::kCancelled, "cancelled", "已取消"},
              {MatchState::kLost, "lost", "已遗失"})
TWINAID_WORDS(Apart, {Apart::kNobody, "nobody", "无"},
              {Apart::kNeedAndOffer, "need_and_offer", "该需求与该供给"},
              {Apart::kPlaces, "places", "双方地方"})
TWINAID_WORDS(LetterKind, {LetterKind::kSupport, "support", "慰问"},
              {LetterKind::kThanks, "thanks", "感谢"})
TWINAID_WORDS(NoticeChannel, {NoticeChannel::kWebhook, "webhook", "网络钩子"},
              {NoticeChannel::kEmail, "email", "电子邮件"})
TWINAID_WORDS(NoticeState, {NoticeState::kWaiting, "waiting", "等待发送"},
              {NoticeState::kGivenUp, "given_up", "已放弃"})
TWINAID_WORDS(Side, {Side::kDonor, "donor", "捐赠方"},
              {Side::kRecipient, "recipient", "受助方"},
              {Side::kBoth, "both", "双方"})
TWINAID_WORDS(Answer, {Answer::kPending, "pending", "待答复"},
              {Answer::kAccepted, "accepted", "已接受"},
              {Answer::kDeclined, "declined", "已谢绝"})
TWINAID_WORDS(Role, {Role::kOffice, "office", "地方经办"},
              {Role::kCoordinator, "coordinator", "协调员"},
              {Role::kIntegrator, "integrator", "系统对接"},
              {Role::kAuditor, "auditor", "审计员"},
              {Role::kAdmin, "admin", "管理员"})

#undef TWINAID_WORDS

}  // namespace
}  // namespace twinaid::model
