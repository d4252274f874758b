// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/rows.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/type_resolver.h>
#include <google/protobuf/util/type_resolver_util.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/files/csv.h"
#include "client/output/state_colour.h"
#include "service/convert/bytes.h"

namespace twinaid::client {
namespace {

// Columns to fit a table to: COLUMNS, else the terminal's, else no limit.
int TerminalWidth(const Session& session) {
  if (session.setup().wide) return 0;
  int width = 0;
  const std::optional<std::string> columns =
      session.environment().variable("COLUMNS");
  if (columns.has_value() && absl::SimpleAtoi(*columns, &width)) return width;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
  return 0;
}

std::string ToJson(const google::protobuf::Message& message, bool lines) {
  constexpr char kTypes[] = "type.googleapis.com";
  static google::protobuf::util::TypeResolver* const resolver =
      google::protobuf::util::NewTypeResolverForDescriptorPool(
          kTypes, google::protobuf::DescriptorPool::generated_pool());
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = lines;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status = google::protobuf::util::BinaryToJsonString(
      resolver, absl::StrCat(kTypes, "/", message.GetDescriptor()->full_name()),
      // MessageToJsonString() has maps in an order of its own, another each
      // time.
      convert::BytesOf(message), &json, options);
  return status.ok() ? json : "{}\n";
}

}  // namespace

void PrintCells(Session& session, const Cells& cells) {
  if (session.options.format == Format::kCsv) {
    if (!cells.keys.empty()) session.out() << CsvLine(cells.keys);
    for (std::vector<std::string> row : cells.rows) {
      // Digits are grouped for people only.
      for (std::size_t i = 0; i < row.size() && i < cells.right.size(); ++i) {
        if (cells.right[i]) std::erase(row[i], ',');
      }
      session.out() << CsvLine(row);
    }
    return;
  }
  const bool colours = session.colours();
  std::vector<TableColumn> columns;
  for (std::size_t i = 0; i < cells.right.size(); ++i) {
    columns.push_back({i < cells.headings.size() ? cells.headings[i] : "",
                       static_cast<bool>(cells.right[i]),
                       i < cells.fits.size() ? cells.fits[i] : Fit()});
    // A name that the reader does not read goes before everything else.
    Fit& fit = columns.back().fit;
    constexpr int kFirst = 100;
    if (!fit.written_in.empty() &&
        (fit.written_in == "zh") != session.chinese()) {
      fit.spare += kFirst;
    }
    if (colours && i < cells.keys.size() && cells.keys[i] == "state") {
      columns.back().paint = PaintedState;
    }
  }
  // Lines about one thing, without headings, are never cut.
  const bool whole = cells.headings.empty() && cells.fits.empty();
  const Table table =
      RenderTable(columns, cells.rows, whole ? 0 : TerminalWidth(session));
  session.out() << table.text;
  session.LeftOut(table.left_out);
}

void PrintJson(Session& session,
               const std::vector<const google::protobuf::Message*>& rows) {
  if (session.setup().json_lines) {
    for (const auto* row : rows) PrintJsonLine(session, *row);
    return;
  }
  session.out() << "[";
  const char* separator = "\n";
  for (const google::protobuf::Message* row : rows) {
    session.out() << separator << ToJson(*row, true);
    separator = ",\n";
  }
  session.out() << "]\n";
}

void PrintJson(Session& session, const google::protobuf::Message& row) {
  if (session.setup().json_lines) return PrintJsonLine(session, row);
  session.out() << ToJson(row, true);
}

void PrintJsonLine(Session& session, const google::protobuf::Message& row) {
  session.data() << ToJson(row, false) << "\n";
  session.data().flush();
}

void PrintName(Session& session, const google::protobuf::Message& row) {
  const google::protobuf::FieldDescriptor* const name =
      row.GetDescriptor()->FindFieldByName("name");
  if (name == nullptr || name->is_repeated() ||
      name->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_STRING) {
    return;
  }
  session.data() << row.GetReflection()->GetString(row, name) << "\n";
}

}  // namespace twinaid::client
