// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The server: everything that answers calls, from start to stop.
#ifndef TWINAID_SERVICE_RPC_SERVER_H_
#define TWINAID_SERVICE_RPC_SERVER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/metrics/metrics.h"
#include "service/model/clock.h"
#include "service/model/id_generator.h"
#include "service/ops/json_log.h"
#include "service/ops/options.h"
#include "service/rpc/admin_handler.h"
#include "service/store/store.h"

namespace twinaid::rpc {

// How long a listener may be silent.
inline constexpr absl::Duration kLostAfter = absl::Seconds(3);

// Thread-safe.
class Server {
 public:
  // What a server is made of. All of it is borrowed.
  struct Parts {
    store::Store& store;
    const model::Clock& clock;
    model::IdGenerator& ids;
    ops::JsonLog& log;
    metrics::Metrics& metrics;
    // Makes a backup; empty where backups are off.
    BackUp back_up = nullptr;
  };

  // Opens the ports and serves. Rounds that were interrupted are failed first,
  // schemes/default is made.
  //
  // UNAVAILABLE (CANNOT_LISTEN): an address is taken or cannot be opened.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const ops::Options& options, const Parts& parts);

  // Stops if Stop() was not called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The addresses that are served, with the ports that were taken.
  const std::vector<std::string>& addresses() const;

  // How many calls have ended, streams included.
  std::int64_t calls() const;

  // `lost` is called once, on a thread of the server's own, when the store is
  // of no more use to this process: the health has said so for a second. Call
  // at most once.
  void WatchStore(std::function<void(const absl::Status&)> lost);

  // From now on the server dials each of its own addresses every second.
  // `alive` is called when all have answered; `lost` once, when one has not for
  // kLostAfter: a listener that stopped taking connections never starts again.
  // Both are called on a thread of the server's own. Call at most once.
  void WatchListeners(std::function<void()> alive, std::function<void()> lost);

  // Ends streams with a resume token, finishes the calls under way, at most
  // for 8 s, then closes. Idempotent.
  void Stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_SERVER_H_
