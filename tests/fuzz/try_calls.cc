// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_calls.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/model/text.h"
#include "tests/fuzz/calls_of_bytes.h"
#include "tests/service/core/invariants.h"

namespace twinaid::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// What stands for something of an answer, and the field it is taken from.
constexpr std::pair<const char*, const char*> kStandIns[] = {
    {"$name", "name"}, {"$etag", "etag"}, {"$next", "next_page_token"}};

using Answers = std::map<std::string, std::string>;

void Remember(const Message& answer, Answers& answers) {
  for (const auto& [stand_in, name] : kStandIns) {
    const auto* field = answer.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr) continue;
    answers[stand_in] = answer.GetReflection()->GetString(answer, field);
  }
}

// Every text of the message that stands for another becomes the other.
void Insert(const Answers& answers, Message& message) {
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool text = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    const bool nested = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    const int n =
        field->is_repeated() ? reflection->FieldSize(message, field) : 1;
    for (int i = 0; i < n; ++i) {
      if (nested) {
        Insert(answers,
               field->is_repeated()
                   ? *reflection->MutableRepeatedMessage(&message, field, i)
                   : *reflection->MutableMessage(&message, field));
      } else if (text && !field->is_repeated()) {
        const auto other = answers.find(reflection->GetString(message, field));
        if (other == answers.end()) continue;
        reflection->SetString(&message, field, other->second);
      }
    }
  }
}

bool ValidateOnly(const Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("validate_only");
  return field != nullptr && request.GetReflection()->GetBool(request, field);
}

// Nothing was written in between: not even the same again.
bool Same(const MemoryTables& a, const MemoryTables& b) {
  return a.rows == b.rows && a.answers == b.answers;
}

// What an error carries.
struct Carried {
  int infos = 0;
  int texts = 0;
  std::string reason;
  std::string text;
};

Carried CarriedBy(const grpc::Status& status) {
  Carried carried;
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return carried;
  for (const google::protobuf::Any& any : details.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::LocalizedMessage text;
    if (any.UnpackTo(&info)) {
      ++carried.infos;
      carried.reason = info.reason();
    } else if (any.UnpackTo(&text)) {
      ++carried.texts;
      carried.text = text.message();
    }
  }
  return carried;
}

class Judge {
 public:
  explicit Judge(CallWorld& world) : world_(world) { world_.Reset(); }

  // False: something is wrong.
  bool Try(CallText& call) {
    if (!call.as.empty()) {
      caller_ = call.as;
      return true;
    }
    if (call.method == nullptr) {
      world_.clock().Advance(absl::Hours(call.hours));
      return true;
    }
    Insert(answers_, *call.request);
    line_ = LineOf(call);
    const MemoryTables before = world_.store().Snapshot();
    const grpc::Status status = Answer(call, model::Language::kEnglish);
    if (!status.ok()) {
      const grpc::Status chinese = Answer(call, model::Language::kChinese);
      ++outcome_.refused;
      const std::string fault = FaultOfRefusal(status, chinese);
      if (!fault.empty()) return Blame(fault);
    } else {
      ++outcome_.taken;
    }
    if (!world_.WaitForRounds()) return Blame("a round does not end");
    const MemoryTables after = world_.store().Snapshot();
    if (Same(before, after)) return true;
    if (!status.ok()) return Blame("refused, and yet something changed");
    if (OnlyReads(*call.method)) return Blame("reading changed something");
    if (ValidateOnly(*call.request)) return Blame("trying changed something");
    return RulesHold();
  }

  // At the end.
  bool LedgerIsIntact() {
    std::string fault;
    See([&](const core::View& view) {
      const auto verdict = core::VerifyLedger(view);
      if (!verdict.ok()) {
        fault = verdict.status().ToString();
      } else if (verdict->broken_seq != 0) {
        fault = absl::StrCat("the ledger is broken at ", verdict->broken_seq);
      }
    });
    return fault.empty() || Blame(fault);
  }

  Outcome Take() { return std::move(outcome_); }

 private:
  bool Blame(const std::string& fault) {
    return Fault(outcome_, absl::StrCat(line_, fault));
  }

  template <typename Look>
  void See(Look look) {
    const core::Caller caller{core::kSystemPrincipal};
    const absl::Status status =
        world_.work().Read(caller, [&](const core::View& view) {
          look(view);
          return absl::OkStatus();
        });
    if (!status.ok()) Blame(status.ToString());
  }

  grpc::Status Answer(const CallText& call, model::Language language) {
    if (call.method->server_streaming()) return Watch(call, language);
    const auto answer = NewMessage(call.method->output_type());
    grpc::Status status =
        world_.server().Call(*call.method, *call.request,
                             world_.TokenOf(caller_), *answer, language);
    if (status.ok()) Remember(*answer, answers_);
    return status;
  }

  // A stream that has begun is left, and was answered.
  grpc::Status Watch(const CallText& call, model::Language language) {
    v1::WatchEventsRequest request;
    request.CopyFrom(*call.request);
    const bool all = request.from_start() && request.filter().empty() &&
                     request.resume_token().empty();
    const std::size_t events =
        all ? world_.store().Snapshot().of<model::Event>().size() : 0;
    const Watched watched = world_.server().Watch(
        request, world_.TokenOf(caller_), events + 1, language);
    if (watched.responses.empty()) return watched.status;
    for (std::size_t i = 0; i < watched.responses.size(); ++i) {
      const auto& response = watched.responses[i];
      if (response.resume_token().empty() ||
          (all && response.event().seq() != static_cast<std::int64_t>(i))) {
        Blame(absl::StrCat("response ", i, " of the stream is wrong"));
      }
    }
    answers_["$next"] = watched.responses.back().resume_token();
    return grpc::Status::OK;
  }

  bool RulesHold() {
    std::string fault;
    See([&](const core::View& view) {
      for (const std::string& rule : core::Violations(core::HoldingsOf(view))) {
        absl::StrAppend(&fault, rule, "\n");
      }
    });
    return fault.empty() || Blame(fault);
  }

  CallWorld& world_;
  Answers answers_;
  std::string caller_ = "admin";
  std::string line_;
  Outcome outcome_;
};

}  // namespace

std::string FaultOfRefusal(const grpc::Status& english,
                           const grpc::Status& chinese) {
  const Carried en = CarriedBy(english);
  const Carried zh = CarriedBy(chinese);
  std::string fault;
  if (english.error_code() == grpc::StatusCode::INTERNAL ||
      english.error_code() == grpc::StatusCode::UNKNOWN) {
    fault = "a fault of our own";
  } else if (en.infos != 1 || zh.infos != 1 || !IsReason(en.reason)) {
    fault = "not one reason";
  } else if (chinese.error_code() != english.error_code() ||
             zh.reason != en.reason) {
    fault = absl::StrCat("in Chinese it is ", zh.reason);
  } else if (en.texts != 1 || zh.texts != 1 || en.text.empty() ||
             zh.text.empty() || en.text == zh.text) {
    fault = "not two texts";
  } else if (model::ValidUtf8(en.text) != en.text ||
             model::ValidUtf8(zh.text) != zh.text) {
    fault = "a text that is not UTF-8";
  }
  if (fault.empty()) return "";
  return absl::StrCat(fault, ": ", english.error_code(), " ", en.reason, ": ",
                      english.error_message());
}

Outcome TryCalls(CallWorld& world, absl::string_view bytes) {
  Outcome outcome;
  if (!world.fault().empty()) {
    Fault(outcome, world.fault());
    return outcome;
  }
  Judge judge(world);
  for (CallText& call : CallsOfBytes(bytes)) {
    if (!judge.Try(call)) return judge.Take();
  }
  judge.LedgerIsIntact();
  return judge.Take();
}

CallWorld& SharedCallWorld() {
  static CallWorld& world = *new CallWorld();
  return world;
}

Outcome TryCalls(absl::string_view bytes) {
  return TryCalls(SharedCallWorld(), bytes);
}

}  // namespace twinaid::fuzz
