// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/review_page.h"

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/reason_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

constexpr int kOtherOffers = 3;

void Tell(Session& session, const std::string& en, const std::string& zh) {
  session.out() << "  " << (session.chinese() ? zh : en) << "\n";
}

// What is not there any more, or not for this caller, is left out.
bool IsLeftOut(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::PERMISSION_DENIED ||
         status.error_code() == grpc::StatusCode::NOT_FOUND;
}

std::string NoteText(const std::string& note) {
  return note.empty() ? "" : absl::StrCat("; ", note);
}

void PrintExchange(Session& session, const v1::Match& match,
                   const v1::Need& need) {
  const std::string goods =
      absl::StrCat(QuantityText(match.quantity(), match.currency()), " ",
                   IdOf(match.offer_item()));
  const std::string donor = IdOf(match.donor_place());
  const std::string recipient = IdOf(match.recipient_place());
  Tell(session, absl::StrCat(donor, " would give ", recipient, " ", goods),
       absl::StrCat(donor, " 将向 ", recipient, " 提供 ", goods));
  if (match.offer_item() != match.need_item()) {
    Tell(session,
         absl::StrCat("asked for was ", IdOf(match.need_item()),
                      "; this serves it with ", match.quality_percent(), "%"),
         absl::StrCat("所需为 ", IdOf(match.need_item()),
                      "；此物品可替代，质量 ", match.quality_percent(), "%"));
  }
  if (need.name().empty()) return;
  const std::string by = DateText(need.needed_by());
  const std::string wanted = QuantityText(need.outstanding(), need.currency());
  const auto tier = static_cast<std::size_t>(need.urgency() - 1);
  Tell(session,
       absl::StrCat("the need: ", wanted, " outstanding, ",
                    UrgencyText(tier, false), by.empty() ? "" : ", by ", by,
                    NoteText(need.note())),
       absl::StrCat("需求：尚缺 ", wanted, "，", UrgencyText(tier, true),
                    by.empty() ? "" : "，期限 ", by, NoteText(need.note())));
}

void PrintAlternative(Session& session, const v1::CandidatePair& other,
                      const std::string& place) {
  const std::string partner =
      IdOf(other.donor() == place ? other.recipient() : other.donor());
  if (!other.has_cost()) return;
  Tell(session,
       absl::StrCat(IdOf(place), " with ", partner,
                    " instead: the whole round would lose ",
                    LossText(other.cost(), false)),
       absl::StrCat("若 ", IdOf(place), " 改与 ", partner, " 结对，整轮损失：",
                    LossText(other.cost(), true)));
}

grpc::Status PrintWhy(Session& session, const v1::Match& match) {
  if (match.pairing().empty()) {
    Tell(session,
         "no pairing stands behind it: it comes from the pool, or was made by "
         "hand",
         "没有对应的结对：来自剩余物资分配，或由人工提出");
    return grpc::Status::OK;
  }
  v1::ExplainPairingRequest request;
  request.set_name(match.pairing());
  v1::ExplainPairingResponse why;
  const grpc::Status status =
      Send(session, &MatchingStub::ExplainPairing, request, &why);
  if (!status.ok()) return status;
  const v1::CandidatePair& pair = why.pair();
  Tell(session,
       absl::StrCat("why this partner: worth ", PointsText(pair.value(), false),
                    " of what its needs ask for"),
       absl::StrCat("选定理由：可满足其需求的 ",
                    PointsText(pair.value(), true)));
  if (pair.has_cost()) {
    Tell(session,
         absl::StrCat("without it the whole round would lose ",
                      LossText(pair.cost(), false)),
         absl::StrCat("若无此对，整轮损失：", LossText(pair.cost(), true)));
  }
  if (why.donor_alternatives_size() > 0) {
    PrintAlternative(session, why.donor_alternatives(0), pair.donor());
  }
  if (why.recipient_alternatives_size() > 0) {
    PrintAlternative(session, why.recipient_alternatives(0), pair.recipient());
  }
  return status;
}

// Other offers that could serve what is still open of the need.
grpc::Status PrintOthers(Session& session, const v1::Match& match) {
  v1::SuggestOffersRequest request;
  request.set_need(match.need());
  // The offer of this match may be among them, with what it has left.
  request.set_page_size(kOtherOffers + 1);
  v1::SuggestOffersResponse found;
  const grpc::Status status =
      Send(session, &MatchingStub::SuggestOffers, request, &found);
  if (!status.ok()) return status;
  int told = 0;
  for (const v1::Suggestion& other : found.suggestions()) {
    if (other.offer() == match.offer()) continue;
    if (++told > kOtherOffers) break;
    const std::string goods =
        absl::StrCat(QuantityText(other.quantity(), other.currency()), " ",
                     IdOf(other.offer_item()), ", ", ShortName(other.offer()));
    Tell(session, absl::StrCat("also on offer: ", goods),
         absl::StrCat("另有供给：", goods));
  }
  return status;
}

}  // namespace

grpc::Status PrintReviewPage(Session& session, const std::string& heading,
                             const v1::Match& match) {
  v1::GetNeedRequest get;
  get.set_name(match.need());
  v1::Need need;
  const grpc::Status found = Send(session, &InventoryStub::GetNeed, get, &need);
  if (!found.ok() && !IsLeftOut(found)) return found;
  session.out() << "\n" << heading << "\n";
  PrintExchange(session, match, need);
  for (const auto& part : {PrintWhy, PrintOthers}) {
    const grpc::Status status = part(session, match);
    if (!status.ok() && !IsLeftOut(status)) return status;
  }
  return grpc::Status::OK;
}

}  // namespace twinaid::client
