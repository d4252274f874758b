// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/client/picture/page_judge.h"

#include <map>
#include <optional>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace twinaid::picture {
namespace {

using Attributes = std::map<std::string, std::string>;

struct Token {
  enum Sort { kText, kBegin, kEnd, kBad } sort = kText;
  std::string name;  // of the element; the text itself; what is bad
  Attributes attributes;
  bool closed = false;  // "/>"
};

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == ':';
}

// One tag from "<" on; what follows it stays in `rest`.
Token ReadTag(absl::string_view& rest) {
  const absl::string_view whole = rest.substr(0, 60);
  const auto bad = [&] {
    return Token{Token::kBad, std::string(whole), {}, false};
  };
  rest.remove_prefix(1);
  Token token;
  token.sort = absl::ConsumePrefix(&rest, "/") ? Token::kEnd : Token::kBegin;
  while (!rest.empty() && IsNameByte(rest.front())) {
    token.name += rest.front();
    rest.remove_prefix(1);
  }
  if (token.name.empty()) return bad();
  for (;;) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) {
      rest.remove_prefix(1);
    }
    if (absl::ConsumePrefix(&rest, "/>")) {
      token.closed = true;
      return token;
    }
    if (absl::ConsumePrefix(&rest, ">")) return token;
    std::string name;
    while (!rest.empty() && IsNameByte(rest.front())) {
      name += rest.front();
      rest.remove_prefix(1);
    }
    if (name.empty()) return bad();
    std::string value;
    if (absl::ConsumePrefix(&rest, "=\"")) {
      const std::size_t end = rest.find('"');
      if (end == absl::string_view::npos) return bad();
      value = std::string(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    if (!token.attributes.emplace(name, value).second) return bad();
  }
}

std::vector<Token> Read(absl::string_view html) {
  std::vector<Token> tokens;
  while (!html.empty()) {
    if (html.front() == '<') {
      tokens.push_back(ReadTag(html));
      if (tokens.back().sort == Token::kBad) return tokens;
      continue;
    }
    const std::size_t end = html.find('<');
    tokens.push_back(
        {Token::kText, std::string(html.substr(0, end)), {}, false});
    html.remove_prefix(end == absl::string_view::npos ? html.size() : end);
  }
  return tokens;
}

// Void elements of HTML; those of SVG are closed by "/>".
bool IsVoid(const Token& token) {
  return token.closed || token.name == "meta" || token.name == "input";
}

const std::set<std::string>& KnownElements() {
  static const auto& kKnown = *new std::set<std::string>{
      "html",       "head", "meta",    "title",   "style",  "body",   "input",
      "label",      "p",    "span",    "main",    "header", "h1",     "h2",
      "section",    "ul",   "li",      "b",       "small",  "figure", "svg",
      "defs",       "path", "rect",    "use",     "g",      "circle", "text",
      "figcaption", "div",  "table",   "caption", "thead",  "tbody",  "tr",
      "th",         "td",   "details", "summary", "footer"};
  return kKnown;
}

class Judge {
 public:
  explicit Judge(const std::string& html) {
    absl::string_view rest = html;
    if (!absl::ConsumePrefix(&rest, "<!DOCTYPE html>\n")) {
      Fault("no doctype");
    }
    for (const Token& token : Read(rest)) See(token);
    Flush();
    if (!open_.empty()) Fault("open at the end", open_.back());
    for (const std::string& id : pointed_) {
      if (!ids_.contains(id)) Fault("no element has the id", id);
    }
  }
  std::vector<std::string> faults;

 private:
  void Fault(absl::string_view what, absl::string_view where = "") {
    faults.push_back(absl::StrCat(what, ": ", where));
  }
  // A span of English must have had its Chinese before anything else came.
  void Flush() {
    if (lonely_) Fault("no Chinese for", *lonely_);
    lonely_.reset();
  }
  void See(const Token& token) {
    switch (token.sort) {
      case Token::kBad:
        return Fault("no markup", token.name);
      case Token::kText:
        return SeeText(token.name);
      case Token::kBegin:
        return SeeBegin(token);
      case Token::kEnd:
        return SeeEnd(token.name);
    }
  }
  void SeeText(const std::string& text) {
    if (!open_.empty() && open_.back() == "style") return;
    absl::string_view rest = text;
    for (std::size_t at = rest.find('&'); at != absl::string_view::npos;
         at = rest.find('&', at + 1)) {
      const absl::string_view entity = rest.substr(at);
      if (!absl::StartsWith(entity, "&amp;") &&
          !absl::StartsWith(entity, "&lt;") &&
          !absl::StartsWith(entity, "&gt;") &&
          !absl::StartsWith(entity, "&quot;") &&
          !absl::StartsWith(entity, "&#39;")) {
        Fault("no entity", entity.substr(0, 20));
      }
    }
    if (absl::StrContains(text, '>')) Fault("a bare >", text);
    if (span_) *span_ += text;
  }
  void SeeBegin(const Token& token) {
    if (!KnownElements().contains(token.name)) {
      Fault("no element of ours", token.name);
    }
    for (const auto& [name, value] : token.attributes) {
      if (absl::StartsWith(name, "on") || name == "style" || name == "src") {
        Fault("an attribute that may not be", name);
      }
      if (name == "href" && !absl::StartsWith(value, "#")) {
        Fault("an address", value);
      }
      if (name == "id" && !ids_.insert(value).second) Fault("id twice", value);
      if (name == "for" || name == "aria-labelledby") {
        for (const absl::string_view id : absl::StrSplit(value, ' ')) {
          pointed_.insert(std::string(id));
        }
      }
      if (name == "href") pointed_.insert(value.substr(1));
    }
    const auto lang = token.attributes.find("lang");
    const bool span = token.name == "span" && lang != token.attributes.end();
    const bool both = token.attributes.contains("class") &&
                      token.attributes.at("class") == "b";
    if (!(span && lang->second == "zh-Hans" && !both)) Flush();
    if (span) {
      if (lang->second == "zh-Hans" && !both && !waiting_) {
        Fault("Chinese without English before it");
      }
      if (!both) waiting_ = lang->second == "en";
      in_english_ = lang->second == "en" && !both;
      span_ = "";
    }
    if (!IsVoid(token)) open_.push_back(token.name);
  }
  void SeeEnd(const std::string& name) {
    if (open_.empty() || open_.back() != name) {
      Fault("does not nest", name);
    } else {
      open_.pop_back();
    }
    if (name == "span" && span_) {
      if (absl::StripAsciiWhitespace(*span_).empty()) Fault("no words");
      if (in_english_) {
        lonely_ = *span_;
      } else {
        lonely_.reset();
      }
      in_english_ = false;
      span_.reset();
      return;
    }
    Flush();
  }

  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::set<std::string> pointed_;
  std::optional<std::string> span_;    // the text of the span that is open
  std::optional<std::string> lonely_;  // English that waits for its Chinese
  bool in_english_ = false;
  bool waiting_ = false;
};

}  // namespace

std::vector<std::string> FaultsOf(const std::string& html) {
  return Judge(html).faults;
}

std::string ShownText(const std::string& html, bool chinese) {
  std::string shown;
  int hidden = 0;  // how deep in what is not shown
  for (const Token& token : Read(html.substr(html.find("<main>")))) {
    if (token.sort == Token::kText && hidden == 0) {
      absl::StrAppend(&shown, token.name, " ");
    }
    if (token.sort == Token::kEnd && hidden > 0) --hidden;
    if (token.sort != Token::kBegin || IsVoid(token)) continue;
    const auto lang = token.attributes.find("lang");
    const bool other = lang != token.attributes.end() &&
                       (lang->second == "en") == chinese &&
                       !absl::StartsWith(token.attributes.contains("class")
                                             ? token.attributes.at("class")
                                             : "",
                                         "b");
    if (hidden > 0 || other || token.name == "title") ++hidden;
  }
  return shown;
}

}  // namespace twinaid::picture
