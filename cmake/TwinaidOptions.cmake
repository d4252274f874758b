# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# twinaid::options: what every target of ours is compiled with. Link it PRIVATE,
# so that warnings as errors never reach somebody who links our libraries.
add_library(twinaid_options INTERFACE)
add_library(twinaid::options ALIAS twinaid_options)
set_property(TARGET twinaid_options PROPERTY EXPORT_NAME options)
target_compile_options(
  twinaid_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wno-sign-conversion
            -Werror
            $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>
            # g++ 12 reports these falsely inside libstdc++ and Abseil when it
            # optimises with inlining or sanitizers.
            $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized
            -Wno-restrict
            -Wno-stringop-overflow
            -Wno-array-bounds>)
target_include_directories(twinaid_options
                           INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)

# Sanitizers and coverage change the ABI of what they see, so they go to all
# code built here, generated code included.
if(TWINAID_SANITIZE)
  add_compile_options(-fsanitize=${TWINAID_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TWINAID_SANITIZE})
  if(TWINAID_SANITIZE MATCHES "thread")
    add_compile_definitions(TWINAID_TSAN=1)
  endif()
endif()
if(TWINAID_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

# twinaid_optimize(target): optimised with TWINAID_OPTIMIZE_ENGINE too. For what
# calculates; the rest is built twice as fast without.
function(twinaid_optimize target)
  if(TWINAID_OPTIMIZE_ENGINE)
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()
