// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/last_round.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/cli/verbs.h"

namespace twinaid::client {

int LastRound(Session& session, const std::string& scheme, std::string& name) {
  v1::ListRoundsRequest request;
  request.set_parent(SchemeName(scheme));
  request.set_filter("state = SUCCEEDED");
  std::vector<v1::Round> rounds;
  const grpc::Status status =
      Fetch(session, request, &MatchingStub::ListRounds,
            &v1::ListRoundsResponse::mutable_rounds, rounds);
  if (!status.ok()) return session.Refused(status);
  const auto begun = [](const v1::Round& round) {
    return std::pair(round.create_time().seconds(),
                     round.create_time().nanos());
  };
  const auto last =
      std::max_element(rounds.begin(), rounds.end(),
                       [&](const v1::Round& a, const v1::Round& b) {
                         return begun(a) < begun(b);
                       });
  if (last == rounds.end()) {
    session.Say("no round of " + request.parent() + " has succeeded yet",
                request.parent() + " 尚无成功的轮次");
    return kRefused;
  }
  name = last->name();
  return kDone;
}

}  // namespace twinaid::client
