// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// twinaidd: options to objects, run until SIGTERM.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"
#include "service/lock/links.h"
#include "service/metrics/measured_store.h"
#include "service/metrics/metrics.h"
#include "service/metrics/port.h"
#include "service/model/enum_names.h"
#include "service/model/status_macros.h"
#include "service/notices/notice_runner.h"
#include "service/notices/sendmail_sender.h"
#include "service/notices/webhook_sender.h"
#include "service/ops/disk_room.h"
#include "service/ops/json_log.h"
#include "service/ops/notify.h"
#include "service/ops/options.h"
#include "service/ops/process.h"
#include "service/ops/random_id_generator.h"
#include "service/ops/stop_signal.h"
#include "service/ops/system_clock.h"
#include "service/restore/restore_command.h"
#include "service/rpc/grpc_log.h"
#include "service/rpc/server.h"
#include "service/secret_file/secret_file.h"
#include "service/store/sqlite/sqlite_store.h"

namespace twinaid {
namespace {

constexpr int kFailed = 1;
// A listener takes no connections any more, or the disk failed the store; what
// was answered is stored, and whoever runs the server starts it again.
constexpr int kStartAgain = 75;
constexpr absl::Duration kDeliverEvery = absl::Seconds(5);

int Complain(ops::JsonLog& log, const absl::Status& status) {
  log.Write(ops::Level::kError, "start",
            {{"message", std::string(status.message())}});
  std::fprintf(stderr, "twinaidd: %s\n", std::string(status.message()).c_str());
  return kFailed;
}

// Whole or not at all: whoever waits for the file never reads half of it.
absl::Status WriteReadyFile(const std::string& path,
                            const std::vector<std::string>& addresses) {
  if (path.empty()) return absl::OkStatus();
  const std::string draft = path + ".new";
  std::ofstream(draft) << absl::StrJoin(addresses, "\n") << "\n";
  if (std::rename(draft.c_str(), path.c_str()) == 0) return absl::OkStatus();
  return absl::UnavailableError("cannot write the ready file " + path);
}

// The ways to tell the sides that the options name.
absl::StatusOr<notices::Senders> MakeSenders(const ops::Options& options) {
  notices::Senders senders;
  if (!options.webhook_url.empty()) {
    TWINAID_ASSIGN_OR_RETURN(const std::string secret,
                             ReadSecretFile(options.webhook_secret_file));
    TWINAID_ASSIGN_OR_RETURN(
        const notices::WebhookSender sender,
        notices::WebhookSender::Make(options.webhook_url, secret));
    senders.webhook = [sender](const notices::WebhookCall& call) {
      return sender.Send(call);
    };
  }
  if (!options.sendmail.empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        const notices::SendmailSender sender,
        notices::SendmailSender::Make(options.sendmail, options.mail_from));
    senders.email = [sender](const notices::Mail& mail) {
      return sender.Send(mail);
    };
  }
  return senders;
}

// A line of a delivery that failed; whose address it was stays out of the log.
void LogFailure(ops::JsonLog& log, const model::Notice& notice,
                const absl::Status& error) {
  std::string message(error.message());
  if (!notice.recipient.empty()) {
    message = absl::StrReplaceAll(message, {{notice.recipient, "ADDRESS"}});
  }
  const bool given_up = notice.state == model::NoticeState::kGivenUp;
  log.Write(given_up ? ops::Level::kError : ops::Level::kWarning, "notice",
            {{"event_seq", absl::StrCat(notice.seq)},
             {"channel", std::string(model::WordOf(notice.channel))},
             {"state", std::string(model::WordOf(notice.state))},
             {"attempts", absl::StrCat(notice.attempts)},
             {"message", message}});
}

// Null where there is no way to tell anybody.
std::unique_ptr<notices::NoticeRunner> StartNotices(core::UnitOfWork& work,
                                                    notices::Senders senders,
                                                    ops::JsonLog& log,
                                                    metrics::Metrics& metrics) {
  if (!senders.webhook && !senders.email) return nullptr;
  return std::make_unique<notices::NoticeRunner>(
      work, std::move(senders), kDeliverEvery,
      [&log, &metrics](const model::Notice& notice, const absl::Status& error) {
        metrics.NoticeFailed(model::WordOf(notice.channel),
                             notice.state == model::NoticeState::kGivenUp);
        LogFailure(log, notice, error);
      },
      [&log](const absl::Status& error) {
        log.Write(ops::Level::kError, "notices",
                  {{"message", std::string(error.message())}});
      });
}

store::CommitObserver ObserverOf(metrics::Metrics& metrics,
                                 const model::Clock& clock) {
  return {[&metrics](std::int64_t requests, absl::Duration took) {
            metrics.Committed(requests, took);
          },
          [&clock] { return clock.Elapsed(); }};
}

// The room that is left where the database is, and what it takes.
void SampleDisk(metrics::Metrics& metrics, const std::string& database) {
  metrics.Sample("twinaid_database_bytes",
                 "The database and its write-ahead log.", [database] {
                   return static_cast<double>(ops::BytesOf(database) +
                                              ops::BytesOf(database + "-wal"));
                 });
  metrics.Sample(
      "twinaid_disk_free_bytes", "Room where the database is.",
      [database] { return static_cast<double>(ops::FreeBytesAt(database)); });
}

void SampleBackups(metrics::Metrics& metrics, const std::string& folder) {
  metrics.Sample("twinaid_last_backup_time_seconds",
                 "When the newest file of the backup folder was written.",
                 [folder] {
                   return absl::ToDoubleSeconds(ops::NewestBackupIn(folder) -
                                                absl::UnixEpoch());
                 });
}

// Null where nobody is to read metrics.
absl::StatusOr<std::unique_ptr<metrics::Port>> OpenMetrics(
    const std::string& address, const metrics::Metrics& metrics,
    ops::JsonLog& log) {
  if (address.empty()) return nullptr;
  TWINAID_ASSIGN_OR_RETURN(std::unique_ptr<metrics::Port> port,
                           metrics::Port::Open(address, metrics));
  log.Write(ops::Level::kInfo, "metrics", {{"address", port->address()}});
  return port;
}

int Run(const ops::Options& options) {
  ops::KeepMemoryPrivate();
  ops::AllowManyFiles();
  const std::string manager = ops::TakeNotifySocket();
  const ops::StopSignal stop;
  const ops::SystemClock clock;
  ops::RandomIdGenerator ids;
  ops::JsonLog log(stderr, clock);
  rpc::SendGrpcErrorsTo(&log);
  auto senders = MakeSenders(options);
  if (!senders.ok()) return Complain(log, senders.status());
  metrics::Metrics metrics(TWINAID_VERSION, clock.Now());
  SampleDisk(metrics, lock::FollowLinks(options.database));
  store::SqliteOptions store_options;
  store_options.path = options.database;
  store_options.on_commit = ObserverOf(metrics, clock);
  store_options.check_every_minutes = options.check_every_minutes;
  store_options.on_checked = [&log](const absl::Status& checked) {
    log.Write(checked.ok() ? ops::Level::kInfo : ops::Level::kError, "checked",
              {{"message", std::string(checked.message())}});
  };
  auto store = store::OpenSqliteStore(store_options);
  if (!store.ok()) return Complain(log, store.status());
  metrics::MeasuredStore measured(**store, clock, metrics);
  auto port = OpenMetrics(options.metrics, metrics, log);
  if (!port.ok()) return Complain(log, port.status());
  rpc::BackUp back_up;
  if (!options.backup_folder.empty()) {
    SampleBackups(metrics, options.backup_folder);
    back_up = [&] {
      return (*store)->CreateBackup(options.backup_folder, clock.Now());
    };
  }
  auto server = rpc::Server::Start(
      options, {measured, clock, ids, log, metrics, std::move(back_up)});
  if (!server.ok()) return Complain(log, server.status());
  core::UnitOfWork outbox(measured, clock, ids);
  auto runner = StartNotices(outbox, *std::move(senders), log, metrics);
  if (options.sandbox_faults > 0) {
    log.Write(ops::Level::kWarning, "sandbox",
              {{"faults_percent", std::to_string(options.sandbox_faults)},
               {"seed", std::to_string(options.sandbox_seed)}});
  }
  const std::string addresses = absl::StrJoin((*server)->addresses(), " ");
  log.Write(ops::Level::kInfo, "serving",
            {{"addresses", addresses}, {"version", TWINAID_VERSION}});
  if (absl::Status status =
          WriteReadyFile(options.ready_file, (*server)->addresses());
      !status.ok()) {
    return Complain(log, status);
  }
  ops::Notify(manager, "READY=1");
  (*server)->WatchStore([&log](const absl::Status& why) {
    log.Write(ops::Level::kError, "store_lost",
              {{"message", std::string(why.message())}});
    std::_Exit(kStartAgain);
  });
  (*server)->WatchListeners([&manager] { ops::Notify(manager, "WATCHDOG=1"); },
                            [&log] {
                              // What was answered is stored; the next start
                              // takes connections again.
                              log.Write(ops::Level::kError, "listener_lost",
                                        {});
                              std::_Exit(kStartAgain);
                            });
  const int signal = stop.Wait();
  ops::Notify(manager, "STOPPING=1");
  log.Write(ops::Level::kInfo, "stopping",
            {{"signal", std::to_string(signal)}});
  // A stop waits for calls under way; none of them for long.
  (*store)->StopBackups();
  (*server)->Stop();
  // What is not delivered by now waits for the next start.
  runner.reset();
  port->reset();
  const std::string calls = std::to_string((*server)->calls());
  server->reset();
  store->reset();
  rpc::SendGrpcErrorsTo(nullptr);
  log.Write(ops::Level::kInfo, "stopped", {{"calls", calls}});
  return 0;
}

}  // namespace
}  // namespace twinaid

int main(int argc, char** argv) {
  // Debian's Abseil looks for cycles of locks at each one it takes. Tests have
  // it do so; here it would cost every call.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  if (twinaid::restore::IsRestoreCommand(argc, argv)) {
    const bool chinese = twinaid::restore::IsChinese(
        std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
    return twinaid::restore::RunRestoreCommand(argc, argv, absl::Now(), chinese,
                                               std::cout, std::cerr);
  }
  const auto parsed = twinaid::ops::ParseOptions(argc, argv, TWINAID_VERSION);
  if (const auto* exit = std::get_if<twinaid::ops::ExitNow>(&parsed)) {
    return exit->code;
  }
  return twinaid::Run(std::get<twinaid::ops::Options>(parsed));
}
