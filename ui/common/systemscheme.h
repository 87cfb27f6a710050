// SPDX-License-Identifier: GPL-3.0-or-later
// SystemScheme: whether the desktop asks for dark or light, and when it changes its mind. GUI thread.
// Asks QStyleHints (Qt 6.5 and newer), else the desktop portal's org.freedesktop.appearance, else the
// lightness of the palette the application started with. Make it before the palette is set.
#pragma once

#include "ui/common/theme.h"

#include <QObject>

class QDBusVariant;

namespace assay {

class SystemScheme : public QObject
{
    Q_OBJECT

public:
    SystemScheme();

    Scheme scheme() const { return m_scheme; }

signals:
    void changed();

private slots:
    void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void setScheme(Scheme scheme);
    void askPortal();

    Scheme m_scheme;
};

} // namespace assay
