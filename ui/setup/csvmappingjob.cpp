// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvmappingjob.h"

#include "app/base/whenfinished.h"
#include "app/store/database.h"

#include <QtConcurrentRun>

namespace assay {

namespace {

Error about(const QString& path, Error error)
{
    if (error.subject.isEmpty())
        error.subject = path;
    return error;
}

Result<std::optional<CsvMapping>> rememberedIn(const QString& workspace, const QStringList& headers)
{
    const auto database = Database::open(workspace, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return rememberedCsvMapping(**database, headers);
}

Result<CsvOpened> openTable(const QString& workspace, const QString& path)
{
    auto head = readCsvHead(path, {}, CsvScan::Start);
    if (!head)
        return about(path, head.error());
    const auto remembered = rememberedIn(workspace, head->sample.headers);
    if (!remembered)
        return remembered.error();
    CsvOpened table{*head,          head->sample.headers, {}, remembered->has_value(),
                    head->encoding, head->separator};
    if (!table.isRemembered) {
        table.mapping = guessCsvMapping(head->sample);
        return table;
    }
    table.mapping = **remembered;
    if (table.mapping.encoding || table.mapping.separator) {
        auto chosen = readCsvHead(path, table.mapping, CsvScan::Start);
        if (!chosen)
            return about(path, chosen.error());
        table.head = *std::move(chosen);
    }
    return table;
}

Result<CsvOpened> openTableAgain(const QString& path, const CsvOpened& before, const CsvMapping& format)
{
    auto head = readCsvHead(path, format, CsvScan::Start);
    if (!head)
        return about(path, head.error());
    CsvOpened table = before;
    table.head = *std::move(head);
    table.isRemembered = false;
    table.mapping = guessCsvMapping(table.head.sample);
    table.mapping.encoding = format.encoding;
    table.mapping.separator = format.separator;
    table.mapping.zone = format.zone;
    table.mapping.undatedVerdicts = format.undatedVerdicts;
    return table;
}

} // namespace

CsvMappingJob::CsvMappingJob(QString workspacePath, QString tablePath, Clock clock, QObject* parent)
    : QObject(parent)
    , m_workspacePath(std::move(workspacePath))
    , m_tablePath(std::move(tablePath))
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1);
}

CsvMappingJob::~CsvMappingJob()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void CsvMappingJob::open()
{
    answer(QtConcurrent::run(&m_pool, openTable, m_workspacePath, m_tablePath));
}

void CsvMappingJob::openAgain(const CsvOpened& before, const CsvMapping& format)
{
    answer(QtConcurrent::run(&m_pool, openTableAgain, m_tablePath, before, format));
}

void CsvMappingJob::answer(const QFuture<Result<CsvOpened>>& future)
{
    const int number = ++m_asked;
    whenFinished(future, this, [this, number](const Result<CsvOpened>& table) {
        if (number != m_asked)
            return;
        if (table)
            emit opened(*table);
        else
            emit failed(table.error());
    });
}

void CsvMappingJob::tryMapping(const CsvSample& sample, const CsvMapping& mapping)
{
    const int number = ++m_asked;
    const auto trying = QtConcurrent::run(&m_pool, [sample, mapping, clock = m_clock] {
        return CsvTried{previewCsv(sample, mapping, clock), csvQuestions(mapping, sample)};
    });
    whenFinished(trying, this, [this, number](const CsvTried& result) {
        if (number == m_asked)
            emit tried(result);
    });
}

} // namespace assay
