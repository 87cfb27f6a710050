// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvimport.h"

#include "app/intake/csvsource.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

QString settingName(const QStringList& headers)
{
    return QStringLiteral("csv_mapping:") + csvSignature(headers);
}

Error openQuestions(const QList<CsvQuestion>& questions)
{
    QStringList sentences;
    for (const CsvQuestion question : questions)
        sentences.append(csvQuestionText(question));
    return {ErrorKind::Invalid,
            {},
            QStringLiteral("the table needs a mapping that says: ") + sentences.join(QStringLiteral("; "))};
}

} // namespace

Result<CsvHead> readCsvHead(const QString& path, const CsvMapping& format, CsvScan scan)
{
    auto table = CsvTable::open(path, {format.encoding, format.separator, scan});
    if (!table)
        return table.error();
    CsvHead head{{(*table)->headers(), {}}, (*table)->encoding(), (*table)->separator()};
    while (head.sample.rows.size() < CsvSample::kRows) {
        auto row = (*table)->next();
        if (!row || !*row)
            break;
        head.sample.rows.append(**std::move(row));
    }
    return head;
}

Result<std::optional<CsvMapping>> rememberedCsvMapping(const Database& database, const QStringList& headers)
{
    const auto json = WorkspaceSettings(database).value(settingName(headers));
    if (!json)
        return json.error();
    if (!*json)
        return std::optional<CsvMapping>();
    // One that a later version wrote is as good as none: the guess asks again.
    const auto mapping = csvMappingFromJson((*json)->toUtf8());
    return mapping ? std::optional(*mapping) : std::nullopt;
}

Result<void> rememberCsvMapping(const Database& database, const QStringList& headers,
                                const CsvMapping& mapping)
{
    return WorkspaceSettings(database).setValue(settingName(headers),
                                                QString::fromUtf8(csvMappingToJson(mapping)));
}

Result<std::unique_ptr<ImportSource>> openCsvImport(const Database& database, const CsvImport& import)
{
    auto head = readCsvHead(import.path);
    if (!head)
        return head.error();
    auto remembered = rememberedCsvMapping(database, head->sample.headers);
    if (!remembered)
        return remembered.error();
    CsvMapping mapping = *remembered ? **remembered : guessCsvMapping(head->sample);
    if (!*remembered) {
        if (const auto questions = csvQuestions(mapping, head->sample); !questions.isEmpty())
            return openQuestions(questions);
    }
    auto table = CsvTable::open(import.path, {mapping.encoding, mapping.separator, CsvScan::Whole});
    if (!table)
        return table.error();
    const QStringList headers = (*table)->headers();
    CsvRecordReader reader(std::move(mapping), headers, import.client, import.clock);
    if (!reader.absentColumns().isEmpty())
        return Error{ErrorKind::Invalid,
                     {},
                     QStringLiteral("the table has no column \"%1\"")
                         .arg(reader.absentColumns().join(QStringLiteral("\", \"")))};
    return {std::make_unique<CsvSource>(import.path, *std::move(table), std::move(reader))};
}

} // namespace assay
