// SPDX-License-Identifier: GPL-3.0-or-later
// ImportProblemModel: what an import refused as rows of file, line, reason and the technical detail. GUI
// thread. Words are made for the rows that are shown, so that ten thousand problems open at once.
#pragma once

#include "app/store/imports.h"

#include <QAbstractTableModel>

namespace assay {

class ImportProblemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FileColumn, LineColumn, ReasonColumn, DetailColumn, ColumnCount };

    explicit ImportProblemModel(QObject* parent = nullptr);

    void setProblems(const QList<ImportProblem>& problems);
    const ImportProblem& problem(int row) const { return m_problems[row]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImportProblem> m_problems;
};

} // namespace assay
