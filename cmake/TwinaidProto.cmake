# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0

# The protos of Google and gRPC come from npm, pinned by proto/package-lock.json;
# nothing of them is copied into the project.
set(TWINAID_NODE_MODULES ${PROJECT_SOURCE_DIR}/proto/node_modules)
set(TWINAID_GOOGLE_PROTOS ${TWINAID_NODE_MODULES}/google-proto-files)
set(TWINAID_HEALTH_PROTOS ${TWINAID_NODE_MODULES}/grpc-health-check/proto)
set(TWINAID_GENERATED ${PROJECT_BINARY_DIR}/proto/generated)

# Runs `npm ci` in a folder unless its node_modules is what the lock file asks
# for.
function(twinaid_npm_ci folder)
  set(lock ${folder}/package-lock.json)
  set(stamp ${folder}/node_modules/.twinaid-lock)
  file(SHA256 ${lock} wanted)
  set(present "")
  if(EXISTS ${stamp})
    file(READ ${stamp} present)
  endif()
  if(present STREQUAL wanted)
    return()
  endif()
  message(STATUS "npm ci in ${folder}")
  execute_process(
    COMMAND npm ci --ignore-scripts --no-fund --no-audit
    WORKING_DIRECTORY ${folder}
    RESULT_VARIABLE result
    OUTPUT_QUIET ERROR_VARIABLE problem)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm ci failed in ${folder}: ${problem}")
  endif()
  file(WRITE ${stamp} ${wanted})
endfunction()

# twinaid_generate(out_sources ROOT dir [GRPC] PROTOS a.proto ...)
#
# Generates C++ for protos given relative to ROOT. Debian's own google/protobuf
# files come first: those of npm are newer than Debian's protoc.
function(twinaid_generate out)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GRPC" "ROOT" "PROTOS")
  set(sources "")
  foreach(proto IN LISTS arg_PROTOS)
    string(REGEX REPLACE "\\.proto$" "" stem ${proto})
    if(arg_GRPC)
      set(outputs ${TWINAID_GENERATED}/${stem}.grpc.pb.cc
                  ${TWINAID_GENERATED}/${stem}.grpc.pb.h)
      set(flags --grpc_out=${TWINAID_GENERATED}
                --plugin=protoc-gen-grpc=$<TARGET_FILE:gRPC::grpc_cpp_plugin>)
    else()
      set(outputs ${TWINAID_GENERATED}/${stem}.pb.cc
                  ${TWINAID_GENERATED}/${stem}.pb.h)
      set(flags --cpp_out=${TWINAID_GENERATED})
    endif()
    add_custom_command(
      OUTPUT ${outputs}
      COMMAND
        protobuf::protoc ${flags} -I/usr/include -I${PROJECT_SOURCE_DIR}/proto
        -I${TWINAID_GOOGLE_PROTOS} -I${TWINAID_HEALTH_PROTOS} ${proto}
      DEPENDS ${arg_ROOT}/${proto}
      COMMENT "Generating ${stem}"
      VERBATIM)
    list(APPEND sources ${outputs})
  endforeach()
  set(${out}
      ${sources}
      PARENT_SCOPE)
endfunction()

# A library of generated code, and `alias` through which it is linked whole: a
# linker that picks members would drop descriptors that only Any or reflection
# needs.
function(twinaid_generated_library name alias)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;LIBS")
  add_library(${name}_code STATIC ${arg_SOURCES})
  target_include_directories(
    ${name}_code SYSTEM PUBLIC $<BUILD_INTERFACE:${TWINAID_GENERATED}>
                               $<INSTALL_INTERFACE:include/twinaid-proto>)
  target_compile_options(${name}_code PRIVATE -w)
  target_link_libraries(${name}_code PUBLIC ${arg_LIBS})
  set_target_properties(${name}_code PROPERTIES CXX_CLANG_TIDY "")
  add_library(${name} INTERFACE)
  target_link_libraries(
    ${name} INTERFACE "$<LINK_LIBRARY:WHOLE_ARCHIVE,${name}_code>")
  add_library(${alias} ALIAS ${name})
endfunction()
