// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid gift`: gifts that were made without Twinaid.
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/reading_options.h"
#include "client/cli/verbs.h"
#include "client/files/gifts.h"
#include "service/model/names.h"

namespace twinaid::client {
namespace {

struct Counts {
  std::int64_t created = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
};

v1::CreateMatchRequest RequestOf(const Gift& gift) {
  v1::CreateMatchRequest request;
  request.set_match_id(gift.id.value());
  request.mutable_match()->set_need(gift.need.ToString());
  request.mutable_match()->set_offer(gift.offer.ToString());
  request.mutable_match()->set_quantity(gift.quantity.value());
  request.mutable_match()->set_origin(v1::Match::RECORDED);
  if (gift.received_on) {
    request.mutable_received_time()->set_seconds(absl::ToUnixSeconds(
        absl::FromCivil(*gift.received_on, absl::UTCTimeZone())));
  }
  request.set_note(gift.note);
  return request;
}

// True where the server has the very gift already.
bool IsThere(Session& session, const v1::CreateMatchRequest& request) {
  v1::GetMatchRequest get;
  get.set_name(absl::StrCat("matches/", request.match_id()));
  v1::Match there;
  return Send(session, &AssistanceStub::GetMatch, get, &there).ok() &&
         there.need() == request.match().need() &&
         there.offer() == request.match().offer() &&
         there.quantity() == request.match().quantity() &&
         there.origin() == v1::Match::RECORDED;
}

// False: the server cannot be reached, or does not know what it did.
bool Enter(Session& session, const std::string& run, const std::string& file,
           const Gift& gift, Counts& counts) {
  v1::CreateMatchRequest request = RequestOf(gift);
  session.Prepare(request);
  request.set_request_id(absl::StrCat(run, "-", gift.line));
  v1::Match made;
  const grpc::Status status =
      Send(session, &AssistanceStub::CreateMatch, request, &made);
  if (status.ok()) {
    ++counts.created;
    return true;
  }
  // Whatever it was refused for: once entered, its goods are gone.
  if (IsThere(session, request)) {
    ++counts.unchanged;
    return true;
  }
  ++counts.refused;
  session.err() << file << ":" << gift.line << ": ";
  session.Refused(status);
  return status.error_code() != grpc::StatusCode::UNAVAILABLE &&
         status.error_code() != grpc::StatusCode::UNKNOWN &&
         status.error_code() != grpc::StatusCode::DEADLINE_EXCEEDED;
}

void Print(Session& session, const Counts& counts) {
  if (session.options.format == Format::kJson) {
    session.out() << "{\"created\": " << counts.created
                  << ", \"unchanged\": " << counts.unchanged
                  << ", \"refused\": " << counts.refused << "}\n";
    return;
  }
  Cells cells;
  cells.keys = {"created", "unchanged", "refused"};
  cells.headings = session.chinese()
                       ? std::vector<std::string>{"新建", "未变", "拒绝"}
                       : cells.keys;
  cells.right = {true, true, true};
  cells.rows.push_back({Grouped(counts.created), Grouped(counts.unchanged),
                        Grouped(counts.refused)});
  PrintCells(session, cells);
}

struct GiftArguments {
  std::string path;
  TypedReading reading;
};

int ImportGifts(Session& session, const GiftArguments& typed) {
  const std::string& path = typed.path;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return session.Usage("cannot read " + path + ": name a CSV file of gifts",
                         "无法读取 " + path + "：请指定捐赠 CSV 文件");
  }
  const GiftReading reading = ReadGifts(text.str(), OptionsOf(typed.reading));
  if (reading.note) session.Say(reading.note->en, reading.note->zh);
  for (Problem problem : reading.problems) {
    if (problem.warning && session.options.quiet) continue;
    problem.file = path;
    session.err() << ProblemText(problem, session.language()) << "\n";
  }
  if (reading.errors() > 0) {
    session.Say("nothing was entered; correct the file and try again",
                "未录入任何内容；请更正文件后重试");
    return kRefused;
  }
  const std::string run = session.options.request_id.empty()
                              ? session.environment().unique()
                              : session.options.request_id;
  Counts counts;
  Progress progress(session, "gifts entered", "笔捐赠已录入",
                    static_cast<std::int64_t>(reading.gifts.size()));
  std::int64_t done = 0;
  for (const Gift& gift : reading.gifts) {
    progress.Reach(done++);
    if (!Enter(session, run, path, gift, counts)) break;
  }
  Print(session, counts);
  if (session.options.dry_run) {
    session.Say("dry run: nothing stored", "试运行：未保存");
  }
  return counts.refused == 0 ? kDone : kRefused;
}

}  // namespace

void AddGiftCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("gift", "gifts that were made without Twinaid");
  noun->require_subcommand(1);
  auto typed = std::make_shared<GiftArguments>();
  CLI::App* verb = noun->add_subcommand(
      "import",
      "enter gifts of a CSV file as received\n"
      "Columns: match_id, need (PLACE/NEED), offer (PLACE/OFFER), quantity,\n"
      "[currency, received_on, note]. Rows that are there already are passed\n"
      "over.\n"
      "Example: twinaid gift import my-data/gifts.csv");
  verb->add_option("file", typed->path, "the CSV file")->required();
  AddReadingOptions(*verb, typed->reading);
  Does(*verb, session, typed, &ImportGifts);
}

}  // namespace twinaid::client
