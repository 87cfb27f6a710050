// SPDX-License-Identifier: GPL-3.0-or-later
// ImportReportDialog: what an import took, knew and refused, each refusal with its file, line and reason. GUI
// thread; never modal; deletes itself when closed.
#pragma once

#include "app/intake/importreport.h"

#include <QDialog>

class QVBoxLayout;

namespace assay {

class ImportReportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportReportDialog(const ImportReport& report, QWidget* parent);

private:
    void addCounts(const ImportReport& report, QVBoxLayout* column);
    void addProblems(const QList<ImportProblem>& problems, QVBoxLayout* column);
};

} // namespace assay
