// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include "ui/common/assaystyle.h"
#include "ui/common/focusring.h"
#include "ui/common/stylesheet.h"
#include "ui/common/systemscheme.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QMetaEnum>
#include <QSettings>

namespace assay {

namespace {

const char* const kModeKey = "appearance/mode";

QFont applicationFont()
{
    QFont font = QApplication::font();
    if (const QString family = loadAssaySans(); !family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

Appearance::Mode readMode(const QSettings& settings)
{
    const QByteArray text = settings.value(QLatin1String(kModeKey)).toByteArray();
    bool isKnown = false;
    const int mode = QMetaEnum::fromType<Appearance::Mode>().keyToValue(text.constData(), &isKnown);
    return isKnown ? Appearance::Mode(mode) : Appearance::Mode::System;
}

} // namespace

Appearance::Appearance(QSettings* settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_mode(readMode(*settings))
    , m_system(std::make_unique<SystemScheme>())
    , m_ring(std::make_unique<FocusRing>())
{
    QApplication::setStyle(new AssayStyle);
    QApplication::setFont(applicationFont());
    connect(m_system.get(), &SystemScheme::changed, this, &Appearance::apply);
    apply();
}

Appearance::~Appearance() = default;

void Appearance::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_settings->setValue(QLatin1String(kModeKey),
                         QLatin1String(QMetaEnum::fromType<Mode>().valueToKey(int(mode))));
    apply();
    emit modeChanged(mode);
}

void Appearance::apply()
{
    const Scheme wanted = m_mode == Mode::System ? m_system->scheme()
                          : m_mode == Mode::Dark ? Scheme::Dark
                                                 : Scheme::Light;
    const Theme& theme = Theme::of(wanted);
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(styleSheet(theme));
}

} // namespace assay
