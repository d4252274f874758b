// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The columns of a row, named once and visited for every purpose.
#ifndef TWINAID_SERVICE_STORE_SQLITE_COLUMNS_H_
#define TWINAID_SERVICE_STORE_SQLITE_COLUMNS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/quantity.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/json_columns.h"

namespace twinaid::store {

// A table describes its row with
//
//   template <typename V> static void Visit(V& v, model::Place& place) {
//     v("id", place.id);
//     v("parent", Optional(place.parent));
//     v("aliases", Json(place.aliases));
//     v.Derived("state", 3);
//   }
//
// and Names, Binder and Reader go over it.

// An id that is NULL when it is empty.
template <typename IdType>
struct OptionalId {
  IdType& id;
};
template <typename IdType>
OptionalId<IdType> Optional(IdType& id) {
  return {id};
}

// A value kept as JSON text; NULL for an unset optional.
template <typename T>
struct JsonOf {
  T& value;
};
template <typename T>
JsonOf<T> Json(T& value) {
  return {value};
}

// Collects the names.
class Names {
 public:
  template <typename T>
  void operator()(absl::string_view name, T&&) {
    names_.emplace_back(name);
  }
  void Derived(absl::string_view name, std::int64_t) {
    names_.emplace_back(name);
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

// Binds the values, in order.
class Binder {
 public:
  explicit Binder(Statement& statement) : statement_(statement) {}

  void Derived(absl::string_view, std::int64_t value) {
    statement_.Bind(value);
  }
  template <typename T>
  void operator()(absl::string_view, const T& value) {
    Put(value);
  }

 private:
  void Put(const std::string& text) { statement_.Bind(text); }
  void Put(bool flag) { statement_.Bind(std::int64_t{flag}); }
  void Put(absl::Time time) { statement_.Bind(absl::ToUnixMicros(time)); }
  void Put(absl::CivilDay day) { statement_.Bind(absl::FormatCivilTime(day)); }
  template <typename Tag>
  void Put(const model::Id<Tag>& id) {
    statement_.Bind(id.value());
  }
  template <typename Tag>
  void Put(model::Quantity<Tag> quantity) {
    statement_.Bind(quantity.value());
  }
  template <typename IdType>
  void Put(const OptionalId<IdType>& id) {
    id.id.empty() ? statement_.BindNull() : statement_.Bind(id.id.value());
  }
  template <typename T>
  void Put(const JsonOf<T>& json) {
    statement_.Bind(ToJson(json.value));
  }
  template <typename T>
  void Put(const JsonOf<std::optional<T>>& json) {
    json.value ? statement_.Bind(ToJson(*json.value)) : statement_.BindNull();
  }
  template <typename T>
  void Put(const std::optional<T>& value) {
    value ? Put(*value) : statement_.BindNull();
  }
  template <typename T>
  std::enable_if_t<std::is_integral_v<T> || std::is_enum_v<T>> Put(T number) {
    statement_.Bind(static_cast<std::int64_t>(number));
  }

  Statement& statement_;
};

// Reads the values, in order.
class Reader {
 public:
  explicit Reader(const Statement& statement) : statement_(statement) {}

  void Derived(absl::string_view, std::int64_t) { ++column_; }
  template <typename T>
  void operator()(absl::string_view, T&& value) {
    Take(value, column_++);
  }
  // False: a value is not what Binder writes.
  bool ok() const { return ok_; }

 private:
  void Take(std::string& text, int c) { text = statement_.Text(c); }
  void Take(bool& flag, int c) { flag = statement_.Int(c) != 0; }
  void Take(absl::Time& time, int c) {
    time = absl::FromUnixMicros(statement_.Int(c));
  }
  void Take(absl::CivilDay& day, int c) {
    ok_ = absl::ParseCivilTime(statement_.Text(c), &day) && ok_;
  }
  template <typename Tag>
  void Take(model::Id<Tag>& id, int c) {
    id = model::Id<Tag>::Trusted(statement_.Text(c));
  }
  template <typename Tag>
  void Take(model::Quantity<Tag>& quantity, int c) {
    quantity = model::Quantity<Tag>(statement_.Int(c));
  }
  template <typename IdType>
  void Take(OptionalId<IdType>& id, int c) {
    id.id =
        statement_.IsNull(c) ? IdType() : IdType::Trusted(statement_.Text(c));
  }
  template <typename T>
  void Take(JsonOf<T>& json, int c) {
    ok_ = FromJson(statement_.Text(c), json.value) && ok_;
  }
  template <typename T>
  void Take(JsonOf<std::optional<T>>& json, int c) {
    json.value.reset();
    if (statement_.IsNull(c)) return;
    ok_ = FromJson(statement_.Text(c), json.value.emplace()) && ok_;
  }
  template <typename T>
  void Take(std::optional<T>& value, int c) {
    value.reset();
    if (!statement_.IsNull(c)) Take(value.emplace(), c);
  }
  template <typename T>
  std::enable_if_t<std::is_integral_v<T> || std::is_enum_v<T>> Take(T& number,
                                                                    int c) {
    number = static_cast<T>(statement_.Int(c));
  }

  const Statement& statement_;
  int column_ = 0;
  bool ok_ = true;
};

// The last three columns of every resource.
template <typename V>
void VisitMeta(V& v, model::Meta& meta) {
  v("create_time", meta.create_time);
  v("update_time", meta.update_time);
  v("revision", meta.revision);
}

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_COLUMNS_H_
