// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/policy/request_fields.h"

#include <utility>

namespace twinaid::policy {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::pair<std::string, absl::string_view> FirstStep(absl::string_view path) {
  const std::size_t dot = path.find('.');
  if (dot == absl::string_view::npos) return {std::string(path), ""};
  return {std::string(path.substr(0, dot)), path.substr(dot + 1)};
}

void Collect(const Message& message, absl::string_view path,
             std::vector<std::string>& texts) {
  const auto [name, rest] = FirstStep(path);
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
  const Reflection& reflection = *message.GetReflection();
  if (rest.empty()) {
    std::string text = reflection.GetString(message, field);
    if (!text.empty()) texts.push_back(std::move(text));
    return;
  }
  if (!field->is_repeated()) {
    return Collect(reflection.GetMessage(message, field), rest, texts);
  }
  for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
    Collect(reflection.GetRepeatedMessage(message, field, i), rest, texts);
  }
}

}  // namespace

std::vector<std::string> TextsAt(const Message& message,
                                 absl::string_view path) {
  std::vector<std::string> texts;
  Collect(message, path, texts);
  return texts;
}

int EnumAt(const Message& message, absl::string_view name) {
  const FieldDescriptor* field =
      message.GetDescriptor()->FindFieldByName(std::string(name));
  return message.GetReflection()->GetEnumValue(message, field);
}

bool HasTextAt(const Descriptor& type, absl::string_view path) {
  const auto [name, rest] = FirstStep(path);
  const FieldDescriptor* field = type.FindFieldByName(name);
  if (field == nullptr) return false;
  if (rest.empty()) {
    return field->type() == FieldDescriptor::TYPE_STRING &&
           !field->is_repeated();
  }
  return field->message_type() != nullptr &&
         HasTextAt(*field->message_type(), rest);
}

}  // namespace twinaid::policy
