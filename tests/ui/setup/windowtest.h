// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of windows about the workspace: a folder with pictures that was imported, and the writer that the
// windows store through.
#pragma once

#include "app/store/imageroots.h"
#include "app/store/storewriter.h"
#include "tests/app/intake/importfixture.h"

#include <QTest>
#include <QWidget>

namespace assay {

constexpr int kPatience = 30'000;

class WindowFixture : public ImportFixture
{
public:
    WindowFixture()
    {
        auto started = StoreWriter::start(workspace().path());
        if (!started)
            qFatal("%s", qPrintable(started.error().detail));
        m_writer = *std::move(started);
    }

    StoreWriter& writer() { return *m_writer; }
    QWidget& window() { return m_window; }

    /// Three pictures in a folder that is followed.
    ImageRoot followPictures() const
    {
        for (int i = 1; i <= 3; ++i)
            writeImage(QStringLiteral("hero/%1.png").arg(i), i, QString(i, u'x'));
        importFolder();
        return roots().constFirst();
    }
    QList<ImageRoot> roots() const
    {
        const auto roots = ImageRoots(database()).all();
        return roots ? *roots : QList<ImageRoot>();
    }

private:
    std::unique_ptr<StoreWriter> m_writer;
    QWidget m_window;
};

/// A part of a window by its object name.
template<typename T>
T* part(const QWidget* window, const char* name)
{
    return window->findChild<T*>(QLatin1String(name));
}

} // namespace assay
