# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# Precompiled headers. A precompiled header is compiled with the flags of one
# target and used by all that have the same flags; each sort is therefore a
# small library of its own, and a target says which one it uses:
#
#   twinaid_precompile(twinaid_rpc grpc)
#
# Sorts: grpc (grpcpp.h: 8 s a file without it), cli (CLI11 and JSON), test
# (GoogleTest and gmock).
option(TWINAID_PRECOMPILED "Use precompiled headers" ON)

set(TWINAID_PCH_grpc <grpcpp/grpcpp.h> <google/protobuf/message.h> <string>
                     <vector>)
set(TWINAID_PCH_cli <CLI/CLI.hpp> <nlohmann/json.hpp> <string> <vector>)
set(TWINAID_PCH_json <nlohmann/json.hpp> <string> <vector>)
set(TWINAID_PCH_test <gmock/gmock.h> <gtest/gtest.h> <string> <vector>)
set(TWINAID_PCH_LIBS_grpc gRPC::grpc++)
set(TWINAID_PCH_LIBS_cli CLI11::CLI11 nlohmann_json::nlohmann_json)
set(TWINAID_PCH_LIBS_json nlohmann_json::nlohmann_json)
set(TWINAID_PCH_LIBS_test GTest::gmock)

function(twinaid_precompile target sort)
  if(NOT DEFINED TWINAID_PCH_${sort})
    message(FATAL_ERROR "twinaid_precompile: no such sort: ${sort}")
  endif()
  if(NOT TWINAID_PRECOMPILED)
    return()
  endif()
  set(owner twinaid_pch_${sort})
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/pch/${sort}.cc
         CONTENT "// The owner of a precompiled header needs a source file.\n")
    add_library(${owner} OBJECT ${PROJECT_BINARY_DIR}/pch/${sort}.cc)
    target_link_libraries(${owner} PRIVATE twinaid::options
                                           ${TWINAID_PCH_LIBS_${sort}})
    target_precompile_headers(${owner} PRIVATE ${TWINAID_PCH_${sort}})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${owner})
  # The header was compiled as part of a library; a program must be compiled
  # with the same kind of position-independent code to use it.
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "EXECUTABLE")
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
endfunction()
