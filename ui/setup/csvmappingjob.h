// SPDX-License-Identifier: GPL-3.0-or-later
// CsvMappingJob: reads a table's first rows and tries mappings on them in a thread of its own. Lives in the
// GUI thread; the answer to an older question never comes after that to a newer one. It writes nothing.
#pragma once

#include "app/intake/csvimport.h"
#include "app/intake/csvpreview.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace assay {

/// A table's head and what its columns mean: as remembered, else as guessed.
struct CsvOpened
{
    CsvHead head;
    QStringList rememberedBy; ///< the headers under which the workspace keeps the mapping
    CsvMapping mapping;
    bool isRemembered = false;
    CsvEncoding foundEncoding = CsvEncoding::Utf8; ///< whatever was chosen
    char foundSeparator = ',';
};

struct CsvTried
{
    CsvPreview preview;
    QList<CsvQuestion> questions;
};

class CsvMappingJob : public QObject
{
    Q_OBJECT

public:
    CsvMappingJob(QString workspacePath, QString tablePath, Clock clock, QObject* parent = nullptr);
    ~CsvMappingJob() override;

    /// Reads the head as detected. Ends in opened() or failed().
    void open();
    /// Reads it again with the encoding and separator of `format` and guesses anew what the columns mean;
    /// what else was chosen stays.
    void openAgain(const CsvOpened& before, const CsvMapping& format);
    void tryMapping(const CsvSample& sample, const CsvMapping& mapping);

signals:
    void opened(const assay::CsvOpened& table);
    void tried(const assay::CsvTried& result);
    void failed(const assay::Error& error);

private:
    void answer(const QFuture<Result<CsvOpened>>& future);

    QString m_workspacePath;
    QString m_tablePath;
    Clock m_clock;
    int m_asked = 0; ///< the number of the newest question
    QThreadPool m_pool;
};

} // namespace assay
