// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/matching_handler.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "service/convert/enums.h"
#include "service/convert/pairing.h"
#include "service/convert/plan.h"
#include "service/convert/queries.h"
#include "service/convert/round.h"
#include "service/convert/scheme.h"
#include "service/core/answers.h"
#include "service/core/rounds.h"
#include "service/rpc/answers.h"
#include "service/rpc/paging.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

constexpr char kAllSchemes[] = "schemes/-";

struct SchemeTraits {
  using Row = model::Scheme;
  using Message = v1::Scheme;
  static constexpr char kField[] = "scheme";

  static absl::StatusOr<model::SchemeId> Parse(const std::string& name) {
    return model::ParseName<model::SchemeId>(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreateSchemeRequest& request) {
    auto row = convert::FromProto(request.scheme());
    if (!row.ok()) return Below<SchemeTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id, ChosenId<model::SchemeId>(request.scheme_id(), "scheme_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::SchemeId& key) {
    return core::GetScheme(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateScheme(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateScheme(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::SchemeFields();
  }
  static const Message& Patch(const v1::UpdateSchemeRequest& request) {
    return request.scheme();
  }
};

// Narrows a list to its scheme, schemes/- leaves it. NOT_FOUND.
template <typename Query>
absl::Status NarrowToScheme(const core::View& view, const std::string& parent,
                            Query& query) {
  if (parent == kAllSchemes) return absl::OkStatus();
  const auto scheme = model::ParseName<model::SchemeId>(parent);
  if (!scheme.ok()) return model::ForField(scheme.status(), "parent");
  query.scheme = *scheme;
  return core::GetScheme(view, *scheme).status();
}

// The name in a field of a request. INVALID_NAME about the field.
template <typename Name>
absl::StatusOr<Name> Named(const std::string& name, absl::string_view field) {
  auto parsed = Name::Parse(name);
  if (!parsed.ok()) return model::ForField(parsed.status(), field);
  return parsed;
}

absl::StatusOr<core::NewRound> NewRoundOf(const v1::CreateRoundRequest& request,
                                          absl::Time now) {
  core::NewRound round;
  auto scheme = model::ParseName<model::SchemeId>(request.parent());
  if (!scheme.ok()) return model::ForField(scheme.status(), "parent");
  round.name.parent = *scheme;
  TWINAID_ASSIGN_OR_RETURN(
      round.name.child,
      ChosenId<model::RoundId>(request.round_id(), "round_id"));
  round.as_of = absl::ToCivilDay(now, absl::UTCTimeZone());
  if (request.round().has_as_of()) {
    TWINAID_ASSIGN_OR_RETURN(
        round.as_of,
        convert::FromProto(request.round().as_of(), "round.as_of"));
  }
  round.seed = request.round().seed();
  return round;
}

// The round of that name; of schemes/S/rounds/- the last that succeeded.
absl::StatusOr<model::RoundName> RoundOrLast(const core::View& view,
                                             const std::string& name) {
  constexpr absl::string_view kLast = "/rounds/-";
  if (!absl::EndsWith(name, kLast)) {
    return Named<model::RoundName>(name, "round");
  }
  const auto scheme = model::ParseName<model::SchemeId>(
      name.substr(0, name.size() - kLast.size()));
  if (!scheme.ok()) return model::ForField(scheme.status(), "round");
  return core::LastRound(view, *scheme);
}

}  // namespace

absl::Status MatchingHandler::Preview(const Call& call,
                                      const v1::CreateRoundRequest& request,
                                      v1::Round& response) {
  TWINAID_ASSIGN_OR_RETURN(const core::NewRound round,
                           NewRoundOf(request, clock_.Now()));
  return dispatch_.ReadNow(
      call, request, [&](const core::View& view) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const model::Scheme scheme,
                                 core::GetScheme(view, round.name.parent));
        TWINAID_ASSIGN_OR_RETURN(
            const planning::Plan plan,
            core::PreviewRound(view, round, dispatch_.work().stopwatch()));
        response = convert::PreviewToProto(scheme.policy, round.seed,
                                           round.as_of, plan);
        return absl::OkStatus();
      });
}

absl::Status MatchingHandler::Start(const Call& call,
                                    const v1::CreateRoundRequest& request,
                                    v1::Round& response) {
  model::RoundName started;
  TWINAID_RETURN_IF_ERROR(dispatch_.MutateNow(
      call, request, response,
      [&](core::Mutation& m,
          const v1::CreateRoundRequest& q) -> absl::StatusOr<v1::Round> {
        TWINAID_ASSIGN_OR_RETURN(const core::NewRound round,
                                 NewRoundOf(q, m.now));
        TWINAID_ASSIGN_OR_RETURN(const model::Round row,
                                 core::StartRound(m, round));
        started = row.name;
        return convert::ToProto(row, call.language);
      }));
  // Empty when the answer was one from before.
  if (!started.empty()) runner_.Enqueue(started);
  return absl::OkStatus();
}

grpc::ServerUnaryReactor* MatchingHandler::GetScheme(
    grpc::CallbackServerContext* context, const v1::GetSchemeRequest* request,
    v1::Scheme* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.MatchingService/GetScheme", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<SchemeTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ListSchemes(
    grpc::CallbackServerContext* context, const v1::ListSchemesRequest* request,
    v1::ListSchemesResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/ListSchemes", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::SchemeQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.schemes(), *query,
                        "twinaid.v1.MatchingService/ListSchemes", q, r,
                        [&](const model::Scheme& row) {
                          *r.add_schemes() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* MatchingHandler::CreateScheme(
    grpc::CallbackServerContext* context,
    const v1::CreateSchemeRequest* request, v1::Scheme* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.MatchingService/CreateScheme", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Scheme> {
        return CreateOne<SchemeTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* MatchingHandler::UpdateScheme(
    grpc::CallbackServerContext* context,
    const v1::UpdateSchemeRequest* request, v1::Scheme* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.MatchingService/UpdateScheme", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Scheme> {
        return UpdateOne<SchemeTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* MatchingHandler::CreateRound(
    grpc::CallbackServerContext* context, const v1::CreateRoundRequest* request,
    v1::Round* response) {
  return dispatch_.Run(
      context, "twinaid.v1.MatchingService/CreateRound", request,
      [this, request, response](const Call& call) -> absl::Status {
        return request->validate_only() ? Preview(call, *request, *response)
                                        : Start(call, *request, *response);
      });
}

grpc::ServerUnaryReactor* MatchingHandler::GetRound(
    grpc::CallbackServerContext* context, const v1::GetRoundRequest* request,
    v1::Round* response) {
  return dispatch_.ReadInLanguage(
      context, "twinaid.v1.MatchingService/GetRound", request, response,
      [](const core::View& view, model::Language language, const auto& q,
         auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto name,
                                 model::RoundName::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Round row,
                                 core::GetRound(view, name));
        r = convert::ToProto(row, language);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ListRounds(
    grpc::CallbackServerContext* context, const v1::ListRoundsRequest* request,
    v1::ListRoundsResponse* response) {
  return dispatch_.ReadInLanguage(
      context, "twinaid.v1.MatchingService/ListRounds", request, response,
      [](const core::View& view, model::Language language, const auto& q,
         auto& r) -> absl::Status {
        auto query = convert::RoundQueryOf(q.filter());
        if (!query.ok()) return query.status();
        TWINAID_RETURN_IF_ERROR(NarrowToScheme(view, q.parent(), *query));
        return ReadPage(view.tx.rounds(), *query,
                        absl::StrCat("twinaid.v1.MatchingService/ListRounds",
                                     " ", q.parent()),
                        q, r, [&](const model::Round& row) {
                          *r.add_rounds() = convert::ToProto(row, language);
                        });
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ListUnmetNeeds(
    grpc::CallbackServerContext* context,
    const v1::ListUnmetNeedsRequest* request,
    v1::ListUnmetNeedsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/ListUnmetNeeds", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        auto query = convert::UnmetNeedQueryOf(q.filter());
        if (!query.ok()) return query.status();
        const auto round = model::RoundName::Parse(q.parent());
        if (!round.ok()) return model::ForField(round.status(), "parent");
        TWINAID_RETURN_IF_ERROR(core::GetRound(view, *round).status());
        query->round = *round;
        return ReadPage(
            view.tx.unmet_needs(), *query,
            absl::StrCat("twinaid.v1.MatchingService/ListUnmetNeeds", " ",
                         q.parent()),
            q, r, [&](const model::UnmetNeed& row) {
              *r.add_unmet_needs() = convert::ToProto(row);
            });
      });
}

grpc::ServerUnaryReactor* MatchingHandler::GetPairing(
    grpc::CallbackServerContext* context, const v1::GetPairingRequest* request,
    v1::Pairing* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/GetPairing", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto name,
                                 model::PairingName::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Pairing row,
                                 core::GetPairing(view, name));
        r = convert::ToProto(row);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ListPairings(
    grpc::CallbackServerContext* context,
    const v1::ListPairingsRequest* request,
    v1::ListPairingsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/ListPairings", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        auto query = convert::PairingQueryOf(q.filter());
        if (!query.ok()) return query.status();
        TWINAID_RETURN_IF_ERROR(NarrowToScheme(view, q.parent(), *query));
        return ReadPage(view.tx.pairings(), *query,
                        absl::StrCat("twinaid.v1.MatchingService/ListPairings",
                                     " ", q.parent()),
                        q, r, [&](const model::Pairing& row) {
                          *r.add_pairings() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* MatchingHandler::EndPairing(
    grpc::CallbackServerContext* context, const v1::EndPairingRequest* request,
    v1::Pairing* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.MatchingService/EndPairing", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Pairing> {
        TWINAID_ASSIGN_OR_RETURN(const auto name,
                                 model::PairingName::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Reason reason,
            convert::FromEnum<model::Reason>(q.reason(), "reason"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Pairing row,
            core::EndPairing(m, name, q.etag(), reason, q.note()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ExplainPairing(
    grpc::CallbackServerContext* context,
    const v1::ExplainPairingRequest* request,
    v1::ExplainPairingResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/ExplainPairing", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto name,
                                 model::PairingName::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const core::PairingExplanation why,
                                 core::ExplainPairing(view, name));
        r = ToProto(why);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* MatchingHandler::ExplainNeed(
    grpc::CallbackServerContext* context, const v1::ExplainNeedRequest* request,
    v1::ExplainNeedResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/ExplainNeed", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        if (q.need().empty()) return model::RequiredField("need");
        TWINAID_ASSIGN_OR_RETURN(const auto round,
                                 RoundOrLast(view, q.round()));
        TWINAID_ASSIGN_OR_RETURN(const auto need,
                                 Named<model::NeedName>(q.need(), "need"));
        TWINAID_ASSIGN_OR_RETURN(const core::NeedExplanation why,
                                 core::ExplainNeed(view, round, need));
        r = ToProto(why);
        r.set_round(round.ToString());
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* MatchingHandler::CompareRounds(
    grpc::CallbackServerContext* context,
    const v1::CompareRoundsRequest* request,
    v1::CompareRoundsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/CompareRounds", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto round,
                                 Named<model::RoundName>(q.round(), "round"));
        std::optional<model::RoundName> base;
        if (!q.base().empty()) {
          TWINAID_ASSIGN_OR_RETURN(base,
                                   Named<model::RoundName>(q.base(), "base"));
        }
        TWINAID_ASSIGN_OR_RETURN(const core::RoundComparison compared,
                                 core::CompareRounds(view, round, base));
        r = ToProto(compared);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
