// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/vfs/disk.h"

#include <algorithm>
#include <utility>

namespace twinaid::faults {
namespace {

using FilePtr = std::shared_ptr<DiskFile>;

// What a disk made of the changes that a power cut met.
enum class Fate {
  kAllDropped,
  kAllKept,
  kSomeKept,     // each change whole or not at all
  kPrefix,       // the first so many, the last of them torn
  kTorn,         // each sector by itself
  kTornShuffled  // the same, in another order
};
constexpr int kFates = 6;

// Puts bytes at an offset. What lies between the end and the offset was never
// written: zeros, or whatever the disk had there.
void Put(std::string& content, std::size_t offset, absl::string_view bytes,
         char never_written = '\0') {
  if (content.size() < offset + bytes.size()) {
    content.resize(offset + bytes.size(), never_written);
  }
  std::copy(bytes.begin(), bytes.end(),
            content.begin() + static_cast<std::ptrdiff_t>(offset));
}

void Apply(std::string& content, const Change& change,
           char never_written = '\0') {
  if (change.is_truncation) {
    content.resize(change.offset, never_written);
  } else {
    Put(content, change.offset, change.bytes, never_written);
  }
}

// The sectors of a change, each kept or not.
void ApplyTorn(std::string& content, const Change& change, char never_written,
               Chance& chance) {
  if (change.is_truncation) {
    if (chance.OneIn(2)) Apply(content, change, never_written);
    return;
  }
  std::size_t done = 0;
  while (done < change.bytes.size()) {
    const std::size_t at = change.offset + done;
    const std::size_t part =
        std::min(kSectorBytes - at % kSectorBytes, change.bytes.size() - done);
    if (chance.OneIn(2)) {
      Put(content, at, absl::string_view(change.bytes).substr(done, part),
          never_written);
    }
    done += part;
  }
}

std::string Survivor(const DiskFile& file, Chance& chance) {
  std::string content = file.durable;
  std::vector<Change> changes = file.pending;
  const char never_written = chance.OneIn(2) ? '\0' : '\x5a';
  const auto fate = static_cast<Fate>(chance.Below(kFates));
  std::size_t count = changes.size();
  if (fate == Fate::kAllDropped) count = 0;
  if (fate == Fate::kPrefix) count = chance.Below(changes.size() + 1);
  if (fate == Fate::kTornShuffled) {
    for (std::size_t i = changes.size(); i > 1; --i) {
      std::swap(changes[i - 1], changes[chance.Below(i)]);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool torn = fate == Fate::kTorn || fate == Fate::kTornShuffled ||
                      (fate == Fate::kPrefix && i + 1 == count);
    if (torn) {
      ApplyTorn(content, changes[i], never_written, chance);
    } else if (fate != Fate::kSomeKept || chance.OneIn(2)) {
      Apply(content, changes[i], never_written);
    }
  }
  return content;
}

}  // namespace

Disk::Disk(const Disk& other) { *this = other; }

Disk& Disk::operator=(const Disk& other) {
  if (this == &other) return *this;
  std::map<FilePtr, FilePtr> copies = {{nullptr, nullptr}};
  const auto copy = [&](const FilePtr& file) {
    FilePtr& made = copies[file];
    if (file != nullptr && made == nullptr) {
      made = std::make_shared<DiskFile>(*file);
    }
    return made;
  };
  names_.clear();
  for (const auto& [name, file] : other.names_) names_[name] = copy(file);
  durable_names_.clear();
  for (const auto& [name, file] : other.durable_names_) {
    durable_names_[name] = copy(file);
  }
  pending_.clear();
  for (const NameChange& change : other.pending_) {
    pending_.push_back({change.name, copy(change.file), change.from});
  }
  return *this;
}

FilePtr Disk::Find(const std::string& name) const {
  const auto it = names_.find(name);
  return it == names_.end() ? nullptr : it->second;
}

FilePtr Disk::Create(const std::string& name) {
  const auto file = std::make_shared<DiskFile>();
  names_[name] = file;
  pending_.push_back({name, file, ""});
  return file;
}

void Disk::Remove(const std::string& name) {
  if (names_.erase(name) != 0) pending_.push_back({name, nullptr, ""});
}

void Disk::Rename(const std::string& from, const std::string& to) {
  const FilePtr file = Find(from);
  if (file == nullptr) return;
  names_.erase(from);
  names_[to] = file;
  pending_.push_back({to, file, from});
}

void Disk::SyncFolder() {
  durable_names_ = names_;
  pending_.clear();
}

void Disk::Write(DiskFile& file, std::size_t offset, absl::string_view bytes) {
  Put(file.content, offset, bytes);
  file.pending.push_back({offset, std::string(bytes), false});
}

void Disk::Truncate(DiskFile& file, std::size_t size) {
  file.content.resize(size);
  file.pending.push_back({size, "", true});
}

void Disk::Sync(DiskFile& file) {
  for (const Change& change : file.pending) Apply(file.durable, change);
  file.pending.clear();
}

void Disk::FailToSync(DiskFile& file) { file.pending.clear(); }

void Disk::CutPower(Chance& chance) {
  // The changes of one name are kept in their order, as far as it goes; those
  // of two names know nothing of each other.
  std::map<std::string, std::vector<NameChange>> fates;
  for (const NameChange& change : pending_) {
    fates[change.name].push_back(change);
  }
  std::vector<std::string> gone;
  for (const auto& [name, changes] : fates) {
    const std::size_t kept = chance.Below(changes.size() + 1);
    if (kept == 0) continue;
    for (std::size_t i = 0; i < kept; ++i) gone.push_back(changes[i].from);
    if (changes[kept - 1].file == nullptr) {
      durable_names_.erase(name);
    } else {
      durable_names_[name] = changes[kept - 1].file;
    }
  }
  for (const std::string& name : gone) durable_names_.erase(name);
  names_.clear();
  for (auto& [name, file] : durable_names_) {
    auto left = std::make_shared<DiskFile>();
    left->content = Survivor(*file, chance);
    left->durable = left->content;
    file = left;
    names_[name] = left;
  }
  pending_.clear();
}

}  // namespace twinaid::faults
