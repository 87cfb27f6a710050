// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importreportdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace assay {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 440;

enum Column { FileColumn, LineColumn, ReasonColumn, ColumnCount };

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport& report, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importReportDialog"));
    setWindowTitle(tr("Import report"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    addCounts(report, column);
    if (!report.problems.isEmpty())
        addProblems(report.problems, column);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, QString(), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
}

void ImportReportDialog::addCounts(const ImportReport& report, QVBoxLayout* column)
{
    struct Count
    {
        QString word;
        qint64 number;
    };
    const std::array counts{
        Count{tr("Taken in"), report.counts.taken}, Count{tr("Already known"), report.counts.known},
        Count{tr("Without a prompt"), report.counts.incomplete}, Count{tr("Refused"), report.counts.refused}};
    column->addWidget(new TextLabel(report.end == ImportReport::End::Cancelled
                                        ? tr("The import was cancelled. What was taken in stays.")
                                        : tr("The import is complete."),
                                    TextStyle::Section, Token::Text, this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    for (size_t i = 0; i < counts.size(); ++i) {
        grid->addWidget(new TextLabel(counts[i].word, TextStyle::Second, Token::Text2, this), 0, int(i));
        grid->addWidget(new TextLabel(formatCount(counts[i].number), TextStyle::Title, Token::Text, this), 1,
                        int(i));
    }
    grid->setColumnStretch(int(counts.size()), 1);
    column->addLayout(grid);
}

void ImportReportDialog::addProblems(const QList<ImportProblem>& problems, QVBoxLayout* column)
{
    auto* table = new QTableWidget(int(problems.size()), ColumnCount, this);
    table->setObjectName(QStringLiteral("importProblems"));
    table->setAccessibleName(tr("What was refused"));
    table->setHorizontalHeaderLabels({tr("File"), tr("Line"), tr("Reason")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    for (int row = 0; row < problems.size(); ++row) {
        const ImportProblem& problem = problems[row];
        auto* file = new QTableWidgetItem(QFileInfo(problem.source).fileName());
        file->setToolTip(plainToolTip(problem.source));
        table->setItem(row, FileColumn, file);
        table->setItem(row, LineColumn,
                       new QTableWidgetItem(problem.line ? formatCount(*problem.line) : QString()));
        auto* reason = new QTableWidgetItem(describe(problem.error, Attempt::ImportFile).sentence);
        reason->setToolTip(plainToolTip(problem.error.detail));
        table->setItem(row, ReasonColumn, reason);
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table, 1);
    resize(kWidth, kHeight);
}

} // namespace assay
