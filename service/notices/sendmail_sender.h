// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Gives e-mails to the mail system of the machine, by its sendmail command.
#ifndef TWINAID_SERVICE_NOTICES_SENDMAIL_SENDER_H_
#define TWINAID_SERVICE_NOTICES_SENDMAIL_SENDER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/notices/message.h"

namespace twinaid::notices {

// Thread-safe.
class SendmailSender {
 public:
  // `command` is the absolute path of a program that takes a message as
  // sendmail(1) does; it is run as `COMMAND -i -f FROM -- ADDRESS`.
  //
  // INVALID_ARGUMENT (SENDMAIL): the command is no absolute path of a program
  // that this user may run; or `from` is no address.
  static absl::StatusOr<SendmailSender> Make(
      std::string command, std::string from,
      absl::Duration timeout = absl::Seconds(10));

  // OK: the command took the message and ended with status 0; what becomes of
  // it then is the mail system's.
  // INVALID_ARGUMENT: see MailMessage. UNAVAILABLE: see RunChild.
  absl::Status Send(const Mail& mail) const;

 private:
  SendmailSender(std::string command, std::string from, absl::Duration timeout);

  std::string command_;
  std::string from_;
  absl::Duration timeout_;
};

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_SENDMAIL_SENDER_H_
