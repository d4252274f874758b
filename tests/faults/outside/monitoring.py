#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Metrics, alarms, dashboard and log of a real server fit each other.

    monitoring.py TWINAIDD DESCRIPTORS SOURCES

Calls a server, reads its port as Prometheus does, and compares: calls by
method and code with what was called, what is open with what was made; each
metric that an alarm or the dashboard asks for is told by the server; each alarm
is in docs/operations.md and no other; the log has the request_id and the
traceparent of a call. A metric that no server tells is the control.
"""

import json
import pathlib
import re
import sys
import tempfile
import time
import urllib.request

import grpc

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "kills"))

from caller import Caller  # noqa: E402
from contract import Contract  # noqa: E402
from daemon import Daemon  # noqa: E402

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
PATIENCE = 30.0  # seconds


def log_lines(daemon):
    return [json.loads(line) for line in daemon.log.read_text().splitlines()]


def address_of_metrics(daemon):
    for line in log_lines(daemon):
        if line["event"] == "metrics":
            return line["address"]
    raise RuntimeError("the log does not say where the metrics are")


def read(address):
    """{name with labels: value}, and the text."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"http://{address}/metrics", timeout=10) as answer:
        text = answer.read().decode()
    values = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            values[name] = float(value)
    return values, text


def names_in(text):
    """Metrics that an expression asks for."""
    return {re.sub(r"_(bucket|sum|count)$", "", name) for name in
            re.findall(r"\b(?:twinaid|process)_[a-z_]+", text)}


def families_of(text):
    return set(re.findall(r"^# TYPE (\S+) ", text, re.M))


def expressions(sources):
    """All that the alarms and the dashboard ask for."""
    folder = sources / "deploy/monitoring"
    asked = re.findall(r"^ +expr: (.*)$", (folder / "alerts.yml").read_text(),
                       re.M)
    board = json.loads((folder / "dashboard.json").read_text())
    for panel in board["panels"]:
        asked += [target["expr"] for target in panel["targets"]]
    return asked


def unknown(asked, told):
    return {name for text in asked for name in names_in(text)} - told


def call_some(contract, daemon):
    """The methods that were called, and how often."""
    caller = Caller(contract, daemon)
    message = contract.message
    caller.ask("CreatePlace", place_id="wuxi", request_id="p-1",
               place=message("Place", kind=5, name_en="Wuxi"))
    caller.ask("CreateItem", item_id="mask", request_id="i-1",
               item=message("Item", category=1, name_en="Mask"))
    for number, urgency in enumerate((1, 1, 1, 4)):
        caller.ask("CreateNeed", parent="places/wuxi", need_id=f"n{number}",
                   request_id=f"n-{number}",
                   need=message("Need", item="items/mask", quantity=5,
                                urgency=urgency))
    path, kind, answer = contract.methods["GetNeed"]
    metadata = [("authorization", "Bearer " + daemon.token),
                ("traceparent", TRACE)]
    get = caller.channel.unary_unary(
        path, request_serializer=kind.SerializeToString,
        response_deserializer=answer.FromString)
    get(kind(name="places/wuxi/needs/n0"), timeout=10, metadata=metadata)
    try:
        get(kind(name="places/wuxi/needs/none"), timeout=10, metadata=metadata)
        raise RuntimeError("a need that is not there was found")
    except grpc.RpcError:
        pass


def check_counts(values):
    for method, code, wanted in (("InventoryService/CreateNeed", "OK", 4),
                                 ("InventoryService/GetNeed", "OK", 1),
                                 ("InventoryService/GetNeed", "NOT_FOUND", 1)):
        name = ('twinaid_calls_total{code="%s",method="twinaid.v1.%s"}'
                % (code, method))
        if values.get(name) != wanted:
            raise RuntimeError(f"{name} is {values.get(name)}, not {wanted}")
    # Each was committed by itself: one caller, one call at a time.
    if values["twinaid_commit_requests_sum"] < 6:
        raise RuntimeError("fewer commits than changes")
    for name in ("twinaid_database_bytes", "twinaid_disk_free_bytes"):
        if values[name] < 4096:
            raise RuntimeError(f"{name} is {values[name]}")


def check_stock(address):
    """Counted once a minute, and at the start."""
    values, _ = read(address)
    found = {urgency: values['twinaid_open_needs{urgency="%s"}' % urgency]
             for urgency in ("critical", "high", "medium", "low")}
    if found != {"critical": 3, "high": 0, "medium": 0, "low": 1}:
        raise RuntimeError(f"open needs are told as {found}")


def check_log(daemon):
    calls = [line for line in log_lines(daemon) if line["event"] == "call"]
    ids = {line.get("request_id") for line in calls}
    if not {"p-1", "i-1", "n-0", "n-3"} <= ids:
        raise RuntimeError(f"request ids in the log: {ids}")
    traced = [line for line in calls if line.get("traceparent") == TRACE]
    if [line["method"].split("/")[1] for line in traced] != ["GetNeed"] * 2:
        raise RuntimeError(f"traced: {traced}")


def check_docs(sources):
    rules = set(re.findall(r"^ +- alert: (\S+)$", (
        sources / "deploy/monitoring/alerts.yml").read_text(), re.M))
    told = set(re.findall(r"^\| (Twinaid\w+) \|", (
        sources / "docs/operations.md").read_text(), re.M))
    if not rules or rules != told:
        raise RuntimeError(f"alarms and docs differ: {rules ^ told}")


def main():
    twinaidd, descriptors, sources = sys.argv[1:4]
    sources = pathlib.Path(sources)
    contract = Contract(descriptors)
    check_docs(sources)
    asked = expressions(sources)
    with tempfile.TemporaryDirectory() as folder:
        daemon = Daemon(twinaidd, folder, "--metrics", "127.0.0.1:0",
                        "--backup-folder", folder)
        with daemon:
            call_some(contract, daemon)
            address = address_of_metrics(daemon)
            values, text = read(address)
            check_counts(values)
            check_log(daemon)
            missing = unknown(asked, families_of(text))
            if missing:
                raise RuntimeError(f"nobody tells {missing}")
            if not unknown(["rate(twinaid_never_told[5m])"],
                           families_of(text)):
                raise RuntimeError("a metric that nobody tells is not seen")
            code, _ = daemon.terminate(PATIENCE)
            if code != 0:
                raise RuntimeError(f"ended with code {code}")
            daemon.log.unlink()
            daemon.run()  # counts what is open at once
            end = time.monotonic() + PATIENCE
            address = address_of_metrics(daemon)
            while "twinaid_open_needs{" not in read(address)[1]:
                if time.monotonic() > end:
                    raise RuntimeError("what is open is not told")
                time.sleep(0.05)
            check_stock(address)
    print(f"ok    {len(asked)} expressions, {len(values)} values")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as error:
        print(f"WRONG {error}")
        sys.exit(1)
