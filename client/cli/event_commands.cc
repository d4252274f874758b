// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/enum_text.h"
#include "client/cli/own_places.h"
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
  std::string kept;  // SEQ:HASH
};

std::string FilterOf(const Typed& typed) {
  return JoinFilter({Equals("place", PlaceName(typed.place)),
                     Equals("resource", typed.resource),
                     Equals("type", typed.type)});
}

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
  v1::ListEventsRequest request;
  request.set_filter(FilterOf(typed));
  return PrintList(session, request, &LedgerStub::ListEvents,
                   &v1::ListEventsResponse::mutable_events, EventColumns());
}

// One event on one line, whatever the format: the reader follows along.
void PrintEvent(Session& session, const v1::Event& event) {
  if (session.options.format == Format::kJson) {
    PrintJsonLine(session, event);
  } else if (session.options.format == Format::kName) {
    PrintName(session, event);
  } else {
    Cells cells;
    for (const Column<v1::Event>& column : EventColumns()) {
      cells.right.push_back(column.right);
      cells.rows.resize(1);
      cells.fits.push_back(column.fit);
      cells.rows[0].push_back(column.text(event, session.chinese()));
    }
    PrintCells(session, cells);
  }
  session.data().flush();
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
int Watch(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
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
                  "数据流已中断，正在重新连接");
    }
    session.environment().sleep(WaitBefore(policy, failures + 1));
  }
}

int Head(Session& session, const Typed&) {
  return SendAndShow<LedgerStub, v1::GetLedgerHeadRequest, v1::LedgerHead>(
      session, &LedgerStub::GetLedgerHead, v1::GetLedgerHeadRequest(),
      {{"seq", "序号", true,
        [](const v1::LedgerHead& h) { return absl::StrCat(h.seq()); }},
       {"hash", "哈希", false,
        [](const v1::LedgerHead& h) { return h.hash(); }},
       {"keep", "请保存", false, [](const v1::LedgerHead& h) {
          return absl::StrCat(h.seq(), ":", h.hash());
        }}});
}

int Verify(Session& session, const Typed& typed) {
  v1::VerifyLedgerRequest request;
  if (!typed.kept.empty()) {
    const std::pair<std::string, std::string> parts =
        absl::StrSplit(typed.kept, absl::MaxSplits(':', 1));
    std::int64_t seq = 0;
    if (!absl::SimpleAtoi(parts.first, &seq)) {
      return session.Usage(
          "--head: " + typed.kept + " is not SEQ:HASH, as `ledger head` says",
          "--head:" + typed.kept + " 应为 `序号:哈希`，见 `ledger head`");
    }
    request.mutable_kept()->set_seq(seq);
    request.mutable_kept()->set_hash(parts.second);
  }
  v1::VerifyLedgerResponse answer;
  const grpc::Status status =
      Send(session, &LedgerStub::VerifyLedger, request, &answer);
  if (!status.ok()) return session.Refused(status);
  using A = v1::VerifyLedgerResponse;
  PrintOne<A>(
      session, answer,
      {{"events", "事件", true, [](const A& a) { return Grouped(a.events()); }},
       {"head_hash", "末尾哈希", false,
        [](const A& a) { return a.head_hash(); }},
       {"intact", "完整", false,
        [](const A& a, bool zh) { return YesText(a.intact(), zh); }},
       {"kept_head", "保存的末尾", false,
        [&](const A& a) {
          if (typed.kept.empty()) return "";
          return a.kept_found() ? "found" : "not found";
        }},
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
      ->check(
          CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}, "POSITIVE"));
  Does(*watch, session, watched, &Watch);

  CLI::App* ledger = root.add_subcommand("ledger", "the ledger as a whole");
  ledger->require_subcommand(1);
  CLI::App* head = ledger->add_subcommand(
      "head", "the newest link of the chain: keep it elsewhere");
  Does(*head, session, std::make_shared<Typed>(), &Head);
  auto verified = std::make_shared<Typed>();
  CLI::App* verify = ledger->add_subcommand(
      "verify",
      "check the chain of hashes\n"
      "Example: twinaid ledger verify --head 17:0f6c...");
  verify->add_option("--head", verified->kept,
                     "SEQ:HASH, a head that you kept: it must be a link still");
  Does(*verify, session, verified, &Verify);
}

}  // namespace twinaid::client
