// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid letter`: letters of support and thanks.
#include <fstream>
#include <iterator>
#include <string>

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/enum_text.h"
#include "client/cli/own_places.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string kind = "support";
  std::string from;
  std::string to;
  std::string organization;
  std::string signatory;
  std::string text;
  std::string file;
  std::string language;
  std::string match;
  std::string place;
};

// The first line, as far as it goes.
std::string Beginning(const v1::Letter& letter) {
  const std::string& text = letter.text();
  return text.substr(0, text.find('\n'));
}

std::vector<Column<v1::Letter>> LetterColumns() {
  using L = v1::Letter;
  return {
      {"letter", "信件", false, [](const L& l) { return IdOf(l.name()); }},
      {"sent",
       "寄出",
       false,
       [](const L& l) { return TimeText(l.create_time()); },
       {.spare = 1}},
      {"kind",
       "类型",
       false,
       [](const L& l, bool zh) { return EnumText(l.kind(), zh); },
       {.spare = 2}},
      {"from", "寄信方", false, [](const L& l) { return IdOf(l.from()); }},
      {"to", "收信方", false, [](const L& l) { return IdOf(l.to()); }},
      {"language",
       "语言",
       false,
       [](const L& l) { return l.language(); },
       {.spare = 3}},
      {"begins", "开头", false, Beginning, {.cut = true, .spare = 4}},
  };
}

std::vector<Column<v1::Letter>> LetterDetails() {
  using L = v1::Letter;
  std::vector<Column<L>> columns = LetterColumns();
  columns.pop_back();
  columns.push_back({"organization", "机构", false,
                     [](const L& l) { return IdOf(l.organization()); }});
  columns.push_back(
      {"signatory", "署名", false, [](const L& l) { return l.signatory(); }});
  columns.push_back(
      {"match", "配对单", false, [](const L& l) { return IdOf(l.match()); }});
  columns.push_back(
      {"text", "正文", false, [](const L& l) { return l.text(); }});
  return columns;
}

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
  v1::ListLettersRequest request;
  request.set_place(PlaceName(typed.place.empty() ? "-" : typed.place));
  if (!typed.match.empty()) request.set_match(MatchName(typed.match));
  return PrintList(session, request, &CorrespondenceStub::ListLetters,
                   &v1::ListLettersResponse::mutable_letters, LetterColumns());
}

// False, and said, where there is no text.
bool ReadText(Session& session, const Typed& typed, std::string& text) {
  text = typed.text;
  if (typed.text.empty() == typed.file.empty()) {
    session.Usage("say what the letter says: --text TEXT, or --file FILE",
                  "请填写信件正文：--text 正文，或 --file 文件");
    return false;
  }
  if (typed.file.empty()) return true;
  std::ifstream in(typed.file, std::ios::binary);
  if (!in) {
    session.Usage("--file: " + typed.file + " cannot be read",
                  "--file：无法读取 " + typed.file);
    return false;
  }
  text.assign(std::istreambuf_iterator<char>(in), {});
  return true;
}

int SendLetter(Session& session, const Typed& given) {
  v1::CreateLetterRequest request;
  request.set_letter_id(given.id);
  v1::Letter& letter = *request.mutable_letter();
  if (!ReadText(session, given, *letter.mutable_text())) return kUsage;
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--from", typed.from, code) ||
      !FindPlace(session, "--to", typed.to, code) ||
      !FindOrganization(session, "--organization", typed.organization, code)) {
    return code;
  }
  letter.set_kind(EnumValue<v1::Letter::Kind>(typed.kind));
  letter.set_from(PlaceName(typed.from));
  letter.set_to(PlaceName(typed.to));
  if (!typed.organization.empty()) {
    letter.set_organization(OrganizationName(typed.organization));
  }
  letter.set_signatory(typed.signatory);
  letter.set_language(typed.language);
  if (!typed.match.empty()) letter.set_match(MatchName(typed.match));
  return ChangeAndShow(session, &CorrespondenceStub::CreateLetter, request,
                       LetterDetails());
}

void AddSend(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "send",
      "send a letter of support or thanks\n"
      "Example: twinaid letter send --kind thanks --from us-tx-san-antonio "
      "--to cn-js-wuxi --language en --file thanks.txt");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  AddEnum<v1::Letter::Kind>(*verb, "--kind", typed->kind, "what it is for")
      ->capture_default_str();
  verb->add_option("--from", typed->from, "the place that writes")->required();
  verb->add_option("--to", typed->to, "the place it goes to")->required();
  verb->add_option("--language", typed->language,
                   "what it is written in: en, zh, ...")
      ->required();
  verb->add_option("--text", typed->text, "what it says");
  verb->add_option("--file", typed->file, "a file with what it says (UTF-8)");
  verb->add_option("--organization", typed->organization,
                   "the body that writes");
  verb->add_option("--signatory", typed->signatory, "who signs");
  verb->add_option("--match", typed->match, "the match it is about");
  Does(*verb, session, typed, &SendLetter);
}

}  // namespace

void AddLetterCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("letter", "letters of support and thanks");
  noun->require_subcommand(1);
  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "letters, by id");
  list->add_option("--place", listed->place,
                   "from it or to it; every place if left out");
  list->add_option("--match", listed->match, "only about this match");
  Does(*list, session, listed, &List);
  AddShow(*noun, session, &LetterName, &CorrespondenceStub::GetLetter,
          &LetterDetails);
  AddSend(*noun, session);
}

}  // namespace twinaid::client
