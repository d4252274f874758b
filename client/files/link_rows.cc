// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of sister_links.csv and organizations.csv.
#include <tuple>

#include "absl/strings/str_cat.h"
#include "client/files/naming.h"
#include "client/files/rows_of_files.h"

namespace twinaid::client {
namespace {

constexpr int kMostDays = 3650;
constexpr int kLastYear = 9999;

using Ends = std::tuple<model::PlaceId, model::PlaceId, model::LinkKind>;

Ends EndsOf(const model::SisterLink& link) {
  return {std::min(link.place_a, link.place_b),
          std::max(link.place_a, link.place_b), link.kind};
}

model::SisterLink ReadLink(RowReader& reader, ReadingContext& context) {
  model::SisterLink link;
  link.id = reader.Slug<model::SisterLinkId>("link_id");
  link.place_a = reader.Known("place_a", context.places);
  link.place_b = reader.Known("place_b", context.places);
  link.kind = reader.Word("kind", link.kind);
  link.since_year = reader.Small("since_year", 0, kLastYear);
  link.state = reader.Word("state", link.state);
  link.transit_days = reader.Small("transit_days", 0, kMostDays).value_or(0);
  link.note = reader.Text("note");
  if (reader.good()) {
    absl::Status status = Validate(link);
    if (status.ok()) {
      status =
          model::CheckKinds(link.kind, *context.place_rows.at(link.place_a),
                            *context.place_rows.at(link.place_b));
    }
    if (!status.ok()) reader.TellInvalid(status);
  }
  return link;
}

model::Organization ReadOrganization(RowReader& reader,
                                     ReadingContext& context) {
  model::Organization organization;
  organization.id = reader.Slug<model::OrganizationId>("organization_id");
  organization.kind = reader.Word("kind", organization.kind);
  organization.name_en = reader.Text("name_en");
  organization.name_zh = reader.Text("name_zh");
  organization.seat = reader.Known("seat", context.places);
  organization.note = reader.Text("note");
  if (reader.good()) {
    const absl::Status status = Validate(organization);
    if (!status.ok()) reader.TellInvalid(status);
  }
  return organization;
}

}  // namespace

void ReadLinks(const Sheet& sheet, ReadingContext& context) {
  Identities identities;
  std::map<Ends, int> lines;
  for (const SheetRow& row : sheet.rows) {
    RowReader reader(*sheet.spec, row, context.problems());
    model::SisterLink link = ReadLink(reader, context);
    if (!link.id.empty()) {
      identities.Claim(link.id.value(), row, "link_id", reader);
    }
    if (!reader.good()) continue;
    const auto [known, fresh] = lines.emplace(EndsOf(link), row.spot.line);
    if (!fresh) {
      reader.Tell(
          "place_b", "DUPLICATE_LINK",
          absl::StrCat("place_b: line ", known->second,
                       " links these two places already; a link has no "
                       "direction and stands once"),
          absl::StrCat("place_b：第 ", known->second,
                       " 行已有这两地的同类关系；关系不分方向，只写一次"));
      continue;
    }
    context.reading.origins[model::ToName(link.id)] = {sheet.spec->file,
                                                       row.spot};
    context.reading.folder.links.push_back(std::move(link));
  }
}

void ReadOrganizations(const Sheet& sheet, ReadingContext& context) {
  Identities identities;
  for (const SheetRow& row : sheet.rows) {
    RowReader reader(*sheet.spec, row, context.problems());
    model::Organization organization = ReadOrganization(reader, context);
    const model::OrganizationId id = organization.id;
    const bool first =
        !id.empty() &&
        identities.Claim(id.value(), row, "organization_id", reader);
    if (!reader.good()) {
      if (first)
        context.organizations.AddBad(NamedOf(organization), row.spot.line);
      continue;
    }
    context.organizations.Add(NamedOf(organization));
    context.reading.origins[model::ToName(id)] = {sheet.spec->file, row.spot};
    context.reading.folder.organizations.push_back(std::move(organization));
  }
}

}  // namespace twinaid::client
