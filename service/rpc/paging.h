// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One page of a list, from request to response.
#ifndef TWINAID_SERVICE_RPC_PAGING_H_
#define TWINAID_SERVICE_RPC_PAGING_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "service/convert/page_token.h"
#include "service/core/page.h"
#include "service/model/common_errors.h"
#include "service/model/names.h"

namespace twinaid::rpc {

inline constexpr int kDefaultPageSize = 50;
inline constexpr int kMaxPageSize = 500;

// INVALID_ARGUMENT (OUT_OF_RANGE_VALUE): negative.
inline absl::StatusOr<int> PageSizeOf(int wanted) {
  if (wanted < 0) {
    return model::OutOfRange("page_size", wanted, 0, kMaxPageSize);
  }
  if (wanted == 0) return kDefaultPageSize;
  return wanted < kMaxPageSize ? wanted : kMaxPageSize;
}

// Keys as text in page tokens, and back. A token that was not damaged holds
// what ToKeyText wrote; anything else is INVALID_PAGE_TOKEN.
template <typename Tag>
std::string ToKeyText(const model::Id<Tag>& id) {
  return id.value();
}
template <typename Parent, typename Child>
std::string ToKeyText(const model::NestedName<Parent, Child>& name) {
  return name.ToString();
}
inline std::string ToKeyText(std::int64_t seq) { return absl::StrCat(seq); }
inline std::string ToKeyText(const model::UnmetNeed::Key& key) {
  return absl::StrCat(key.round.ToString(), " ", key.need.ToString());
}

template <typename Tag>
bool FromKeyText(absl::string_view text, model::Id<Tag>& id) {
  id = model::Id<Tag>::Trusted(text);
  return true;
}
template <typename Parent, typename Child>
bool FromKeyText(absl::string_view text,
                 model::NestedName<Parent, Child>& name) {
  auto parsed = model::NestedName<Parent, Child>::Parse(text);
  if (!parsed.ok()) return false;
  name = *std::move(parsed);
  return true;
}
inline bool FromKeyText(absl::string_view text, std::int64_t& seq) {
  return absl::SimpleAtoi(text, &seq);
}
inline bool FromKeyText(absl::string_view text, model::UnmetNeed::Key& key) {
  const std::size_t blank = text.find(' ');
  return blank != absl::string_view::npos &&
         FromKeyText(text.substr(0, blank), key.round) &&
         FromKeyText(text.substr(blank + 1), key.need);
}

// Reads the page that `request` (page_size, page_token, and a filter where it
// has one) asks for. `scope` tells lists apart: method, parent, and what else
// narrows them. Calls `add` for each row and
// sets next_page_token.
template <typename R, typename Request, typename Response, typename Add>
absl::Status ReadPage(const store::ReadTable<R>& table,
                      const store::QueryOf<R>& query, absl::string_view scope,
                      const Request& request, Response& response, Add add) {
  const auto size = PageSizeOf(request.page_size());
  if (!size.ok()) return size.status();
  std::string identity = absl::StrCat(scope, "\n");
  if constexpr (requires { request.filter(); }) identity += request.filter();
  std::optional<typename R::Key> after;
  if (!request.page_token().empty()) {
    const auto text = convert::KeyOfPageToken(request.page_token(), identity);
    if (!text.ok()) return text.status();
    after.emplace();
    if (!FromKeyText(*text, *after)) return model::InvalidPageToken();
  }
  const auto page = core::ListPage<R>(table, query, after, *size);
  if (!page.ok()) return page.status();
  for (const R& row : page->rows) add(row);
  if (page->next_after) {
    response.set_next_page_token(
        convert::MakePageToken(identity, ToKeyText(*page->next_after)));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_PAGING_H_
