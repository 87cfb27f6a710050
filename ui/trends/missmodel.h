// SPDX-License-Identifier: GPL-3.0-or-later
// MissModel: the constraints that were missed, as rows: either the kinds or the constraints themselves. GUI
// thread. It reads nothing.
#pragma once

#include "app/store/constraintmisses.h"

#include <QAbstractTableModel>

namespace assay {

class MissModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ConstraintColumn,
        KindColumn,
        TemplateColumn,
        MissedColumn,
        ShareColumn,
        BaselineColumn,
        DifferenceColumn,
        ColumnCount
    };
    enum class Rows { Kinds, Constraints };

    explicit MissModel(QObject* parent = nullptr);

    void setMisses(const std::vector<ConstraintMisses>& misses);
    void setRows(Rows rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const ConstraintMisses& misses, int column) const;
    void choose();

    std::vector<ConstraintMisses> m_misses;
    std::vector<ConstraintMisses> m_shown;
    Rows m_rows = Rows::Constraints;
};

} // namespace assay
