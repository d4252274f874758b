// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/map.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/labels.h"
#include "client/picture/land.h"
#include "client/picture/map_legend.h"
#include "client/picture/marks.h"
#include "client/picture/numbers.h"
#include "client/picture/projection.h"
#include "client/picture/steps.h"

namespace twinaid::picture {
namespace {

// Sizes of letters, in units of the picture: on a wide screen, and on a narrow
// one, where the picture is a third as large.
constexpr double kWideLetters = 11;
constexpr double kNarrowLetters = 25;
constexpr double kNarrowMarks = 1.8;
constexpr std::size_t kMostWide = 90;
constexpr std::size_t kMostNarrow = 14;

// Of the style; Latin letters for "begins", "middle", "ends".
absl::string_view AnchorName(Anchor anchor) {
  switch (anchor) {
    case Anchor::kStart:
      return "s";
    case Anchor::kMiddle:
      return "m";
    case Anchor::kEnd:
      break;
  }
  return "e";
}

Projection ProjectionOf(const Page& page, const std::vector<PlaceRole>& roles) {
  std::vector<Position> positions;
  for (std::size_t i = 0; i < page.places.size(); ++i) {
    const Place& place = page.places[i];
    if (place.position &&
        (roles[i].role != Role::kNone || roles[i].lines > 0)) {
      positions.push_back(*place.position);
    }
  }
  return Projection::Fit(positions);
}

std::string Panels(const Projection& projection) {
  constexpr double kUnits = Projection::kLandUnits;
  constexpr double kCircle = 360;
  const double height = projection.height() / projection.scale();
  std::string svg;
  for (const Panel& panel : projection.panels()) {
    const std::string box = absl::StrCat(
        Length(panel.west * kUnits), " ", Length(-projection.top() * kUnits),
        " ", Length((panel.east - panel.west) * kUnits), " ",
        Length(height * kUnits));
    absl::StrAppend(&svg, "<svg class=\"panel\" x=\"", Length(panel.x),
                    "\" y=\"0\" width=\"", Length(panel.width), "\" height=\"",
                    Length(projection.height()), "\" viewBox=\"", box,
                    "\" preserveAspectRatio=\"none\"><rect class=\"sea\" x=\"",
                    Length(panel.west * kUnits), "\" y=\"",
                    Length(-projection.top() * kUnits),
                    "\" width=\"100%\" height=\"100%\"/>"
                    "<use href=\"#land\"/>");
    // The land again, once around the earth; Asia reaches beyond 180 degrees.
    constexpr double kFarEast = -165;
    if (panel.east > kCircle / 2) {
      absl::StrAppend(&svg, "<use href=\"#land\" x=\"",
                      Length(kCircle * kUnits), "\"/>");
    }
    if (panel.west < kFarEast) {
      absl::StrAppend(&svg, "<use href=\"#land\" x=\"",
                      Length(-kCircle * kUnits), "\"/>");
    }
    svg += "</svg>\n";
  }
  return svg;
}

// From one place to another, bent to the left.
std::string Curve(const Point& from, const Point& to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double distance = std::hypot(dx, dy);
  const std::string start =
      absl::StrCat("M", Length(from.x), " ", Length(from.y));
  // Two places at one spot: a loop that can be seen.
  if (distance < 2) return absl::StrCat(start, "c-14-24 14-24 0 0");
  constexpr double kBend = 0.2;
  constexpr double kMostBend = 70;
  const double bend = std::min(kBend * distance, kMostBend) / distance;
  // y grows downwards: to the left of the way is (dy, -dx).
  return absl::StrCat(start, "Q", Length(from.x + dx / 2 + dy * bend), " ",
                      Length(from.y + dy / 2 - dx * bend), " ", Length(to.x),
                      " ", Length(to.y));
}

std::string Lines(const Page& page, const Projection& projection,
                  const std::vector<Help>& helps, absl::string_view sort) {
  // Many lines let each other shine through.
  constexpr std::size_t kSome = 150;
  constexpr std::size_t kMany = 1000;
  const absl::string_view crowd = helps.size() > kMany   ? " many"
                                  : helps.size() > kSome ? " some"
                                                         : "";
  std::string svg = absl::StrCat("<g class=\"lines", crowd, "\">\n");
  for (const Help& help : helps) {
    if (!IsDrawn(page, help)) continue;
    const Place& donor = page.places[help.donor];
    const Place& recipient = page.places[help.recipient];
    absl::StrAppend(&svg, "<path class=\"", sort, " s-", StepName(help.step),
                    "\" d=\"",
                    Curve(projection.At(*donor.position),
                          projection.At(*recipient.position)),
                    "\"><title>", Side(donor.name), " → ", Side(recipient.name),
                    ": ", Side(StepWords(help.step)), "</title></path>\n");
  }
  return absl::StrCat(svg, "</g>\n");
}

// The marks, and where they are.
std::string Marks(const Page& page, const std::vector<PlaceRole>& roles,
                  const Projection& projection, double half) {
  std::string svg = "<g class=\"marks\">\n";
  for (std::size_t i = 0; i < page.places.size(); ++i) {
    const Place& place = page.places[i];
    if (!place.position || roles[i].role == Role::kNone) continue;
    const std::string mark =
        MarkSvg(roles[i].role, projection.At(*place.position), half);
    // A title instead of "/>".
    const std::size_t end = mark.size() - 2;
    const std::size_t name = mark.find(' ');
    absl::StrAppend(&svg, mark.substr(0, end), "><title>", Side(place.name),
                    "</title></", mark.substr(1, name - 1), ">\n");
  }
  return absl::StrCat(svg, "</g>\n");
}

std::string Labels(const Page& page, const std::vector<PlaceRole>& roles,
                   const Projection& projection, Language language, bool narrow,
                   double half) {
  // Who waits is named first: somebody should help.
  constexpr double kFirst = 1e6;
  std::vector<Spot> spots;
  std::vector<bool> foreign;  // named in English for want of Chinese
  for (std::size_t i = 0; i < page.places.size(); ++i) {
    const Place& place = page.places[i];
    if (!place.position || roles[i].role == Role::kNone) continue;
    const double first = roles[i].role == Role::kWaits ? kFirst : 0;
    spots.push_back({projection.At(*place.position), place.name.In(language),
                     static_cast<double>(roles[i].lines) + first});
    foreign.push_back(language == Language::kChinese && place.name.zh.empty());
  }
  LabelRoom room;
  room.width = Projection::kWidth;
  room.height = projection.height();
  room.size = narrow ? kNarrowLetters : kWideLetters;
  room.mark = half * (narrow ? kNarrowMarks : 1);
  room.most = narrow ? kMostNarrow : kMostWide;
  std::string svg =
      absl::StrCat("<g class=\"names ", narrow ? "narrow" : "wide",
                   "\" lang=\"", LanguageTag(language), "\">\n");
  for (const Label& label : PlaceLabels(spots, room)) {
    absl::StrAppend(&svg, "<text", foreign[label.spot] ? " lang=\"en\"" : "",
                    " class=\"", foreign[label.spot] ? "b " : "",
                    AnchorName(label.anchor), "\" x=\"", Length(label.at.x),
                    "\" y=\"", Length(label.at.y), "\">",
                    Escape(spots[label.spot].name), "</text>\n");
  }
  return absl::StrCat(svg, "</g>\n");
}

}  // namespace

std::string MapHtml(const Page& page) {
  const std::vector<PlaceRole> roles = RolesOf(page);
  const Projection projection = ProjectionOf(page, roles);
  const auto marks = std::count_if(
      roles.begin(), roles.end(),
      [](const PlaceRole& place) { return place.role != Role::kNone; });
  constexpr std::ptrdiff_t kCrowd = 150;
  const double half = marks > kCrowd ? 2.4 : 3.6;
  std::string html = absl::StrCat(
      "<figure class=\"map\"><svg role=\"img\" "
      "aria-labelledby=\"map-title map-text\" viewBox=\"0 0 ",
      Length(Projection::kWidth), " ", Length(projection.height()),
      "\"><defs><path id=\"land\" d=\"", LandPath(), "\"/></defs>\n");
  absl::StrAppend(&html, Panels(projection),
                  Lines(page, projection, page.pool, "pool"),
                  Lines(page, projection, page.pairings, "pair"),
                  Marks(page, roles, projection, half));
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    for (const bool narrow : {false, true}) {
      absl::StrAppend(&html,
                      Labels(page, roles, projection, language, narrow, half));
    }
  }
  absl::StrAppend(&html, "</svg>\n<figcaption>", MapLegend(page, roles),
                  MapText(page, roles, projection.panels().size() > 1),
                  "</figcaption></figure>\n");
  return html;
}

}  // namespace twinaid::picture
