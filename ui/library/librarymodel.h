// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryModel: the generations that the library shows. Holds all ids (8 bytes each); the rows of what is
// painted are asked for with rowsWanted() and kept, some thousands of them, until they are painted no more.
// GUI thread. It reads nothing itself.
#pragma once

#include "ui/library/libraryloader.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace assay {

class LibraryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole }; ///< qint64

    explicit LibraryModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::DisplayRole: the name; what is not read yet has none.
    QVariant data(const QModelIndex& index, int role) const override;

    /// Another list. One that goes on from the present one keeps what is selected.
    void setIds(const QList<GenerationId>& ids);
    void insert(const QList<LibraryInsertion>& insertions); ///< the last place first
    void takeRows(const QList<LibraryRow>& rows);
    /// These are different now. Rows stay as they are until they are read again.
    void refresh(const QList<GenerationId>& ids);
    void refreshAll();

    const QList<GenerationId>& ids() const { return m_ids; }
    GenerationId idAt(int row) const { return m_ids.at(row); }
    /// Null while it is not read; then it is asked for.
    const LibraryRow* row(int row) const;

signals:
    void rowsWanted(const QList<assay::GenerationId>& ids);

private:
    void want(int row) const;
    void askForRows();

    QList<GenerationId> m_ids;
    mutable QCache<GenerationId, LibraryRow> m_rows;
    QSet<GenerationId> m_stale; ///< read, but to be read again when painted
    mutable QList<int> m_wanted;
    mutable QSet<GenerationId> m_asked;
    mutable QTimer m_tick;
};

QString libraryName(const LibraryRow& row); ///< the asset, else the file's name

} // namespace assay
