// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartstyle.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <cmath>

namespace assay {

namespace {

constexpr double kPaperScale = 1.5;

ChartStyle styleOf(const Theme& theme)
{
    ChartStyle style;
    style.panel = theme.colour(Token::Panel);
    style.grid = theme.colour(Token::Grid);
    style.axis = theme.colour(Token::LineStrong);
    style.separator = theme.colour(Token::Line);
    style.text = theme.colour(Token::Text);
    style.text2 = theme.colour(Token::Text2);
    style.text3 = theme.colour(Token::Text3);
    style.accent = theme.colour(Token::Accent);
    style.whisker = theme.colour(Token::Whisker);
    style.band = theme.colour(Token::Band);
    style.bandEdge = theme.colour(Token::BandEdge);
    style.warn = theme.colour(Token::Warn);
    style.bad = theme.colour(Token::Bad);
    style.label = font(TextStyle::Label);
    style.labelSemibold = font(TextStyle::LabelSemibold);
    return style;
}

/// Half way to white.
QColor lighter(const QColor& colour)
{
    return QColor((colour.red() + 255) / 2, (colour.green() + 255) / 2, (colour.blue() + 255) / 2);
}

} // namespace

double ChartStyle::snapped(double coordinate) const
{
    return isSnapped ? std::floor(coordinate) + 0.5 : coordinate;
}

ChartStyle screenChartStyle()
{
    return styleOf(Theme::current());
}

ChartStyle paperChartStyle(const QColor& accent)
{
    ChartStyle style = styleOf(Theme::of(Scheme::Light));
    style.accent = accent;
    style.whisker = lighter(accent);
    style.scale = kPaperScale;
    style.isSnapped = false;
    for (QFont* font : {&style.label, &style.labelSemibold})
        font->setPixelSize(int(std::lround(font->pixelSize() * kPaperScale)) + 1);
    return style;
}

} // namespace assay
