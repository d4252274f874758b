// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/match_words.h"

#include <array>
#include <cstddef>

namespace twinaid::client {
namespace {

struct Text {
  const char* en;
  const char* zh;
  const char* In(bool chinese) const { return chinese ? zh : en; }
};

// The words of one kind of assistance.
struct Words {
  Text proposed;
  Text accepted;
  Text dispatched;
  Text received;
  Text lost;
  Text dispatch_task;
  Text receive_task;
};

// By category, from supplies on.
constexpr std::array<Words, 5> kWords = {{
    {{"proposed", "已提议"},
     {"promised", "已承诺"},
     {"on its way", "运输中"},
     {"arrived", "已送达"},
     {"lost on the way", "途中遗失"},
     {"dispatch", "发货"},
     {"receive", "登记收货"}},
    {{"pledge", "认捐（待双方确认）"},
     {"commitment", "已承诺捐款"},
     {"paid, receipt to be confirmed", "已付款，待确认到账"},
     {"paid and received", "款项已到账"},
     {"paid, did not arrive", "已付款，未到账"},
     {"dispatch (pay)", "付款"},
     {"receive (paid in)", "登记到账"}},
    {{"proposed", "已提议"},
     {"agreed", "已商定"},
     {"on assignment", "人员已派出"},
     {"person-days served", "派驻已完成"},
     {"did not take place", "未能成行"},
     {"dispatch (people)", "派出人员"},
     {"receive (days served)", "登记派驻人日"}},
    {{"proposed", "已提议"},
     {"agreed", "已商定"},
     {"under way", "进行中"},
     {"held", "已举行"},
     {"did not take place", "未举行"},
     {"dispatch (hold it)", "开展交流或交付成果"},
     {"receive (held)", "登记已开展的交流"}},
    {{"proposed", "已提议"},
     {"agreed", "已商定"},
     {"letter sent", "信件已寄出"},
     {"letter received", "信件已收到"},
     {"letter lost", "信件遗失"},
     {"dispatch (letter)", "寄出信件"},
     {"receive (letter)", "登记信件已收到"}},
}};

const Words& WordsOf(v1::Category category) {
  const auto at = static_cast<std::size_t>(category) - 1;
  return kWords[at < kWords.size() ? at : 0];
}

}  // namespace

std::string MeaningText(const v1::Match& match, bool chinese) {
  const Words& words = WordsOf(match.category());
  switch (match.state()) {
    case v1::Match::PROPOSED:
      return words.proposed.In(chinese);
    case v1::Match::ACCEPTED:
      return words.accepted.In(chinese);
    case v1::Match::DISPATCHED:
      if (match.in_transit() == 0) {
        return chinese ? "部分完成，其余尚未发出"
                       : "done in part, the rest not sent";
      }
      return words.dispatched.In(chinese);
    case v1::Match::RECEIVED:
      return words.received.In(chinese);
    case v1::Match::LOST:
      return words.lost.In(chinese);
    case v1::Match::DECLINED:
      return chinese ? "已谢绝" : "declined";
    case v1::Match::WITHDRAWN:
      return chinese ? "提议已收回" : "taken back";
    case v1::Match::LAPSED:
      return chinese ? "逾期未答复" : "not answered in time";
    case v1::Match::CANCELLED:
      return chinese ? "已取消" : "cancelled";
    default:
      return "";
  }
}

std::string MatchTaskText(v1::InboxEntry::Task task, v1::Category category,
                          bool chinese) {
  const Words& words = WordsOf(category);
  switch (task) {
    case v1::InboxEntry::DISPATCH:
      return words.dispatch_task.In(chinese);
    case v1::InboxEntry::RECEIVE:
      return words.receive_task.In(chinese);
    default:
      return chinese ? "答复" : "answer";
  }
}

}  // namespace twinaid::client
