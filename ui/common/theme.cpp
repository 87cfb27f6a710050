// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr std::array<const char*, kTokenCount> kNames = {
    "window",     "chrome",     "panel",  "raised",   "hover",    "field",    "canvas", "line",
    "lineStrong", "grid",       "text",   "text2",    "text3",    "disabled", "accent", "accentFill",
    "onAccent",   "selection",  "good",   "goodSoft", "warn",     "warnSoft", "bad",    "badSoft",
    "unsure",     "unsureSoft", "onMark", "band",     "bandEdge", "whisker",  "c1",     "c2",
    "c3",         "c4",         "c5",     "c6",       "c7"};

QJsonObject readTokens(Scheme scheme)
{
    QFile file(QStringLiteral(":/assay/tokens.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject both = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray()).object();
    return both.value(scheme == Scheme::Dark ? QLatin1String("dark") : QLatin1String("light")).toObject();
}

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

void setDisabled(QPalette& palette, const QColor& colour)
{
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colour);
}

} // namespace

Theme::Theme(Scheme scheme)
    : m_scheme(scheme)
{
    const QJsonObject tokens = readTokens(scheme);
    for (size_t i = 0; i < m_colours.size(); ++i) {
        m_colours[i] = QColor(tokens.value(QLatin1String(kNames[i])).toString());
        Q_ASSERT_X(m_colours[i].isValid(), "tokens.json", kNames[i]);
    }
}

const Theme& Theme::of(Scheme scheme)
{
    static const Theme dark(Scheme::Dark);
    static const Theme light(Scheme::Light);
    return scheme == Scheme::Dark ? dark : light;
}

const Theme& Theme::current()
{
    const bool isDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return of(isDark ? Scheme::Dark : Scheme::Light);
}

QColor Theme::constraint(int number) const
{
    Q_ASSERT(number >= 1);
    return colour(Token(int(Token::C1) + (number - 1) % 7));
}

QPalette Theme::palette() const
{
    QPalette palette(colour(Token::Raised), colour(Token::Window));
    const std::pair<QPalette::ColorRole, Token> roles[] = {
        {QPalette::Window, Token::Window},
        {QPalette::WindowText, Token::Text},
        {QPalette::Base, Token::Field},
        {QPalette::AlternateBase, Token::Panel},
        {QPalette::Text, Token::Text},
        {QPalette::PlaceholderText, Token::Text3},
        {QPalette::Button, Token::Raised},
        {QPalette::ButtonText, Token::Text},
        {QPalette::BrightText, Token::OnAccent},
        {QPalette::ToolTipBase, Token::Raised},
        {QPalette::ToolTipText, Token::Text},
        {QPalette::Highlight, Token::Selection},
        {QPalette::HighlightedText, Token::Text},
        {QPalette::Link, Token::Accent},
        {QPalette::LinkVisited, Token::Accent},
        {QPalette::Light, Token::Hover},
        {QPalette::Midlight, Token::Raised},
        {QPalette::Mid, Token::Line},
        {QPalette::Dark, Token::LineStrong},
        {QPalette::Shadow, Token::Line},
    };
    for (const auto& [role, token] : roles)
        palette.setColor(role, colour(token));
    setDisabled(palette, colour(Token::Disabled));
    return palette;
}

QLatin1String Theme::name(Token token)
{
    return QLatin1String(kNames[size_t(token)]);
}

QColor colour(Token token)
{
    return Theme::current().colour(token);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace assay
