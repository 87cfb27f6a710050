// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/svgtint.h"

#include <QDir>
#include <QIconEngine>
#include <QPainter>

namespace assay {

namespace {

constexpr QLatin1String kFolder(":/assay/icons/");

class ThemedIconEngine : public QIconEngine
{
public:
    enum class States { Follow, Ignore };

    ThemedIconEngine(QString name, Token token, States states)
        : m_name(std::move(name))
        , m_token(token)
        , m_states(states)
    {
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPoint topLeft(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        painter->drawPixmap(topLeft, iconPixmap(m_name, side, assay::colour(token(mode, state)), ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels, as QIcon asks for it.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int pixels = std::min(size.width(), size.height());
        const int side = std::max(1, qRound(pixels / scale));
        return iconPixmap(m_name, side, assay::colour(token(mode, state)), pixels / qreal(side));
    }

private:
    Token token(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return Token::Disabled;
        if (m_states == States::Ignore)
            return m_token;
        const bool isLively = mode == QIcon::Active || mode == QIcon::Selected || state == QIcon::On;
        return isLively && m_token == Token::Text2 ? Token::Text : m_token;
    }

    QString m_name;
    Token m_token;
    States m_states;
};

} // namespace

QIcon themedIcon(const QString& name, Token normal)
{
    return QIcon(new ThemedIconEngine(name, normal, ThemedIconEngine::States::Follow));
}

QIcon fixedIcon(const QString& name, Token token)
{
    return QIcon(new ThemedIconEngine(name, token, ThemedIconEngine::States::Ignore));
}

void paintIcon(QPainter* painter, const QRect& rect, const QString& name, Token token, int side)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPoint topLeft(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter->drawPixmap(topLeft, iconPixmap(name, side, colour(token), ratio));
}

QPixmap iconPixmap(const QString& name, int side, const QColor& colour, qreal ratio)
{
    SvgTint tint{kFolder + name + QStringLiteral(".svg"), {{"#000000", svgColour(colour)}}};
    if (side <= 16)
        tint.replacements.push_back({"stroke-width=\"1.5\"", "stroke-width=\"1.7\""});
    return tintedSvg(tint, side, ratio);
}

QStringList iconNames()
{
    QStringList names = QDir(QString(kFolder)).entryList({QStringLiteral("*.svg")});
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace assay
