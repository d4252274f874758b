# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# twinaid::client, for programs that talk to a Twinaid server.
cmake_minimum_required(VERSION 3.24)
include(CMakeFindDependencyMacro)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_dependency(Threads)
find_dependency(absl CONFIG)
find_dependency(Protobuf 3.21 MODULE)
find_dependency(gRPC 1.51 CONFIG)
include(${CMAKE_CURRENT_LIST_DIR}/TwinaidTargets.cmake)
# The exported targets name these two without a namespace.
foreach(part IN ITEMS proto_code proto_grpc_code)
  if(NOT TARGET twinaid_${part})
    add_library(twinaid_${part} ALIAS twinaid::twinaid_${part})
  endif()
endforeach()
