// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Ids made of names.
#ifndef TWINAID_SERVICE_CORE_SLUGS_H_
#define TWINAID_SERVICE_CORE_SLUGS_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "service/model/status_macros.h"
#include "service/store/store.h"

namespace twinaid::core {

// Letters and digits of ASCII in lower case, everything else as single hyphens,
// cut to 56 bytes; `otherwise` if nothing is left ("San Antonio" ->
// "san-antonio").
std::string SlugOf(absl::string_view name, absl::string_view otherwise);

// The first free id of slug, slug-2, slug-3, ...
template <typename R>
absl::StatusOr<typename R::Key> FreeId(const store::ReadTable<R>& table,
                                       absl::string_view name,
                                       absl::string_view otherwise) {
  const std::string slug = SlugOf(name, otherwise);
  for (int n = 1;; ++n) {
    const auto id = R::Key::Trusted(n == 1 ? slug : absl::StrCat(slug, "-", n));
    TWINAID_ASSIGN_OR_RETURN(const std::optional<R> taken, table.Find(id));
    if (!taken) return id;
  }
}

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SLUGS_H_
