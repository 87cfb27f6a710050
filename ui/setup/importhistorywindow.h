// SPDX-License-Identifier: GPL-3.0-or-later
// ImportHistoryWindow: past imports, what each refused and why, and the one that runs, with its rate, the
// time that is left and Cancel. What was refused can be read again. GUI thread; it imports nothing itself.
#pragma once

#include "app/intake/importreport.h"
#include "ui/common/listwindow.h"
#include "ui/common/workspacereader.h"
#include "ui/setup/importhistorymodel.h"

#include <QTimer>

namespace assay {

class ImportProblemModel;
class ImportStatus;
class TextLabel;

struct ImportHistory
{
    QList<ImportRecord> imports;
    bool isAnythingRefused = false; ///< that was not settled later
};

class ImportHistoryWindow : public ListWindow
{
    Q_OBJECT

public:
    ImportHistoryWindow(const QString& workspacePath, const QTimeZone& zone, QWidget* parent);

    void showProgress(const ImportProgress& progress);
    void showReport(const ImportReport& report);

signals:
    /// These files and folders are to be read again.
    void importRequested(const QStringList& paths);
    void cancelRequested();

protected:
    void currentRowChanged() override;

private:
    void buildBelow();
    void buildButtons();
    void reload();
    void showHistory(const Result<ImportHistory>& history);
    void showProblems(ImportId import, const Result<QList<ImportProblem>>& problems);
    const ImportRecord* current() const;
    void updateButtons();
    void retryCurrent();
    void retryAll();
    void request(const Result<QStringList>& paths);

    ImportHistoryModel* m_model;
    ImportProblemModel* m_problems;
    ImportStatus* m_status = nullptr;
    TextLabel* m_problemWords = nullptr;
    QTableView* m_problemTable = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_retryAll = nullptr;
    bool m_isAnythingRefused = false;
    std::optional<ImportRecord> m_shown; ///< whose problems are shown
    QTimer m_reloadTimer;
    WorkspaceReader m_reader; ///< goes first
};

} // namespace assay
