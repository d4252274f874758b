// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"
#include "client/lib/retry.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string place;
  std::string resource;
  std::string type;
  std::string resume_token;
  bool from_start = false;
  std::int64_t count = 0;
};

std::string FilterOf(const Typed& typed) {
  return JoinFilter({Equals("place", PlaceName(typed.place)),
                     Equals("resource", typed.resource),
                     Equals("type", typed.type)});
}

int List(Session& session, const Typed& typed) {
  v1::ListEventsRequest request;
  request.set_filter(FilterOf(typed));
  return PrintList(session, request, &LedgerStub::ListEvents,
                   &v1::ListEventsResponse::mutable_events, EventColumns());
}

// One event on one line, whatever the format: the reader follows along.
void PrintEvent(Session& session, const v1::Event& event) {
  if (session.options.format == Format::kJson) {
    PrintJsonLine(session, event);
  } else {
    Cells cells;
    for (const Column<v1::Event>& column : EventColumns()) {
      cells.right.push_back(column.right);
      cells.rows.resize(1);
      cells.rows[0].push_back(column.text(event));
    }
    PrintCells(session, cells);
  }
  session.out().flush();
}

// How far a watch came.
struct Progress {
  std::int64_t printed = 0;
  bool answered = false;  // the stream that ended last had been up
};

// Reads one stream to its end; moves `request` on behind what was printed.
grpc::Status Follow(Session& session, std::int64_t count,
                    v1::WatchEventsRequest& request, Progress& progress) {
  const auto context = session.connection().NewContext();
  const auto reader =
      session.connection().ledger().WatchEvents(context.get(), request);
  v1::WatchEventsResponse step;
  progress.answered = false;
  while (reader->Read(&step)) {
    progress.answered = true;
    request.set_resume_token(step.resume_token());
    if (!step.has_event()) continue;
    PrintEvent(session, step.event());
    if (++progress.printed == count) {
      context->TryCancel();
      break;
    }
  }
  while (reader->Read(&step)) {
  }
  return reader->Finish();
}

// A server that restarts is back within minutes.
constexpr int kAttemptsToReturn = 90;

// Streams end when a server stops, and calls meet it while it closes: both are
// tried again. Before the first answer the usual few attempts must do.
int Watch(Session& session, const Typed& typed) {
  v1::WatchEventsRequest request;
  request.set_filter(FilterOf(typed));
  request.set_resume_token(typed.resume_token);
  request.set_from_start(typed.from_start);
  RetryPolicy policy;
  Progress progress;
  grpc::Status cause;  // what ended the last stream that was up
  for (int failures = 0;;) {
    const grpc::Status status = Follow(session, typed.count, request, progress);
    if (typed.count > 0 && progress.printed >= typed.count) return kDone;
    if (progress.answered) {
      policy.attempts = kAttemptsToReturn;
      failures = 0;
    }
    if (++failures == 1) cause = status;
    const bool up_before = policy.attempts == kAttemptsToReturn;
    const bool again =
        status.ok() || IsTransient(status) ||
        (up_before && status.error_code() == grpc::StatusCode::CANCELLED);
    if (!again || failures >= policy.attempts) {
      if (!request.resume_token().empty()) {
        session.Say("go on with --resume " + request.resume_token(),
                    "可用 --resume " + request.resume_token() + " 继续");
      }
      const grpc::Status& told = again ? cause : status;
      return told.ok() ? kDone : session.Refused(told);
    }
    if (up_before && failures == 1) {
      session.Say("the stream ended; trying to go on",
                  "数据流已中断,正在重新连接");
    }
    session.environment().sleep(WaitBefore(policy, failures + 1));
  }
}

int Verify(Session& session, const Typed&) {
  v1::VerifyLedgerResponse answer;
  const grpc::Status status = Send(session, &LedgerStub::VerifyLedger,
                                   v1::VerifyLedgerRequest(), &answer);
  if (!status.ok()) return session.Refused(status);
  using A = v1::VerifyLedgerResponse;
  PrintOne<A>(
      session, answer,
      {{"events", "事件", true, [](const A& a) { return Grouped(a.events()); }},
       {"head_hash", "末尾哈希", false,
        [](const A& a) { return a.head_hash(); }},
       {"intact", "完整", false,
        [](const A& a) { return a.intact() ? "yes" : "no"; }},
       {"broken_at", "断裂处", true, [](const A& a) {
          return a.intact() ? "" : absl::StrCat(a.broken_seq());
        }}});
  if (answer.intact()) return kDone;
  session.Say("the ledger was tampered with or damaged", "账本被篡改或已损坏");
  return kRefused;
}

void AddFilters(CLI::App& verb, Typed& typed) {
  verb.add_option("--place", typed.place, "only about this place");
  verb.add_option("--resource", typed.resource,
                  "only of this resource, by its full name");
  verb.add_option("--type", typed.type, "only of this type (match.accepted)");
}

}  // namespace

void AddEventCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand("event", "the lines of the ledger");
  noun->require_subcommand(1);
  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "what happened, oldest first");
  AddFilters(*list, *listed);
  Does(*list, session, listed, &List);

  auto watched = std::make_shared<Typed>();
  CLI::App* watch = noun->add_subcommand("watch", "print events as they come");
  AddFilters(*watch, *watched);
  watch->add_option("--resume", watched->resume_token,
                    "go on where another watch ended");
  watch->add_flag("--from-start", watched->from_start,
                  "begin with the first event of the ledger");
  watch->add_option("--count", watched->count, "end after so many")
      ->check(CLI::PositiveNumber);
  Does(*watch, session, watched, &Watch);

  CLI::App* ledger = root.add_subcommand("ledger", "the ledger as a whole");
  ledger->require_subcommand(1);
  CLI::App* verify =
      ledger->add_subcommand("verify", "check the chain of hashes");
  Does(*verify, session, std::make_shared<Typed>(), &Verify);
}

}  // namespace twinaid::client
