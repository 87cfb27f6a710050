// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of windows about the workspace: a folder with pictures that was imported, and the writer that the
// windows store through.
#pragma once

#include "app/store/imageroots.h"
#include "app/store/storewriter.h"
#include "tests/app/intake/importfixture.h"

#include <QHeaderView>
#include <QTableView>
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

/// Which heads of a table are not as wide as their words, and which cells of the columns but `rest`; empty:
/// none.
inline QStringList cutColumns(const QTableView* table, int rest)
{
    QStringList cut;
    const QHeaderView* head = table->horizontalHeader();
    const QAbstractItemView* view = table;
    for (int column = 0; column < head->count(); ++column) {
        const int width = table->columnWidth(column);
        const bool isCut = width < head->sectionSizeHint(column) ||
                           (column != rest && width < view->sizeHintForColumn(column));
        if (isCut)
            cut.append(table->model()->headerData(column, Qt::Horizontal).toString());
    }
    if (head->length() > table->viewport()->width())
        cut.append(QStringLiteral("wider than the window"));
    return cut;
}

} // namespace assay
