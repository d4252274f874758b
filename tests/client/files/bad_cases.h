// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A way to spoil a file, and what is told of it.
#ifndef TWINAID_TESTS_CLIENT_FILES_BAD_CASES_H_
#define TWINAID_TESTS_CLIENT_FILES_BAD_CASES_H_

#include <string>
#include <vector>

#include "client/files/csv.h"

namespace twinaid::client {

enum class Where {
  kAppend,   // `text` is a row behind the good ones of the file
  kReplace,  // `text` is the whole file
  kAlone     // `text` is the whole file, and there is no other
};

struct BadCase {
  const char* name;
  const char* file;
  Where where;
  std::string text;
  Spot spot;
  const char* column;
  const char* reason;
  int errors = 1;
};

inline constexpr char kPlaces[] = "places.csv";
inline constexpr char kLinks[] = "sister_links.csv";
inline constexpr char kOrganizations[] = "organizations.csv";
inline constexpr char kItems[] = "items.csv";
inline constexpr char kSubstitutes[] = "item_substitutes.csv";
inline constexpr char kNeeds[] = "needs.csv";
inline constexpr char kOffers[] = "offers.csv";
inline constexpr Where kAppend = Where::kAppend;
inline constexpr Where kReplace = Where::kReplace;
inline constexpr Where kAlone = Where::kAlone;

// Of places, links, organizations and items.
std::vector<BadCase> BadRegistryCases();
// Of substitutes, needs and offers.
std::vector<BadCase> BadSupplyCases();

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_FILES_BAD_CASES_H_
