// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The WHERE clause of a list.
#ifndef TWINAID_SERVICE_STORE_SQLITE_WHERE_H_
#define TWINAID_SERVICE_STORE_SQLITE_WHERE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/model/ids.h"
#include "service/model/names.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/json_columns.h"

namespace twinaid::store {

class Where {
 public:
  // `sql` with its parameters. Adds to what is there with AND.
  void Add(absl::string_view sql) {
    absl::StrAppend(&sql_, sql_.empty() ? " WHERE " : " AND ", sql);
  }
  void Add(absl::string_view sql, const std::vector<std::string>& texts) {
    Add(sql);
    for (const std::string& text : texts) {
      binds_.emplace_back([text](Statement& s) { s.Bind(text); });
    }
  }
  void Add(absl::string_view sql, std::int64_t number) {
    Add(sql);
    binds_.emplace_back([number](Statement& s) { s.Bind(number); });
  }

  // column = value, if one is wanted. An empty id stands in the table as NULL.
  template <typename Tag>
  void Is(absl::string_view column, const std::optional<model::Id<Tag>>& id) {
    if (!id) return;
    if (id->empty()) return Add(absl::StrCat(column, " IS NULL"));
    Add(absl::StrCat(column, " = ?"), {id->value()});
  }
  void Is(absl::string_view column, const std::optional<std::string>& text) {
    if (text) Add(absl::StrCat(column, " = ?"), {*text});
  }
  template <typename Enum>
  std::enable_if_t<std::is_enum_v<Enum>> Is(absl::string_view column,
                                            const std::optional<Enum>& value) {
    if (value) {
      Add(absl::StrCat(column, " = ?"), static_cast<std::int64_t>(*value));
    }
  }
  // The same, but rows are never looked up by it: where something else of the
  // query is as a rule narrower, SQLite cannot know that and may go through
  // every row of a state.
  template <typename Enum>
  void AlsoIs(absl::string_view column, const std::optional<Enum>& value) {
    Is(absl::StrCat("+", column), value);
  }
  void Is(absl::string_view column, const std::optional<int>& number) {
    if (number) Add(absl::StrCat(column, " = ?"), std::int64_t{*number});
  }
  // Two columns that hold parent and child.
  template <typename Parent, typename Child>
  void Is(absl::string_view parent, absl::string_view child,
          const std::optional<model::NestedName<Parent, Child>>& name) {
    if (!name) return;
    Is(parent, std::optional(name->parent));
    Is(child, std::optional(name->child));
  }
  // Any of the ids, if there are some. One text for any number of them.
  template <typename Tag>
  void AnyOf(absl::string_view column, const std::vector<model::Id<Tag>>& ids) {
    if (ids.empty()) return;
    Add(absl::StrCat(column, " IN (SELECT value FROM json_each(?))"),
        {ToJson(ids)});
  }
  // One of two columns.
  template <typename Tag>
  void Either(absl::string_view a, absl::string_view b,
              const std::optional<model::Id<Tag>>& id) {
    if (id) {
      Add(absl::StrCat("(", a, " = ? OR ", b, " = ?)"),
          {id->value(), id->value()});
    }
  }
  void Since(const std::optional<absl::Time>& time) {
    // Times of rows are whole microseconds: rounded up, none is taken too many.
    if (time) {
      Add("update_time >= ?",
          absl::ToUnixMicros(*time) +
              (absl::FromUnixMicros(absl::ToUnixMicros(*time)) < *time ? 1
                                                                       : 0));
    }
  }
  // Times of rows are whole microseconds: rounded down, none is taken too many.
  void Until(absl::string_view column, const std::optional<absl::Time>& time) {
    if (time) Add(absl::StrCat(column, " <= ?"), absl::ToUnixMicros(*time));
  }

  // Has the rows read by this index, whatever SQLite would rather take.
  void By(absl::string_view index) {
    index_ = absl::StrCat(" INDEXED BY ", index);
  }

  // What follows the name of the table.
  std::string sql() const { return absl::StrCat(index_, sql_); }
  void Bind(Statement& statement) const {
    for (const auto& bind : binds_) bind(statement);
  }

 private:
  std::string index_;
  std::string sql_;
  std::vector<std::function<void(Statement&)>> binds_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_WHERE_H_
