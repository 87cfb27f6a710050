// SPDX-License-Identifier: GPL-3.0-or-later
// RelinkModel: the images that relinking did not find, each with the reason, the ambiguous ones first. GUI
// thread. Words are made for the rows that are shown.
#pragma once

#include "app/intake/relink.h"

#include <QAbstractTableModel>

namespace assay {

class RelinkModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ImageColumn, ReasonColumn, ColumnCount };

    explicit RelinkModel(QObject* parent = nullptr);

    void setPlan(const RelinkPlan& plan);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(int row, int column) const;

    QList<AmbiguousImage> m_ambiguous;
    QStringList m_missing;
    QStringList m_unreadable;
};

} // namespace assay
