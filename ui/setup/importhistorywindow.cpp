// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importhistorywindow.h"

#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"
#include "ui/setup/importproblemmodel.h"
#include "ui/setup/importstatus.h"

#include <QPushButton>
#include <QTableView>

namespace assay {

namespace {

constexpr int kMostImports = 500;
constexpr std::chrono::milliseconds kReloadEvery{1000}; ///< while an import runs

ListWords listWords()
{
    return {ImportHistoryWindow::tr("Import history"),
            ImportHistoryWindow::tr("What came in, and what was refused and why. Reading anything again "
                                    "changes nothing that is in the workspace."),
            QStringLiteral("import"), ImportHistoryWindow::tr("Nothing was imported yet"),
            ImportHistoryWindow::tr("Add a folder, or import a log or a table: it is listed here.")};
}

Result<ImportHistory> readHistory(const Database& database)
{
    const Imports imports(database);
    const auto recent = imports.recent(kMostImports);
    if (!recent)
        return recent.error();
    const auto refused = imports.unsettledSources();
    if (!refused)
        return refused.error();
    return ImportHistory{*recent, !refused->isEmpty()};
}

} // namespace

ImportHistoryWindow::ImportHistoryWindow(const QString& workspacePath, const QTimeZone& zone, QWidget* parent)
    : ListWindow(QStringLiteral("imports"), listWords(), parent)
    , m_model(new ImportHistoryModel(zone, this))
    , m_problems(new ImportProblemModel(this))
    , m_reader(workspacePath)
{
    buildBelow();
    buildButtons();
    setModel(m_model, ImportHistoryModel::SourceColumn);
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadEvery);
    connect(&m_reloadTimer, &QTimer::timeout, this, &ImportHistoryWindow::reload);
    updateButtons();
    reload();
}

void ImportHistoryWindow::buildBelow()
{
    m_status = new ImportStatus(this);
    connect(m_status, &ImportStatus::cancelRequested, this, &ImportHistoryWindow::cancelRequested);
    m_status->setReportOffered(false);
    m_problemWords = new TextLabel(TextStyle::Second, Token::Text2, this);
    m_problemWords->setObjectName(QStringLiteral("importsProblemWords"));
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    setUpTable(m_problemTable, QStringLiteral("importsProblems"), tr("What the import refused"));
    fitColumns(m_problemTable, ImportProblemModel::ReasonColumn);
    addBelowTable(m_status);
    addBelowTable(m_problemWords);
    addBelowTable(m_problemTable, 1);
    m_problemWords->hide();
    m_problemTable->hide();
}

void ImportHistoryWindow::buildButtons()
{
    m_retry = addButton(tr("Read again"), QStringLiteral("importsRetry"), [this] { retryCurrent(); });
    m_retryAll = addButton(tr("Read all again that was refused"), QStringLiteral("importsRetryAll"),
                           [this] { retryAll(); });
}

void ImportHistoryWindow::reload()
{
    m_reader.ask<ImportHistory>(readHistory,
                                [this](const Result<ImportHistory>& history) { showHistory(history); });
}

void ImportHistoryWindow::showHistory(const Result<ImportHistory>& history)
{
    if (!history) {
        showProblem(describe(history.error(), Attempt::OpenWorkspace));
        return;
    }
    m_isAnythingRefused = history->isAnythingRefused;
    const ImportRecord* before = current();
    const ImportId same = before ? before->id : ImportId{};
    m_model->setImports(history->imports);
    setCurrentRow(std::max(0, m_model->rowOf(same)));
}

const ImportRecord* ImportHistoryWindow::current() const
{
    const int row = currentRow();
    return row >= 0 && row < int(m_model->imports().size()) ? &m_model->imports()[row] : nullptr;
}

void ImportHistoryWindow::currentRowChanged()
{
    updateButtons();
    const ImportRecord* import = current();
    if (!import || import->counts.refused == 0) {
        m_shown.reset();
        m_problems->setProblems({});
        m_problemWords->hide();
        m_problemTable->hide();
        return;
    }
    if (m_shown && m_shown->id == import->id && m_shown->counts == import->counts)
        return;
    m_shown = *import;
    const ImportId id = import->id;
    m_reader.ask<QList<ImportProblem>>(
        [id](const Database& database) { return Imports(database).problems(id); },
        [this, id](const Result<QList<ImportProblem>>& problems) { showProblems(id, problems); });
}

void ImportHistoryWindow::showProblems(ImportId import, const Result<QList<ImportProblem>>& problems)
{
    if (!m_shown || m_shown->id != import)
        return;
    if (!problems) {
        showProblem(describe(problems.error(), Attempt::OpenWorkspace));
        return;
    }
    m_problems->setProblems(*problems);
    m_problemWords->setText(tr("Refused: %1").arg(formatCount(problems->size())));
    m_problemWords->show();
    m_problemTable->show();
}

void ImportHistoryWindow::updateButtons()
{
    const ImportRecord* import = current();
    const bool isLeft = import && !import->finishedAt;
    m_retry->setText(isLeft ? tr("Go on with it") : tr("Read again what it refused"));
    m_retry->setEnabled(import && !m_model->isRunning(currentRow()) &&
                        (isLeft || import->counts.refused > 0));
    m_retryAll->setEnabled(m_isAnythingRefused);
}

void ImportHistoryWindow::retryCurrent()
{
    const ImportRecord* import = current();
    if (!import)
        return;
    if (!import->finishedAt) {
        request(QStringList{import->source});
        return;
    }
    m_reader.ask<QStringList>(
        [id = import->id](const Database& database) { return Imports(database).refusedSources(id); },
        [this](const Result<QStringList>& paths) { request(paths); });
}

void ImportHistoryWindow::retryAll()
{
    m_reader.ask<QStringList>([](const Database& database) { return Imports(database).unsettledSources(); },
                              [this](const Result<QStringList>& paths) { request(paths); });
}

void ImportHistoryWindow::request(const Result<QStringList>& paths)
{
    if (!paths)
        showProblem(describe(paths.error(), Attempt::OpenWorkspace));
    else if (paths->isEmpty())
        banner()->showMessage(Banner::Kind::Note, tr("Everything that was refused was taken in later."));
    else
        emit importRequested(*paths);
}

void ImportHistoryWindow::showProgress(const ImportProgress& progress)
{
    m_status->showProgress(progress);
    m_model->setRunning(progress.source);
    updateButtons();
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start();
}

void ImportHistoryWindow::showReport(const ImportReport& report)
{
    m_status->showReport(report);
    m_model->setRunning({});
    reload();
}

} // namespace assay
