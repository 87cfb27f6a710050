#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How fast checklists are drafted: prompts of 30 words on one core, and whether the time stays in proportion
# for hostile prompts. Use a release build:  tests/bench/suggest.sh build/release/bin/assay-cli
set -eu
program=${1:?the path of assay-cli is missing}
python3 - "$program" <<'PYTHON'
import resource, subprocess, sys

COUNT, LIMIT, MOST_GROWTH = 20000, 5000, 3.0
SENTENCE = ("two red mugs and a dark blue plate stand on a wooden table to the left of an old lamp while "
            "three white cats sleep behind a sign that says SALE {}")


def seconds(text):
    """Processor time, so that other programs on the machine count less."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.argv[1], "suggest", "--json"], input=text.encode(), stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


rate = COUNT / seconds("".join(SENTENCE.format(i) + "\n" for i in range(COUNT)))
print(f"{rate:,.0f} prompts of 30 words a second (at least {LIMIT:,})")
isGood = rate >= LIMIT
for name, piece in [("words", "two red mugs behind a plate, "), ("brackets", "((((((((["), ("quotes", "\"'\u201c \u2018a "),
                    ("commas", ",,,, a,"), ("joined things", "a cat and a dog and a hen are ")]:
    small = seconds(piece * (500_000 // len(piece)))
    large = seconds(piece * (1_000_000 // len(piece)))
    growth = large / max(small, 0.02)
    print(f"{name}: 1 MB in {large:.2f} s, {growth:.1f} times as long as half of it (at most {MOST_GROWTH:.0f})")
    isGood = isGood and growth <= MOST_GROWTH
sys.exit(0 if isGood else 1)
PYTHON
