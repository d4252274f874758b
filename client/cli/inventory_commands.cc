// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/lookup.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string place;
};

// One line of an inventory, whatever it is about: for CSV.
std::vector<std::string> CsvLineOf(const v1::Need& n) {
  return {"need",
          n.name(),
          IdOf(n.item()),
          n.currency(),
          absl::StrCat(n.total()),
          absl::StrCat(n.proposed()),
          absl::StrCat(n.committed()),
          absl::StrCat(n.in_transit()),
          absl::StrCat(n.received()),
          absl::StrCat(n.outstanding()),
          EnumWord(n.state())};
}
std::vector<std::string> CsvLineOf(const v1::Offer& o) {
  return {"offer",
          o.name(),
          IdOf(o.item()),
          o.currency(),
          absl::StrCat(o.total()),
          absl::StrCat(o.proposed()),
          absl::StrCat(o.committed()),
          absl::StrCat(o.dispatched()),
          "",
          absl::StrCat(o.available()),
          EnumWord(o.state())};
}
std::vector<std::string> CsvLineOf(const v1::Match& m, const char* section) {
  const std::int64_t sent = m.dispatched();
  return {section,
          m.name(),
          IdOf(m.offer_item()),
          "",
          absl::StrCat(m.quantity()),
          "",
          "",
          absl::StrCat(sent),
          absl::StrCat(m.received()),
          absl::StrCat(m.quantity() - sent),
          EnumWord(m.state())};
}

void PrintCsv(Session& session, const v1::Inventory& inventory) {
  Cells cells;
  cells.keys = {"section",  "name",     "item",      "currency",
                "total",    "proposed", "committed", "sent",
                "received", "left",     "state"};
  cells.right.assign(cells.keys.size(), false);
  for (const v1::Need& row : inventory.needs()) {
    cells.rows.push_back(CsvLineOf(row));
  }
  for (const v1::Offer& row : inventory.offers()) {
    cells.rows.push_back(CsvLineOf(row));
  }
  for (const v1::Match& row : inventory.promised()) {
    cells.rows.push_back(CsvLineOf(row, "promised"));
  }
  for (const v1::Match& row : inventory.expected()) {
    cells.rows.push_back(CsvLineOf(row, "expected"));
  }
  PrintCells(session, cells);
}

// The columns of a list whose rows are all of one place: the id is enough.
template <typename R>
std::vector<Column<R>> WithoutPlace(std::vector<Column<R>> columns) {
  columns[0].text = [](const R& row) { return IdOf(row.name()); };
  return columns;
}

int Show(Session& session, const Typed& typed) {
  v1::GetInventoryRequest request;
  std::string wanted = typed.place;
  int code = kDone;
  if (!FindPlace(session, "place", wanted, code)) return code;
  request.set_place(PlaceName(wanted));
  v1::Inventory inventory;
  const grpc::Status status =
      Send(session, &InventoryStub::GetInventory, request, &inventory);
  if (!status.ok()) return session.Refused(status);
  if (session.options.format == Format::kJson) {
    PrintJson(session, inventory);
    return kDone;
  }
  if (session.options.format == Format::kCsv) {
    PrintCsv(session, inventory);
    return kDone;
  }
  const v1::Place& shown = inventory.place();
  session.out() << IdOf(shown.name()) << "  " << shown.name_en();
  if (!shown.name_zh().empty()) session.out() << "  " << shown.name_zh();
  session.out() << "\n";
  PrintSection(session, "NEEDS", "需求", inventory.needs(),
               WithoutPlace(NeedProgress()));
  PrintSection(session, "OFFERS", "供给", inventory.offers(),
               WithoutPlace(OfferColumns()));
  PrintSection(session, "PROMISED TO OTHERS", "承诺给他方",
               inventory.promised(), MatchColumns(session.chinese()));
  PrintSection(session, "EXPECTED FROM OTHERS", "预期来自他方",
               inventory.expected(), MatchColumns(session.chinese()));
  return kDone;
}

}  // namespace

void AddInventoryCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand(
      "inventory", "what a place needs, offers, has promised and expects");
  noun->require_subcommand(1);
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun->add_subcommand(
      "show", "all of a place on one page; quantities in base units");
  verb->add_option("place", typed->place, "the place")->required();
  Does(*verb, session, typed, &Show);
}

}  // namespace twinaid::client
