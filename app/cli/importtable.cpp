// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importtable.h"

#include "app/cli/command.h"
#include "app/intake/csvimport.h"
#include "app/intake/csvrecord.h"
#include "app/intake/csvtable.h"
#include "app/store/database.h"

#include <QFile>

namespace assay {

namespace {

Error about(const QString& path, Error error)
{
    error.subject = path;
    return error;
}

Result<CsvMapping> mappingFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QFile::exists(path) ? ErrorKind::NoPermission : ErrorKind::NotFound, path,
                     file.errorString()};
    auto mapping = csvMappingFromJson(file.readAll());
    return mapping ? mapping : about(path, mapping.error());
}

/// The mapping with which the table is to be read from now on; nothing where there is nothing new to say.
Result<std::optional<CsvMapping>> mappingFor(const Database& database, const CsvHead& head,
                                             const TableOptions& options)
{
    if (!options.mapFile.isEmpty()) {
        auto mapping = mappingFrom(options.mapFile);
        if (!mapping)
            return mapping.error();
        if (mapping->zone.isEmpty())
            mapping->zone = options.timesZone;
        return std::optional(*mapping);
    }
    auto remembered = rememberedCsvMapping(database, head.sample.headers);
    if (!remembered)
        return remembered;
    CsvMapping mapping = *remembered ? **remembered : guessCsvMapping(head.sample);
    mapping.zone = options.timesZone;
    if (!*remembered && !csvQuestions(mapping, head.sample).isEmpty())
        return std::optional<CsvMapping>();
    return std::optional(mapping);
}

Result<void> applyTo(const Database& database, const QString& path, const TableOptions& options)
{
    const auto head = readCsvHead(path);
    if (!head)
        return {}; // the import tells what is wrong with it
    const auto mapping = mappingFor(database, *head, options);
    if (!mapping)
        return mapping.error();
    if (!*mapping)
        return {};
    const auto mapped = readCsvHead(path, **mapping);
    if (!mapped)
        return about(path, mapped.error());
    const CsvRecordReader reader(**mapping, mapped->sample.headers, {}, systemClock());
    if (!reader.absentColumns().isEmpty())
        return Error{ErrorKind::Invalid, path,
                     QStringLiteral("the table has no column \"%1\"; its columns are \"%2\"")
                         .arg(reader.absentColumns().join(QStringLiteral("\", \"")),
                              mapped->sample.headers.join(QStringLiteral("\", \"")))};
    return rememberCsvMapping(database, head->sample.headers, **mapping);
}

} // namespace

int printTableGuess(const QString& path, const TableOptions& options)
{
    const auto head = readCsvHead(path);
    if (!head) {
        printProblem(about(path, head.error()));
        return exitcode::kRefused;
    }
    CsvMapping mapping = guessCsvMapping(head->sample);
    mapping.encoding = head->encoding;
    mapping.separator = head->separator;
    mapping.zone = options.timesZone;
    printResult(csvMappingToJson(mapping));
    const auto questions = csvQuestions(mapping, head->sample);
    for (const CsvQuestion question : questions)
        printProblem(path + QStringLiteral(": to be chosen: ") + csvQuestionText(question));
    return questions.isEmpty() ? exitcode::kDone : exitcode::kRefused;
}

Result<void> applyTableOptions(const Database& database, const QStringList& paths,
                               const TableOptions& options)
{
    if (options.mapFile.isEmpty() && options.timesZone.isEmpty())
        return {};
    for (const QString& path : paths) {
        if (!isNamedLikeTable(path))
            continue;
        if (const auto applied = applyTo(database, path, options); !applied)
            return applied;
    }
    return {};
}

} // namespace assay
