// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/contacts_command.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

// One line of what is shown.
struct Line {
  std::string side;
  std::string organization;
  std::string name;
  v1::Contact contact;
};

struct Typed {
  std::string name;
  v1::Consignee consignee;
  bool clear = false;
};

std::vector<Column<Line>> LineColumns() {
  return {
      {"organization", "机构", false,
       [](const Line& l) { return l.organization; }},
      {"side",
       "一方",
       false,
       [](const Line& l) { return l.side; },
       {.spare = 2}},
      {"called",
       "名称",
       false,
       [](const Line& l) { return l.name; },
       {.cut = true, .spare = 1}},
      {"contact",
       "联系人",
       false,
       [](const Line& l) { return l.contact.name(); },
       {.cut = true}},
      {"telephone", "电话", false,
       [](const Line& l) { return l.contact.telephone(); }},
      {"email", "电子邮件", false,
       [](const Line& l) { return l.contact.email(); }},
      {"language",
       "语言",
       false,
       [](const Line& l) { return l.contact.language(); },
       {.spare = 3}},
  };
}

void AddLines(const v1::OrganizationContacts& of, const std::string& side,
              bool chinese, std::vector<Line>& lines) {
  Line line;
  line.side = side;
  line.organization = IdOf(of.organization());
  const bool use_zh =
      of.name_en().empty() || (chinese && !of.name_zh().empty());
  line.name = use_zh ? of.name_zh() : of.name_en();
  if (of.contacts().empty()) lines.push_back(line);
  for (const v1::Contact& contact : of.contacts()) {
    line.contact = contact;
    lines.push_back(line);
  }
}

// The rows have no message of their own; as JSON the answer is printed whole.
void PrintLines(Session& session, const std::vector<Line>& lines) {
  PrintCells(session, CellsOf(session, lines, LineColumns()));
}

void PrintMatchContacts(Session& session, const v1::MatchContacts& contacts) {
  if (session.options.format == Format::kJson) {
    return PrintJson(session, contacts);
  }
  const bool chinese = session.chinese();
  std::vector<Line> lines;
  for (const v1::OrganizationContacts& of : contacts.donor()) {
    AddLines(of, chinese ? "捐赠方" : "donor", chinese, lines);
  }
  for (const v1::OrganizationContacts& of : contacts.recipient()) {
    AddLines(of, chinese ? "受助方" : "recipient", chinese, lines);
  }
  PrintLines(session, lines);
  if (session.options.format == Format::kCsv) return;
  if (!contacts.has_consignee()) {
    session.Say(
        "no consignee so far: `twinaid match consign` says where the "
        "goods go",
        "尚未填写收货人：请用 `twinaid match consign` 填写");
    return;
  }
  const v1::Consignee& to = contacts.consignee();
  session.out() << (chinese ? "收货人：" : "consignee: ") << to.name();
  for (const std::string& part :
       {to.address(), to.telephone(), to.email(), to.note()}) {
    if (!part.empty()) session.out() << (chinese ? "，" : ", ") << part;
  }
  session.out() << "\n";
}

int ShowOrganization(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindOrganization(session, "name", typed.name, code)) {
    return code;
  }
  v1::GetContactsRequest request;
  request.set_organization(OrganizationName(typed.name));
  v1::OrganizationContacts contacts;
  const grpc::Status status =
      Send(session, &CorrespondenceStub::GetContacts, request, &contacts);
  if (!status.ok()) return session.Refused(status);
  if (session.options.format == Format::kJson) {
    PrintJson(session, contacts);
    return kDone;
  }
  std::vector<Line> lines;
  AddLines(contacts, "", session.chinese(), lines);
  PrintLines(session, lines);
  return kDone;
}

int ShowMatch(Session& session, const Typed& typed) {
  v1::GetMatchContactsRequest request;
  request.set_match(MatchName(typed.name));
  v1::MatchContacts contacts;
  const grpc::Status status =
      Send(session, &CorrespondenceStub::GetMatchContacts, request, &contacts);
  if (!status.ok()) return session.Refused(status);
  PrintMatchContacts(session, contacts);
  return kDone;
}

int Consign(Session& session, const Typed& typed) {
  if (typed.consignee.name().empty() != typed.clear) {
    return session.Usage(
        "--to says who takes the goods over; --clear alone "
        "forgets what was said",
        "请用 --to 填写收货人；若要清除，只填 --clear");
  }
  v1::SetConsigneeRequest request;
  request.set_match(MatchName(typed.name));
  if (!typed.clear) *request.mutable_consignee() = typed.consignee;
  session.Prepare(request);
  v1::MatchContacts contacts;
  const grpc::Status status =
      Send(session, &CorrespondenceStub::SetConsignee, request, &contacts);
  if (!status.ok()) return session.Refused(status);
  PrintMatchContacts(session, contacts);
  return kDone;
}

// An option for a text field of the consignee.
void AddText(CLI::App& verb, const std::string& flag, const std::string& help,
             const std::shared_ptr<Typed>& typed,
             void (*set)(v1::Consignee&, const std::string&)) {
  verb.add_option_function<std::string>(
      flag,
      [typed, set](const std::string& text) { set(typed->consignee, text); },
      help);
}

}  // namespace

bool ParseContact(const std::string& typed, v1::Contact& contact) {
  for (const absl::string_view part : absl::StrSplit(typed, ',')) {
    const std::pair<absl::string_view, absl::string_view> field =
        absl::StrSplit(part, absl::MaxSplits('=', 1));
    const absl::string_view key = absl::StripAsciiWhitespace(field.first);
    const std::string value(absl::StripAsciiWhitespace(field.second));
    if (key == "name") {
      contact.set_name(value);
    } else if (key == "email") {
      contact.set_email(value);
    } else if (key == "telephone") {
      contact.set_telephone(value);
    } else if (key == "language") {
      contact.set_language(value);
    } else if (key == "notify" && value.empty()) {
      contact.set_notify(true);
    } else {
      return false;
    }
  }
  return true;
}

void AddOrganizationContacts(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "contacts", "whom to write to or to ring up, for its own place");
  verb->add_option("name", typed->name, "its id")->required();
  Does(*verb, session, typed, &ShowOrganization);
}

void AddMatchContacts(CLI::App& noun, Session& session) {
  auto shown = std::make_shared<Typed>();
  CLI::App* show = noun.add_subcommand(
      "contacts",
      "whom to ring up on both sides, and where the goods go; only the two "
      "sides see it");
  show->add_option("name", shown->name, "its id")->required();
  Does(*show, session, shown, &ShowMatch);

  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "consign",
      "say where the goods go, for the recipient's side\n"
      "Example: twinaid match consign m-4k2j9x0q7c --to \"Store 3\" --address "
      "\"1 Hospital Road, Wuxi\" --telephone \"+86 510 8275 0101\"");
  verb->add_option("name", typed->name, "its id")->required();
  AddText(*verb, "--to", "who takes them over", typed,
          [](v1::Consignee& c, const std::string& t) { c.set_name(t); });
  AddText(*verb, "--address", "where", typed,
          [](v1::Consignee& c, const std::string& t) { c.set_address(t); });
  AddText(*verb, "--telephone", "number", typed,
          [](v1::Consignee& c, const std::string& t) { c.set_telephone(t); });
  AddText(*verb, "--email", "address", typed,
          [](v1::Consignee& c, const std::string& t) { c.set_email(t); });
  AddText(*verb, "--note", "free text", typed,
          [](v1::Consignee& c, const std::string& t) { c.set_note(t); });
  verb->add_flag("--clear", typed->clear, "forget what was said");
  Does(*verb, session, typed, &Consign);
}

}  // namespace twinaid::client
