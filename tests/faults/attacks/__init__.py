# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Attacks, one idea a file.

Each module has
  run(target, seconds)  attacks for so long and says in a dictionary what it did
  DONE                  what run() must have done at least, by the same keys;
                        else the test would praise a server nobody attacked
  BARE_FALLS            whether the server without its front must fail what the
                        front passes (the control); False: it stands, too
and may have
  ADDRESSES             from how many addresses it comes
  CONNECTIONS           how many it holds
  FRONT_CHANGES         what is changed in the shipped configuration
  BARE_DESCRIPTORS      how many descriptors the bare server has
  CONTROL               the attack whose control is this one's too
  ONLY_RECOVERY         calls may fail until it has ended
"""
