// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: the colours of the look, by meaning (DESIGN.md, "Colour"). A page asks for a Token and never names a
// colour. GUI thread. Both themes are constant values read once from resources/tokens.json; which one is
// current follows from the application's palette, which Appearance (appearance.h) sets and nobody else. At a
// switch every widget gets a QEvent::PaletteChange and repaints: paint with Theme::current() and keep no
// colour.
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace assay {

enum class Scheme { Dark, Light };

/// In the order of tokens.json.
enum class Token {
    Window,
    Chrome,
    Panel,
    Raised,
    Hover,
    Field,
    Canvas,
    Line,
    LineStrong,
    Grid,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    AccentFill,
    OnAccent,
    Selection,
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Unsure,
    UnsureSoft,
    OnMark,
    Band,
    BandEdge,
    Whisker,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7
};
inline constexpr int kTokenCount = int(Token::C7) + 1;

class Theme
{
public:
    /// The theme of that scheme, for example the light one for paper.
    static const Theme& of(Scheme scheme);
    /// The theme the application shows now.
    static const Theme& current();

    Scheme scheme() const { return m_scheme; }
    QColor colour(Token token) const { return m_colours[size_t(token)]; }
    /// The colour of the constraint with that number, from 1; 8 is the first one again.
    QColor constraint(int number) const;
    QPalette palette() const;

    /// The token's name in tokens.json and, after `@`, in style.qss.
    static QLatin1String name(Token token);

private:
    explicit Theme(Scheme scheme);

    Scheme m_scheme;
    std::array<QColor, kTokenCount> m_colours;
};

/// Theme::current().colour(token)
QColor colour(Token token);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace assay
