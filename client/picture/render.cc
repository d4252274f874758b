// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/render.h"

#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/sections.h"
#include "client/picture/style.h"
#include "service/model/sha256.h"

namespace twinaid::picture {
namespace {

// Nothing may be fetched, run, sent or framed; the one style is known by its
// hash.
std::string Policy(const std::string& style) {
  const std::array<std::uint8_t, 32> hash = model::Sha256(style);
  return absl::StrCat(
      "default-src 'none'; style-src 'sha256-",
      absl::Base64Escape(absl::string_view(
          reinterpret_cast<const char*>(hash.data()), hash.size())),
      "'; base-uri 'none'; form-action 'none'");
}

std::string Head(const Page& page, Language first) {
  const std::string style = StyleText();
  const Words title = {
      absl::StrCat("Twinaid: ", page.about.en),
      absl::StrCat("Twinaid:", page.about.In(Language::kChinese))};
  return absl::StrCat(
      "<!DOCTYPE html>\n<html lang=\"", LanguageTag(first),
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"",
      Policy(style),
      "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>",
      Escape(title.In(first)), "</title>\n<style>", style,
      "</style>\n</head>\n");
}

// Two radio buttons: the style shows what is of the chosen language. It works
// without a script, by keyboard too.
std::string Switch(Language first) {
  const auto button = [&](absl::string_view id, Language language) {
    return absl::StrCat(
        "<input class=\"switch\" type=\"radio\" "
        "name=\"language\" id=\"",
        id, "\"", language == first ? " checked" : "", ">\n");
  };
  return absl::StrCat(
      button("en", Language::kEnglish), button("zh", Language::kChinese),
      "<p class=\"languages\"><label for=\"en\"><span lang=\"en\" "
      "class=\"b\">English</span></label><label "
      "for=\"zh\"><span lang=\"zh-Hans\" "
      "class=\"b\">中文</span></label></p>\n");
}

std::string Foot() {
  return absl::StrCat(
      "<footer><p>",
      Both({"Made by Twinaid. This page is one file: it needs no network, runs "
            "no script and sends nothing. Coasts: Natural Earth (public "
            "domain); the map shows no borders.",
            "由 Twinaid "
            "生成。本页为单一文件：无需联网，不运行脚本，不发送任何数据。"
            "海岸线：Natural Earth（公有领域）；地图不绘制任何边界。"}),
      "</p></footer>\n");
}

}  // namespace

std::string Render(const Page& page, Language first) {
  std::string html =
      absl::StrCat(Head(page, first), "<body>\n", Switch(first), "<main>\n",
                   HeadSection(page), PairingSection(page), NeedSection(page),
                   CoverageSection(page));
  if (page.kind == Kind::kReport) {
    absl::StrAppend(&html, FlowSection(page), BalanceSection(page));
  }
  return absl::StrCat(html, "</main>\n", Foot(), "</body>\n</html>\n");
}

}  // namespace twinaid::picture
