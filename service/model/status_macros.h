// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Two macros that hand an error on to the caller. Debian's Abseil has none.

#ifndef TWINAID_SERVICE_MODEL_STATUS_MACROS_H_
#define TWINAID_SERVICE_MODEL_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Evaluates `expression`, an absl::Status, and returns it from the enclosing
// function if it is not OK. The function returns absl::Status or StatusOr.
#define TWINAID_RETURN_IF_ERROR(...) \
  TWINAID_RETURN_IF_ERROR_IMPL_(     \
      TWINAID_STATUS_CONCAT_(twinaid_status_, __COUNTER__), (__VA_ARGS__))

// Evaluates `expression`, an absl::StatusOr<T>; returns its status from the
// enclosing function if it is not OK, else moves the value into `declaration`:
//
//   TWINAID_ASSIGN_OR_RETURN(const NeedName name, NeedName::Parse(text));
//
// It is several statements: never the unbraced body of an `if` or a loop. A
// type with a comma needs an alias first. The value moves out of the
// temporary, so move-only types work.
#define TWINAID_ASSIGN_OR_RETURN(declaration, ...)                          \
  TWINAID_ASSIGN_OR_RETURN_IMPL_(                                           \
      TWINAID_STATUS_CONCAT_(twinaid_status_or_, __COUNTER__), declaration, \
      (__VA_ARGS__))

// The name differs at each use, so that an expression may hold a lambda that
// uses the macro itself.
#define TWINAID_RETURN_IF_ERROR_IMPL_(temporary, expression)    \
  do {                                                          \
    if (absl::Status temporary = expression; !temporary.ok()) { \
      return temporary;                                         \
    }                                                           \
  } while (false)

#define TWINAID_ASSIGN_OR_RETURN_IMPL_(temporary, declaration, expression) \
  auto temporary = expression;                                             \
  if (!temporary.ok()) return std::move(temporary).status();               \
  declaration = *std::move(temporary)

#define TWINAID_STATUS_CONCAT_(a, b) TWINAID_STATUS_CONCAT_IMPL_(a, b)
#define TWINAID_STATUS_CONCAT_IMPL_(a, b) a##b

#endif  // TWINAID_SERVICE_MODEL_STATUS_MACROS_H_
