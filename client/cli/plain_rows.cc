// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/plain_rows.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace twinaid::client {

void PrintPlainRows(Session& session, const Cells& cells) {
  if (session.options.format == Format::kName) {
    for (const auto& row : cells.rows) session.data() << row.front() << "\n";
    return;
  }
  if (session.options.format != Format::kJson) {
    PrintCells(session, cells);
    return;
  }
  auto rows = nlohmann::ordered_json::array();
  for (const std::vector<std::string>& row : cells.rows) {
    auto object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < row.size() && i < cells.keys.size(); ++i) {
      std::string key = cells.keys[i];
      std::replace(key.begin(), key.end(), ' ', '_');
      object[key] = row[i];
    }
    rows.push_back(std::move(object));
  }
  session.out() << rows.dump(2, ' ', false,
                             nlohmann::ordered_json::error_handler_t::replace)
                << "\n";
}

bool HasNoNames(Session& session, const std::string& command) {
  if (session.options.format != Format::kName) return false;
  session.Usage(command + " has no names to print; take -o table, json or csv",
                command + " 没有可输出的名称；请用 -o table、json 或 csv");
  return true;
}

}  // namespace twinaid::client
