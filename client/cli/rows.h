// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rows of one kind of message, printed as a table, as JSON, as CSV, or as their
// names alone.
#ifndef TWINAID_CLIENT_CLI_ROWS_H_
#define TWINAID_CLIENT_CLI_ROWS_H_

#include <google/protobuf/message.h>

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "client/cli/session.h"
#include "client/output/table.h"

namespace twinaid::client {

// The text of a row in a column, made by a function of the row, or of the row
// and whether it is for a reader of Chinese.
template <typename R>
class CellText {
 public:
  template <typename Make>
  CellText(Make make) {  // NOLINT: a column is written as a list of its parts
    if constexpr (std::is_invocable_v<Make, const R&, bool>) {
      make_ = std::move(make);
    } else {
      make_ = [make](const R& row, bool) { return make(row); };
    }
  }

  std::string operator()(const R& row, bool chinese) const {
    return make_(row, chinese);
  }

 private:
  std::function<std::string(const R&, bool chinese)> make_;
};

// One column: its heading in both languages and the text of a row in it.
template <typename R>
struct Column {
  std::string en;
  std::string zh;
  bool right = false;  // numbers
  CellText<R> text;
  Fit fit = {};  // whether a narrow terminal may do without all of it
};

// The rows as text cells, ready to be laid out.
struct Cells {
  std::vector<std::string> headings;  // in the reader's language
  std::vector<std::string> keys;      // English, for CSV
  std::vector<bool> right;
  std::vector<std::vector<std::string>> rows;
  std::vector<Fit> fits = {};  // may be shorter than the others
};

// Prints `cells` as a table or as CSV to the session's output. A table with
// headings or with fits is fitted to the terminal, unless with -o wide (see
// RenderTable); what was left out for it is for Session::Finish() to tell.
// States are coloured where Session::colours().
void PrintCells(Session& session, const Cells& cells);

// Prints messages as one JSON array, or one message as an object; each on one
// line with -o jsonl. Field names and 64-bit integers are as protobuf's JSON
// mapping has them.
void PrintJson(Session& session,
               const std::vector<const google::protobuf::Message*>& rows);
void PrintJson(Session& session, const google::protobuf::Message& row);
// One message as JSON on one line.
void PrintJsonLine(Session& session, const google::protobuf::Message& row);

// The resource name of a row, on one line; nothing where it has none.
void PrintName(Session& session, const google::protobuf::Message& row);

// Whether words are Chinese: of tables only; machines read codes in any
// language.
inline bool HasChineseWords(const Session& session) {
  return session.chinese() && session.options.format == Format::kTable;
}

// The rows under their headings.
template <typename R>
Cells CellsOf(const Session& session, const std::vector<R>& rows,
              const std::vector<Column<R>>& columns) {
  Cells cells;
  for (const Column<R>& column : columns) {
    cells.headings.push_back(session.chinese() ? column.zh : column.en);
    cells.keys.push_back(column.en);
    cells.right.push_back(column.right);
    cells.fits.push_back(column.fit);
  }
  for (const R& row : rows) {
    std::vector<std::string> texts;
    texts.reserve(columns.size());
    for (const Column<R>& column : columns) {
      texts.push_back(column.text(row, HasChineseWords(session)));
    }
    cells.rows.push_back(std::move(texts));
  }
  return cells;
}

// Prints `rows` in the format that the caller chose.
template <typename R>
void PrintRows(Session& session, const std::vector<R>& rows,
               const std::vector<Column<R>>& columns) {
  if (session.options.format == Format::kJson) {
    std::vector<const google::protobuf::Message*> messages;
    messages.reserve(rows.size());
    for (const R& row : rows) messages.push_back(&row);
    PrintJson(session, messages);
    return;
  }
  if (session.options.format == Format::kName) {
    for (const R& row : rows) {
      if constexpr (std::is_base_of_v<google::protobuf::Message, R>) {
        PrintName(session, row);
      }
    }
    return;
  }
  PrintCells(session, CellsOf(session, rows, columns));
}

// One message: as JSON, or as lines "heading  value" that leave out what is
// empty, or as CSV of one row.
template <typename R>
void PrintOne(Session& session, const R& row,
              const std::vector<Column<R>>& columns) {
  if (session.options.format == Format::kJson) {
    PrintJson(session, row);
    return;
  }
  if (session.options.format == Format::kCsv ||
      session.options.format == Format::kName) {
    PrintRows(session, std::vector<R>{row}, columns);
    return;
  }
  Cells cells;
  cells.right = {false, false};
  for (const Column<R>& column : columns) {
    const std::string text = column.text(row, session.chinese());
    if (text.empty()) continue;
    cells.rows.push_back({session.chinese() ? column.zh : column.en, text});
  }
  PrintCells(session, cells);
}

// Every row of a list, page by page. `call` fills one page for a request;
// `take` moves its rows out.
template <typename R, typename Request, typename Response>
grpc::Status FetchAll(
    const Request& first,
    const std::function<grpc::Status(const Request&, Response*)>& call,
    const std::function<void(Response&, std::vector<R>&)>& take,
    std::vector<R>& rows) {
  Request request = first;
  request.set_page_size(500);
  for (;;) {
    Response response;
    const grpc::Status status = call(request, &response);
    if (!status.ok()) return status;
    take(response, rows);
    if (response.next_page_token().empty()) return grpc::Status::OK;
    request.set_page_token(response.next_page_token());
  }
}

// A table of a page that has several, under its heading.
template <typename R>
void PrintSection(Session& session, const char* en, const char* zh,
                  const google::protobuf::RepeatedPtrField<R>& rows,
                  const std::vector<Column<R>>& columns) {
  session.out() << "\n" << (session.chinese() ? zh : en) << "\n";
  if (rows.empty()) {
    session.out() << (session.chinese() ? "（无）" : "(nothing)") << "\n";
    return;
  }
  PrintRows(session, std::vector<R>(rows.begin(), rows.end()), columns);
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ROWS_H_
