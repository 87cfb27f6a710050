// SPDX-License-Identifier: GPL-3.0-or-later
// ClientReportDialog: which client, which days, where to: then the PDF. GUI thread, never modal. It says
// where the report went and opens it, or why it could not be written; the file that was there stays then. A
// file is replaced only when the person said so.
#pragma once

#include "ui/common/problem.h"
#include "ui/report/reportjob.h"
#include "ui/report/reportpage.h"

#include <QDialog>
#include <QTimeZone>
#include <QUrl>

#include <functional>

class QAction;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace assay {

class Banner;

class ClientReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens what was saved; tests put their own in its place.
    using Opener = std::function<void(const QUrl&)>;

    /// `zone` is that of the workspace's weeks: it says which day is today.
    ClientReportDialog(const QString& workspacePath, const Clock& clock, const QTimeZone& zone,
                       QWidget* parent = nullptr);

    void setOpener(Opener opener) { m_opener = std::move(opener); }
    /// Reads the clients again and shows the dialog.
    void present();
    /// Suggests this client.
    void setClient(const QString& client);

signals:
    void saved(const QString& path);
    void notSaved();

private:
    void buildForm();
    void connectParts();
    void setClients(const QStringList& clients);
    static QString suggestedFolder();
    void suggestPath();
    void choosePath();
    void exportReport();
    bool isPeriodRight();
    void askBeforeReplacing();
    void read();
    void save(const ClientReport& report);
    void showProblem(const Error& error, Attempt attempt);
    void setBusy(bool isBusy);

    Clock m_clock;
    QTimeZone m_zone;
    ReportJob m_job;
    Opener m_opener;
    QString m_client;
    QString m_target;      ///< of the report that is being made
    QString m_replaceable; ///< the file that the person agreed to replace
    bool m_isPathChosen = false;
    Banner* m_banner;
    QComboBox* m_clients;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QPushButton* m_export;
    QProgressBar* m_progress;
};

/// "Export client report…" for the Report menu: opens the dialog, which belongs to `window`. The action
/// belongs to `window` too.
QAction* makeClientReportAction(const QString& workspacePath, const Clock& clock, const QTimeZone& zone,
                                QWidget* window);

} // namespace assay
