#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How many thumbnails of 1024 x 1024 PNG are made a second, beside vipsthumbnail where it is installed. Use a release
# build with ASSAY_BENCH:  tests/bench/thumbnails.sh build/release/bin/bench_thumbnails [FILES]
set -eu
program=${1:?the path of bench_thumbnails is missing}
files=${2:-300}
python3 - "$program" "$files" <<'PYTHON'
import glob, os, random, shutil, struct, subprocess, sys, tempfile, time, zlib

PROGRAM, FILES = sys.argv[1], int(sys.argv[2])
LEAST, SIDE = 90, 1024


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_picture(path, seed):
    """Smooth areas with grain, filtered as encoders do: about 1.5 MB, as generators' pictures have."""
    dice = random.Random(seed)
    grain = dice.randbytes(SIDE * 3 * 64)
    rows = bytearray()
    for y in range(SIDE):
        start = dice.randrange(0, len(grain) - SIDE * 3)
        noise = grain[start:start + SIDE * 3]
        # Filter "up": the difference to the row above is the grain's lowest bits.
        rows += b"\x02" + bytes(byte & 3 for byte in noise)
    data = zlib.compress(bytes(rows), 6)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", data) + chunk(b"IEND", b""))


with tempfile.TemporaryDirectory() as folder:
    for i in range(FILES):
        write_picture(f"{folder}/{i:05}.png", i)
    size = sum(os.path.getsize(path) for path in glob.glob(f"{folder}/*.png")) / FILES / 1e6
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    rate, shown = subprocess.run([PROGRAM, folder], env=environment, capture_output=True, text=True,
                                 check=True).stdout.split()
    isGood = float(rate) >= LEAST
    print(f"thumbnails: {rate} a second of {FILES} PNG of {size:.1f} MB (at least {LEAST}); "
          f"a picture to be shown meanwhile took {shown} ms" + ("" if isGood else "  MISSED"))
    if shutil.which("vipsthumbnail"):
        begun = time.monotonic()
        halves = [sorted(glob.glob(f"{folder}/*.png"))[i::2] for i in range(2)]
        jobs = [subprocess.Popen(["vipsthumbnail", "--size", "256", "-o", f"{folder}/%s.jpg[Q=88]", *half])
                for half in halves]
        if any(job.wait() for job in jobs):
            sys.exit("vipsthumbnail failed")
        print(f"vipsthumbnail: {FILES / (time.monotonic() - begun):.1f} a second, two processes")
sys.exit(0 if isGood else 1)
PYTHON
