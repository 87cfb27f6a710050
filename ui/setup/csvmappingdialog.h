// SPDX-License-Identifier: GPL-3.0-or-later
// CsvMappingDialog: what the columns of a table mean, with its first rows and what would become of them. GUI
// thread; never modal; deletes itself when closed. It opens at once and reads only the table's start, in a
// thread of its own; it stores and imports nothing.
#pragma once

#include "ui/setup/csvmappingjob.h"

#include <QDialog>
#include <QTimeZone>

class QPushButton;
class QTableView;
class QVBoxLayout;

namespace assay {

class Banner;
class CsvChoices;
class CsvColumnModel;
class CsvPreviewModel;
class TextLabel;

struct CsvMappingRequest
{
    QString workspacePath;
    QString tablePath;
    QTimeZone zone; ///< of the workspace's weeks; offered, not assumed
    Clock clock;
};

class CsvMappingDialog : public QDialog
{
    Q_OBJECT

public:
    CsvMappingDialog(const CsvMappingRequest& request, QWidget* parent);

signals:
    /// `headers` are those under which the workspace is to remember the mapping.
    void importRequested(const QStringList& headers, const assay::CsvMapping& mapping);

private:
    void buildTables(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void connectParts();
    CsvMapping mapping() const;
    void showTable(const CsvOpened& table);
    void showTried(const CsvTried& result);
    void showProblem(const Error& error);
    void tryMapping();
    void readAgain();
    void import();

    QString m_name; ///< of the file, for sentences
    CsvMappingJob m_job;
    CsvOpened m_table;
    TextLabel* m_words;
    Banner* m_banner;
    CsvChoices* m_choices;
    CsvColumnModel* m_columns;
    CsvPreviewModel* m_preview;
    QTableView* m_columnTable = nullptr;
    QTableView* m_previewTable = nullptr;
    TextLabel* m_summary = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace assay
