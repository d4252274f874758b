// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store on disk with a few rows of several tables and a short ledger, and
// ways to do to its file what no store would do.
#ifndef TWINAID_TESTS_SERVICE_STORE_SMALL_OFFICE_H_
#define TWINAID_TESTS_SERVICE_STORE_SMALL_OFFICE_H_

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/event.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {

class SmallOffice {
 public:
  static constexpr int kEvents = 5;

  SmallOffice() {
    EXPECT_THAT(Open(), IsOk());
    EXPECT_THAT(store_->Write([](WriteTransaction& tx) { return Fill(tx); }),
                IsOk());
  }

  absl::Status Open() {
    store_.reset();
    TWINAID_ASSIGN_OR_RETURN(store_, OpenSqliteStore(options_));
    return absl::OkStatus();
  }
  void Close() { store_.reset(); }

  // Stops the store, alters the file, starts it again.
  void Alter(const std::string& sql) {
    Close();
    {
      const auto connection =
          Connection::Open(path(), Connection::Mode::kReadWrite);
      ASSERT_THAT(connection, IsOk());
      ASSERT_THAT((*connection)->Execute(sql), IsOk());
    }
    ASSERT_THAT(Open(), IsOk());
  }

  static absl::Status Append(WriteTransaction& tx, const std::string& type) {
    TWINAID_ASSIGN_OR_RETURN(const auto last, tx.LastEvent());
    model::Event event;
    event.seq = last ? last->seq + 1 : 1;
    event.type = type;
    event.resource = "places/p0";
    event.places = {model::PlaceId::Trusted("p0"),
                    model::PlaceId::Trusted("p1")};
    event.prev_hash = last ? last->hash : std::string(64, '0');
    event.hash = model::HashOf(event);
    return tx.AppendEvent(event);
  }

  const std::string& path() const { return options_.path; }
  SqliteOptions& options() { return options_; }
  SqliteStore& store() { return *store_; }
  std::string File(absl::string_view name) const { return folder_.File(name); }

 private:
  static absl::Status Fill(WriteTransaction& tx) {
    for (int i = 0; i < kEvents; ++i) {
      model::Place place;
      place.id = model::PlaceId::Trusted(absl::StrCat("p", i));
      place.name_en = absl::StrCat("Place ", i);
      TWINAID_RETURN_IF_ERROR(tx.places().Insert(place));
      TWINAID_RETURN_IF_ERROR(Append(tx, "place.created"));
    }
    model::Item item;
    item.id = model::ItemId::Trusted("n95");
    TWINAID_RETURN_IF_ERROR(tx.items().Insert(item));
    item.id = model::ItemId::Trusted("ffp2");
    item.substitutes = {{model::ItemId::Trusted("n95"), 90, ""}};
    TWINAID_RETURN_IF_ERROR(tx.items().Insert(item));
    model::Principal principal;
    principal.id = model::PrincipalId::Trusted("wuxi-fao");
    principal.places = {model::PlaceId::Trusted("p1")};
    TWINAID_RETURN_IF_ERROR(tx.principals().Insert(principal));
    model::Need need;
    need.name = {model::PlaceId::Trusted("p0"), model::NeedId::Trusted("n")};
    need.item = item.id;
    need.quantity = model::Units(7);
    need.total = model::BaseUnits(7);
    return tx.needs().Insert(need);
  }

  const ScratchFolder folder_;
  SqliteOptions options_ = {folder_.File("twinaid.db"), 1};
  std::unique_ptr<SqliteStore> store_;
};

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_SERVICE_STORE_SMALL_OFFICE_H_
