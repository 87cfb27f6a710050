// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importreportdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"
#include "ui/setup/importproblemmodel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kWidth = 960;
constexpr int kHeight = 440;

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport& report, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import report"));
    build(report.end == ImportReport::End::Cancelled
              ? tr("The import was cancelled. What was taken in stays.")
              : tr("The import is complete."),
          {{tr("Taken in"), report.counts.taken},
           {tr("Already known"), report.counts.known},
           {tr("Without a prompt"), report.counts.incomplete},
           {tr("Refused"), report.counts.refused}},
          report.problems);
    if (!report.problems.isEmpty())
        addRetry(report.problems);
}

ImportReportDialog::ImportReportDialog(const RereadReport& report, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Metadata report"));
    build(tr("The metadata was read again. What a log or a person said stays."),
          {{tr("Read"), report.read},
           {tr("Different now"), report.changed.size()},
           {tr("Without an image"), report.withoutImage},
           {tr("Not read"), report.problems.size()}},
          report.problems);
}

void ImportReportDialog::build(const QString& sentence, const QList<Count>& counts,
                               const QList<ImportProblem>& problems)
{
    setObjectName(QStringLiteral("importReportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel(sentence, TextStyle::Section, Token::Text, this));
    addCounts(counts, column);
    if (!problems.isEmpty())
        addProblems(problems, column);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, QString(), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_buttons = new QHBoxLayout;
    m_buttons->addStretch();
    m_buttons->addWidget(close);
    column->addLayout(m_buttons);
}

void ImportReportDialog::addRetry(const QList<ImportProblem>& problems)
{
    QStringList paths;
    QSet<QString> known;
    for (const ImportProblem& problem : problems) {
        if (!known.contains(problem.source))
            paths.append(problem.source);
        known.insert(problem.source);
    }
    auto* retry = makeButton(tr("Read again what was refused"), ButtonKind::Secondary, QString(), this);
    retry->setObjectName(QStringLiteral("importReportRetry"));
    retry->setAutoDefault(false);
    connect(retry, &QPushButton::clicked, this, [this, paths] {
        emit importRequested(paths);
        close();
    });
    m_buttons->insertWidget(0, retry);
}

void ImportReportDialog::addCounts(const QList<Count>& counts, QVBoxLayout* column)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    for (int i = 0; i < int(counts.size()); ++i) {
        grid->addWidget(new TextLabel(counts[i].word, TextStyle::Second, Token::Text2, this), 0, i);
        grid->addWidget(new TextLabel(formatCount(counts[i].number), TextStyle::Title, Token::Text, this), 1,
                        i);
    }
    grid->setColumnStretch(int(counts.size()), 1);
    column->addLayout(grid);
}

void ImportReportDialog::addProblems(const QList<ImportProblem>& problems, QVBoxLayout* column)
{
    auto* model = new ImportProblemModel(this);
    model->setProblems(problems);
    auto* table = new QTableView(this);
    table->setModel(model);
    setUpTable(table, QStringLiteral("importProblems"), tr("What was refused"));
    fitColumns(table, ImportProblemModel::ReasonColumn);
    column->addWidget(table, 1);
    resize(kWidth, kHeight);
}

} // namespace assay
