// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/admin_handler.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/convert/principal.h"
#include "service/convert/queries.h"
#include "service/core/principals.h"
#include "service/rpc/paging.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct PrincipalTraits {
  using Row = model::Principal;
  using Message = v1::Principal;
  static constexpr char kField[] = "principal";

  static absl::StatusOr<model::PrincipalId> Parse(const std::string& name) {
    return model::ParseName<model::PrincipalId>(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreatePrincipalRequest& request) {
    auto row = convert::FromProto(request.principal());
    if (!row.ok()) return Below<PrincipalTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id,
        ChosenId<model::PrincipalId>(request.principal_id(), "principal_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::PrincipalId& key) {
    return core::GetPrincipal(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreatePrincipal(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdatePrincipal(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::PrincipalFields();
  }
  static const Message& Patch(const v1::UpdatePrincipalRequest& request) {
    return request.principal();
  }
};

absl::StatusOr<model::PrincipalId> ParentOf(const std::string& parent) {
  auto id = model::ParseName<model::PrincipalId>(parent);
  if (!id.ok()) return model::ForField(id.status(), "parent");
  return id;
}

// In whole seconds.
template <typename Request>
absl::Duration LifetimeOf(const Request& request) {
  if (!request.has_lifetime()) return core::kDefaultLifetime;
  return absl::Seconds(request.lifetime().seconds());
}

// A mutation that makes a token. Its secret is put into the answer of this call
// only: what is kept for repeats has none.
template <typename Request, typename Make>
absl::Status MakeToken(Dispatch& dispatch, const Call& call,
                       const Request& request, v1::Token& response, Make make) {
  std::string secret;
  TWINAID_RETURN_IF_ERROR(dispatch.MutateNow(
      call, request, response,
      [&](core::Mutation& m, const Request& q) -> absl::StatusOr<v1::Token> {
        TWINAID_ASSIGN_OR_RETURN(core::NewToken made, make(m, q));
        secret = std::move(made.text);
        return convert::ToProto(made.token);
      }));
  if (!request.validate_only()) response.set_secret(secret);
  return absl::OkStatus();
}

absl::Status BackupsOff() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "BACKUPS_OFF";
  spec.en =
      "this server keeps no backups: whoever runs it names a folder for them "
      "with --backup-folder";
  spec.zh = "本服务器未设置备份:请由管理员用 --backup-folder 指定备份目录";
  spec.precondition_subject = "backups";
  return model::MakeError(spec);
}

// Callers have no business with folders of the server.
std::string NameOfFile(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

v1::Backup ToProto(const store::Backup& backup) {
  v1::Backup message;
  message.set_file(NameOfFile(backup.path));
  message.set_bytes(backup.bytes);
  message.set_schema(backup.schema);
  message.set_last_seq(backup.last_seq);
  message.set_last_hash(backup.last_hash);
  return message;
}

}  // namespace

grpc::ServerUnaryReactor* AdminHandler::WhoAmI(
    grpc::CallbackServerContext* context, const v1::WhoAmIRequest* request,
    v1::Principal* response) {
  return dispatch_.Run(context, "twinaid.v1.AdminService/WhoAmI", request,
                       [response](const Call& call) {
                         *response = convert::ToProto(call.who);
                         return absl::OkStatus();
                       });
}

grpc::ServerUnaryReactor* AdminHandler::GetPrincipal(
    grpc::CallbackServerContext* context,
    const v1::GetPrincipalRequest* request, v1::Principal* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.AdminService/GetPrincipal", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<PrincipalTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* AdminHandler::ListPrincipals(
    grpc::CallbackServerContext* context,
    const v1::ListPrincipalsRequest* request,
    v1::ListPrincipalsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.AdminService/ListPrincipals", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::PrincipalQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.principals(), *query,
                        "twinaid.v1.AdminService/ListPrincipals", q, r,
                        [&](const model::Principal& row) {
                          *r.add_principals() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* AdminHandler::CreatePrincipal(
    grpc::CallbackServerContext* context,
    const v1::CreatePrincipalRequest* request, v1::Principal* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AdminService/CreatePrincipal", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Principal> {
        return CreateOne<PrincipalTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* AdminHandler::UpdatePrincipal(
    grpc::CallbackServerContext* context,
    const v1::UpdatePrincipalRequest* request, v1::Principal* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AdminService/UpdatePrincipal", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Principal> {
        return UpdateOne<PrincipalTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* AdminHandler::ListTokens(
    grpc::CallbackServerContext* context, const v1::ListTokensRequest* request,
    v1::ListTokensResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.AdminService/ListTokens", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const model::PrincipalId parent,
                                 ParentOf(q.parent()));
        TWINAID_RETURN_IF_ERROR(core::GetPrincipal(view, parent).status());
        if (!q.filter().empty()) {
          return model::InvalidFilter(q.filter(), "no field can be named yet",
                                      "nothing");
        }
        store::TokenQuery query;
        query.principal = parent;
        return ReadPage(
            view.tx.tokens(), query,
            absl::StrCat("twinaid.v1.AdminService/ListTokens ", q.parent()), q,
            r, [&](const model::Token& row) {
              *r.add_tokens() = convert::ToProto(row);
            });
      });
}

grpc::ServerUnaryReactor* AdminHandler::CreateToken(
    grpc::CallbackServerContext* context, const v1::CreateTokenRequest* request,
    v1::Token* response) {
  return dispatch_.Run(
      context, "twinaid.v1.AdminService/CreateToken", request,
      [this, request, response](const Call& call) {
        return MakeToken(
            dispatch_, call, *request, *response,
            [](core::Mutation& m, const v1::CreateTokenRequest& q)
                -> absl::StatusOr<core::NewToken> {
              TWINAID_ASSIGN_OR_RETURN(const model::PrincipalId parent,
                                       ParentOf(q.parent()));
              return core::CreateToken(m, parent, q.title(), LifetimeOf(q));
            });
      });
}

grpc::ServerUnaryReactor* AdminHandler::RotateToken(
    grpc::CallbackServerContext* context, const v1::RotateTokenRequest* request,
    v1::Token* response) {
  return dispatch_.Run(
      context, "twinaid.v1.AdminService/RotateToken", request,
      [this, request, response](const Call& call) {
        return MakeToken(
            dispatch_, call, *request, *response,
            [](core::Mutation& m, const v1::RotateTokenRequest& q)
                -> absl::StatusOr<core::NewToken> {
              TWINAID_ASSIGN_OR_RETURN(const model::TokenName name,
                                       model::TokenName::Parse(q.name()));
              return core::RotateToken(m, name, LifetimeOf(q),
                                       absl::Seconds(q.overlap().seconds()));
            });
      });
}

grpc::ServerUnaryReactor* AdminHandler::RevokeToken(
    grpc::CallbackServerContext* context, const v1::RevokeTokenRequest* request,
    v1::Token* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AdminService/RevokeToken", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Token> {
        TWINAID_ASSIGN_OR_RETURN(const model::TokenName name,
                                 model::TokenName::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Token token,
                                 core::RevokeToken(m, name));
        return convert::ToProto(token);
      });
}

grpc::ServerUnaryReactor* AdminHandler::CreateBackup(
    grpc::CallbackServerContext* context,
    const v1::CreateBackupRequest* request, v1::Backup* response) {
  return dispatch_.Run(context, "twinaid.v1.AdminService/CreateBackup", request,
                       [this, response](const Call&) -> absl::Status {
                         if (!back_up_) return BackupsOff();
                         TWINAID_ASSIGN_OR_RETURN(const store::Backup backup,
                                                  back_up_());
                         *response = ToProto(backup);
                         return absl::OkStatus();
                       });
}

}  // namespace twinaid::rpc
