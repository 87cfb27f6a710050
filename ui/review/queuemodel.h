// SPDX-License-Identifier: GPL-3.0-or-later
// QueueModel: the images of one lane, oldest first. Holds all ids (8 bytes each) and reads the small rows in
// pages when they are shown, on the GUI thread's read-only connection. Arrivals are inserted where they
// belong in one go per tick, a changed row is one dataChanged, and a decided row stays until the lane is
// loaded again. It saves nothing; a verdict the store does not have yet comes from the session.
#pragma once

#include "app/store/queue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace assay {

class ReviewSession;

/// The existing order with the new ids of `fresh` put behind the one they follow there. Ids that `fresh` does
/// not have stay where they are.
QList<GenerationId> mergedOrder(const QList<GenerationId>& existing, const QList<GenerationId>& fresh);

class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64
        NameRole,              ///< the asset, else the file's name
        PlaceRole,             ///< "Aldertea · cycle 3 · 2/4"
        VerdictRole,           ///< Disposition as int; invalid: none
        NotSavedRole,          ///< bool: its verdict could not be saved
        BatchRole,             ///< BatchPlace as int
    };
    /// Where a row stands in the bracket that joins a batch.
    enum class BatchPlace { None, First, Middle, Last };

    QueueModel(const Database& database, const ReviewSession& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const QueueFilter& filter() const { return m_filter; }
    /// Reads the lane anew. On failure the rows stay as they are.
    Result<void> load(const QueueFilter& filter);

    GenerationId idAt(int row) const { return m_ids.at(row); }
    /// -1: not in the list. While rows are being inserted, as it was before: wait for rowsMerged().
    int rowOf(GenerationId id) const;
    /// Null when the row cannot be read.
    const QueueRow* row(int row) const;
    std::optional<Disposition> verdict(int row) const;
    bool isNotSaved(int row) const;
    /// From `row` on; -1: all have a verdict.
    int firstUndecided(int row = 0) const;
    /// The name with the candidate: "Spring tea hero 1/4".
    QString targetName(int row) const;

    /// New generations: those that the filter shows are inserted with the next tick.
    void addArrived(const QList<GenerationId>& ids);
    /// These rows are read again; the others are not touched.
    void refresh(const QList<GenerationId>& ids);
    /// The same for every row that was read: anything may be different.
    void refreshRead() { refresh(m_rows.keys()); }
    /// Puts an image into the list that the lane does not hold any more (an undone verdict of another lane).
    int ensure(GenerationId id);

signals:
    /// Rows came in, in one insertion or several, and all of them have their place now.
    void rowsMerged();
    void readFailed(const assay::Error& error);

private:
    void insertArrived();
    void insertMerged(const QList<GenerationId>& merged);
    void reindex();
    void readPage(int row) const;
    BatchPlace batchPlace(int row) const;
    bool isSameBatch(int row, int other) const;

    const Database& m_database;
    const ReviewSession& m_session;
    QueueFilter m_filter;
    QList<GenerationId> m_ids;
    QHash<GenerationId, int> m_rowById;
    mutable QHash<GenerationId, QueueRow> m_rows;
    QList<GenerationId> m_arrived;
    QTimer m_arrivalTick;
};

/// "Aldertea · cycle 3 · 2/4": client, cycle where there is more than one image to tell apart, candidate.
QString placeText(const QueueRow& row);
QString nameText(const QueueRow& row);

} // namespace assay
