// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryLoader: reads what the library page shows, each kind of it in a thread of its own with a read-only
// connection of its own: the list, the rows that are on screen, the counts. Lives in the GUI thread; only
// values come back. Of several questions of a kind the newest is answered, the older ones are given up.
#pragma once

#include "app/store/librarysearch.h"
#include "ui/common/workspacereader.h"

#include <memory>

namespace assay {

/// New ids that belong before what is at that place of the old list.
struct LibraryInsertion
{
    qsizetype before = 0;
    QList<GenerationId> ids{};
};

/// What has to be put into `shown` so that the ids of `fresh` that it lacks stand behind those they follow
/// there; the last place first. What `fresh` lacks stays.
QList<LibraryInsertion> insertionsInto(const QList<GenerationId>& shown, const QList<GenerationId>& fresh);

class LibraryLoader : public QObject
{
    Q_OBJECT

public:
    explicit LibraryLoader(QString workspacePath, QObject* parent = nullptr);
    ~LibraryLoader() override;

    /// Answered by begun(), perhaps, and listed(); or by failed().
    void list(const LibraryFilter& filter);
    /// Looks what is new in the list; answered by grown(), unless another list is asked for meanwhile.
    void listNew(const LibraryFilter& filter, const QList<GenerationId>& shown);
    void count(const LibraryFilter& filter);
    void readChoices();
    void readRows(const QList<GenerationId>& ids);
    void readDetail(GenerationId id);
    /// Writes these into the file, whole or not at all; answered by exported() or exportFailed().
    void exportTo(const QString& path, const QList<GenerationId>& ids);

signals:
    /// The first ones of a long list.
    void begun(const QList<assay::GenerationId>& ids);
    void listed(const QList<assay::GenerationId>& ids, std::chrono::milliseconds took);
    void grown(const QList<assay::LibraryInsertion>& insertions);
    void counted(const assay::LibraryCounts& counts);
    void choicesRead(const assay::LibraryChoices& choices);
    void rowsRead(const QList<assay::LibraryRow>& rows);
    void detailRead(const assay::LibraryDetail& detail);
    void exported(const QString& path, qsizetype count);
    void exportFailed(const assay::Error& error);
    void failed(const assay::Error& error);

private:
    using Flag = std::shared_ptr<std::atomic_bool>;

    /// The flag of a new question; the one before it is given up.
    static Flag renewed(Flag& flag);
    template<typename T, typename Give>
    void answer(const Result<T>& result, const Flag& flag, Give give);

    Flag m_listing;
    Flag m_counting;
    Flag m_choosing;
    Flag m_detailing;
    Flag m_exporting;
    WorkspaceReader m_listReader;
    WorkspaceReader m_rowReader;
    WorkspaceReader m_countReader;
    WorkspaceReader m_exportReader;
};

} // namespace assay
