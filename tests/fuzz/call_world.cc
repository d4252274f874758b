// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/call_world.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/core/principals.h"
#include "service/core/rounds.h"
#include "service/model/names.h"
#include "service/model/principal.h"
#include "service/model/status_macros.h"
#include "tests/fuzz/calls_of_bytes.h"

namespace twinaid::fuzz {
namespace {

constexpr char kRegistry[] = R"(
CreatePlace place_id: "cn" place { kind: COUNTRY name_en: "China" name_zh: "中国" country_code: "CN" }
CreatePlace place_id: "cn-js" place { kind: PROVINCE name_en: "Jiangsu" name_zh: "江苏省" parent_place: "places/cn" country_code: "CN" }
CreatePlace place_id: "cn-js-wuxi" place { kind: CITY name_en: "Wuxi" name_zh: "无锡市" parent_place: "places/cn-js" country_code: "CN" }
CreatePlace place_id: "cn-sc-chengdu" place { kind: CITY name_en: "Chengdu" name_zh: "成都市" parent_place: "places/cn" country_code: "CN" donor_capacity: 2 }
CreatePlace place_id: "us" place { kind: COUNTRY name_en: "United States" country_code: "US" }
CreatePlace place_id: "us-tx" place { kind: STATE name_en: "Texas" parent_place: "places/us" country_code: "US" subdivision: "US-TX" }
CreatePlace place_id: "us-tx-san-antonio" place { kind: CITY name_en: "San Antonio" parent_place: "places/us-tx" country_code: "US" position { latitude: 29.42 longitude: -98.49 } population: 1434625 time_zone: "America/Chicago" external_ids { key: "wikidata" value: "Q975" } }
CreatePlace place_id: "us-ma-boston" place { kind: CITY name_en: "Boston" parent_place: "places/us" country_code: "US" }
CreatePlace place_id: "nowhere" place { kind: CITY name_en: "Nowhere" }
CreateSisterLink sister_link_id: "lnk-1" sister_link { kind: SISTER_CITY place_a: "places/cn-js-wuxi" place_b: "places/us-tx-san-antonio" since_year: 2012 }
CreateSisterLink sister_link_id: "lnk-2" sister_link { kind: SISTER_CITY place_a: "places/cn-sc-chengdu" place_b: "places/us-tx-san-antonio" transit_days: 7 }
CreateSisterLink sister_link_id: "lnk-3" sister_link { kind: FRIENDLY_EXCHANGE place_a: "places/cn-js-wuxi" place_b: "places/us-ma-boston" }
CreateItem item_id: "mask-n95" item { category: SUPPLIES name_en: "N95 respirator" name_zh: "N95口罩" unspsc: "46182002" }
CreateItem item_id: "mask-box" item { category: SUPPLIES name_en: "Masks, boxed" unit: "box" base_content: 10 substitutes { item: "items/mask-n95" quality_percent: 90 basis: "filters better" } }
CreateItem item_id: "money" item { category: FUNDS name_en: "Money" unit: "currency" }
CreateOrganization organization_id: "office" organization { kind: MUNICIPAL_OFFICE name_en: "Foreign Affairs Office" seat: "places/cn-js-wuxi" }
CreateScheme scheme_id: "spring" scheme { title_en: "Spring" participants: "places/cn-js-wuxi" participants: "places/us-tx-san-antonio" policy { shape: COUNTERPART donor_capacity: 2 recipient_capacity: 2 rungs: 2 tiers: STRICT pool: NONE keep: FIXED } }
)";

constexpr char kSupply[] = R"(
CreateNeed parent: "places/us-tx-san-antonio" need_id: "boxes" need { item: "items/mask-box" quantity: 40 urgency: CRITICAL substitutes: ANY needed_by { year: 2020 month: 3 day: 1 } beneficiary: "organizations/office" }
CreateNeed parent: "places/us-tx-san-antonio" need_id: "n95" need { item: "items/mask-n95" quantity: 500 urgency: HIGH }
CreateNeed parent: "places/us-ma-boston" need_id: "n95" need { item: "items/mask-n95" quantity: 300 urgency: LOW note: "Back Bay" note_language: "en" }
CreateNeed parent: "places/cn-js-wuxi" need_id: "cash" need { item: "items/money" quantity: 100000 currency: "CNY" }
CreateNeed parent: "places/us-ma-boston" need_id: "gone" need { item: "items/mask-n95" quantity: 5 }
CreateOffer parent: "places/cn-js-wuxi" offer_id: "n95" offer { item: "items/mask-n95" quantity: 700 min_lot: 50 lead_days: 3 donor: "organizations/office" certificates: "CE" }
CreateOffer parent: "places/cn-sc-chengdu" offer_id: "boxes" offer { item: "items/mask-box" quantity: 30 available_until { year: 2020 month: 4 day: 1 } }
CreateOffer parent: "places/us-tx-san-antonio" offer_id: "cash" offer { item: "items/money" quantity: 250000 currency: "CNY" directed_to: "places/cn-js-wuxi" }
CreateOffer parent: "places/cn-js-wuxi" offer_id: "spare" offer { item: "items/mask-n95" quantity: 90 expires { year: 2020 month: 12 day: 31 } }
WithdrawNeed name: "places/us-ma-boston/needs/gone" reason: NO_LONGER_NEEDED
)";

constexpr char kAssistance[] = R"(
CreateMatch match_id: "proposed" match { need: "places/us-tx-san-antonio/needs/n95" offer: "places/cn-js-wuxi/offers/n95" quantity: 60 origin: MANUAL }
CreateMatch match_id: "accepted" match { need: "places/us-tx-san-antonio/needs/n95" offer: "places/cn-js-wuxi/offers/spare" quantity: 20 origin: MANUAL }
AcceptMatch name: "matches/accepted" side: BOTH by_telephone: true
CreateMatch match_id: "sent" match { need: "places/us-tx-san-antonio/needs/n95" offer: "places/cn-js-wuxi/offers/spare" quantity: 20 origin: MANUAL }
AcceptMatch name: "matches/sent" side: BOTH
DispatchMatch name: "matches/sent" quantity: 15 carrier: "CAAC" reference: "AWB-1"
CreateMatch match_id: "received" match { need: "places/us-tx-san-antonio/needs/n95" offer: "places/cn-js-wuxi/offers/spare" quantity: 10 origin: MANUAL }
AcceptMatch name: "matches/received" side: BOTH
DispatchMatch name: "matches/received" quantity: 10 final: true
ReceiveMatch name: "matches/received" received: 8 missing { quantity: 2 reason: DAMAGED }
CreateMatch match_id: "declined" match { need: "places/us-tx-san-antonio/needs/n95" offer: "places/cn-js-wuxi/offers/spare" quantity: 5 origin: MANUAL }
DeclineMatch name: "matches/declined" side: RECIPIENT reason: TOO_LATE
CreateRound parent: "schemes/default" round_id: "first"
CreateRound parent: "schemes/spring" round_id: "first" round { seed: 7 }
CreateRound parent: "schemes/default" round_id: "second"
)";

struct CallerText {
  const char* name;
  model::Role role;
  const char* place;  // "" where the role needs none
};
constexpr CallerText kCallers[] = {
    {"office", model::Role::kOffice, "cn-js-wuxi"},
    {"coordinator", model::Role::kCoordinator, "us-tx"},
    {"auditor", model::Role::kAuditor, ""}};

template <typename Row>
void AddNames(const MemoryTables& tables, std::vector<std::string>& names) {
  for (const auto& [key, row] : tables.of<Row>()) {
    names.push_back(model::ToName(key));
  }
}

}  // namespace

CallWorld::CallWorld(const StoreWrapper& wrap)
    : work_(store_, clock_, ids_),
      server_(std::make_unique<InProcessServer>(store_, clock_, ids_)) {
  Make();
  beginning_ = store_.Snapshot();
  start_ = clock_.Now();
  last_id_ = ids_.last();
  AddNames<model::Place>(beginning_, names_);
  AddNames<model::SisterLink>(beginning_, names_);
  AddNames<model::Organization>(beginning_, names_);
  AddNames<model::Item>(beginning_, names_);
  AddNames<model::Need>(beginning_, names_);
  AddNames<model::Offer>(beginning_, names_);
  AddNames<model::Scheme>(beginning_, names_);
  AddNames<model::Round>(beginning_, names_);
  AddNames<model::Pairing>(beginning_, names_);
  AddNames<model::Match>(beginning_, names_);
  AddNames<model::Principal>(beginning_, names_);
  AddNames<model::Token>(beginning_, names_);
  if (wrap == nullptr) return;
  server_ = nullptr;
  wrapped_ = wrap(store_);
  server_ = std::make_unique<InProcessServer>(*wrapped_, clock_, ids_);
}

const std::string& CallWorld::TokenOf(const std::string& caller) const {
  const auto known = tokens_.find(caller);
  return known == tokens_.end() ? tokens_.at("admin") : known->second;
}

// Callers besides the admin, with tokens that last.
void CallWorld::MakeCallers() {
  const core::Caller system{core::kSystemPrincipal};
  const absl::Status status =
      work_.Run(system, [&](core::Mutation& m) -> absl::Status {
        for (const auto& [name, role, place] : kCallers) {
          model::Principal who;
          who.id = model::PrincipalId::Trusted(name);
          who.role = role;
          who.title = name;
          // Without: it acts everywhere.
          if (*place != '\0') {
            who.places = {model::PlaceId::Trusted(place)};
            who.every_scheme = true;
          }
          TWINAID_RETURN_IF_ERROR(core::CreatePrincipal(m, who).status());
          TWINAID_ASSIGN_OR_RETURN(
              const core::NewToken token,
              core::CreateToken(m, who.id, "fuzz", core::kLongestLifetime));
          tokens_[name] = token.text;
        }
        return absl::OkStatus();
      });
  if (!status.ok()) fault_ = std::string(status.message());
}

void CallWorld::Make() {
  const core::Caller system{core::kSystemPrincipal};
  fault_ = std::string(work_.Run(system, core::EnsureDefaultScheme).message());
  const absl::Status admin =
      work_.Run(system, [&](core::Mutation& m) -> absl::Status {
        return core::EnsureAdmin(m, false,
                                 [&](const std::string& token) {
                                   tokens_["admin"] = token;
                                   return absl::OkStatus();
                                 })
            .status();
      });
  if (!admin.ok()) fault_ = std::string(admin.message());
  const std::string script = absl::StrCat(kRegistry, kSupply, kAssistance);
  const std::vector<CallText> calls = CallsOfBytes(script, script.size());
  const std::vector<absl::string_view> lines =
      absl::StrSplit(script, '\n', absl::SkipEmpty());
  if (calls.size() != lines.size()) fault_ = "a line of it is no call";
  for (const CallText& call : calls) {
    const auto answer = NewMessage(call.method->output_type());
    const grpc::Status status =
        server_->Call(*call.method, *call.request, TokenOf("admin"), *answer);
    if (!status.ok() && fault_.empty()) {
      fault_ = absl::StrCat(LineOf(call), status.error_message());
    }
    if (!WaitForRounds()) fault_ = "a round does not end";
  }
  MakeCallers();
}

void CallWorld::Reset() {
  store_.Replace(beginning_);
  clock_.Set(start_);
  ids_.GoOnAfter(last_id_);
}

bool CallWorld::WaitForRounds() {
  constexpr int kMostLooks = 60'000;
  constexpr std::chrono::microseconds kPause(500);
  for (int look = 0; look < kMostLooks; ++look) {
    const MemoryTables tables = store_.Snapshot();
    const auto& rounds = tables.of<model::Round>();
    const bool running =
        std::any_of(rounds.begin(), rounds.end(), [](const auto& row) {
          return row.second.state == model::RoundState::kRunning;
        });
    if (!running) return true;
    std::this_thread::sleep_for(kPause);
  }
  return false;
}

}  // namespace twinaid::fuzz
