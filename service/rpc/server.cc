// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/principals.h"
#include "service/core/round_runner.h"
#include "service/core/rounds.h"
#include "service/core/schedule.h"
#include "service/core/store_watch.h"
#include "service/core/sweeper.h"
#include "service/core/ticker.h"
#include "service/core/unit_of_work.h"
#include "service/model/errors.h"
#include "service/model/listen_errors.h"
#include "service/model/need.h"
#include "service/model/status_macros.h"
#include "service/ops/tls_keeper.h"
#include "service/rpc/admin_handler.h"
#include "service/rpc/assistance_handler.h"
#include "service/rpc/correspondence_handler.h"
#include "service/rpc/credentials.h"
#include "service/rpc/dispatch.h"
#include "service/rpc/error_log.h"
#include "service/rpc/event_hub.h"
#include "service/rpc/inventory_handler.h"
#include "service/rpc/ledger_handler.h"
#include "service/rpc/matching_handler.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/report_handler.h"
#include "service/rpc/sandbox.h"
#include "service/rpc/self_dial.h"
#include "service/rpc/server_limits.h"
#include "service/rpc/unix_socket.h"
#include "service/rpc/worker_pool.h"
#include "service/secret_file/secret_file.h"

namespace twinaid::rpc {
namespace {

constexpr std::chrono::seconds kStopWithin{8};
constexpr absl::Duration kHealthEvery = absl::Seconds(1);
// How long the store may be silent.
constexpr absl::Duration kStuckAfter = absl::Seconds(5);
constexpr absl::Duration kDialEvery = absl::Seconds(1);
// How late what is due may lapse or expire.
constexpr absl::Duration kLookEvery = absl::Minutes(1);
constexpr absl::Duration kTickEvery = absl::Seconds(1);
constexpr absl::Duration kAnswerWithin = absl::Seconds(1);

absl::Status CannotListen(const std::string& address) {
  return model::CannotListen(address, "--listen");
}

// The first start writes the token of the first admin, and says where.
absl::Status MakeAdmin(const ops::Options& options, core::UnitOfWork& work,
                       ops::JsonLog& log) {
  const std::string file = options.AdminTokenFile();
  bool made = false;
  TWINAID_RETURN_IF_ERROR(work.Run(
      core::Caller{core::kSystemPrincipal},
      [&](core::Mutation& m) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(
            made, core::EnsureAdmin(m, options.new_admin_token,
                                    [&](const std::string& token) {
                                      return WriteSecretFile(file, token);
                                    }));
        return absl::OkStatus();
      }));
  if (made) log.Write(ops::Level::kInfo, "admin_token", {{"file", file}});
  return absl::OkStatus();
}

core::NoticeSettings NoticesOf(const ops::Options& options) {
  return {!options.webhook_url.empty(), !options.sendmail.empty()};
}

constexpr absl::string_view kUnix = "unix:";

// The address as callers write it, with the port that was taken.
std::string Served(const std::string& address, int port) {
  if (absl::StartsWith(address, kUnix)) return address;
  return absl::StrCat(address.substr(0, address.rfind(':')), ":", port);
}

}  // namespace

struct Server::State {
  State(const ops::Options& options, const Parts& parts)
      : store(parts.store),
        clock(parts.clock),
        log(parts.log),
        metrics(parts.metrics),
        work(store, clock, parts.ids, NoticesOf(options)),
        pool(options.workers, options.queue),
        hub(options.watchers),
        sandbox(options.sandbox_faults, options.sandbox_seed),
        dispatch(work, pool, log, metrics, clock, LimitsOf(options),
                 options.sandbox_faults > 0 ? &sandbox : nullptr),
        runner(
            work,
            [this](const model::RoundName& round, const absl::Status& error) {
              std::vector<ops::Field> fields = FieldsOf(error);
              fields.emplace(fields.begin(), "round", round.ToString());
              log.Write(LevelOf(error), "round", fields);
            },
            [this](bool succeeded, absl::Duration took) {
              metrics.RoundEnded(succeeded, took);
            }),
        admin(dispatch, parts.back_up),
        registry(dispatch),
        inventory(dispatch),
        matching(dispatch, runner, clock),
        assistance(dispatch),
        correspondence(dispatch),
        ledger(dispatch, hub, {absl::Seconds(options.watch_stall_seconds)}),
        report(dispatch),
        schedule(
            work,
            [this](const model::RoundName& round) { runner.Enqueue(round); }),
        watch(store, clock, kHealthEvery, kStuckAfter) {}

  absl::Status KeepCertificates(const ops::Options& options) {
    if (!options.tls.any()) return absl::OkStatus();
    TWINAID_ASSIGN_OR_RETURN(tls,
                             ops::TlsKeeper::Start(options.tls, clock.Now()));
    read_tls_every = absl::Seconds(options.read_tls_every_seconds);
    read_tls_at = clock.Elapsed() + read_tls_every;
    return absl::OkStatus();
  }

  void RefreshCertificates() {
    if (tls == nullptr || clock.Elapsed() < read_tls_at) return;
    read_tls_at = clock.Elapsed() + read_tls_every;
    const absl::StatusOr<bool> taken = tls->Refresh(clock.Now());
    if (!taken.ok()) {
      log.Write(ops::Level::kError, "certificates_kept",
                {{"message", std::string(taken.status().message())}});
    } else if (*taken) {
      log.Write(ops::Level::kInfo, "certificates_taken", {});
    }
  }

  // Counts what is open.
  absl::Status TakeStock() {
    return store.Read([&](const store::ReadTransaction& tx) -> absl::Status {
      TWINAID_ASSIGN_OR_RETURN(store::OpenCounts open,
                               tx.shortlists().CountOpen());
      metrics.SetStock({open.needs[model::Urgency::kCritical],
                        open.needs[model::Urgency::kHigh],
                        open.needs[model::Urgency::kMedium],
                        open.needs[model::Urgency::kLow], open.offers});
      TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                               tx.LastEvent());
      if (last) metrics.LedgerGrew(last->seq);
      return absl::OkStatus();
    });
  }

  // Ends what is over, counts what is left, then starts the rounds that are
  // due.
  absl::Status Look() {
    TWINAID_RETURN_IF_ERROR(core::SweepLapses(work).status());
    const absl::CivilDay today =
        absl::ToCivilDay(clock.Now(), absl::UTCTimeZone());
    if (expired_on != today) {
      TWINAID_RETURN_IF_ERROR(core::SweepExpiries(work).status());
      expired_on = today;
    }
    TWINAID_RETURN_IF_ERROR(TakeStock());
    return schedule.StartDue();
  }

  // Health follows the store. Who has it open hears that it is lost when its
  // callers have had a second to hear so.
  void WatchHealth() {
    std::string said;  // the reason; empty while all is well
    metrics.SetServing(true);
    while (!stop.WaitForNotificationWithTimeout(kHealthEvery)) {
      RefreshCertificates();
      const absl::Status status = watch.Health();
      const std::string reason = model::ReasonOf(status);
      if (reason != said) {
        said = reason;
        SayHealth(status.ok(), status);
      } else if (core::IsLost(status)) {
        TellLost(status);
      }
    }
  }

  void SayHealth(bool serving, const absl::Status& status) {
    metrics.SetServing(serving);
    server->GetHealthCheckService()->SetServingStatus(serving);
    log.Write(serving ? ops::Level::kInfo : ops::Level::kError, "health",
              {{"serving", serving ? "true" : "false"},
               {"reason", model::ReasonOf(status)},
               {"message", std::string(status.message())}});
  }

  void TellLost(const absl::Status& status) {
    std::function<void(const absl::Status&)> tell;
    {
      absl::MutexLock lock(&lost_mutex);
      tell = std::exchange(store_lost, nullptr);
    }
    if (tell) tell(status);
  }

  bool AllAnswer() const {
    for (const std::string& address : addresses) {
      if (CanDial(address) && !Answers(address, kAnswerWithin)) return false;
    }
    return true;
  }

  void DialListeners(const std::function<void()>& alive,
                     const std::function<void()>& lost) {
    absl::Duration silent = absl::ZeroDuration();
    while (!stop.WaitForNotificationWithTimeout(kDialEvery)) {
      const absl::Duration begun = clock.Elapsed();
      if (AllAnswer()) {
        silent = absl::ZeroDuration();
        alive();
        continue;
      }
      silent += kDialEvery + (clock.Elapsed() - begun);
      if (silent < kLostAfter || stop.HasBeenNotified()) continue;
      return lost();
    }
  }

  // The sockets are given free last.
  std::vector<std::unique_ptr<lock::LockFile>> sockets;
  store::Store& store;
  const model::Clock& clock;
  ops::JsonLog& log;
  metrics::Metrics& metrics;
  core::UnitOfWork work;
  WorkerPool pool;
  EventHub hub;
  Sandbox sandbox;
  Dispatch dispatch;
  core::RoundRunner runner;
  AdminHandler admin;
  RegistryHandler registry;
  InventoryHandler inventory;
  MatchingHandler matching;
  AssistanceHandler assistance;
  CorrespondenceHandler correspondence;
  LedgerHandler ledger;
  ReportHandler report;
  core::RoundSchedule schedule;  // of the thread of `clockwork`
  core::StoreWatch watch;
  absl::Mutex lost_mutex;
  std::function<void(const absl::Status&)> store_lost
      ABSL_GUARDED_BY(lost_mutex);
  std::vector<std::string> addresses;
  std::unique_ptr<ops::TlsKeeper> tls;  // null: plain
  absl::Duration read_tls_every;
  absl::Duration read_tls_at;
  std::unique_ptr<grpc::Server> server;
  absl::Notification stop;
  std::thread health;
  std::thread dialler;
  std::optional<absl::CivilDay> expired_on;  // likewise
  // While calls are served: what time alone brings about, and heartbeats.
  std::unique_ptr<core::Ticker> clockwork;
  std::unique_ptr<core::Ticker> heartbeat;
  bool stopped = false;
};

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    const ops::Options& options, const Parts& parts) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  auto state = std::make_unique<State>(options, parts);

  const core::Caller system{core::kSystemPrincipal};
  TWINAID_RETURN_IF_ERROR(core::FailInterruptedRounds(state->work));
  TWINAID_RETURN_IF_ERROR(state->work.Run(system, core::EnsureDefaultScheme));
  TWINAID_RETURN_IF_ERROR(MakeAdmin(options, state->work, parts.log));

  grpc::ServerBuilder builder;
  // A second server on the same port is an error, not a silent sharer.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  AddLimits(builder);
  TWINAID_RETURN_IF_ERROR(state->KeepCertificates(options));
  const auto credentials = MakeCredentials(
      state->tls == nullptr ? ops::TlsFiles() : state->tls->in_use());
  std::vector<int> ports(options.listen.size(), 0);
  for (std::size_t i = 0; i < options.listen.size(); ++i) {
    absl::string_view path = options.listen[i];
    if (absl::ConsumePrefix(&path, kUnix)) {
      state->sockets.push_back(ReserveUnixSocket(std::string(path)));
      if (state->sockets.back() == nullptr) {
        return CannotListen(options.listen[i]);
      }
    }
    const bool is_unix = absl::StartsWith(options.listen[i], kUnix);
    builder.AddListeningPort(
        options.listen[i],
        is_unix ? grpc::InsecureServerCredentials() : credentials, &ports[i]);
  }
  builder.RegisterService(&state->admin);
  builder.RegisterService(&state->registry);
  builder.RegisterService(&state->inventory);
  builder.RegisterService(&state->matching);
  builder.RegisterService(&state->assistance);
  builder.RegisterService(&state->correspondence);
  builder.RegisterService(&state->ledger);
  builder.RegisterService(&state->report);
  // From the first call on: what is committed is told to those who watch.
  State* raw = state.get();
  parts.store.SetCommitListener(
      [raw](std::int64_t seq) { raw->hub.Grew(seq); });
  state->server = builder.BuildAndStart();
  for (std::size_t i = 0; i < ports.size(); ++i) {
    if (state->server == nullptr || ports[i] == 0) {
      parts.store.SetCommitListener(nullptr);
      if (state->server != nullptr) state->server->Shutdown();
      return CannotListen(options.listen[i]);
    }
    state->addresses.push_back(Served(options.listen[i], ports[i]));
  }
  grpc::HealthCheckServiceInterface* health =
      state->server->GetHealthCheckService();
  for (const char* service :
       {"", "twinaid.v1.AdminService", "twinaid.v1.RegistryService",
        "twinaid.v1.InventoryService", "twinaid.v1.MatchingService",
        "twinaid.v1.AssistanceService", "twinaid.v1.CorrespondenceService",
        "twinaid.v1.LedgerService", "twinaid.v1.ReportService"}) {
    health->SetServingStatus(service, true);
  }
  state->health = std::thread([raw] { raw->WatchHealth(); });
  state->clockwork = std::make_unique<core::Ticker>(
      kLookEvery, [raw] { return raw->Look(); },
      [raw](const absl::Status& error) {
        raw->log.Write(LevelOf(error), "clockwork", FieldsOf(error));
      });
  state->heartbeat = std::make_unique<core::Ticker>(
      kTickEvery,
      [raw] {
        raw->hub.Tick(kTickEvery);
        return absl::OkStatus();
      },
      [](const absl::Status&) {});
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() { Stop(); }

const std::vector<std::string>& Server::addresses() const {
  return state_->addresses;
}

std::int64_t Server::calls() const { return state_->dispatch.calls(); }

void Server::WatchStore(std::function<void(const absl::Status&)> lost) {
  absl::MutexLock lock(&state_->lost_mutex);
  state_->store_lost = std::move(lost);
}

void Server::WatchListeners(std::function<void()> alive,
                            std::function<void()> lost) {
  state_->dialler = std::thread(
      [state = state_.get(), alive = std::move(alive), lost = std::move(lost)] {
        state->DialListeners(alive, lost);
      });
}

void Server::Stop() {
  if (std::exchange(state_->stopped, true)) return;
  state_->stop.Notify();
  state_->health.join();
  state_->server->GetHealthCheckService()->SetServingStatus(false);
  state_->clockwork.reset();
  state_->heartbeat.reset();
  if (state_->dialler.joinable()) state_->dialler.join();
  state_->store.SetCommitListener(nullptr);
  state_->hub.Stop();
  state_->server->Shutdown(std::chrono::system_clock::now() + kStopWithin);
  state_->server->Wait();
  state_->pool.Stop();
}

}  // namespace twinaid::rpc
