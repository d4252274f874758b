# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

include(GoogleTest)

# twinaid_test(NAME name SOURCES a_test.cc ... [LIBS twinaid::model ...]
#              [LABELS long] [TIMEOUT seconds] [NO_PRECOMPILED])
#
# One GoogleTest program, one ctest test per GoogleTest case. `long` tests run
# with tests/run --all only.
function(twinaid_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "NO_PRECOMPILED" "NAME;TIMEOUT"
                        "SOURCES;LIBS;LABELS")
  if(NOT arg_NAME OR NOT arg_SOURCES)
    message(FATAL_ERROR "twinaid_test needs NAME and SOURCES")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "twinaid_test: what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_executable(${arg_NAME} ${arg_SOURCES})
  target_link_libraries(
    ${arg_NAME} PRIVATE ${arg_LIBS} twinaid::options GTest::gmock
                        GTest::gtest_main)
  target_compile_definitions(
    ${arg_NAME}
    PRIVATE TWINAID_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
            TWINAID_DEPLOY_DATA="${PROJECT_SOURCE_DIR}/deploy/data")
  set_target_properties(${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY
                                               ${PROJECT_BINARY_DIR}/tests/bin)
  if(NOT arg_NO_PRECOMPILED)
    twinaid_precompile(${arg_NAME} test)
  endif()
  set(properties TIMEOUT ${arg_TIMEOUT})
  if(arg_LABELS)
    list(APPEND properties LABELS "${arg_LABELS}")
  endif()
  gtest_discover_tests(
    ${arg_NAME}
    TEST_PREFIX ${arg_NAME}.
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 120
    PROPERTIES ${properties})
endfunction()
