// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LibrarySearch that reads what is shown.
#include "app/store/checksjson.h"
#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/generations.h"
#include "app/store/librarysearch.h"
#include "app/store/reviews.h"
#include "app/store/statement.h"

namespace assay {

namespace {

struct ReadRow
{
    LibraryRow row;
    Checks checks;
    qint64 checklist = 0; ///< 0: none
};

QString rowsSql()
{
    return QStringLiteral(
               "SELECT g.id, a.name, c.name, g.model, t.name, g.sent_at, g.status, g.disposition,"
               " r.checks_met, r.checks_missed, r.checks, r.checklist_id, g.latency_ms, g.cost_micro,"
               " g.cost_currency, g.drift, g.clip, g.aesthetic, g.cycle, g.candidate, g.attempt,"
               " g.stated_image, i.relative_path, o.path, i.sha256, g.image_id FROM generations g"
               " JOIN clients c ON c.id = g.client_id LEFT JOIN assets a ON a.id = g.asset_id"
               " LEFT JOIN templates t ON t.id = g.template_id LEFT JOIN reviews r ON r.id = g.review_id"
               " LEFT JOIN images i ON i.id = g.image_id LEFT JOIN image_roots o ON o.id = i.root_id"
               " WHERE g.id IN (%1)")
        .arg(dialect::idsInList());
}

void readMeasures(const Statement& row, LibraryRow* value)
{
    if (!row.isNull(12))
        value->latency = Milliseconds(row.integer(12));
    if (!row.isNull(13))
        value->cost = Money{row.integer(13), row.text(14)};
    value->drift = row.optionalReal(15);
    value->scores = {row.optionalReal(16), row.optionalReal(17)};
    value->cycle = static_cast<int>(row.integer(18));
    if (!row.isNull(19))
        value->candidate = static_cast<int>(row.integer(19));
    value->attempt = static_cast<int>(row.integer(20));
}

void readFile(const Statement& row, LibraryRow* value)
{
    value->hasImage = !row.isNull(25);
    const QString stated = row.text(21);
    const QString relativePath = value->hasImage                               ? row.text(22)
                                 : stated.startsWith(QLatin1String("sha256:")) ? QString()
                                                                               : stated;
    value->fileName = relativePath.mid(relativePath.lastIndexOf(u'/') + 1);
    if (!row.isNull(23))
        value->imagePath = row.text(23) + u'/' + relativePath;
    value->sha256 = row.bytes(24);
}

ReadRow readRow(const Statement& row)
{
    ReadRow read;
    LibraryRow& value = read.row;
    value.id = GenerationId{row.integer(0)};
    value.asset = row.text(1);
    value.client = row.text(2);
    value.model = row.optionalText(3);
    value.templateName = row.text(4);
    value.sentAt = row.time(5);
    value.status = generationStatusFromText(row.text(6)).value_or(GenerationStatus::Ok);
    value.disposition = dispositionFromText(row.text(7));
    value.checks = {static_cast<int>(row.integer(8)), static_cast<int>(row.integer(9))};
    if (value.checks.missed > 0)
        read.checks = checksFromJson(row.text(10));
    read.checklist = row.integer(11);
    readMeasures(row, &value);
    readFile(row, &value);
    return read;
}

/// Fills in which constraints were missed.
Result<void> findMissed(const Database& database, QHash<GenerationId, ReadRow>* rows)
{
    Statement constraints = database.prepare(
        QStringLiteral("SELECT key, kind FROM constraints WHERE checklist_id = ? ORDER BY position"));
    for (ReadRow& read : *rows) {
        if (read.checks.isEmpty() || read.checklist == 0)
            continue;
        if (auto ran = constraints.run(read.checklist); !ran)
            return ran.error();
        for (int number = 1; constraints.next(); ++number) {
            const auto kind = constraintKindFromText(constraints.text(1));
            if (read.checks.value(constraints.text(0), Answer::Met) == Answer::Missed)
                read.row.missed.append({number, kind.value_or(ConstraintKind::Other)});
        }
        if (constraints.error())
            return *constraints.error();
    }
    return {};
}

} // namespace

Result<QList<LibraryRow>> LibrarySearch::rows(const QList<GenerationId>& ids) const
{
    Statement statement = m_database.prepare(rowsSql());
    if (auto ran = statement.run(dialect::idList(ids)); !ran)
        return ran.error();
    QHash<GenerationId, ReadRow> found;
    while (statement.next()) {
        const ReadRow row = readRow(statement);
        found.insert(row.row.id, row);
    }
    if (statement.error())
        return *statement.error();
    if (auto missed = findMissed(m_database, &found); !missed)
        return missed.error();
    QList<LibraryRow> rows;
    rows.reserve(found.size());
    for (const GenerationId id : ids) {
        if (const auto row = found.constFind(id); row != found.cend())
            rows.append(row->row);
    }
    return rows;
}

Result<LibraryDetail> LibrarySearch::detail(GenerationId id) const
{
    const WeekCalendar calendar(QTimeZone::utc());
    auto generation = Generations(m_database, calendar).get(id);
    if (!generation)
        return generation.error();
    auto review = Reviews(m_database).inForce(id);
    if (!review)
        return review.error();
    const auto shown = rows({id});
    if (!shown)
        return shown.error();
    return LibraryDetail{*std::move(generation), *std::move(review),
                         shown->isEmpty() ? QString() : shown->constFirst().imagePath};
}

} // namespace assay
