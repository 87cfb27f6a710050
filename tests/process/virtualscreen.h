// SPDX-License-Identifier: GPL-3.0-or-later
// An X screen without a monitor, for a test that runs the window program: starts Xvfb on a free display
// number, gives keys through xdotool and reads the pixels from Xvfb's own memory. For tests only. It knows
// nothing of windows; the program must be the only one on it.
#pragma once

#include <QColor>
#include <QFile>
#include <QProcess>
#include <QSize>
#include <QTemporaryDir>

#include <optional>

namespace assay {

class VirtualScreen
{
public:
    VirtualScreen() = default;
    ~VirtualScreen();

    /// What is missing on this computer, in words; empty: a screen can be started.
    static QString missing();

    bool start(QSize size);
    /// The value of DISPLAY for programs on this screen.
    QString display() const { return m_display; }

    /// Gives the keyboard to the window of this process, once it is shown. False: no window came.
    bool focusWindowOf(qint64 process) const;
    /// `keysym`: an X11 name: "a", "Right".
    bool pressKey(const QString& keysym) const;

    /// The part of the screen (0..1) whose pixels have about this colour.
    double shareOf(QColor color) const;

private:
    /// What xdotool says; nothing: it failed.
    std::optional<QByteArray> command(const QStringList& arguments) const;
    bool mapPixels(QSize size);

    QTemporaryDir m_folder;
    QProcess m_server;
    QFile m_memory;
    const uchar* m_pixels = nullptr; ///< 32 bit each, blue first
    qsizetype m_bytesPerLine = 0;
    QSize m_size;
    QString m_display;
};

} // namespace assay
