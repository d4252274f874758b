// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// AssistanceService: what waits for a place.
#include <cstddef>
#include <variant>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/match.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/core/inbox.h"
#include "service/model/status_macros.h"
#include "service/rpc/assistance_handler.h"
#include "service/rpc/paging.h"
#include "service/rpc/scope.h"

namespace twinaid::rpc {
namespace {

void SetAbout(const model::Match& match, v1::InboxEntry& entry) {
  *entry.mutable_match() = convert::ToProto(match);
}
void SetAbout(const model::Need& need, v1::InboxEntry& entry) {
  *entry.mutable_need() = convert::ToProto(need);
}
void SetAbout(const model::Offer& offer, v1::InboxEntry& entry) {
  *entry.mutable_offer() = convert::ToProto(offer);
}

void Fill(const core::Inbox& inbox, v1::Inbox& response) {
  for (const core::InboxEntry& entry : inbox.entries) {
    v1::InboxEntry& out = *response.add_entries();
    out.set_task(convert::ToEnum<v1::InboxEntry::Task>(entry.task));
    out.set_place(convert::NameOrEmpty(entry.place));
    if (entry.task == core::Task::kAnswer) {
      out.set_side(convert::ToEnum<v1::Side>(entry.side));
    }
    *out.mutable_time() = convert::ToProto(entry.time);
    std::visit([&](const auto& row) { SetAbout(row, out); }, entry.about);
  }
  response.set_more(inbox.more);
}

}  // namespace

grpc::ServerUnaryReactor* AssistanceHandler::GetInbox(
    grpc::CallbackServerContext* context, const v1::GetInboxRequest* request,
    v1::Inbox* response) {
  return dispatch_.Read(
      context, "twinaid.v1.AssistanceService/GetInbox", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto place, ScopeOf(q.place()));
        TWINAID_ASSIGN_OR_RETURN(const int size, PageSizeOf(q.page_size()));
        TWINAID_ASSIGN_OR_RETURN(
            const core::Inbox inbox,
            core::GetInbox(view, place, static_cast<std::size_t>(size)));
        Fill(inbox, r);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
