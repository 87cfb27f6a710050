// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/clientreportdialog.h"

#include "app/base/isoweek.h"
#include "app/report/figures.h"
#include "ui/common/banner.h"
#include "ui/common/icons.h"
#include "ui/report/pdfreport.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace assay {

namespace {

/// `name`, or with the first number behind it that no file in the folder has.
QString freePath(const QDir& folder, const QString& name)
{
    const QFileInfo wanted(folder.filePath(name));
    QString path = wanted.filePath();
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1 %2.pdf").arg(wanted.completeBaseName()).arg(number));
    return path;
}

/// A name that every file system takes.
QString fileName(const QString& client, QDate from, QDate to)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w .-]"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString name = plainLine(client).left(60);
    name.replace(unsafe, QStringLiteral("_"));
    return QStringLiteral("%1 %2 %3.pdf")
        .arg(name, from.toString(Qt::ISODate), to.toString(Qt::ISODate))
        .trimmed();
}

} // namespace

ClientReportDialog::ClientReportDialog(const QString& workspacePath, const Clock& clock,
                                       const QTimeZone& zone, QWidget* parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_job(workspacePath)
    , m_opener([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_banner(new Banner(this))
    , m_clients(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_path(new QLineEdit(this))
    , m_browse(makeButton(tr("Choose…"), ButtonKind::Secondary, QStringLiteral("folder"), this))
    , m_export(makeButton(tr("Export report"), ButtonKind::Primary, QStringLiteral("export"), this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("clientReportDialog"));
    setWindowTitle(tr("Export client report"));
    setModal(false);
    buildForm();
    connectParts();
    setBusy(false);
    suggestPath();
}

void ClientReportDialog::present()
{
    m_banner->hide();
    suggestPath();
    m_job.readClients();
    show();
    raise();
    activateWindow();
    m_clients->setFocus();
}

void ClientReportDialog::setClient(const QString& client)
{
    m_client = client;
    if (const int row = m_clients->findData(client); row >= 0)
        m_clients->setCurrentIndex(row);
}

void ClientReportDialog::buildForm()
{
    const QDate now = WeekCalendar(m_zone).localDate(m_clock());
    const QDate firstOfMonth(now.year(), now.month(), 1);
    m_from->setDate(firstOfMonth.addMonths(-3));
    m_to->setDate(firstOfMonth.addDays(-1));
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    }
    m_clients->setObjectName(QStringLiteral("reportClient"));
    m_clients->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_clients->setMinimumContentsLength(24);
    m_from->setObjectName(QStringLiteral("reportFrom"));
    m_to->setObjectName(QStringLiteral("reportTo"));
    m_path->setObjectName(QStringLiteral("reportPath"));
    m_path->setMinimumWidth(360);
    m_browse->setObjectName(QStringLiteral("chooseReportPath"));
    m_export->setObjectName(QStringLiteral("exportReport"));
    m_export->setDefault(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto* place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->setSpacing(12);
    form->addRow(tr("Client"), m_clients);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(tr("Save as"), place);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_export, 0, Qt::AlignRight);
}

void ClientReportDialog::connectParts()
{
    connect(&m_job, &ReportJob::clientsRead, this, &ClientReportDialog::setClients);
    connect(&m_job, &ReportJob::reportRead, this, &ClientReportDialog::save);
    connect(&m_job, &ReportJob::failed, this,
            [this](const Error& error) { showProblem(error, Attempt::ReadReport); });
    connect(m_export, &QPushButton::clicked, this, &ClientReportDialog::exportReport);
    connect(m_browse, &QPushButton::clicked, this, &ClientReportDialog::choosePath);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_isPathChosen = true; });
    connect(m_clients, &QComboBox::currentIndexChanged, this, &ClientReportDialog::suggestPath);
    connect(m_from, &QDateEdit::dateChanged, this, &ClientReportDialog::suggestPath);
    connect(m_to, &QDateEdit::dateChanged, this, &ClientReportDialog::suggestPath);
}

void ClientReportDialog::setClients(const QStringList& clients)
{
    const QVariant chosen = m_clients->currentIndex() >= 0 ? m_clients->currentData() : QVariant(m_client);
    m_clients->clear();
    for (const QString& client : clients)
        m_clients->addItem(client.isEmpty() ? tr("No client") : plainLine(client), client);
    m_clients->setCurrentIndex(std::max(0, m_clients->findData(chosen)));
    m_export->setEnabled(!clients.isEmpty());
    if (clients.isEmpty()) {
        m_banner->showMessage(Banner::Kind::Note, tr("There is no client to report to yet."),
                              tr("Clients come with the images and logs that are taken in."));
    }
}

/// Not every account has a folder for documents.
QString ClientReportDialog::suggestedFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

void ClientReportDialog::suggestPath()
{
    if (m_isPathChosen)
        return;
    const QString name = fileName(m_clients->currentText(), m_from->date(), m_to->date());
    m_path->setText(QDir::toNativeSeparators(freePath(QDir(suggestedFolder()), name)));
}

void ClientReportDialog::choosePath()
{
    auto* chooser = new QFileDialog(this, tr("Save the report as"), m_path->text(), tr("PDF (*.pdf)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("pdf"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_isPathChosen = true;
        m_replaceable = path; // the chooser asked
        m_path->setText(QDir::toNativeSeparators(path));
    });
    chooser->open();
}

void ClientReportDialog::exportReport()
{
    m_banner->hide();
    if (!isPeriodRight())
        return;
    m_target = QDir::fromNativeSeparators(m_path->text());
    if (QFileInfo::exists(m_target) && m_target != m_replaceable)
        askBeforeReplacing();
    else
        read();
}

bool ClientReportDialog::isPeriodRight()
{
    if (m_from->date() <= m_to->date())
        return true;
    m_banner->showMessage(Banner::Kind::Warning, tr("The period ends before it begins."),
                          tr("Choose a later last day."));
    return false;
}

void ClientReportDialog::askBeforeReplacing()
{
    m_banner->showMessage(Banner::Kind::Warning,
                          tr("%1 is there already.").arg(QFileInfo(m_target).fileName()),
                          tr("Replace it, or save under another name."));
    QPushButton* replace = m_banner->addButton(tr("Replace"), ButtonKind::Small);
    replace->setObjectName(QStringLiteral("replaceReport"));
    connect(replace, &QPushButton::clicked, this, [this, path = m_target] {
        m_replaceable = path;
        m_path->setText(QDir::toNativeSeparators(path)); // what was asked about
        exportReport();
    });
}

void ClientReportDialog::read()
{
    setBusy(true);
    m_job.read({m_clients->currentData().toString(), m_from->date(), m_to->date(), m_clock()});
}

void ClientReportDialog::save(const ClientReport& report)
{
    const QString path = m_target;
    m_replaceable.clear();
    const auto written = writeClientReportPdf(report, ReportLook::plain(), path);
    setBusy(false);
    if (!written)
        return showProblem(written.error(), Attempt::WriteFile);
    m_banner->showMessage(Banner::Kind::Note, tr("Saved as %1.").arg(QFileInfo(path).fileName()),
                          QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
    QPushButton* open = m_banner->addButton(tr("Open"), ButtonKind::Small);
    open->setObjectName(QStringLiteral("openReport"));
    connect(open, &QPushButton::clicked, this, [this, path] { m_opener(QUrl::fromLocalFile(path)); });
    emit saved(path);
}

void ClientReportDialog::showProblem(const Error& error, Attempt attempt)
{
    setBusy(false);
    const Problem problem = describe(error, attempt);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    emit notSaved();
}

void ClientReportDialog::setBusy(bool isBusy)
{
    m_progress->setVisible(isBusy);
    m_export->setEnabled(!isBusy && m_clients->count() > 0);
    m_browse->setEnabled(!isBusy);
}

QAction* makeClientReportAction(const QString& workspacePath, const Clock& clock, const QTimeZone& zone,
                                QWidget* window)
{
    auto* action = new QAction(themedIcon(QStringLiteral("export")),
                               ClientReportDialog::tr("Export client report…"), window);
    action->setObjectName(QStringLiteral("exportClientReport"));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    auto* dialog = new ClientReportDialog(workspacePath, clock, zone, window);
    QObject::connect(action, &QAction::triggered, dialog, &ClientReportDialog::present);
    return action;
}

} // namespace assay
