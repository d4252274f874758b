# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""2,000 connections on 400 descriptors: accept() itself fails.

The shipped front closes idle connections before that happens (see
connections_used_up); here it is lied to about how many it may have, and, like
the bare server, judged by whether it comes back."""

from attacks.connections_used_up import ADDRESSES, CONNECTIONS, DONE, run

BARE_FALLS = True
BARE_DESCRIPTORS = 400
FRONT_CHANGES = [("worker_rlimit_nofile 65536", "worker_rlimit_nofile 400")]
ONLY_RECOVERY = True
