// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

// Each letter is the middle line of its strokes in a box of height 1: "M x y" moves, "L x y" draws, "C" is a
// cubic curve. The pen is 0.2 wide, so that strokes end 0.1 from the box.
struct Glyph
{
    char16_t letter;
    double width;
    const char* strokes;
};

constexpr double kPen = 0.2;
constexpr double kGap = 0.14;

constexpr Glyph kGlyphs[] = {
    {u'A', .84, "M .08 1 L .42 .06 L .76 1 M .2 .72 L .64 .72"},
    {u'D', .80, "M .1 .1 L .34 .1 C .58 .1 .70 .26 .70 .5 C .70 .74 .58 .9 .34 .9 L .1 .9 Z"},
    {u'E', .64, "M .62 .1 L .1 .1 L .1 .9 L .62 .9 M .1 .49 L .56 .49"},
    {u'F', .62, "M .61 .1 L .1 .1 L .1 1 M .1 .5 L .54 .5"},
    {u'H', .80, "M .1 0 L .1 1 M .7 0 L .7 1 M .1 .49 L .7 .49"},
    {u'L', .60, "M .1 0 L .1 .9 L .59 .9"},
    {u'M', .96, "M .1 1 L .1 .12 L .48 .78 L .86 .12 L .86 1"},
    {u'N', .82, "M .1 1 L .1 .14 L .72 .86 L .72 0"},
    {u'O', .88,
     "M .44 .1 C .66 .1 .78 .26 .78 .5 C .78 .74 .66 .9 .44 .9 C .22 .9 .1 .74 .1 .5 C .1 .26 .22 "
     ".1 .44 .1 Z"},
    {u'P', .72, "M .1 1 L .1 .1 L .38 .1 C .54 .1 .63 .2 .63 .35 C .63 .5 .54 .6 .38 .6 L .1 .6"},
    {u'R', .76,
     "M .1 1 L .1 .1 L .38 .1 C .54 .1 .63 .2 .63 .34 C .63 .48 .54 .57 .38 .57 L .1 .57 M .38 .57 "
     "L .68 1"},
    {u'S', .74,
     "M .64 .27 C .60 .15 .50 .1 .37 .1 C .21 .1 .12 .18 .12 .29 C .12 .42 .24 .46 .38 .49 C .54 "
     ".52 .64 .57 .64 .70 C .64 .83 .53 .9 .37 .9 C .22 .9 .12 .84 .08 .71"},
    {u'T', .70, "M 0 .1 L .7 .1 M .35 .1 L .35 1"},
    {u'W', 1.10, "M .08 0 L .31 .9 L .55 .1 L .79 .9 L 1.02 0"},
};

const Glyph* glyphOf(QChar letter)
{
    for (const Glyph& glyph : kGlyphs) {
        if (letter == QChar(glyph.letter))
            return &glyph;
    }
    return nullptr;
}

QPainterPath centreLine(const Glyph& glyph)
{
    QPainterPath path;
    const QStringList words = QString::fromLatin1(glyph.strokes).split(u' ');
    const auto point = [&words](int i) {
        return QPointF(words.at(i).toDouble(), words.at(i + 1).toDouble());
    };
    for (int i = 0; i < words.size();) {
        const QString& command = words.at(i);
        if (command == u"M") {
            path.moveTo(point(i + 1));
            i += 3;
        } else if (command == u"L") {
            path.lineTo(point(i + 1));
            i += 3;
        } else if (command == u"C") {
            path.cubicTo(point(i + 1), point(i + 3), point(i + 5));
            i += 7;
        } else {
            path.closeSubpath();
            ++i;
        }
    }
    return path;
}

} // namespace

double wordWidth(const QString& word, double height)
{
    double width = 0;
    for (const QChar letter : word) {
        if (const Glyph* glyph = glyphOf(letter))
            width += glyph->width + kGap;
    }
    return qMax(0.0, width - kGap) * height;
}

void drawWord(Stage& stage, const QString& word, QPointF centre, double height, QColor colour)
{
    stage.push({centre.x() - wordWidth(word, height) / 2, centre.y() - height / 2}, height);
    QPen pen(colour, kPen, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setMiterLimit(3);
    double x = 0;
    for (const QChar letter : word) {
        const Glyph* glyph = glyphOf(letter);
        if (!glyph)
            continue;
        // Pointed letters would stick out of the line by their mitres.
        stage.within(
            [&] {
                QPainterPath box;
                box.addRect(x - 0.1, 0, glyph->width + 0.2, 1);
                return box;
            }(),
            [&] { stage.painter().strokePath(centreLine(*glyph).translated(x, 0), pen); });
        x += glyph->width + kGap;
    }
    stage.pop();
}

} // namespace assay::sample
