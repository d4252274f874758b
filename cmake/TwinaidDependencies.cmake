# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# Everything taken from the system. docs/decisions says why each one is here.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(absl CONFIG REQUIRED)
# Debian's protobuf ships no CMake package: the module that comes with CMake.
find_package(Protobuf 3.21 MODULE REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto SSL)
find_package(CURL 7.88 REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
# Debian's says no version; 1.0 is what it has.
find_package(prometheus-cpp CONFIG REQUIRED COMPONENTS core pull)
find_package(CLI11 2.1 CONFIG REQUIRED)
if(TWINAID_WITH_GRPC)
  find_package(gRPC 1.51 CONFIG REQUIRED)
endif()
if(BUILD_TESTING)
  find_package(GTest 1.12 CONFIG REQUIRED)
endif()

# utf8proc has no CMake package: twinaid::utf8proc.
find_path(TWINAID_UTF8PROC_INCLUDE_DIR utf8proc.h REQUIRED)
find_library(TWINAID_UTF8PROC_LIBRARY utf8proc REQUIRED)
mark_as_advanced(TWINAID_UTF8PROC_INCLUDE_DIR TWINAID_UTF8PROC_LIBRARY)
add_library(twinaid_utf8proc UNKNOWN IMPORTED GLOBAL)
set_target_properties(
  twinaid_utf8proc
  PROPERTIES IMPORTED_LOCATION ${TWINAID_UTF8PROC_LIBRARY}
             INTERFACE_INCLUDE_DIRECTORIES ${TWINAID_UTF8PROC_INCLUDE_DIR})
add_library(twinaid::utf8proc ALIAS twinaid_utf8proc)
