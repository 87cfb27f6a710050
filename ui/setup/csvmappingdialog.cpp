// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvmappingdialog.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"
#include "ui/setup/csvchoices.h"
#include "ui/setup/csvcolumnmodel.h"
#include "ui/setup/csvpreviewmodel.h"
#include "ui/setup/csvwords.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr QSize kFirstSize(1040, 760);
constexpr int kWidestCell = 320; ///< of the preview

/// Return is for the meaning of the current column, not for the dialog's button; also in the open editor.
class ColumnTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
            QTableView::keyPressEvent(event);
            return;
        }
        event->accept();
        const QModelIndex current = currentIndex();
        if (state() != EditingState && current.isValid())
            edit(current.siblingAtColumn(CsvColumnModel::FieldColumn));
    }
};

/// A verdict without a date may be refused knowingly; the rest has to be said.
bool mustBeAnswered(CsvQuestion question)
{
    return question != CsvQuestion::ReviewedAt;
}

} // namespace

CsvMappingDialog::CsvMappingDialog(const CsvMappingRequest& request, QWidget* parent)
    : QDialog(parent)
    , m_name(QFileInfo(request.tablePath).fileName())
    , m_job(request.workspacePath, request.tablePath, request.clock)
    , m_words(new TextLabel(tr("Reading the first rows…"), TextStyle::Second, Token::Text2, this))
    , m_banner(new Banner(this))
    , m_choices(new CsvChoices(request.zone, this))
    , m_columns(new CsvColumnModel(this))
    , m_preview(new CsvPreviewModel(this))
{
    setObjectName(QStringLiteral("csvMappingDialog"));
    setWindowTitle(tr("Import a table"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(QStringLiteral("csvWords"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    auto* title =
        new TextLabel(tr("What the columns of %1 mean").arg(m_name), TextStyle::Section, Token::Text, this);
    title->setElideMode(Qt::ElideMiddle);
    column->addWidget(title);
    column->addWidget(m_words);
    column->addWidget(m_banner);
    column->addWidget(m_choices);
    buildTables(column);
    buildButtons(column);
    m_choices->setEnabled(false);
    resize(kFirstSize);
    connectParts();
    m_job.open();
}

void CsvMappingDialog::buildTables(QVBoxLayout* column)
{
    m_columnTable = new ColumnTable(this);
    m_columnTable->setModel(m_columns);
    setUpTable(m_columnTable, QStringLiteral("csvColumns"), tr("Columns and what they mean"));
    m_columnTable->setItemDelegateForColumn(CsvColumnModel::FieldColumn, new CsvFieldDelegate(this));
    m_columnTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                                   QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    fitColumns(m_columnTable, CsvColumnModel::ExampleColumn);
    m_previewTable = new QTableView(this);
    m_previewTable->setModel(m_preview);
    setUpTable(m_previewTable, QStringLiteral("csvPreview"), tr("The first rows and what becomes of them"));
    fitColumns(m_previewTable, {}, kWidestCell);
    column->addWidget(m_columnTable, 3);
    column->addWidget(m_previewTable, 2);
}

void CsvMappingDialog::buildButtons(QVBoxLayout* column)
{
    m_summary = new TextLabel(TextStyle::Second, Token::Text2, this);
    m_summary->setObjectName(QStringLiteral("csvSummary"));
    m_summary->setElideMode(Qt::ElideRight);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, QString(), this);
    cancel->setObjectName(QStringLiteral("csvCancel"));
    cancel->setAutoDefault(false);
    m_import = makeButton(tr("Import the table"), ButtonKind::Primary, QString(), this);
    m_import->setObjectName(QStringLiteral("csvImport"));
    m_import->setDefault(true);
    m_import->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(cancel);
    row->addWidget(m_import);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_import, &QPushButton::clicked, this, &CsvMappingDialog::import);
}

void CsvMappingDialog::connectParts()
{
    connect(&m_job, &CsvMappingJob::opened, this, &CsvMappingDialog::showTable);
    connect(&m_job, &CsvMappingJob::tried, this, &CsvMappingDialog::showTried);
    connect(&m_job, &CsvMappingJob::failed, this, &CsvMappingDialog::showProblem);
    connect(m_choices, &CsvChoices::formatChanged, this, &CsvMappingDialog::readAgain);
    connect(m_choices, &CsvChoices::choiceChanged, this, &CsvMappingDialog::tryMapping);
    connect(m_columns, &QAbstractItemModel::dataChanged, this, &CsvMappingDialog::tryMapping);
}

CsvMapping CsvMappingDialog::mapping() const
{
    CsvMapping mapping = m_choices->mapping();
    mapping.columns = m_columns->columns();
    return mapping;
}

void CsvMappingDialog::showTable(const CsvOpened& table)
{
    m_table = table;
    const QString source = table.isRemembered
                               ? tr("As you chose for a table with these columns before.")
                               : tr("Guessed from the headers and the first rows. What the table leaves open "
                                    "is for you to say.");
    m_words->setText(source + u' ' + tr("Return or a double click changes what a column means."));
    m_choices->setMapping(table.mapping, table.foundEncoding, table.foundSeparator);
    m_choices->setEnabled(true);
    m_columns->setTable(table.head.sample, columnsOf(table.mapping, table.head.sample.headers));
    tryMapping();
}

void CsvMappingDialog::tryMapping()
{
    m_import->setEnabled(false);
    m_job.tryMapping(m_table.head.sample, mapping());
}

void CsvMappingDialog::readAgain()
{
    m_import->setEnabled(false);
    m_job.openAgain(m_table, mapping());
}

void CsvMappingDialog::showTried(const CsvTried& result)
{
    m_preview->setPreview(m_table.head.sample.headers, result.preview.rows);
    QString summary = tr("Of the first %1 rows, %2 would be refused.")
                          .arg(formatCount(result.preview.looked), formatCount(result.preview.refused));
    if (const auto& first = result.preview.firstRefused)
        summary += u' ' + tr("First in line %1: %2").arg(formatCount(first->row.line), first->reason);
    m_summary->setText(summary);
    QStringList sentences;
    bool isOpen = false;
    for (const CsvQuestion question : result.questions) {
        sentences.append(csvQuestionSentence(question));
        isOpen = isOpen || mustBeAnswered(question);
    }
    if (sentences.isEmpty()) {
        m_banner->hide();
    } else {
        const QString first = sentences.takeFirst();
        m_banner->showMessage(isOpen ? Banner::Kind::Warning : Banner::Kind::Note, first,
                              sentences.join(u' '));
    }
    m_import->setEnabled(!isOpen);
}

void CsvMappingDialog::showProblem(const Error& error)
{
    const Problem problem = describe(error, Attempt::ImportFile);
    m_words->setText({});
    m_import->setEnabled(false);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence,
                          error.detail.isEmpty() ? problem.whatToDo : error.detail);
}

void CsvMappingDialog::import()
{
    emit importRequested(m_table.rememberedBy, mapping());
    close();
}

} // namespace assay
