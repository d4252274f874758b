// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/timing_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/cli/columns.h"

namespace twinaid::client {
namespace {

absl::Duration From(const google::protobuf::Duration& proto) {
  return absl::Seconds(proto.seconds()) + absl::Nanoseconds(proto.nanos());
}

std::string LengthText(absl::Duration time) {
  return time < absl::Seconds(1)
             ? absl::StrFormat("%.3f ms", absl::ToDoubleMilliseconds(time))
             : absl::StrFormat("%.3f s", absl::ToDoubleSeconds(time));
}

// "solve 2.000 ms, check 1.000 ms, 50.0% of the solve".
std::string BothText(const Timing& timing, bool chinese) {
  const std::string share = ShareText(timing);
  const std::string of_solve = share.empty() ? ""
                               : chinese
                                   ? absl::StrCat("，为求解的 ", share)
                                   : absl::StrCat(", ", share, " of the solve");
  return absl::StrCat(chinese ? "求解 " : "solve ", LengthText(timing.solve),
                      chinese ? "，校验 " : ", check ",
                      LengthText(timing.check), of_solve);
}

}  // namespace

Timing TimingOf(const v1::StageCertificate& stage) {
  return {From(stage.solve_time()), From(stage.check_time())};
}

Timing TimingOf(const Certificate& stages) {
  Timing sum;
  for (const v1::StageCertificate& stage : stages) {
    const Timing timing = TimingOf(stage);
    sum.solve += timing.solve;
    sum.check += timing.check;
  }
  return sum;
}

bool IsMeasured(const Timing& timing) {
  return timing.solve + timing.check > absl::ZeroDuration();
}

std::string CheckText(const Timing& timing) {
  return IsMeasured(timing) ? LengthText(timing.check) : "";
}

std::string ShareText(const Timing& timing) {
  if (timing.solve <= absl::ZeroDuration()) return "";
  return absl::StrFormat("%.1f%%",
                         100 * absl::FDivDuration(timing.check, timing.solve));
}

std::string CheckedText(const Certificate& stages, bool chinese) {
  const Timing timing = TimingOf(stages);
  if (!IsMeasured(timing)) return "";
  return chinese ? absl::StrCat("证明校验用时 ", CheckText(timing),
                                "，为求解的 ", ShareText(timing))
                 : absl::StrCat("proof checked in ", CheckText(timing), ", ",
                                ShareText(timing), " of the solve");
}

void PrintTiming(Session& session, const Certificate& stages) {
  const bool chinese = session.chinese();
  for (const v1::StageCertificate& stage : stages) {
    session.err() << (chinese ? "用时  " : "timing  ")
                  << StageText(stage.kind(), stage.pass(), chinese)
                  << (chinese ? "，层级 " : ", rung ") << stage.rung()
                  << (chinese ? "：" : ": ")
                  << BothText(TimingOf(stage), chinese) << "\n";
  }
  session.err() << (chinese ? "用时  合计：" : "timing  total: ")
                << BothText(TimingOf(stages), chinese) << "\n";
}

}  // namespace twinaid::client
