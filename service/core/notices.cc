// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/notices.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "service/model/notice.h"
#include "service/model/organization.h"
#include "service/model/status_macros.h"
#include "service/store/query.h"

namespace twinaid::core {
namespace {

// Of each address, the language.
using Addresses = std::map<std::string, std::string>;

absl::StatusOr<Addresses> AddressesOf(const View& v,
                                      const model::Event& event) {
  Addresses addresses;
  for (const model::PlaceId& place : event.places) {
    store::OrganizationQuery seated;
    seated.seat = place;
    TWINAID_ASSIGN_OR_RETURN(
        const std::vector<model::Organization> organizations,
        v.tx.organizations().List(seated, std::nullopt, 0));
    for (const model::Organization& organization : organizations) {
      for (const model::Contact& contact : organization.contacts) {
        if (!contact.notify || contact.email.empty()) continue;
        addresses.emplace(contact.email, contact.language);
      }
    }
  }
  return addresses;
}

model::Notice NoticeOf(const Mutation& m, const model::Event& event) {
  model::Notice notice;
  notice.seq = event.seq;
  notice.next_time = m.now;
  notice.create_time = m.now;
  return notice;
}

}  // namespace

bool IsTold(absl::string_view event_type) {
  return std::find(std::begin(kToldEvents), std::end(kToldEvents),
                   event_type) != std::end(kToldEvents);
}

absl::Status WriteNotices(Mutation& m, const model::Event& event) {
  if (!IsTold(event.type)) return absl::OkStatus();
  if (m.notices.webhook) {
    TWINAID_RETURN_IF_ERROR(m.tx.notices().Insert(NoticeOf(m, event)));
  }
  if (!m.notices.email) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(const Addresses addresses,
                           AddressesOf(m.view(), event));
  for (const auto& [address, language] : addresses) {
    model::Notice notice = NoticeOf(m, event);
    notice.channel = model::NoticeChannel::kEmail;
    notice.recipient = address;
    notice.language = language;
    TWINAID_RETURN_IF_ERROR(m.tx.notices().Insert(notice));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::core
