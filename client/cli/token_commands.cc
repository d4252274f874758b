// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/credentials.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;  // of a principal, or of a token
  std::string title;
  std::string out;
  int days = 90;
  int overlap_hours = 0;
};

constexpr int kSecondsInDay = 24 * 60 * 60;
constexpr int kSecondsInHour = 60 * 60;

int List(Session& session, const Typed& typed) {
  v1::ListTokensRequest request;
  request.set_parent(PrincipalName(typed.name));
  return PrintList(session, request, &AdminStub::ListTokens,
                   &v1::ListTokensResponse::mutable_tokens, TokenColumns());
}

// Sends what makes a token; its secret goes to the file, or is shown once.
template <typename Request>
int Make(Session& session, Method<AdminStub, Request, v1::Token> method,
         Request& request, const Typed& typed) {
  request.mutable_lifetime()->set_seconds(std::int64_t{typed.days} *
                                          kSecondsInDay);
  session.Prepare(request);
  v1::Token token;
  const grpc::Status status = Send(session, method, request, &token);
  if (!status.ok()) return session.Refused(status);
  if (token.secret().empty() && !session.options.dry_run) {
    session.Usage(
        "the token " + token.name() +
            " was made before, by a request whose answer was lost; its secret "
            "is not shown again: revoke it and create another",
        "令牌 " + token.name() +
            " 已由先前应答丢失的请求创建；其内容不再显示：请撤销后重新创建");
    return kRefused;
  }
  if (!typed.out.empty() && !token.secret().empty()) {
    const absl::Status written = WritePrivately(typed.out, token.secret());
    if (!written.ok()) return session.Usage(written);
    token.clear_secret();
    session.Say("the token is in " + typed.out + ", for its owner only",
                "令牌已写入 " + typed.out + "，仅所有者可读");
  } else if (!token.secret().empty()) {
    session.Say("the secret is shown this once; keep it safe",
                "令牌仅显示这一次；请妥善保存");
  }
  PrintOne(session, token, TokenDetails());
  return kDone;
}

int Create(Session& session, const Typed& typed) {
  v1::CreateTokenRequest request;
  request.set_parent(PrincipalName(typed.name));
  request.set_title(typed.title);
  return Make(session, &AdminStub::CreateToken, request, typed);
}

int Rotate(Session& session, const Typed& typed) {
  v1::RotateTokenRequest request;
  request.set_name(TokenName(typed.name));
  request.mutable_overlap()->set_seconds(std::int64_t{typed.overlap_hours} *
                                         kSecondsInHour);
  return Make(session, &AdminStub::RotateToken, request, typed);
}

int Revoke(Session& session, const Typed& typed) {
  v1::RevokeTokenRequest request;
  request.set_name(TokenName(typed.name));
  return ChangeAndShow(session, &AdminStub::RevokeToken, request,
                       TokenDetails());
}

void AddMaking(CLI::App& verb, Typed& typed) {
  verb.add_option("--days", typed.days, "how long it is taken, 1 to 400")
      ->check(CLI::Range(1, 400))
      ->capture_default_str();
  verb.add_option("--out", typed.out,
                  "write it into this file, for its owner only, instead of "
                  "showing it");
}

}  // namespace

void AddTokenCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("token", "what principals say who they are with");
  noun->require_subcommand(1);

  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "the tokens of a principal");
  list->add_option("principal", listed->name, "whose")->required();
  Does(*list, session, listed, &List);

  auto made = std::make_shared<Typed>();
  CLI::App* create = noun->add_subcommand(
      "create",
      "make a token for a principal\n"
      "Example: twinaid token create wuxi-fao --title \"desk of Ms Li\" "
      "--out wuxi.token");
  create->add_option("principal", made->name, "whose")->required();
  create->add_option("--title", made->title, "what it is for");
  AddMaking(*create, *made);
  Does(*create, session, made, &Create);

  auto rotated = std::make_shared<Typed>();
  CLI::App* rotate = noun->add_subcommand(
      "rotate",
      "make a token in place of another\n"
      "Example: twinaid token rotate wuxi-fao/tk-4k2j9x0q7c "
      "--overlap-hours 24");
  rotate->add_option("token", rotated->name, "PRINCIPAL/TOKEN")->required();
  rotate
      ->add_option("--overlap-hours", rotated->overlap_hours,
                   "how long the old one is still taken, at most 168")
      ->check(CLI::Range(0, 168))
      ->capture_default_str();
  AddMaking(*rotate, *rotated);
  Does(*rotate, session, rotated, &Rotate);

  auto revoked = std::make_shared<Typed>();
  CLI::App* revoke = noun->add_subcommand("revoke", "end a token at once");
  revoke->add_option("token", revoked->name, "PRINCIPAL/TOKEN")->required();
  Does(*revoke, session, revoked, &Revoke);
}

}  // namespace twinaid::client
