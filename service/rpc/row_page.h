// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One page of rows that are made as a whole.
#ifndef TWINAID_SERVICE_RPC_ROW_PAGE_H_
#define TWINAID_SERVICE_RPC_ROW_PAGE_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/convert/bytes.h"
#include "service/convert/page_token.h"
#include "service/model/common_errors.h"
#include "service/rpc/dispatch.h"
#include "service/rpc/paging.h"

namespace twinaid::rpc {

// Calls `add` for each row of the page that `request` asks for and sets
// next_page_token; a token counts for requests that are otherwise the same.
template <typename Row, typename Request, typename Response, typename Add>
absl::Status PageOfRows(const std::vector<Row>& rows, const char* method,
                        const Request& request, Response& response, Add add) {
  const auto size = PageSizeOf(request.page_size());
  if (!size.ok()) return size.status();
  Request same = request;
  same.clear_page_size();
  same.clear_page_token();
  const std::string identity =
      absl::StrCat(method, "\n", convert::BytesOf(same));
  std::size_t begin = 0;
  if (!request.page_token().empty()) {
    const auto key = convert::KeyOfPageToken(request.page_token(), identity);
    if (!key.ok()) return key.status();
    if (!absl::SimpleAtoi(*key, &begin)) return model::InvalidPageToken();
  }
  // Meanwhile there may be fewer.
  begin = std::min(begin, rows.size());
  const std::size_t end =
      std::min(rows.size(), begin + static_cast<std::size_t>(*size));
  for (std::size_t i = begin; i < end; ++i) add(rows[i]);
  if (end < rows.size()) {
    response.set_next_page_token(
        convert::MakePageToken(identity, absl::StrCat(end)));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ROW_PAGE_H_
