#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How import and the weekly numbers grow with the workspace: one table, of logs that the reference's generator makes.
# Use a release build; 1,000,000 lines need 3 GB beside each other for a moment:
#   tests/bench/growth.sh build/release/bin/assay-cli FOLDER_OF_ORACLE [SIZE...]     10000 100000 1000000 by default
# A log that is in the folder KEEP (an environment variable) already is not made again, and stays. With CLOCK=cpu it
# is processor time, of a machine that others use at the same time.
set -eu
: "${1:?the path of assay-cli is missing}" "${2:?the folder of the oracle is missing}"
python3 - "$@" <<'PYTHON'
import os, resource, shutil, sqlite3, subprocess, sys, tempfile, time

cli, oracle = sys.argv[1:3]
sizes = [int(size) for size in sys.argv[3:]] or [10_000, 100_000, 1_000_000]
keep = os.environ.get("KEEP")
is_cpu = os.environ.get("CLOCK") == "cpu"
folder = tempfile.mkdtemp(prefix="assay-growth-")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RUNS = 7


def now():
    if not is_cpu:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command):
    begin = now()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return now() - begin


def milliseconds(command):
    """The shortest of some runs: what other programs on the machine take is not ours."""
    return min(seconds(command) for _ in range(RUNS)) * 1000


def log(size):
    path = os.path.join(keep or folder, f"growth-{size}.jsonl")
    if not os.path.exists(path):
        subprocess.run([sys.executable, os.path.join(oracle, "generate.py"), "--n", str(size), "--out", path],
                       stdout=subprocess.DEVNULL, check=True)
    return path


def most(connection, column, where="1"):
    """What most generations have there."""
    return connection.execute(f"SELECT {column}, count(*) FROM generations g JOIN clients c ON c.id = g.client_id"
                              f" LEFT JOIN templates t ON t.id = g.template_id WHERE {where} GROUP BY 1 ORDER BY 2 DESC").fetchone()


start = milliseconds([cli, "--version"])
columns = ["generations", "lines/s", "MB/s", "file MB", "of client", "metrics ms", "model ms", "template ms", "all ms"]
print(f"{'processor' if is_cpu else 'elapsed'} time; start-up of {start:.1f} ms is taken off; best of {RUNS}")
print("  ".join(name.rjust(11) for name in columns), flush=True)
for size in sizes:
    lines = log(size)
    workspace = os.path.join(folder, f"{size}.assay")
    count = sum(1 for _ in open(lines, "rb"))
    took = seconds([cli, "import", "--workspace", workspace, lines])
    megabytes = os.path.getsize(lines) / 1e6
    seconds([cli, "metrics", "--workspace", workspace])
    connection = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)
    client, rows = most(connection, "c.name")
    model = most(connection, "g.model", f"c.name = '{client}'")[0]
    template = most(connection, "t.name", f"c.name = '{client}'")[0]
    connection.close()
    of_client = [cli, "metrics", "--workspace", workspace, "--client", client]
    times = [milliseconds(command) - start for command in (
        of_client, of_client + ["--model", model], of_client + ["--template", template], of_client[:-2])]
    cells = [f"{size:,}", f"{count / took:,.0f}", f"{megabytes / took:.1f}", f"{os.path.getsize(workspace) / 1e6:.1f}", f"{rows:,}"]
    print("  ".join(cell.rjust(11) for cell in cells + [f"{t:.1f}" for t in times]), flush=True)
    os.remove(workspace)
    if not keep:
        os.remove(lines)
shutil.rmtree(folder)
PYTHON
