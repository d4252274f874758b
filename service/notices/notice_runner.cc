// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/notice_runner.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/core/notice_facts.h"
#include "service/core/outbox.h"
#include "service/model/status_macros.h"
#include "service/notices/notice_text.h"
#include "service/notices/notice_words.h"
#include "service/notices/webhook_body.h"

namespace twinaid::notices {
namespace {

using core::Hold;
using core::System;
using model::Notice;
using model::NoticeChannel;
using model::NoticeState;

constexpr int kDueAtOnce = 64;

// One pass over one channel.
class Pass {
 public:
  Pass(core::UnitOfWork& work, const Senders& senders, NoticeChannel channel,
       const std::function<bool()>& is_over, const OnFailure& on_failure)
      : work_(work),
        senders_(senders),
        channel_(channel),
        is_over_(is_over),
        on_failure_(on_failure) {}

  absl::Status Run() {
    while (!is_over_()) {
      TWINAID_ASSIGN_OR_RETURN(const std::vector<Notice> due, Due());
      if (due.empty()) break;
      for (const Notice& notice : due) {
        if (is_over_()) break;
        TWINAID_RETURN_IF_ERROR(Handle(notice));
      }
      TWINAID_RETURN_IF_ERROR(SaveHeld());
    }
    return absl::OkStatus();
  }

  int delivered() const { return delivered_; }

 private:
  absl::StatusOr<std::vector<Notice>> Due() {
    absl::StatusOr<std::vector<Notice>> due;
    TWINAID_RETURN_IF_ERROR(
        work_.Read(System(), [&](const core::View& v) -> absl::Status {
          due = core::DueNotices(v, channel_, kDueAtOnce);
          return due.status();
        }));
    return due;
  }

  absl::Status Handle(const Notice& notice) {
    TWINAID_ASSIGN_OR_RETURN(const std::optional<Hold> hold, HoldOf(notice));
    if (hold) {
      held_.emplace_back(notice, *hold);
      return absl::OkStatus();
    }
    const absl::StatusOr<Outgoing> outgoing = Compose(notice);
    // Our own store is no fault of the recipient.
    if (absl::IsUnavailable(outgoing.status())) return outgoing.status();
    if (!outgoing.ok()) return Fail(notice, outgoing.status());
    if (outgoing->call) {
      const absl::Status sent = senders_.webhook(*outgoing->call);
      if (!sent.ok()) return Fail(notice, sent);
    }
    if (outgoing->mail) {
      const absl::Status sent = senders_.email(*outgoing->mail);
      if (!sent.ok()) return Fail(notice, sent);
    }
    delivered_ += outgoing->call || outgoing->mail ? 1 : 0;
    return work_.Run(System(), [&](core::Mutation& m) {
      return core::SettleDone(m, notice);
    });
  }

  absl::StatusOr<std::optional<Hold>> HoldOf(const Notice& notice) {
    absl::StatusOr<std::optional<Hold>> hold;
    TWINAID_RETURN_IF_ERROR(
        work_.Read(System(), [&](const core::View& v) -> absl::Status {
          const auto failed = failed_.find(notice.recipient);
          // A pass can last longer than a hold.
          hold = failed != failed_.end() && failed->second.until > v.now
                     ? failed->second
                     : core::HoldOn(v, notice);
          return hold.status();
        }));
    return hold;
  }

  // One of the two, or none: nobody wants it any more.
  struct Outgoing {
    std::optional<WebhookCall> call;
    std::optional<Mail> mail;
  };

  absl::StatusOr<Outgoing> Compose(const Notice& notice) {
    Outgoing outgoing;
    TWINAID_RETURN_IF_ERROR(
        work_.Read(System(), [&](const core::View& v) -> absl::Status {
          if (channel_ == NoticeChannel::kWebhook) {
            TWINAID_ASSIGN_OR_RETURN(const model::Event event,
                                     core::EventOf(v, notice));
            const std::string delivery = DeliveryId(event, "");
            outgoing.call = {delivery, WebhookBody(event, delivery), v.now};
            return absl::OkStatus();
          }
          TWINAID_ASSIGN_OR_RETURN(const std::optional<core::NoticeFacts> facts,
                                   core::FactsOf(v, notice));
          if (!facts) return absl::OkStatus();
          NoticeText text = TextOf(*facts, LanguageOf(notice.language));
          outgoing.mail = {DeliveryId(facts->event, notice.recipient),
                           notice.recipient, std::move(text.subject),
                           std::move(text.body), v.now};
          return absl::OkStatus();
        }));
    return outgoing;
  }

  absl::Status Fail(const Notice& notice, const absl::Status& error) {
    absl::StatusOr<Notice> now_is;
    TWINAID_RETURN_IF_ERROR(
        work_.Run(System(), [&](core::Mutation& m) -> absl::Status {
          now_is = core::SettleFailure(m, notice, error.message());
          if (now_is.ok()) {
            failed_[notice.recipient] = core::HoldAfter(*now_is, m.now);
          }
          return now_is.status();
        }));
    on_failure_(*now_is, error);
    return absl::OkStatus();
  }

  absl::Status SaveHeld() {
    if (held_.empty()) return absl::OkStatus();
    std::vector<Notice> given_up;
    TWINAID_RETURN_IF_ERROR(
        work_.Run(System(), [&](core::Mutation& m) -> absl::Status {
          for (const auto& [notice, hold] : held_) {
            TWINAID_ASSIGN_OR_RETURN(const Notice now_is,
                                     core::SettleHeld(m, notice, hold));
            if (now_is.state == NoticeState::kGivenUp) {
              given_up.push_back(now_is);
            }
          }
          return absl::OkStatus();
        }));
    held_.clear();
    for (const Notice& notice : given_up) {
      on_failure_(notice, absl::UnavailableError(notice.last_error));
    }
    return absl::OkStatus();
  }

  core::UnitOfWork& work_;
  const Senders& senders_;
  const NoticeChannel channel_;
  const std::function<bool()>& is_over_;
  const OnFailure& on_failure_;
  int delivered_ = 0;
  std::map<std::string, Hold> failed_;  // in this pass, by recipient
  std::vector<std::pair<Notice, Hold>> held_;
};

absl::Status Forget(core::UnitOfWork& work) {
  bool any = false;
  TWINAID_RETURN_IF_ERROR(
      work.Read(System(), [&](const core::View& v) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(any, core::IsAnyForgettable(v));
        return absl::OkStatus();
      }));
  if (!any) return absl::OkStatus();
  return work.Run(System(), core::ForgetGivenUp);
}

}  // namespace

absl::StatusOr<int> DeliverDue(core::UnitOfWork& work, const Senders& senders,
                               const std::function<bool()>& is_over,
                               const OnFailure& on_failure) {
  TWINAID_RETURN_IF_ERROR(Forget(work));
  int delivered = 0;
  for (const NoticeChannel channel :
       {NoticeChannel::kWebhook, NoticeChannel::kEmail}) {
    const bool has_way = channel == NoticeChannel::kWebhook
                             ? senders.webhook != nullptr
                             : senders.email != nullptr;
    if (!has_way) continue;
    Pass pass(work, senders, channel, is_over, on_failure);
    TWINAID_RETURN_IF_ERROR(pass.Run());
    delivered += pass.delivered();
  }
  return delivered;
}

NoticeRunner::NoticeRunner(core::UnitOfWork& work, Senders senders,
                           absl::Duration every, OnFailure on_failure,
                           std::function<void(const absl::Status&)> on_error)
    : thread_([this, &work, senders = std::move(senders), every,
               on_failure = std::move(on_failure),
               on_error = std::move(on_error)] {
        const std::function<bool()> is_over = [this] {
          return stop_.HasBeenNotified();
        };
        do {
          const absl::StatusOr<int> delivered =
              DeliverDue(work, senders, is_over, on_failure);
          if (!delivered.ok()) on_error(delivered.status());
        } while (!stop_.WaitForNotificationWithTimeout(every));
      }) {}

NoticeRunner::~NoticeRunner() {
  stop_.Notify();
  thread_.join();
}

}  // namespace twinaid::notices
