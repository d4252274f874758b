// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/sendmail_sender.h"

#include <unistd.h>

#include <utility>

#include "service/model/errors.h"
#include "service/model/organization.h"
#include "service/model/status_macros.h"
#include "service/notices/child.h"
#include "service/notices/mail_message.h"

namespace twinaid::notices {
namespace {

absl::Status BadCommand(const std::string& command) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "SENDMAIL";
  spec.en =
      "cannot send mail with {command}: name the absolute path of a program "
      "that this user may run, such as /usr/sbin/sendmail";
  spec.zh =
      "无法用 {command} 发送邮件：请指定此用户可运行的程序的绝对路径，例如 "
      "/usr/sbin/sendmail";
  spec.metadata = {{"command", model::Shown(command, 200)}};
  spec.field = "sendmail";
  return model::MakeError(spec);
}

}  // namespace

absl::StatusOr<SendmailSender> SendmailSender::Make(std::string command,
                                                    std::string from,
                                                    absl::Duration timeout) {
  if (command.empty() || command.front() != '/' ||
      ::access(command.c_str(), X_OK) != 0) {
    return BadCommand(command);
  }
  if (from.empty()) return absl::InvalidArgumentError("mail_from is empty");
  TWINAID_RETURN_IF_ERROR(model::CheckEmail(from, "mail_from"));
  return SendmailSender(std::move(command), std::move(from), timeout);
}

SendmailSender::SendmailSender(std::string command, std::string from,
                               absl::Duration timeout)
    : command_(std::move(command)), from_(std::move(from)), timeout_(timeout) {}

absl::Status SendmailSender::Send(const Mail& mail) const {
  TWINAID_ASSIGN_OR_RETURN(const std::string message, MailMessage(mail, from_));
  // -i: a line with a dot alone does not end the message.
  return RunChild({command_, "-i", "-f", from_, "--", mail.to}, message,
                  timeout_);
}

}  // namespace twinaid::notices
