# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Whether the machine has time for us: delays are not judged where others
take it, which is measured while nothing of ours runs."""

import time

LEAST = 0.4  # of a processor; two others on two processors leave 0.67


def share(seconds=0.5):
    """What part of a processor a loop gets."""
    start, used = time.monotonic(), time.process_time()
    while time.monotonic() - start < seconds:
        pass
    return (time.process_time() - used) / (time.monotonic() - start)


def busy():
    """What keeps us from judging; empty if nothing does."""
    now = share()
    if now >= LEAST:
        return ""
    return f"the machine is busy: a loop gets {now:.0%} of a processor"
