// SPDX-License-Identifier: GPL-3.0-or-later
// ImportStatus: what an import is doing, in the status bar: progress and Cancel while it runs, then what came
// of it, with a button for the report. GUI thread. It shows what it is told and asks with signals.
#pragma once

#include "app/intake/importreport.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace assay {

class TextLabel;

class ImportStatus : public QWidget
{
    Q_OBJECT

public:
    explicit ImportStatus(QWidget* parent = nullptr);

    /// Where the report is at hand anyway, no button offers it.
    void setReportOffered(bool isOffered) { m_isReportOffered = isOffered; }
    void showProgress(const ImportProgress& progress);
    void showReport(const ImportReport& report);

signals:
    void cancelRequested();
    void reportRequested();

private:
    TextLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_report;
    bool m_isReportOffered = true;
};

/// "300 taken in, 2 refused"; says also when nothing was new.
QString importSummary(const ImportReport& report);

} // namespace assay
