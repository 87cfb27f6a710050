# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges one log with the reference of the metrics, for several zones and instants and for all views.

oracleviews.py FOLDER_OF_ORACLE LOG.jsonl ZONE,ZONE... [NOW_MS,NOW_MS...]

Prints one JSON object a line for each view: zone, client (null: all), now in milliseconds, weeks. Without an instant
each view has its own: just after the last thing that happened."""
import json
import math
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import oracle  # noqa: E402


def finite(values):
    return [None if math.isinf(v) else v for v in values]


def metric(row, name):
    e = row["est"][name]
    out = dict(value=e.value, n=e.n, clusters=e.clusters, why=e.why)
    if e.value is not None and e.ci is not None:
        out["interval"] = finite(e.ci(1.96))
    j = row["judged"].get(name)
    if j is None:
        return out
    out.update(state=j["state"], level=j["level"], baseline=row["base"][name])
    if j["level"] is None:
        out["not_judged"] = j["why"]
    else:
        out.update({k: j[k] for k in ("pooled", "deviation", "bad", "moved", "side")}, judged_value=j["value"])
        out["band"] = finite(j["band"])
    return out


def compared(table):
    for row in table.values():
        if "ci" in row:
            row["ci"] = finite(row["ci"])
    return table


def view_json(view):
    weeks = [dict({k: row[k] for k in ("week", "epoch", "role", "provisional", "changes", "counts", "patterns")},
                  metrics={name: metric(row, name) for name in row["est"]}) for row in view.judge()]
    return dict(zone=view.weeks.zone.key, client=view.client, now=view.now, weeks=weeks,
                compared={c["id"]: compared(view.compare(c)) for c in view.changes})


log = oracle.Log()
log.read(sys.argv[2])
nows = [int(x) for x in sys.argv[4].split(",")] if len(sys.argv) > 4 else [None]
clients = [None] + sorted({g["client"] for g in log.generations.values()})
for zone in sys.argv[3].split(","):
    weeks = oracle.Weeks(zone)
    for client in clients:
        for now in nows:
            json.dump(view_json(oracle.View(log, weeks, client, now)), sys.stdout, allow_nan=False)
            sys.stdout.write("\n")
