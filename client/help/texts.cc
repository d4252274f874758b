// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/help/texts.h"

#include <CLI/CLI.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace twinaid::client {
namespace {

void AddTo(std::set<std::string>& texts, const std::string& text) {
  if (!text.empty()) texts.insert(text);
}

}  // namespace

HelpParts PartsOf(const std::string& text) {
  std::size_t at = absl::StartsWith(text, "Example") ? 0 : std::string::npos;
  if (at == std::string::npos) at = text.find("\nExample");
  if (at == std::string::npos) return {text, ""};
  std::string about = text.substr(0, at);
  while (!about.empty() && about.back() == '\n') about.pop_back();
  return {about, text.substr(about.size())};
}

void ForEachCommand(CLI::App& root, const std::function<void(CLI::App&)>& see) {
  see(root);
  for (CLI::App* command : root.get_subcommands({})) {
    ForEachCommand(*command, see);
  }
}

std::set<std::string> SentencesOf(CLI::App& root) {
  std::set<std::string> sentences;
  ForEachCommand(root, [&sentences](CLI::App& command) {
    AddTo(sentences, PartsOf(command.get_description()).about);
    AddTo(sentences, PartsOf(command.get_footer()).about);
    for (const CLI::Option* option : command.get_options()) {
      AddTo(sentences, option->get_description());
    }
  });
  return sentences;
}

std::vector<std::string> TypeParts(const std::string& type) {
  std::vector<std::string> parts;
  std::string part;
  bool inside = false;  // of a list of words, which may hold anything
  for (const char c : type) {
    if (c == '{' || c == '}') inside = c == '{';
    if (c == ':' && !inside) {
      parts.push_back(std::move(part));
      part.clear();
    } else {
      part += c;
    }
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

std::set<std::string> LabelsOf(CLI::App& root) {
  std::set<std::string> labels;
  ForEachCommand(root, [&labels](CLI::App& command) {
    AddTo(labels, command.get_group());
    for (const CLI::Option* option : command.get_options()) {
      AddTo(labels, option->get_group());
      if (option->get_positional()) AddTo(labels, option->get_name(true));
      if (option->get_type_size() == 0) continue;
      for (const std::string& part : TypeParts(option->get_type_name())) {
        const bool words = part.empty() || part[0] == '{';
        if (!words) AddTo(labels, part.substr(0, part.find(" in [")));
      }
    }
  });
  return labels;
}

}  // namespace twinaid::client
