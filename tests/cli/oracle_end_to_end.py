#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports logs with assay-cli and compares `metrics --json` with the reference, for every client and zone,
and for one model and template of all clients and of one. Every third odd log is counted by exchange rates: the
reference then reads costs that were converted before.

  oracle_end_to_end.py ASSAY_CLI FOLDER_OF_ORACLE [--sizes 200,2000] [--seeds 1,2] [--odd 20] [--zones A,B]

Counts, roles, states, levels, verdicts and patterns are equal; values to 1e-9 relative; only the words of
`why` may differ. Exits with 1 after naming every difference, with 77 where the reference is missing.
"""
import argparse
import datetime as dt
import decimal
import json
import math
import os
import random
import subprocess
import sys
import tempfile

ZONES = "Europe/Berlin,America/New_York,Australia/Lord_Howe,UTC"


def differences(ours, theirs, path=""):
    """One line for each place where the two values are not the same."""
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or set(ours) != set(theirs):
            return [f"{path}: {ours!r} has not the keys of {theirs!r}"]
        return [d for key in theirs for d in differences(ours[key], theirs[key], f"{path}/{key}")]
    if isinstance(theirs, list):
        if not isinstance(ours, list) or len(ours) != len(theirs):
            return [f"{path}: {ours!r} has not the length of {theirs!r}"]
        return [d for i, pair in enumerate(zip(ours, theirs)) for d in differences(*pair, f"{path}/{i}")]
    if path.endswith("/why"):
        return [] if (ours is None) == (theirs is None) else [f"{path}: {ours!r} is not {theirs!r}"]
    if isinstance(theirs, float) and isinstance(ours, (int, float)):
        same = math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)
        return [] if same else [f"{path}: {ours!r} is not {theirs!r}"]
    return [] if ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool) else [
        f"{path}: {ours!r} is not {theirs!r}"]


class Instants:
    """Times of an odd log: anywhere, at week starts, and where the clocks change."""

    def __init__(self, rng):
        self.rng = rng
        year, month = rng.choice([(2025, 3), (2025, 10), (2020, 12), (2024, 12)])
        self.start = dt.datetime(year, month, 2, tzinfo=dt.timezone.utc)
        self.weeks = rng.choice([1, 3, 8, 14])

    def any(self):
        when = self.start + dt.timedelta(milliseconds=self.rng.randrange(self.weeks * 7 * 86400000))
        if self.rng.random() < 0.05:  # a Monday's first instant in UTC or Berlin, or the one before
            when -= dt.timedelta(days=when.weekday(), hours=when.hour + self.rng.randrange(2),
                                 minutes=when.minute, seconds=when.second, microseconds=when.microsecond)
            when -= dt.timedelta(milliseconds=self.rng.randrange(2))
        return when


def text(when, rng):
    zone = dt.timezone(dt.timedelta(minutes=rng.choice([0, 0, 120, -300, 630])))
    return when.astimezone(zone).isoformat(timespec="milliseconds")


def odd_generation(number, rng, instants, world):
    when = instants.any()
    client = rng.choice(world["clients"])
    asset = rng.choice(["shared", "hero"]) if rng.random() < world["shared"] else \
        f"{client}-{when:%m}{when.day // 5}-{rng.randrange(world['assets'])}"
    o = {"type": "generation", "id": f"g{number}", "ts": text(when, rng), "client": client, "asset": asset,
         "model": rng.choice(["a", "b"]), "template": rng.choice(["t@1", "t@2"]), "prompt": "p", "latency_ms": rng.choice([100, 100, rng.randrange(9000)]),
         "status": "error" if world["failed"] else rng.choices(["ok", "error", "timeout", "content_filter"],
                                                               [90, 5, 3, 2])[0]}
    if o["status"] == "ok":
        o["image"] = f"{number}.png"
    if rng.random() < 0.7:
        o["cycle"] = rng.choice([1, 1, 2, 3])
    if rng.random() < 0.6:
        o["batch"] = f"{asset}-b{rng.randrange(3)}" if rng.random() < world["batches"] else f"b{number // 4}"
    if rng.random() < 0.3:
        o["attempt"] = rng.choice([1, 2, 3])
    if rng.random() >= world["unpriced"]:
        o["cost"] = {"amount": rng.choice(["0.040000", "0.05", "0"]), "currency": rng.choice(world["money"])}
    if rng.random() < 0.5:
        o["scores"] = {"clip": rng.choice([0.3, 0.31, rng.random()]), "aesthetic": rng.choice([5, 5.5])}
    if rng.random() < 0.8:
        o["drift"] = rng.choice([0.2, round(rng.random(), 3)])
    if rng.random() < 0.3:
        o["prompt_ts"] = text(when - dt.timedelta(minutes=rng.randrange(-30, 3000)), rng)
    return o, when


def odd_review(number, generation, when, rng):
    late = rng.choice([600, 600, 86400, 9 * 86400, 30 * 86400])
    return {"type": "review", "id": f"r{number}", "generation": generation, "reviewer": "d",
            "ts": text(when + dt.timedelta(seconds=rng.randrange(late)) if rng.random() < 0.9 else when, rng),
            "disposition": rng.choice(["accepted", "accepted", "revised", "rejected"]),
            "checks": {f"c{i}": rng.choice([True, True, False, None]) for i in range(rng.randrange(5))}}


def odd_log(seed):
    """A small log of everything that is allowed and rare, its lines in any order."""
    rng = random.Random(seed)
    instants = Instants(rng)
    world = {"clients": rng.choice([["one"], ["one", "two"], ["one", "two", "three"]]),
             "assets": rng.choice([1, 5, 40]), "shared": rng.choice([0, 0, 0.1]), "failed": rng.random() < 0.05,
             "batches": rng.choice([0, 1]), "unpriced": rng.choice([0, 0, 0.01, 0.5]),
             "money": rng.choice([["USD"], ["USD"], ["EUR", "USD"]])}
    lines, reviews = [], 0
    for number in range(rng.choice([1, 40, 400, 1500])):
        o, when = odd_generation(number, rng, instants, world)
        lines.append(o)
        if rng.random() < 0.02:
            lines.append(dict(o, latency_ms=77))
        if o["status"] != "ok":
            continue
        for _ in range(rng.choice([0, 1, 1, 1, 2])):
            lines.append(odd_review(reviews, o["id"], when, rng))
            reviews += 1
    for number in range(rng.choice([0, 0, 1, 3])):
        lines.append({"type": "change", "id": f"ch{number}", "ts": text(instants.any(), rng), "kind": "model",
                      "client": rng.choice([None, None, "one"]), "from": "a", "to": "b"})
    for number in range(rng.choice([0, 30, 300])):
        lines.append({"type": "gpu", "ts": text(instants.any(), rng), "node": f"n{number}",
                      "duration_s": rng.choice([60, 3600]), "util": round(rng.random(), 4)})
    for sample in [line for line in lines if line["type"] == "gpu"]:
        if rng.random() < 0.05:  # the same node at the same instant says something else
            lines.append(dict(sample, util=round(rng.random(), 6)))
    if rng.random() < 0.7:
        rng.shuffle(lines)
    return "".join(json.dumps(line) + "\n" for line in lines), instants


def with_converted(week):
    """The week as if what it was paid in had been the currency that it is counted in."""
    counts = week["counts"]
    counts["cost_micro"] = counts.pop("converted_micro", counts["cost_micro"])
    return week


class Exchange:
    """Rates from US dollars to euros, at any time and from the middle of the log on."""

    def __init__(self, rng, instants):
        self.rates = [(None, "0.9"), (text(instants.any(), rng), rng.choice(["0.8", "0.923456", "1.1"]))]

    def add(self, cli, workspace):
        for start, rate in self.rates:
            subprocess.run([cli, "exchange", "add", "--workspace", workspace, "--currency", "USD", "--to", "EUR",
                            "--rate", rate] + (["--from", start] if start else []), stdout=subprocess.DEVNULL, check=True)

    def convert(self, log, oracle):
        later = oracle.parse_ts(self.rates[1][0])
        for g in log.generations.values():
            if g["_cur"] == "USD" and g["_micro"] is not None:
                rate = decimal.Decimal(self.rates[1 if g["_ms"] >= later else 0][1])
                g["_micro"], g["_cur"] = int((g["_micro"] * rate).to_integral_value()), "EUR"


class Runs:
    def __init__(self, options):
        self.cli, self.tools = options.cli, options.tools
        self.folder = tempfile.mkdtemp(prefix="assay-oracle-")
        sys.path.insert(0, self.tools)
        import oracle
        self.oracle = oracle
        self.failures = self.views = 0

    def compare(self, name, path, zone, nows, exchange=None):
        workspace = os.path.join(self.folder, "w.assay")
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(workspace + ending):
                os.unlink(workspace + ending)
        subprocess.run([self.cli, "import", "--workspace", workspace, "--zone", zone, path],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        log = self.oracle.Log()
        log.read(path)
        if exchange:
            exchange.add(self.cli, workspace)
            exchange.convert(log, self.oracle)
        clients = sorted({g["client"] for g in log.generations.values()})
        for client in [None] + clients:
            for now in nows:
                self.compare_view(name, log, (workspace, zone, client, now))
        for client in [None] + clients[:1]:
            self.compare_narrow(name, log, (workspace, zone, client))

    def narrowed(self, log, **wanted):
        """The log as if it had only these generations."""
        narrow = self.oracle.Log()
        narrow.reviews, narrow.gpu, narrow.changes = log.reviews, log.gpu, log.changes
        narrow.generations = {i: g for i, g in log.generations.items()
                              if all(g.get(key) == value for key, value in wanted.items())}
        return narrow

    def compare_narrow(self, name, log, view):
        workspace, zone, client = view
        mine = [g for g in log.generations.values() if client in (None, g["client"])]
        model = mine[-1].get("model")
        filters = [{"model": model}] if model else []
        if mine[-1].get("template"):
            filters += [{"template": mine[-1]["template"]}, {"model": model, "template": mine[-1]["template"]}]
        for wanted in filters:
            self.compare_view(f"{name} {wanted}", self.narrowed(log, **wanted), (workspace, zone, client, None),
                              [x for key, value in wanted.items() for x in (f"--{key}", value)])

    def compare_view(self, name, log, view, narrow=()):
        workspace, zone, client, now = view
        judged = self.oracle.View(log, self.oracle.Weeks(zone), client,
                                  self.oracle.parse_ts(now) if now else None)
        if now is None:
            now = dt.datetime.fromtimestamp(judged.now / 1000, dt.timezone.utc).isoformat(timespec="milliseconds")
        theirs = json.loads(json.dumps(self.oracle.as_json(judged)))
        command = [self.cli, "metrics", "--workspace", workspace, "--json", "--now", now]
        ran = subprocess.run(command + (["--client", client] if client else []) + list(narrow), capture_output=True, check=False)
        self.views += 1
        try:
            ours = json.loads(ran.stdout)
            ours["weeks"] = [with_converted(week) for week in ours["weeks"]]
            found = differences(ours, theirs)
        except ValueError:
            found = [f"no JSON: {ran.stderr.decode()}"]
        if found:
            self.failures += 1
            print(f"{name} {zone} client {client} now {now}: {len(found)} differences")
            print("".join(f"  {line[:300]}\n" for line in found[:6]), end="", flush=True)

    def generated(self, size, seed, zones, incidents):
        path = os.path.join(self.folder, "generated.jsonl")
        weeks = random.Random(seed).choice([6, 20, 52])
        subprocess.run([sys.executable, os.path.join(self.tools, "generate.py"), "--n", str(size), "--weeks",
                        str(weeks), "--seed", str(seed), "--out", path] +
                       ([] if incidents else ["--no-incidents"]), stdout=subprocess.DEVNULL, check=True)
        for zone in zones:
            self.compare(f"generated {size} seed {seed} incidents {incidents}", path, zone, [None])

    def odd(self, seed, zones):
        path = os.path.join(self.folder, "odd.jsonl")
        log, instants = odd_log(seed)
        with open(path, "w", encoding="utf-8") as out:
            out.write(log)
        later = instants.start + dt.timedelta(weeks=instants.weeks)
        nows = [None, (later - dt.timedelta(days=10)).isoformat(), (later + dt.timedelta(days=60)).isoformat()]
        exchange = Exchange(random.Random(seed), instants) if seed % 3 == 2 else None
        self.compare(f"odd {seed}", path, random.Random(seed).choice(zones), nows, exchange)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("tools")
    parser.add_argument("--sizes", default="200,2000")
    parser.add_argument("--seeds", default="1,2")
    parser.add_argument("--zones", default=ZONES)
    parser.add_argument("--odd", type=int, default=20)
    parser.add_argument("--first-odd", type=int, default=0)
    options = parser.parse_args()
    if not os.path.exists(os.path.join(options.tools, "oracle.py")):
        print("there is no reference in", options.tools)
        return 77
    runs, zones = Runs(options), options.zones.split(",")
    for size in filter(None, options.sizes.split(",")):
        for seed in options.seeds.split(","):
            for incidents in (True, False):
                runs.generated(int(size), int(seed), zones, incidents)
    for seed in range(options.first_odd, options.first_odd + options.odd):
        runs.odd(seed, zones)
    print(f"{runs.views} views compared, {runs.failures} differ")
    return 1 if runs.failures else 0


if __name__ == "__main__":
    sys.exit(main())
