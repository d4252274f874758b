// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/requests.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/assistance.h"
#include "service/core/inventory.h"
#include "service/core/registry.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/status_macros.h"
#include "tests/faults/vfs/chance.h"
#include "tests/service/core/world.h"

namespace twinaid::faults {
namespace {

using core::Mutation;

constexpr char kMethod[] = "Fault";
constexpr char kPrincipal[] = "principals/local";
constexpr int kGroupsAtLeast = 3;
constexpr int kGroupsMore = 4;
constexpr int kMostInAGroup = 5;

// The answer of a call: which row, and what became of it.
template <typename R>
absl::StatusOr<std::string> Told(const absl::StatusOr<R>& row) {
  if (!row.ok()) return row.status();
  const std::string name = model::ToName(row->key());
  return absl::StrCat(name, " ", model::EtagOf(name, row->meta));
}

// Draws requests that make sense most of the time.
class Office {
 public:
  explicit Office(std::uint64_t seed) : chance_(seed) {}

  std::vector<Group> Groups() {
    std::vector<Group> groups(kGroupsAtLeast + chance_.Below(kGroupsMore));
    for (Group& group : groups) {
      const std::uint64_t size =
          chance_.OneIn(3) ? 1 : 1 + chance_.Below(kMostInAGroup);
      for (std::uint64_t i = 0; i < size; ++i) group.push_back(Draw());
    }
    return groups;
  }

 private:
  // A match and what comes next for it.
  struct Known {
    model::MatchId id;
    std::int64_t quantity;
    int step;
  };

  Request Draw() {
    Request request;
    request.id = absl::StrCat("r-", ++drawn_);
    request.validate_only = chance_.OneIn(10);
    const std::uint64_t kind = chance_.Below(16);
    if (kind < 3 || needs_ == 0) {
      request.body = NewNeed();
    } else if (kind < 6 || offers_ == 0) {
      request.body = NewOffer();
    } else if (kind < 9 || matches_.empty()) {
      request.body = NewMatch();
    } else if (kind < 14) {
      request.body = NextStep();
    } else {
      request.body = TakeBack();
    }
    return request;
  }

  // Sometimes one that is there already: refused.
  std::string Id(const char* letter, std::uint64_t& count) {
    if (count > 0 && chance_.OneIn(12)) return absl::StrCat(letter, count);
    return absl::StrCat(letter, ++count);
  }
  std::string Some(const char* letter, std::uint64_t count) {
    return absl::StrCat(letter, 1 + chance_.Below(count));
  }
  std::string Item() { return chance_.OneIn(2) ? "masks" : "gowns"; }
  // Short notes and long ones, so that rows of all sizes come to be.
  std::string Note() {
    return std::string(chance_.OneIn(3) ? chance_.Below(1800) : 10, 'x');
  }

  using Body = std::function<absl::StatusOr<std::string>(Mutation&)>;

  Body NewNeed() {
    model::Need need = core::NeedOf("san-antonio", Id("n", needs_), Item(),
                                    static_cast<int>(1 + chance_.Below(50)));
    need.note = Note();
    return [need](Mutation& m) { return Told(core::CreateNeed(m, need)); };
  }

  Body NewOffer() {
    model::Offer offer = core::OfferOf("wuxi", Id("o", offers_), Item(),
                                       static_cast<int>(1 + chance_.Below(50)));
    offer.note = Note();
    return [offer](Mutation& m) { return Told(core::CreateOffer(m, offer)); };
  }

  Body NewMatch() {
    const auto quantity = static_cast<std::int64_t>(1 + chance_.Below(20));
    core::NewMatch match = core::ByHand(
        {core::PlaceNamed("san-antonio"),
         model::NeedId::Trusted(Some("n", needs_))},
        {core::PlaceNamed("wuxi"), model::OfferId::Trusted(Some("o", offers_))},
        quantity);
    match.id = model::MatchId::Trusted(absl::StrCat("m", matches_.size() + 1));
    match.note = Note();
    matches_.push_back({match.id, quantity, 0});
    return [match](Mutation& m) { return Told(core::CreateMatch(m, match)); };
  }

  Body NextStep() {
    Known& known = matches_[chance_.Below(matches_.size())];
    const model::MatchId id = known.id;
    const std::int64_t quantity = known.quantity;
    switch (known.step++) {
      case 0:
        return [id](Mutation& m) {
          return Told(core::AcceptMatch(m, id, "", model::Side::kBoth, false,
                                        "by both"));
        };
      case 1:
        return [id, quantity](Mutation& m) {
          core::NewDispatch dispatch;
          dispatch.quantity = model::BaseUnits(quantity);
          return Told(core::DispatchMatch(m, id, "", dispatch));
        };
      default:
        return [id, quantity](Mutation& m) {
          core::NewReceipt receipt;
          receipt.received = model::BaseUnits(quantity);
          return Told(core::ReceiveMatch(m, id, "", receipt));
        };
    }
  }

  Body TakeBack() {
    const model::MatchId id = matches_[chance_.Below(matches_.size())].id;
    const model::NeedName need = {core::PlaceNamed("san-antonio"),
                                  model::NeedId::Trusted(Some("n", needs_))};
    switch (chance_.Below(3)) {
      case 0:
        return [id](Mutation& m) {
          return Told(core::WithdrawMatch(m, id, "", model::Reason::kOther,
                                          "taken back"));
        };
      case 1:
        return [id](Mutation& m) {
          return Told(core::DeclineMatch(m, id, "", model::Side::kRecipient,
                                         false, model::Reason::kDuplicate, ""));
        };
      default:
        return [need](Mutation& m) {
          return Told(core::WithdrawNeed(m, need, "",
                                         model::Reason::kNoLongerNeeded, ""));
        };
    }
  }

  Chance chance_;
  std::uint64_t drawn_ = 0;
  std::uint64_t needs_ = 0;
  std::uint64_t offers_ = 0;
  std::vector<Known> matches_;
};

absl::StatusOr<std::string> SetUp(Mutation& m) {
  for (const char* id : {"wuxi", "san-antonio", "zibo"}) {
    TWINAID_RETURN_IF_ERROR(core::CreatePlace(m, core::City(id)).status());
  }
  TWINAID_RETURN_IF_ERROR(
      core::CreateSisterLink(m, core::Sisters("lnk-1", "wuxi", "san-antonio"))
          .status());
  TWINAID_RETURN_IF_ERROR(core::CreateItem(m, core::Goods("gowns")).status());
  TWINAID_RETURN_IF_ERROR(
      core::CreateItem(m, core::Goods("masks", 10)).status());
  return std::string("set up");
}

}  // namespace

Request MakeWorld() { return {"r-world", false, SetUp}; }

std::vector<Group> MakeGroups(std::uint64_t seed) {
  return Office(seed).Groups();
}

absl::StatusOr<std::string> Ask(core::UnitOfWork& work,
                                const Request& request) {
  return work.Mutate(
      {kPrincipal}, {kMethod, request.id, "hash of " + request.id},
      request.validate_only,
      [](const store::ReadTransaction&) { return absl::OkStatus(); },
      request.body);
}

}  // namespace twinaid::faults
