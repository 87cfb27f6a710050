// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importreportdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/setup/importproblemmodel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace assay {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 440;
constexpr int kFileWidth = 200;
constexpr int kLineWidth = 72;

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
    auto* model = new ImportProblemModel(this);
    model->setProblems(problems);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("importProblems"));
    table->setAccessibleName(tr("What was refused"));
    table->setModel(model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setColumnWidth(ImportProblemModel::FileColumn, kFileWidth);
    table->setColumnWidth(ImportProblemModel::LineColumn, kLineWidth);
    table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table, 1);
    resize(kWidth, kHeight);
}

} // namespace assay
