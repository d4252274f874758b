// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/failure.h"

namespace twinaid::model {

Failure FailureOf(const absl::Status& error) {
  return {ReasonOf(error), TextOf(error, Language::kEnglish),
          TextOf(error, Language::kChinese)};
}

const std::string& TextOf(const Failure& failure, Language language) {
  return language == Language::kChinese && !failure.zh.empty() ? failure.zh
                                                               : failure.en;
}

}  // namespace twinaid::model
