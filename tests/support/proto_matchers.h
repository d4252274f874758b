// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// GoogleTest matcher for protobuf messages.
//
//   EXPECT_THAT(response, EqualsProto(R"pb(name: "places/us-oh")pb"));
//   EXPECT_THAT(response, EqualsProto(expected));

#ifndef TWINAID_TESTS_SUPPORT_PROTO_MATCHERS_H_
#define TWINAID_TESTS_SUPPORT_PROTO_MATCHERS_H_

#include <memory>
#include <string>

#include "gmock/gmock.h"
#include "google/protobuf/message.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/message_differencer.h"

namespace twinaid {
namespace internal {

// A message of the type of `like`, read from text format; null if the text
// does not parse.
inline std::unique_ptr<google::protobuf::Message> ExpectedMessage(
    const google::protobuf::Message& like, const std::string& text) {
  std::unique_ptr<google::protobuf::Message> message(like.New());
  if (!google::protobuf::TextFormat::ParseFromString(text, message.get())) {
    return nullptr;
  }
  return message;
}

inline std::unique_ptr<google::protobuf::Message> ExpectedMessage(
    const google::protobuf::Message&,
    const google::protobuf::Message& expected) {
  std::unique_ptr<google::protobuf::Message> message(expected.New());
  message->CopyFrom(expected);
  return message;
}

}  // namespace internal

// Matches a message equal to `expected`: a message of the same type, or text
// format. Prints the differences.
MATCHER_P(EqualsProto, expected,
          negation ? "differs from the message" : "equals the message") {
  const auto message = internal::ExpectedMessage(arg, expected);
  if (message == nullptr) {
    *result_listener << "but the expected text does not parse";
    return false;
  }
  if (message->GetDescriptor() != arg.GetDescriptor()) {
    *result_listener << "but the types differ";
    return false;
  }
  std::string differences;
  google::protobuf::util::MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&differences);
  const bool equal = differencer.Compare(*message, arg);
  if (!equal) *result_listener << differences;
  return equal;
}

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_PROTO_MATCHERS_H_
