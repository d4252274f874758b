// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// login, logout, whoami.
#include "absl/strings/ascii.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/credentials.h"
#include "client/cli/enum_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Nothing {};

// The token that was given: by file, by the environment, or typed.
absl::StatusOr<std::string> GivenToken(Session& session) {
  const Environment& environment = session.environment();
  const bool named = !session.options.token_file.empty() ||
                     !session.setup().filed_token_file.empty() ||
                     environment.variable("TWINAID_TOKEN_FILE") ||
                     environment.variable("TWINAID_TOKEN");
  if (named) {
    return TokenFor(environment, session.options.server,
                    session.options.token_file,
                    session.setup().filed_token_file);
  }
  session.Say("the token, ID.SECRET (it is not shown):",
              "请输入令牌 ID.SECRET（不显示）：");
  std::string token = environment.read_secret();
  absl::StripAsciiWhitespace(&token);
  return token;
}

int LogIn(Session& session, const Nothing&) {
  const auto token = GivenToken(session);
  if (!token.ok()) return session.Usage(token.status());
  if (token->empty()) {
    return session.Usage(
        "no token was given; type it, or name a file with --token-file",
        "未提供令牌；请输入，或用 --token-file 指定文件");
  }
  session.UseToken(*token);
  v1::Principal who;
  const grpc::Status status =
      Send(session, &AdminStub::WhoAmI, v1::WhoAmIRequest(), &who);
  if (!status.ok()) return session.Refused(status);
  const absl::Status stored =
      StoreToken(session.environment(), session.options.server, *token);
  if (!stored.ok()) return session.Usage(stored);
  session.Say("logged in to " + session.options.server + " as " + who.name() +
                  " (" + EnumText(who.role(), false) + "); kept in " +
                  CredentialsFile(session.environment()),
              "已登录 " + session.options.server + "，身份 " + who.name() +
                  "（" + EnumText(who.role(), true) + "）；保存于 " +
                  CredentialsFile(session.environment()));
  return kDone;
}

int LogOut(Session& session, const Nothing&) {
  const absl::Status stored =
      StoreToken(session.environment(), session.options.server, "");
  if (!stored.ok()) return session.Usage(stored);
  session.Say("no token is kept for " + session.options.server +
                  "; it still counts until it is revoked",
              "已删除为 " + session.options.server +
                  " 保存的令牌；令牌在撤销前仍然有效");
  return kDone;
}

int WhoAmI(Session& session, const Nothing&) {
  return SendAndShow(session, &AdminStub::WhoAmI, v1::WhoAmIRequest(),
                     PrincipalDetails());
}

}  // namespace

void AddLoginCommands(CLI::App& root, Session& session) {
  CLI::App* login = root.add_subcommand(
      "login",
      "keep a token for this server, once it was seen to be right\n"
      "Reads it from --token-file, TWINAID_TOKEN_FILE, TWINAID_TOKEN or the\n"
      "terminal.\n"
      "Example: twinaid login --token-file twinaid.db.admin-token");
  Does(*login, session, std::make_shared<Nothing>(), &LogIn);
  CLI::App* logout =
      root.add_subcommand("logout", "forget the token for this server");
  Does(*logout, session, std::make_shared<Nothing>(), &LogOut);
  CLI::App* whoami =
      root.add_subcommand("whoami", "who the server takes you for");
  Does(*whoami, session, std::make_shared<Nothing>(), &WhoAmI);
}

}  // namespace twinaid::client
