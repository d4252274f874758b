// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/enum_text.h"

#include "client/cli/arguments.h"
#include "service/model/enum_names.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "service/model/supply_state.h"
#include "service/model/unit_words.h"
#include "twinaid/v1/answer.pb.h"
#include "twinaid/v1/correspondence.pb.h"
#include "twinaid/v1/inbox.pb.h"
#include "twinaid/v1/item.pb.h"
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

namespace twinaid::client {
namespace {

using google::protobuf::EnumDescriptor;
using ChineseOf = absl::string_view (*)(int value);

// The model has the numbers of the contract.
template <typename Enum>
absl::string_view OfModel(int value) {
  return model::ChineseWordOf(static_cast<Enum>(value));
}

// These two are of the contract alone.
absl::string_view OfTask(int value) {
  switch (static_cast<v1::InboxEntry::Task>(value)) {
    case v1::InboxEntry::ANSWER:
      return "答复";
    case v1::InboxEntry::RECEIVE:
      return "登记收货";
    case v1::InboxEntry::DISPATCH:
      return "发货";
    case v1::InboxEntry::CONFIRM_NEED:
      return "确认需求";
    case v1::InboxEntry::CONFIRM_OFFER:
      return "确认供给";
    default:
      return "";
  }
}

absl::string_view OfOutcome(int value) {
  switch (static_cast<v1::ExplainNeedResponse::Outcome>(value)) {
    case v1::ExplainNeedResponse::COVERED:
      return "已落实";
    case v1::ExplainNeedResponse::PARTLY_COVERED:
      return "部分落实";
    case v1::ExplainNeedResponse::NOT_COVERED:
      return "未落实";
    case v1::ExplainNeedResponse::NOT_IN_ROUND:
      return "未参与";
    default:
      return "";
  }
}

template <typename Enum>
std::pair<const EnumDescriptor*, ChineseOf> By(ChineseOf words) {
  return {google::protobuf::GetEnumDescriptor<Enum>(), words};
}

const std::map<const EnumDescriptor*, ChineseOf>& Tables() {
  static const auto& tables = *new std::map<const EnumDescriptor*, ChineseOf>{
      By<v1::Category>(OfModel<model::Category>),
      By<v1::InboxEntry::Task>(OfTask),
      By<v1::Letter::Kind>(OfModel<model::LetterKind>),
      By<v1::Match::Apart>(OfModel<model::Apart>),
      By<v1::Match::Decision::Answer>(OfModel<model::Answer>),
      By<v1::Match::Origin>(OfModel<model::MatchOrigin>),
      By<v1::Match::State>(OfModel<model::MatchState>),
      By<v1::Need::State>(OfModel<model::NeedState>),
      By<v1::Need::SubstitutePolicy>(OfModel<model::SubstitutePolicy>),
      By<v1::ExplainNeedResponse::Outcome>(OfOutcome),
      By<v1::Offer::State>(OfModel<model::OfferState>),
      By<v1::Organization::Kind>(OfModel<model::OrganizationKind>),
      By<v1::Pairing::State>(OfModel<model::PairingState>),
      By<v1::Place::Kind>(OfModel<model::PlaceKind>),
      By<v1::Policy::Keep>(OfModel<model::Keep>),
      By<v1::Policy::Pool>(OfModel<model::Pool>),
      By<v1::Policy::Shape>(OfModel<model::Shape>),
      By<v1::Policy::Tiers>(OfModel<model::Tiers>),
      By<v1::Principal::Role>(OfModel<model::Role>),
      By<v1::Reason>(OfModel<model::Reason>),
      By<v1::Round::State>(OfModel<model::RoundState>),
      By<v1::Side>(OfModel<model::Side>),
      By<v1::SisterLink::Kind>(OfModel<model::LinkKind>),
      By<v1::SisterLink::State>(OfModel<model::LinkState>),
      By<v1::StageCertificate::Kind>(OfModel<model::StageKind>),
      By<v1::UnmetNeed::Reason>(OfModel<model::UnmetReason>),
      By<v1::Urgency>(OfModel<model::Urgency>),
  };
  return tables;
}

std::string ChineseText(const EnumDescriptor& type, int value) {
  const auto table = Tables().find(&type);
  if (value == 0 || table == Tables().end()) return "";
  return std::string(table->second(value));
}

}  // namespace

std::string TextOf(const EnumDescriptor& type, int value, bool chinese) {
  std::string text = chinese ? ChineseText(type, value) : "";
  return text.empty() ? WordOf(type, value) : text;
}

std::map<std::string, std::string> CodesByChineseWord(
    const EnumDescriptor& type) {
  std::map<std::string, std::string> codes;
  for (int i = 0; i < type.value_count(); ++i) {
    const int value = type.value(i)->number();
    const std::string word = ChineseText(type, value);
    if (!word.empty()) codes[word] = WordOf(type, value);
  }
  return codes;
}

std::vector<std::string> ChineseOfCodes(const std::vector<std::string>& codes) {
  std::vector<std::string> words;
  for (const auto& [type, words_of] : Tables()) {
    if (WordsOf(*type) != codes) continue;
    for (const std::string& code : codes) {
      words.push_back(ChineseText(*type, ValueOf(*type, code)));
    }
    break;
  }
  return words;
}

const char* Comma(bool chinese) { return chinese ? "、" : ", "; }

std::string UnitText(const std::string& unit, bool chinese) {
  return chinese ? std::string(model::ChineseUnit(unit)) : unit;
}

std::string YesText(bool yes, bool chinese) {
  if (chinese) return yes ? "是" : "否";
  return yes ? "yes" : "no";
}

}  // namespace twinaid::client
