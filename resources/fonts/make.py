#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Assay Sans faces from Inter (Debian: fonts-inter, python3-fonttools).

Qt before 6.7 cannot ask a font for tabular figures, and Inter's default 1 is narrower than its 8, so numbers in
columns would not line up. The faces made here are Inter with the tabular figures as the default ones, cut down to
Latin, Greek, Cyrillic, punctuation, currency, arrows and mathematical signs. Their outlines are TrueType ones, since
Qt draws PostScript outlines heavier than they are. The family is renamed, so an installed Inter is never mistaken for
it.

usage: make.py FOLDER_WITH_INTER
"""
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Assay Sans"
RANGES = [(0x20, 0x24F), (0x2B0, 0x2FF), (0x370, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F),
          (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF)]


def tabular(font):
    """The glyph substitutions of the tnum feature."""
    gsub = font["GSUB"].table
    record = next(r for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum")
    found = {}
    for index in record.Feature.LookupListIndex:
        for table in gsub.LookupList.Lookup[index].SubTable:
            found.update(getattr(table, "ExtSubTable", table).mapping)
    return found


def to_truetype(font):
    """Replaces the PostScript outlines; off by less than half a unit of 2816 to the em."""
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, max_err=0.5, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = outlines
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions"):
        setattr(maxp, field, 0)
    maxp.maxComponentElements = max((len(g.components) for g in outlines.values() if hasattr(g, "components")), default=0)
    post = font["post"]
    post.formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"


def make(source, target):
    font = TTFont(source)
    digits = tabular(font)
    for table in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            if code in table.cmap:
                table.cmap[code] = digits.get(table.cmap[code], table.cmap[code])  # tables may share one map
    zero = font.getBestCmap()[0x30]
    width = font["hmtx"][zero][0]
    for code in range(0x30, 0x3A):  # the heavier weights are off by a unit or two
        glyph = font.getBestCmap()[code]
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])
    for name in list(font["name"].names):
        if name.nameID in (3, 16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=name.nameID)
    style = source.stem.split("-")[1]
    for name_id, text in ((1, FAMILY), (2, style), (4, f"{FAMILY} {style}"), (6, f"AssaySans-{style}")):
        font["name"].setName(text, name_id, 3, 1, 0x409)
    options = subset.Options(layout_features=["kern", "calt", "ccmp", "locl", "mark", "mkmk", "case"],
                             name_IDs=["*"], hinting=True, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    to_truetype(font)
    font.save(target)


folder = pathlib.Path(sys.argv[1])
for weight in ("Regular", "Medium", "SemiBold"):
    make(folder / f"Inter-{weight}.otf", pathlib.Path(__file__).with_name(f"AssaySans-{weight}.ttf"))
