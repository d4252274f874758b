// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// FaultVfs as SQLite calls it. What it promises is what the VFS of Unix does:
// a folder is synced with the first sync of a new log or journal in it and with
// a deletion that asks for it.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include "tests/faults/vfs/fault_vfs.h"

namespace twinaid::faults {

struct FaultVfs::OpenFile {
  FaultVfs* vfs;
  std::string name;
  std::shared_ptr<DiskFile> file;
  bool sync_folder_too;  // with the next sync
};

namespace {

struct File {
  sqlite3_file base;
  void* open;  // FaultVfs::OpenFile
};

}  // namespace

// Callbacks, each with the lock held. A file that was open when the power
// failed has nothing but errors.
struct Glue {
  using OpenFile = FaultVfs::OpenFile;

  static OpenFile& Of(sqlite3_file* file) {
    return *static_cast<OpenFile*>(reinterpret_cast<File*>(file)->open);
  }
  static FaultVfs& Of(sqlite3_vfs* vfs) {
    return *static_cast<FaultVfs*>(vfs->pAppData);
  }

  static int Close(sqlite3_file* file) {
    OpenFile* open = &Of(file);
    {
      absl::MutexLock lock(&open->vfs->mutex_);
      open->vfs->locks_[open->name].Unlock(open, SQLITE_LOCK_NONE);
    }
    delete open;
    return SQLITE_OK;
  }

  static int Read(sqlite3_file* file, void* to, int bytes,
                  sqlite3_int64 offset) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_READ;
    bool cut = false;
    const int code = open.vfs->Meet(Call::kRead, &cut);
    if (code != SQLITE_OK) return code;
    const std::string& content = open.file->content;
    const auto wanted = static_cast<std::size_t>(bytes);
    const auto at = std::min(static_cast<std::size_t>(offset), content.size());
    const std::size_t had = std::min(wanted, content.size() - at);
    std::memcpy(to, content.data() + at, had);
    std::memset(static_cast<char*>(to) + had, 0, wanted - had);
    return had == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }

  static int Write(sqlite3_file* file, const void* from, int bytes,
                   sqlite3_int64 offset) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_WRITE;
    return open.vfs->Change(Call::kWrite, [&](int code, bool cut) {
      // A write that fails may have done a part.
      const int done = code == SQLITE_OK || cut ? bytes : bytes / 2;
      Disk::Write(*open.file, static_cast<std::size_t>(offset),
                  absl::string_view(static_cast<const char*>(from),
                                    static_cast<std::size_t>(done)));
    });
  }

  static int Truncate(sqlite3_file* file, sqlite3_int64 size) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_TRUNCATE;
    return open.vfs->Change(Call::kTruncate, [&](int code, bool cut) {
      if (code == SQLITE_OK || cut) {
        Disk::Truncate(*open.file, static_cast<std::size_t>(size));
      }
    });
  }

  static int Sync(sqlite3_file* file, int) {
    OpenFile& open = Of(file);
    FaultVfs& vfs = *open.vfs;
    absl::MutexLock lock(&vfs.mutex_);
    if (!vfs.power_) return SQLITE_IOERR_FSYNC;
    return vfs.Change(Call::kSync, [&](int code, bool cut) {
      vfs.mutex_.AssertHeld();
      if (cut || vfs.lies_) return;
      if (code != SQLITE_OK) return Disk::FailToSync(*open.file);
      Disk::Sync(*open.file);
      if (std::exchange(open.sync_folder_too, false)) vfs.disk_.SyncFolder();
    });
  }

  static int FileSize(sqlite3_file* file, sqlite3_int64* size) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(open.file->content.size());
    return SQLITE_OK;
  }

  static int Lock(sqlite3_file* file, int level) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_LOCK;
    return open.vfs->locks_[open.name].Lock(&open, level);
  }

  static int Unlock(sqlite3_file* file, int level) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    open.vfs->locks_[open.name].Unlock(&open, level);
    return SQLITE_OK;
  }

  static int CheckReservedLock(sqlite3_file* file, int* reserved) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    *reserved = open.vfs->locks_[open.name].IsReserved() ? 1 : 0;
    return SQLITE_OK;
  }

  static int FileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int SectorSize(sqlite3_file*) { return kSystemSectorBytes; }
  static int DeviceCharacteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
  }

  static int ShmMap(sqlite3_file* file, int region, int bytes, int extend,
                    void volatile** memory) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    *memory = nullptr;
    if (!open.vfs->power_) return SQLITE_IOERR_SHMMAP;
    *memory = open.vfs->indexes_[open.name].Map(
        &open, static_cast<std::size_t>(region),
        static_cast<std::size_t>(bytes), extend != 0);
    return SQLITE_OK;
  }

  static int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    if (!open.vfs->power_) return SQLITE_IOERR_SHMLOCK;
    return open.vfs->indexes_[open.name].Lock(&open, offset, count, flags);
  }

  static void ShmBarrier(sqlite3_file* file) {
    // The lock is the barrier.
    absl::MutexLock lock(&Of(file).vfs->mutex_);
  }

  static int ShmUnmap(sqlite3_file* file, int) {
    OpenFile& open = Of(file);
    absl::MutexLock lock(&open.vfs->mutex_);
    open.vfs->indexes_[open.name].Leave(&open);
    return SQLITE_OK;
  }

  static int Open(sqlite3_vfs* self, const char* name, sqlite3_file* file,
                  int flags, int* out_flags) {
    file->pMethods = nullptr;
    FaultVfs& vfs = Of(self);
    absl::MutexLock lock(&vfs.mutex_);
    if (!vfs.power_) return SQLITE_CANTOPEN;
    auto open = std::make_unique<OpenFile>();
    open->vfs = &vfs;
    open->name = name == nullptr ? "" : name;
    open->file =
        name == nullptr ? std::make_shared<DiskFile>() : vfs.disk_.Find(name);
    if (open->file == nullptr) {
      if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
      const int code = vfs.Change(Call::kCreate, [&](int made, bool cut) {
        vfs.mutex_.AssertHeld();
        if (made == SQLITE_OK || cut) open->file = vfs.disk_.Create(name);
      });
      if (code != SQLITE_OK) return code;
      open->sync_folder_too =
          (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL |
                    SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    }
    if (out_flags != nullptr) *out_flags = flags;
    reinterpret_cast<File*>(file)->open = open.release();
    file->pMethods = &kMethods;
    return SQLITE_OK;
  }

  static int Delete(sqlite3_vfs* self, const char* name, int sync_folder) {
    FaultVfs& vfs = Of(self);
    absl::MutexLock lock(&vfs.mutex_);
    if (!vfs.power_) return SQLITE_IOERR_DELETE;
    if (vfs.disk_.Find(name) == nullptr) return SQLITE_IOERR_DELETE_NOENT;
    return vfs.Change(Call::kDelete, [&](int code, bool cut) {
      vfs.mutex_.AssertHeld();
      if (code != SQLITE_OK && !cut) return;
      vfs.disk_.Remove(name);
      if (sync_folder != 0 && !cut && !vfs.lies_) vfs.disk_.SyncFolder();
    });
  }

  static int Access(sqlite3_vfs* self, const char* name, int flags,
                    int* result) {
    FaultVfs& vfs = Of(self);
    absl::MutexLock lock(&vfs.mutex_);
    if (!vfs.power_) return SQLITE_IOERR_ACCESS;
    const auto file = vfs.disk_.Find(name);
    // An empty file counts as none, as on Unix.
    const bool found = file != nullptr && (flags != SQLITE_ACCESS_EXISTS ||
                                           !file->content.empty());
    *result = found ? 1 : 0;
    return SQLITE_OK;
  }

  static int FullPathname(sqlite3_vfs*, const char* name, int size,
                          char* full) {
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
  }

  static int Randomness(sqlite3_vfs* self, int bytes, char* out) {
    sqlite3_vfs* system = Of(self).system_;
    return system->xRandomness(system, bytes, out);
  }
  static int Sleep(sqlite3_vfs* self, int micros) {
    sqlite3_vfs* system = Of(self).system_;
    return system->xSleep(system, micros);
  }
  static int CurrentTime(sqlite3_vfs* self, double* now) {
    sqlite3_vfs* system = Of(self).system_;
    return system->xCurrentTime(system, now);
  }
  // errno of the last call: never one that means a full disk, which has a code
  // of its own.
  static int GetLastError(sqlite3_vfs*, int, char*) { return EIO; }

  static constexpr int kSystemSectorBytes = 4096;
  static const sqlite3_io_methods kMethods;
};

const sqlite3_io_methods Glue::kMethods = {
    2,
    Close,
    Read,
    Write,
    Truncate,
    Sync,
    FileSize,
    Lock,
    Unlock,
    CheckReservedLock,
    FileControl,
    SectorSize,
    DeviceCharacteristics,
    ShmMap,
    ShmLock,
    ShmBarrier,
    ShmUnmap,
    nullptr,
    nullptr,
};

FaultVfs::FaultVfs(std::string name)
    : name_(std::move(name)), system_(sqlite3_vfs_find(nullptr)) {
  constexpr int kMaxName = 512;
  vfs_.iVersion = 1;
  vfs_.szOsFile = sizeof(File);
  vfs_.mxPathname = kMaxName;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = Glue::Open;
  vfs_.xDelete = Glue::Delete;
  vfs_.xAccess = Glue::Access;
  vfs_.xFullPathname = Glue::FullPathname;
  vfs_.xRandomness = Glue::Randomness;
  vfs_.xSleep = Glue::Sleep;
  vfs_.xCurrentTime = Glue::CurrentTime;
  vfs_.xGetLastError = Glue::GetLastError;
  sqlite3_vfs_register(&vfs_, 0);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&vfs_); }

}  // namespace twinaid::faults
