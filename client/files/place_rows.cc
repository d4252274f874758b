// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of places.csv.
#include <algorithm>
#include <set>

#include "client/files/naming.h"
#include "client/files/rows_of_files.h"
#include "service/model/registry_errors.h"

namespace twinaid::client {
namespace {

constexpr int kMostPartners = 1'000'000;
constexpr int kDegreeDigits = 7;

struct Candidate {
  model::Place place;
  const SheetRow* row = nullptr;
  bool good = true;
};

std::int32_t Degrees(RowReader& reader, absl::string_view column,
                     std::int64_t limit) {
  constexpr std::int64_t kPerDegree = 10'000'000;
  const auto value = reader.Decimal(column, kDegreeDigits, /*round=*/true);
  if (!value.has_value()) return 0;
  if (*value < -limit * kPerDegree || *value > limit * kPerDegree) {
    reader.Tell(column,
                model::OutOfRange(column, *value / kPerDegree, -limit, limit));
    return 0;
  }
  return static_cast<std::int32_t>(*value);
}

void ReadPosition(RowReader& reader, model::Place& place) {
  const bool lat = !reader.Text("lat").empty();
  const bool lon = !reader.Text("lon").empty();
  if (lat != lon) {
    const char* empty = lat ? "lon" : "lat";
    reader.Tell(empty, model::RequiredField(empty));
    return;
  }
  if (!lat) return;
  constexpr std::int64_t kMaxLat = 90;
  constexpr std::int64_t kMaxLon = 180;
  place.position = model::Position{Degrees(reader, "lat", kMaxLat),
                                   Degrees(reader, "lon", kMaxLon)};
}

// "wikidata=Q42; geonames=1815456".
void ReadExternalIds(RowReader& reader, model::Place& place) {
  for (const std::string& part : reader.List("external_ids")) {
    const std::size_t sign = part.find('=');
    if (sign == std::string::npos || sign == 0) {
      reader.Tell("external_ids",
                  model::InvalidValue("external_ids", part,
                                      "pairs such as wikidata=Q42, separated "
                                      "by semicolons",
                                      "以分号分隔的键值，例如 wikidata=Q42"));
      continue;
    }
    place.external_ids[part.substr(0, sign)] = part.substr(sign + 1);
  }
}

model::Place ReadPlace(RowReader& reader) {
  model::Place place;
  place.id = reader.Slug<model::PlaceId>("place_id");
  place.kind = reader.Word("kind", place.kind);
  place.name_en = reader.Text("name_en");
  place.name_zh = reader.Text("name_zh");
  place.aliases = reader.List("aliases");
  place.donor_capacity = reader.Small("donor_capacity", 0, kMostPartners);
  place.recipient_capacity =
      reader.Small("recipient_capacity", 0, kMostPartners);
  place.country_code = reader.Text("country_code");
  place.subdivision = reader.Text("subdivision");
  ReadPosition(reader, place);
  place.population = reader.Whole("population");
  place.time_zone = reader.Text("timezone");
  ReadExternalIds(reader, place);
  if (reader.good()) {
    const absl::Status status = Validate(place);
    if (!status.ok()) reader.TellInvalid(status);
  }
  return place;
}

class PlacesReader {
 public:
  PlacesReader(const Sheet& sheet, ReadingContext& context)
      : sheet_(sheet), context_(context) {}

  void Read() {
    for (const SheetRow& row : sheet_.rows) {
      RowReader reader(*sheet_.spec, row, context_.problems());
      Candidate candidate{ReadPlace(reader), &row, true};
      const model::PlaceId& id = candidate.place.id;
      const bool first =
          !id.empty() && identities_.Claim(id.value(), row, "place_id", reader);
      candidate.good = reader.good();
      if (first && candidate.good)
        context_.places.Add(NamedOf(candidate.place));
      if (first && !candidate.good) {
        context_.places.AddBad(NamedOf(candidate.place), row.spot.line);
      };
      candidates_.push_back(std::move(candidate));
    }
    FindParents();
    CheckParents();
    CheckCycles();
    CheckParents();
    for (Candidate& candidate : candidates_) {
      if (!candidate.good) continue;
      context_.reading.origins[model::ToName(candidate.place.id)] = {
          sheet_.spec->file, candidate.row->spot};
      context_.reading.folder.places.push_back(std::move(candidate.place));
    }
  }

 private:
  void Refuse(Candidate& candidate) {
    candidate.good = false;
    context_.places.AddBad(NamedOf(candidate.place), candidate.row->spot.line);
  }

  // A row may name a parent whose row comes later: only once all are known.
  // Names that say what a place lies in help as far as parents are found.
  void FindParents() {
    for (Candidate& candidate : candidates_) {
      if (!candidate.good) continue;
      RowReader reader(*sheet_.spec, *candidate.row, context_.problems());
      const std::string& text = reader.Text("parent_place_id");
      if (text.empty()) continue;
      const Reference found = context_.places.Find(text, "parent_place_id");
      if (found.fault.has_value()) {
        reader.Tell("parent_place_id", *found.fault);
        Refuse(candidate);
        continue;
      }
      candidate.place.parent = model::PlaceId::Trusted(found.id);
      context_.places.SetParent(candidate.place.id, candidate.place.parent);
      if (const absl::Status status = Validate(candidate.place); !status.ok()) {
        reader.TellInvalid(status);
        Refuse(candidate);
      }
    }
  }

  // A place whose parent is bad is bad, which makes its children bad: as often
  // as there are levels.
  void CheckParents() {
    for (bool changed = true; changed;) {
      changed = false;
      for (Candidate& candidate : candidates_) {
        if (!candidate.good || candidate.place.parent.empty()) continue;
        const Reference found = context_.places.Find(
            candidate.place.parent.value(), "parent_place_id");
        if (!found.fault.has_value()) continue;
        RowReader reader(*sheet_.spec, *candidate.row, context_.problems());
        reader.Tell("parent_place_id", *found.fault);
        Refuse(candidate);
        changed = true;
      }
    }
  }

  void CheckCycles() {
    std::map<model::PlaceId, Candidate*> by_id;
    for (Candidate& candidate : candidates_) {
      if (candidate.good) by_id[candidate.place.id] = &candidate;
    }
    std::set<model::PlaceId> settled;
    for (auto& [id, start] : by_id) {
      std::vector<Candidate*> path;
      std::set<model::PlaceId> on_path;
      Candidate* at = start;
      while (at != nullptr && settled.count(at->place.id) == 0 &&
             on_path.insert(at->place.id).second) {
        path.push_back(at);
        const auto next = by_id.find(at->place.parent);
        at = next == by_id.end() ? nullptr : next->second;
      }
      const bool cycle = at != nullptr && settled.count(at->place.id) == 0;
      if (cycle) TellCycle(std::find(path.begin(), path.end(), at), path.end());
      for (const Candidate* passed : path) settled.insert(passed->place.id);
    }
  }

  void TellCycle(std::vector<Candidate*>::iterator from,
                 std::vector<Candidate*>::iterator to) {
    for (; from != to; ++from) {
      Candidate& candidate = **from;
      RowReader reader(*sheet_.spec, *candidate.row, context_.problems());
      reader.Tell("parent_place_id", model::PlaceCycle(candidate.place.id,
                                                       candidate.place.parent));
      Refuse(candidate);
    }
  }

  const Sheet& sheet_;
  ReadingContext& context_;
  Identities identities_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void ReadPlaces(const Sheet& sheet, ReadingContext& context) {
  PlacesReader(sheet, context).Read();
  // Only now: the vector does not grow any more.
  for (const model::Place& place : context.reading.folder.places) {
    context.place_rows[place.id] = &place;
  }
}

}  // namespace twinaid::client
