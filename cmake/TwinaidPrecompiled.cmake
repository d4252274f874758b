# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# Precompiled headers. A precompiled header is compiled with the flags of one
# target and used by all that have the same flags; each sort is therefore a
# small library of its own, and a target says which one it uses:
#
#   twinaid_precompile(twinaid_rpc contract)
#
# Sorts: contract (gRPC and the generated services), command (the same, CLI11
# and JSON); and with GoogleTest and gmock: test, contract_test,
# command_test.
option(TWINAID_PRECOMPILED "Use precompiled headers" ON)

set(TWINAID_PCH_contract
    <grpcpp/grpcpp.h>
    <string>
    <vector>
    <twinaid/v1/assistance_service.grpc.pb.h>
    <twinaid/v1/inventory_service.grpc.pb.h>
    <twinaid/v1/ledger_service.grpc.pb.h>
    <twinaid/v1/matching_service.grpc.pb.h>
    <twinaid/v1/registry_service.grpc.pb.h>)
set(TWINAID_PCH_command ${TWINAID_PCH_contract} <CLI/CLI.hpp>
                        <nlohmann/json.hpp>)
set(TWINAID_PCH_contract_test ${TWINAID_PCH_contract} <gmock/gmock.h>
                              <gtest/gtest.h>)
set(TWINAID_PCH_command_test ${TWINAID_PCH_command} <gmock/gmock.h>
                             <gtest/gtest.h>)
set(TWINAID_PCH_test <gmock/gmock.h> <gtest/gtest.h> <string> <vector>)
set(TWINAID_PCH_LIBS_contract twinaid::proto_grpc)
set(TWINAID_PCH_LIBS_command twinaid::proto_grpc CLI11::CLI11
                             nlohmann_json::nlohmann_json)
set(TWINAID_PCH_LIBS_contract_test twinaid::proto_grpc GTest::gmock)
set(TWINAID_PCH_LIBS_command_test ${TWINAID_PCH_LIBS_command} GTest::gmock)
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
