// SPDX-License-Identifier: GPL-3.0-or-later
// ImportReportDialog: what an import took, knew and refused, each refusal with its file, line and reason; the
// same for metadata that was read again. GUI thread; never modal; deletes itself when closed.
#pragma once

#include "app/intake/reread.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace assay {

class ImportReportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportReportDialog(const ImportReport& report, QWidget* parent);
    ImportReportDialog(const RereadReport& report, QWidget* parent);

signals:
    /// The files of which something was refused are to be read again.
    void importRequested(const QStringList& paths);

private:
    struct Count
    {
        QString word;
        qint64 number;
    };

    void build(const QString& sentence, const QList<Count>& counts, const QList<ImportProblem>& problems);
    void addCounts(const QList<Count>& counts, QVBoxLayout* column);
    void addProblems(const QList<ImportProblem>& problems, QVBoxLayout* column);
    void addRetry(const QList<ImportProblem>& problems);

    QHBoxLayout* m_buttons = nullptr;
};

} // namespace assay
