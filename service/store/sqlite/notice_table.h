// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The table of notices.
#ifndef TWINAID_SERVICE_STORE_SQLITE_NOTICE_TABLE_H_
#define TWINAID_SERVICE_STORE_SQLITE_NOTICE_TABLE_H_

#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/table_of.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

template <>
struct TableOf<model::Notice> {
  static constexpr char kTable[] = "notices";
  static constexpr char kKind[] = "notice";
  static constexpr const char* kKey[] = {"seq", "channel", "recipient"};
  static constexpr User kUsers[] = {kNobody};
  static constexpr const char* kRefs = nullptr;

  template <typename V>
  static void Visit(V& v, model::Notice& r) {
    v("seq", r.seq);
    v("channel", r.channel);
    v("recipient", r.recipient);
    v("language", r.language);
    v("state", r.state);
    v("attempts", r.attempts);
    v("next_time", r.next_time);
    v("last_error", r.last_error);
    v("create_time", r.create_time);
  }
  static void Filter(const NoticeQuery& q, Where& w) {
    w.Is("state", q.state);
    w.Is("channel", q.channel);
    w.Is("recipient", q.recipient);
    w.Until("next_time", q.due);
  }
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_NOTICE_TABLE_H_
