// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/unit_of_work.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/time/time.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::core {
namespace {

constexpr absl::Duration kAnswersKept = absl::Hours(30 * 24);

absl::Status CheckRequestId(const std::string& id) {
  const bool printable = std::all_of(id.begin(), id.end(), [](char c) {
    return absl::ascii_isgraph(static_cast<unsigned char>(c));
  });
  if (printable && id.size() <= kMaxRequestIdBytes) return absl::OkStatus();
  return model::InvalidValue(
      "request_id", absl::CHexEscape(id.substr(0, kMaxRequestIdBytes)),
      "1 to 64 visible ASCII characters, a UUID for example",
      "1 至 64 个可见 ASCII 字符,例如 UUID");
}

absl::Time WholeMicroseconds(absl::Time time) {
  return absl::FromUnixMicros(absl::ToUnixMicros(time));
}

}  // namespace

UnitOfWork::UnitOfWork(store::Store& store, const model::Clock& clock,
                       model::IdGenerator& ids, NoticeSettings notices)
    : store_(store), clock_(clock), ids_(ids), notices_(notices) {}

absl::StatusOr<std::string> UnitOfWork::Mutate(
    const Caller& caller, const RequestKey& key, bool validate_only,
    Permit permit,
    absl::FunctionRef<absl::StatusOr<std::string>(Mutation&)> body) {
  std::string answer;
  auto transaction = [&](store::WriteTransaction& tx) -> absl::Status {
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
        answer = std::move(before->answer);
        return absl::OkStatus();
      }
    }
    Mutation m{tx, now, caller, ids_, key.request_id, notices_};
    TWINAID_ASSIGN_OR_RETURN(answer, body(m));
    if (!keyed) return absl::OkStatus();
    return tx.SaveAnswer({caller.principal, key.method, key.request_id,
                          key.request_hash, answer, now});
  };
  TWINAID_RETURN_IF_ERROR(
      store_.Write(transaction, validate_only ? store::Ending::kRollBack
                                              : store::Ending::kCommit));
  return answer;
}

absl::Status UnitOfWork::Run(const Caller& caller,
                             absl::FunctionRef<absl::Status(Mutation&)> body) {
  return store_.Write([&](store::WriteTransaction& tx) -> absl::Status {
    Mutation m{tx, WholeMicroseconds(clock_.Now()), caller, ids_, "", notices_};
    return body(m);
  });
}

absl::Status UnitOfWork::Read(
    const Caller& caller, absl::FunctionRef<absl::Status(const View&)> body) {
  return store_.Read([&](const store::ReadTransaction& tx) -> absl::Status {
    return body(View{tx, WholeMicroseconds(clock_.Now()), caller});
  });
}

}  // namespace twinaid::core
