// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/picture_file.h"

#include <filesystem>

#include "client/files/write_whole.h"
#include "client/picture/render.h"

namespace twinaid::client {

int WritePicture(Session& session, const picture::Page& page,
                 const std::string& path) {
  const std::string html =
      picture::Render(page, session.chinese() ? picture::Language::kChinese
                                              : picture::Language::kEnglish);
  if (path == "-") {
    session.out() << html;
    return kDone;
  }
  if (!WriteWhole(path, html)) {
    return session.Usage(
        path +
            " cannot be written; name a file in a folder that is there and "
            "that you may write to, with room left, or - for stdout",
        "无法写入 " + path +
            "；请指定已有且可写、空间充足的文件夹中的文件，或用 - "
            "输出到标准输出");
  }
  session.Say("wrote " + path + ": open it in any browser",
              "已写入 " + path + "：可用任何浏览器打开");
  return kDone;
}

bool MayWritePicture(Session& session, const std::string& path, bool yes) {
  std::error_code error;
  // A pipe or a device is written to, and keeps nothing.
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) {
    return true;
  }
  return session.MayReplace({path}, yes);
}

}  // namespace twinaid::client
