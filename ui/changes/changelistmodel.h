// SPDX-License-Identifier: GPL-3.0-or-later
// ChangeListModel: the changes of a workspace, newest first, with what came of each once it is known. GUI
// thread. It reads nothing.
#pragma once

#include "app/report/comparisonwords.h"
#include "ui/common/marks.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimeZone>

namespace assay {

/// What a row is painted from.
struct ChangeRow
{
    Change change{};
    QString time{};                        ///< in the workspace's zone
    std::optional<VerdictCounts> counts{}; ///< nothing: not compared yet
};

class ChangeListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ChangeListModel(QObject* parent = nullptr);

    /// What came of a change stays known where it is still there.
    void setChanges(QList<Change> changes, const QTimeZone& zone);
    void setCounts(const QString& externalId, const VerdictCounts& counts);

    const ChangeRow& row(int row) const { return m_rows[size_t(row)]; }
    int rowOf(const QString& externalId) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ChangeRow> m_rows;
};

/// "Model · all clients"
QString changeScope(const Change& change);
/// How the verdicts stand in one mark.
Mark verdictMark(const VerdictCounts& counts);

} // namespace assay
