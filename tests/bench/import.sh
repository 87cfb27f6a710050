#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How fast logs and folders are imported, beside the sqlite3 shell that takes the same log into two bare tables in
# the same run. Use a release build:  tests/bench/import.sh build/release/bin/assay-cli LOG.jsonl [FILES]
# FILES: how many PNG of 1 MB the folder has (default 5000: 5 GB in the temporary folder).
set -eu
program=${1:?the path of assay-cli is missing}
log=${2:?a log is missing}
files=${3:-5000}
python3 - "$program" "$log" "$files" <<'PYTHON'
import os, resource, shutil, struct, subprocess, sys, tempfile, time, zlib

PROGRAM, LOG, FILES = sys.argv[1], sys.argv[2], int(sys.argv[3])
MOST_RATIO, MOST_AGAIN, MOST_MEGABYTES, LEAST_FILES = 1.5, 1 / 3, 600, 400

SHELL = """
PRAGMA journal_mode = WAL;
CREATE TABLE lines (line TEXT);
.mode ascii
.separator "\\037" "\\n"
.import '{log}' lines
CREATE TABLE generations AS SELECT {generation} FROM lines WHERE json_extract(line, '$.type') = 'generation';
CREATE TABLE reviews AS SELECT {review} FROM lines WHERE json_extract(line, '$.type') = 'review';
"""
GENERATION = ("id ts client asset batch cycle candidate attempt model template settings prompt constraints status "
              "latency_ms cost.amount cost.currency image scores.clip scores.aesthetic drift").split()
REVIEW = "id generation ts reviewer disposition checks".split()


def columns(keys):
    return ", ".join(f"json_extract(line, '$.{key}') AS '{key}'" for key in keys)


def run(words, text=None):
    """Seconds of wall time and megabytes at the most. A child's peak counts from what its parent had when it began,
    so this program stays small and says so if it did not."""
    begun = time.monotonic()
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    child.stdin.write((text or "").encode())
    child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{words[0]} ended with {os.waitstatus_to_exitcode(status)}")
    if words[0] == PROGRAM and usage.ru_maxrss <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
        sys.exit(f"the memory of {words[0]} can't be told from this program's own")
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def warm(path):
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_images(folder, count):
    """PNG that can't be told apart by size, each with a prompt and a seed of its own."""
    side = 590
    rows = b"".join(b"\0" + os.urandom(side * 3) for _ in range(side))
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    tail = chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    for i in range(count):
        text = f"a red mug, number {i}\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: {10**6 + i}, Size: {side}x{side}"
        with open(f"{folder}/{i:06}.png", "wb") as file:
            file.write(head + chunk(b"tEXt", b"parameters\0" + text.encode()) + tail)


isGood = True


def tell(words, good):
    global isGood
    isGood = isGood and good
    print(words + ("" if good else "  MISSED"), flush=True)


with tempfile.TemporaryDirectory() as temporary:
    workspace = f"{temporary}/log.assay"
    warm(LOG)
    ours, megabytes = run([PROGRAM, "import", LOG, "--workspace", workspace, "--zone", "UTC"])
    again, _ = run([PROGRAM, "import", LOG, "--workspace", workspace])
    script = SHELL.format(log=LOG, generation=columns(GENERATION), review=columns(REVIEW))
    shell, _ = run(["sqlite3", f"{temporary}/shell.db"], script)
    tell(f"log: {ours:.1f} s, the shell {shell:.1f} s: ratio {ours / shell:.2f} (at most {MOST_RATIO})",
         ours / shell <= MOST_RATIO)
    tell(f"again: {again:.1f} s, of the first {again / ours:.2f} (at most {MOST_AGAIN:.2f})",
         again / ours <= MOST_AGAIN)
    tell(f"memory: {megabytes:.0f} MB (at most {MOST_MEGABYTES})", megabytes <= MOST_MEGABYTES)
    for name in os.listdir(temporary):
        os.remove(f"{temporary}/{name}")

    for count in (FILES // 5, FILES):
        folder = f"{temporary}/images-{count}"
        os.mkdir(folder)
        write_images(folder, count)
        seconds, megabytes = run([PROGRAM, "import", folder, "--workspace", f"{temporary}/{count}.assay", "--zone", "UTC"])
        tell(f"folder: {count} files, {count / seconds:.0f} a second (at least {LEAST_FILES}), {megabytes:.0f} MB",
             count / seconds >= LEAST_FILES)
        shutil.rmtree(folder)
sys.exit(0 if isGood else 1)
PYTHON
