// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/world.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/files/csv.h"
#include "client/files/decimal.h"
#include "service/model/status_macros.h"
#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// A file by the names of its columns.
class Table {
 public:
  static absl::StatusOr<Table> Read(absl::string_view folder,
                                    absl::string_view name) {
    std::ifstream file(absl::StrCat(folder, "/", name));
    if (!file) {
      return absl::NotFoundError(absl::StrCat(folder, "/", name));
    }
    std::ostringstream text;
    text << file.rdbuf();
    Table table;
    table.name_ = std::string(name);
    table.rows_ = client::ParseCsv(text.str());
    if (table.rows_.empty()) return table.Wrong("no header");
    for (std::size_t i = 0; i < table.rows_[0].cells.size(); ++i) {
      table.columns_[table.rows_[0].cells[i].text] = i;
    }
    for (const client::CsvRow& row : table.rows_) {
      if (!row.faults.empty() ||
          row.cells.size() != table.rows_[0].cells.size()) {
        return table.Wrong(absl::StrCat("line ", row.end.line));
      }
    }
    return table;
  }

  std::size_t size() const { return rows_.size() - 1; }

  absl::StatusOr<std::size_t> Column(const std::string& name) const {
    const auto found = columns_.find(name);
    if (found == columns_.end()) {
      return Wrong(absl::StrCat("no column ", name));
    }
    return found->second;
  }

  const std::string& Cell(std::size_t row, std::size_t column) const {
    return rows_[row + 1].cells[column].text;
  }

  absl::Status Wrong(absl::string_view what) const {
    return absl::InvalidArgumentError(absl::StrCat(name_, ": ", what));
  }

 private:
  std::string name_;
  std::vector<client::CsvRow> rows_;
  std::map<std::string, std::size_t> columns_;
};

// Ten-thousandths of a degree.
struct Position {
  std::int64_t latitude = 0;
  std::int64_t longitude = 0;
};
using Positions = std::vector<std::optional<Position>>;

// On the plane that touches the earth between the two, with Bhaskara's cosine,
// (32400 - 4 d^2) / (32400 + d^2) for d degrees: enough for days, and the same
// on every machine.
std::int32_t TransitDays(const Position& a, const Position& b) {
  const std::int64_t dy = a.latitude - b.latitude;
  std::int64_t dx = std::abs(a.longitude - b.longitude);
  dx = std::min(dx, 3'600'000 - dx);
  const std::int64_t middle = (a.latitude + b.latitude) / 20'000;  // degrees
  const std::int64_t square = middle * middle;
  dx = dx * (32'400 - 4 * square) / (32'400 + square);
  // A degree is 111.2 km.
  const std::int64_t km = SquareRoot(dx * dx + dy * dy) * 1112 / 100'000;
  return 1 + static_cast<std::int32_t>(km / 2500);
}

// A world in the making.
class Reader {
 public:
  explicit Reader(std::uint64_t seed) : seed_(seed) {}

  absl::Status ReadPlaces(const Table& table) {
    TWINAID_ASSIGN_OR_RETURN(const std::size_t id, table.Column("place_id"));
    TWINAID_ASSIGN_OR_RETURN(const std::size_t country,
                             table.Column("country_code"));
    TWINAID_ASSIGN_OR_RETURN(const std::size_t lat, table.Column("lat"));
    TWINAID_ASSIGN_OR_RETURN(const std::size_t lon, table.Column("lon"));
    TWINAID_ASSIGN_OR_RETURN(const std::size_t people,
                             table.Column("population"));
    std::map<std::string, std::int32_t> countries;
    for (std::size_t i = 0; i < table.size(); ++i) {
      Site site;
      site.province =
          countries
              .try_emplace(table.Cell(i, country),
                           static_cast<std::int32_t>(countries.size()))
              .first->second;
      site.population = kUnknownPopulation;
      if (!table.Cell(i, people).empty() &&
          !absl::SimpleAtoi(table.Cell(i, people), &site.population)) {
        return table.Wrong(table.Cell(i, people));
      }
      positions_.push_back(ToPosition(table.Cell(i, lat), table.Cell(i, lon)));
      places_[table.Cell(i, id)] = static_cast<std::int32_t>(i);
      world_.sites.push_back(site);
    }
    const std::vector<bool> stricken =
        DrawStricken(static_cast<std::int32_t>(countries.size()), seed_);
    for (Site& site : world_.sites) site.stricken = stricken[At(site.province)];
    return absl::OkStatus();
  }

  absl::Status ReadLinks(const Table& table) {
    TWINAID_ASSIGN_OR_RETURN(const std::size_t a, table.Column("place_a"));
    TWINAID_ASSIGN_OR_RETURN(const std::size_t b, table.Column("place_b"));
    for (std::size_t i = 0; i < table.size(); ++i) {
      const auto from = places_.find(table.Cell(i, a));
      const auto to = places_.find(table.Cell(i, b));
      if (from == places_.end() || to == places_.end()) {
        return table.Wrong(absl::StrCat("an unknown place in row ", i + 1));
      }
      Link link;
      link.a = from->second;
      link.b = to->second;
      link.affinity = 1;
      const auto& start = positions_[At(link.a)];
      const auto& end = positions_[At(link.b)];
      link.transit_days = start.has_value() && end.has_value()
                              ? TransitDays(*start, *end)
                              : kUnknownTransitDays;
      world_.links.push_back(link);
    }
    return absl::OkStatus();
  }

  Geography Take() { return std::move(world_); }

 private:
  static std::optional<Position> ToPosition(const std::string& lat,
                                            const std::string& lon) {
    const auto latitude = client::ParseRounded(lat, 4);
    const auto longitude = client::ParseRounded(lon, 4);
    if (!latitude.has_value() || !longitude.has_value()) return std::nullopt;
    return Position{*latitude, *longitude};
  }

  const std::uint64_t seed_;
  Geography world_;
  Positions positions_;
  std::map<std::string, std::int32_t> places_;
};

}  // namespace

absl::StatusOr<Geography> ReadWorld(absl::string_view folder,
                                    std::uint64_t seed) {
  TWINAID_ASSIGN_OR_RETURN(const Table places,
                           Table::Read(folder, "world_places.csv"));
  TWINAID_ASSIGN_OR_RETURN(const Table links,
                           Table::Read(folder, "world_sister_links.csv"));
  Reader reader(seed);
  TWINAID_RETURN_IF_ERROR(reader.ReadPlaces(places));
  TWINAID_RETURN_IF_ERROR(reader.ReadLinks(links));
  return reader.Take();
}

}  // namespace twinaid::bench
