// SPDX-License-Identifier: GPL-3.0-or-later
// Appearance: gives the application its look and switches it: system, dark or light (View > Appearance). GUI
// thread; main makes one after QApplication and owns it. Nobody needs a pointer to it to paint: colours come
// from theme.h, fonts from type.h, icons and marks draw themselves in the current theme. It does not restyle
// what is already right.
//
//     QApplication app(argc, argv);
//     Appearance appearance(&settings);          // style, font, palette, style sheet, focus ring
//     appearance.setMode(Appearance::Mode::Dark); // every widget repaints; remembered in the settings
#pragma once

#include "ui/common/theme.h"

#include <QObject>

#include <memory>

class QSettings;

namespace assay {

class FocusRing;
class SystemScheme;

class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Dark, Light };
    Q_ENUM(Mode)

    /// Reads the mode from the settings, which must outlive this, and applies it to the application.
    explicit Appearance(QSettings* settings, QObject* parent = nullptr);
    ~Appearance() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

signals:
    void modeChanged(assay::Appearance::Mode mode);

private:
    void apply();

    QSettings* m_settings;
    Mode m_mode = Mode::System;
    std::unique_ptr<SystemScheme> m_system;
    std::unique_ptr<FocusRing> m_ring;
};

} // namespace assay
