// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/quiet_text.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <memory>
#include <string>

namespace twinaid::fuzz {
namespace {

class Silence final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int /*line*/, int /*column*/,
                const std::string& /*message*/) override {}
};

}  // namespace

bool ReadText(absl::string_view text, google::protobuf::Message& message) {
  Silence silence;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&silence);
  if (!parser.ParseFromString(std::string(text), &message)) return false;
  // Reading checks the encoding, the text format does not.
  const std::unique_ptr<google::protobuf::Message> sent(message.New());
  return sent->ParseFromString(message.SerializeAsString());
}

}  // namespace twinaid::fuzz
