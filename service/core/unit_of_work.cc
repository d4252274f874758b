// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/unit_of_work.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::core {
namespace {

constexpr std::size_t kMaxRequestIdBytes = 64;
constexpr absl::Duration kAnswersKept = absl::Hours(30 * 24);

absl::Status CheckRequestId(const std::string& id) {
  if (IsRequestId(id)) return absl::OkStatus();
  return model::InvalidValue(
      "request_id", absl::CHexEscape(id.substr(0, kMaxRequestIdBytes)),
      "1 to 64 visible ASCII characters, a UUID for example",
      "1 至 64 个可见 ASCII 字符，例如 UUID");
}

absl::Time WholeMicroseconds(absl::Time time) {
  return absl::FromUnixMicros(absl::ToUnixMicros(time));
}

}  // namespace

bool IsRequestId(absl::string_view text) {
  return text.size() <= kMaxRequestIdBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isgraph(static_cast<unsigned char>(c));
         });
}

UnitOfWork::UnitOfWork(store::Store& store, const model::Clock& clock,
                       model::IdGenerator& ids, NoticeSettings notices)
    : store_(store), clock_(clock), ids_(ids), notices_(notices) {}

absl::StatusOr<std::string> UnitOfWork::Once(
    store::WriteTransaction& tx, const Caller& caller, const RequestKey& key,
    Permit permit, bool& changes_access,
    absl::FunctionRef<absl::StatusOr<std::string>(Mutation&)> body) {
  TWINAID_RETURN_IF_ERROR(permit(tx));
  TWINAID_RETURN_IF_ERROR(CheckRequestId(key.request_id));
  const absl::Time now = WholeMicroseconds(clock_.Now());
  const bool keyed = !key.request_id.empty();
  if (keyed) {
    TWINAID_RETURN_IF_ERROR(tx.DeleteAnswers(now - kAnswersKept).status());
    TWINAID_ASSIGN_OR_RETURN(
        std::optional<store::StoredAnswer> before,
        tx.FindAnswer(caller.principal, key.method, key.request_id));
    if (before) {
      if (before->request_hash != key.request_hash) {
        return model::RequestIdReused(key.request_id);
      }
      return std::move(before->answer);
    }
  }
  Mutation m{tx, now, caller, ids_, key.request_id, notices_};
  absl::StatusOr<std::string> made = body(m);
  changes_access = m.changes_access;
  TWINAID_ASSIGN_OR_RETURN(std::string answer, std::move(made));
  if (keyed) {
    TWINAID_RETURN_IF_ERROR(
        tx.SaveAnswer({caller.principal, key.method, key.request_id,
                       key.request_hash, answer, now}));
  }
  return answer;
}

absl::Status UnitOfWork::Write(
    absl::FunctionRef<absl::Status(store::WriteTransaction&, bool&)> body,
    store::Ending ending) {
  absl::Notification told;
  absl::Status written;
  bool changes_access = false;
  store_.WriteLater(
      [&](store::WriteTransaction& tx) { return body(tx, changes_access); },
      ending,
      [&](const absl::Status& status) {
        // In the thread that tells all others of what was stored after it.
        CountAccessChange(changes_access);
        written = status;
        told.Notify();
      });
  told.WaitForNotification();
  return written;
}

absl::StatusOr<std::string> UnitOfWork::Mutate(
    const Caller& caller, const RequestKey& key, bool validate_only,
    Permit permit,
    absl::FunctionRef<absl::StatusOr<std::string>(Mutation&)> body) {
  std::string answer;
  TWINAID_RETURN_IF_ERROR(Write(
      [&](store::WriteTransaction& tx, bool& changes_access) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(
            answer, Once(tx, caller, key, permit, changes_access, body));
        return absl::OkStatus();
      },
      validate_only ? store::Ending::kRollBack : store::Ending::kCommit));
  return answer;
}

void UnitOfWork::MutateLater(LaterMutation mutation) {
  // Shared by what the store keeps: the transaction and what follows it.
  struct Shared {
    LaterMutation mutation;
    std::string answer;
    bool changes_access = false;
  };
  const auto shared = std::make_shared<Shared>();
  shared->mutation = std::move(mutation);
  store_.WriteLater(
      [this, shared](store::WriteTransaction& tx) -> absl::Status {
        const LaterMutation& m = shared->mutation;
        TWINAID_ASSIGN_OR_RETURN(shared->answer,
                                 Once(tx, m.caller, m.key, m.permit,
                                      shared->changes_access, m.body));
        return absl::OkStatus();
      },
      shared->mutation.validate_only ? store::Ending::kRollBack
                                     : store::Ending::kCommit,
      [this, shared](const absl::Status& status) {
        CountAccessChange(shared->changes_access);
        if (status.ok())
          return shared->mutation.done(std::move(shared->answer));
        shared->mutation.done(status);
      });
}

absl::Status UnitOfWork::Run(const Caller& caller,
                             absl::FunctionRef<absl::Status(Mutation&)> body) {
  return Write(
      [&](store::WriteTransaction& tx, bool& changes_access) {
        Mutation m{tx,      WholeMicroseconds(clock_.Now()), caller, ids_, "",
                   notices_};
        const absl::Status done = body(m);
        changes_access = m.changes_access;
        return done;
      },
      store::Ending::kCommit);
}

absl::Status UnitOfWork::Read(
    const Caller& caller, absl::FunctionRef<absl::Status(const View&)> body) {
  return store_.Read([&](const store::ReadTransaction& tx) -> absl::Status {
    return body(View{tx, WholeMicroseconds(clock_.Now()), caller});
  });
}

}  // namespace twinaid::core
