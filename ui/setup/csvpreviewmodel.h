// SPDX-License-Identifier: GPL-3.0-or-later
// CsvPreviewModel: the first rows of a table with what would become of each. GUI thread.
#pragma once

#include "app/intake/csvpreview.h"

#include <QAbstractTableModel>

namespace assay {

class CsvPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LineColumn, ResultColumn, FirstCell };

    explicit CsvPreviewModel(QObject* parent = nullptr);

    void setPreview(const QStringList& headers, const QList<CsvPreviewRow>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers;
    QList<CsvPreviewRow> m_rows;
};

/// "Taken", "Taken without its verdict: …" or "Refused: …".
QString csvFateText(const CsvPreviewRow& row);

} // namespace assay
