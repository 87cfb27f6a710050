// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

#include <optional>

namespace assay {

namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kGroup("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");
constexpr int kAnswerWithinMs = 250;

Scheme paletteScheme()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark
                                                                                : Scheme::Light;
}

/// The portal says 1 for dark, 2 for light, 0 for no preference.
std::optional<Scheme> schemeOf(const QVariant& value)
{
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return Scheme::Dark;
    case 2:
        return Scheme::Light;
    default:
        return std::nullopt;
    }
}

} // namespace

SystemScheme::SystemScheme()
    : m_scheme(paletteScheme())
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto follow = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setScheme(scheme == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light);
    };
    follow(QGuiApplication::styleHints()->colorScheme());
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, follow);
#else
    askPortal();
#endif
}

void SystemScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage question = QDBusMessage::createMethodCall(QString(kService), QString(kPath),
                                                           QString(kInterface), QStringLiteral("Read"));
    question << QString(kGroup) << QString(kKey);
    const QDBusMessage answer = bus.call(question, QDBus::Block, kAnswerWithinMs);
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        m_scheme = schemeOf(answer.arguments().constFirst()).value_or(m_scheme);
    bus.connect(QString(kService), QString(kPath), QString(kInterface), QStringLiteral("SettingChanged"),
                this, SLOT(onPortalSetting(QString, QString, QDBusVariant)));
}

void SystemScheme::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != kGroup || key != kKey)
        return;
    if (const auto scheme = schemeOf(value.variant()))
        setScheme(*scheme);
}

void SystemScheme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed();
}

} // namespace assay
