// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// GoogleTest matchers for absl::Status and absl::StatusOr. Debian's Abseil has
// none. Each one prints the whole status when it does not match.
//
//   EXPECT_THAT(store.Close(), IsOk());
//   EXPECT_THAT(NeedName::Parse(text), IsOkAndHolds(Property(...)));
//   EXPECT_THAT(status, StatusIs(absl::StatusCode::kNotFound));
//   EXPECT_THAT(status, StatusIs(absl::StatusCode::kNotFound,
//                                HasSubstr("places/us-oh")));

#ifndef TWINAID_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define TWINAID_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace absl {

// Found by argument-dependent lookup: without it a StatusOr prints as bytes.
template <typename T>
void PrintTo(const StatusOr<T>& result, std::ostream* out) {
  if (result.ok()) {
    *out << "OK: " << ::testing::PrintToString(*result);
  } else {
    *out << result.status();
  }
}

}  // namespace absl

namespace twinaid {
namespace internal {

inline const absl::Status& StatusOf(const absl::Status& status) {
  return status;
}

template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

// Holds the matcher of the value; becomes a matcher of any StatusOr.
template <typename Inner>
class OkAndHolds {
 public:
  explicit OkAndHolds(Inner inner) : inner_(std::move(inner)) {}

  template <typename Result>
  operator ::testing::Matcher<Result>() const {  // NOLINT: a gmock factory
    return ::testing::Matcher<Result>(new Impl<Result>(inner_));
  }

 private:
  template <typename Result>
  class Impl : public ::testing::MatcherInterface<Result> {
   public:
    using Value = typename std::decay_t<Result>::value_type;

    explicit Impl(const Inner& inner)
        : inner_(::testing::SafeMatcherCast<const Value&>(inner)) {}

    void DescribeTo(std::ostream* out) const override {
      *out << "is OK and has a value that ";
      inner_.DescribeTo(out);
    }

    bool MatchAndExplain(
        Result result,
        ::testing::MatchResultListener* listener) const override {
      if (!result.ok()) {
        *listener << "which is " << result.status();
        return false;
      }
      return inner_.MatchAndExplain(*result, listener);
    }

   private:
    const ::testing::Matcher<const Value&> inner_;
  };

  const Inner inner_;
};

}  // namespace internal

// Matches a Status or a StatusOr that is OK.
MATCHER(IsOk, negation ? "is not OK" : "is OK") {
  const absl::Status& status = internal::StatusOf(arg);
  if (!status.ok()) *result_listener << "which is " << status;
  return status.ok();
}

// Matches a StatusOr that is OK and whose value `inner` (a matcher, or a value
// to be equal to) matches.
template <typename Inner>
internal::OkAndHolds<std::decay_t<Inner>> IsOkAndHolds(Inner&& inner) {
  return internal::OkAndHolds<std::decay_t<Inner>>(std::forward<Inner>(inner));
}

// Matches a Status or a StatusOr of exactly this code.
MATCHER_P(StatusIs, code,
          std::string(negation ? "does not have" : "has") + " the code " +
              absl::StatusCodeToString(code)) {
  const absl::Status& status = internal::StatusOf(arg);
  *result_listener << "which is " << status;
  return status.code() == code;
}

// The same, and the message is matched by `message` (a text to be equal to, or
// a matcher such as HasSubstr).
MATCHER_P2(StatusIs, code, message,
           std::string(negation ? "does not have" : "has") + " the code " +
               absl::StatusCodeToString(code) + " and a message that " +
               ::testing::DescribeMatcher<std::string>(message)) {
  const absl::Status& status = internal::StatusOf(arg);
  *result_listener << "which is " << status;
  return status.code() == code &&
         ::testing::SafeMatcherCast<std::string>(message).Matches(
             std::string(status.message()));
}

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_STATUS_MATCHERS_H_
