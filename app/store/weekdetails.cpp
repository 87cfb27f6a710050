// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weekdetails.h"

#include "app/store/database.h"
#include "app/store/statement.h"
#include "app/store/viewcondition.h"

namespace assay {

namespace {

/// Bound with the client's name, where there is one.
QString isClients(const std::optional<QString>& client, const QString& column)
{
    return client ? column + QStringLiteral(" = (SELECT id FROM clients WHERE name = ?)")
                  : column + QStringLiteral(" IN (SELECT id FROM clients)");
}

} // namespace

Result<FailuresByKind> readFailures(const Database& database, const ViewFilter& view, IsoWeek week)
{
    QString conditions =
        isClients(view.client, QStringLiteral("client_id")) % QStringLiteral(" AND sent_week = ?");
    QVariantList values;
    if (view.client)
        values += Statement::bound(*view.client);
    values += Statement::bound(week.name());
    if (view.model) {
        conditions += QStringLiteral(" AND model = ?");
        values += Statement::bound(*view.model);
    }
    if (view.templateName) {
        conditions += QStringLiteral(" AND ") + templateCondition(*view.templateName);
        values += Statement::bound(*view.templateName);
    }
    Statement read = database.prepare(
        QStringLiteral(
            "SELECT sum(CASE WHEN status = 'error' THEN 1 ELSE 0 END),"
            " sum(CASE WHEN status = 'timeout' THEN 1 ELSE 0 END),"
            " sum(CASE WHEN status = 'content_filter' THEN 1 ELSE 0 END) FROM generations WHERE ") %
        conditions);
    if (auto ran = read.runBound(values); !ran)
        return ran.error();
    FailuresByKind failures;
    if (read.next())
        failures = {read.integer(0), read.integer(1), read.integer(2)};
    if (read.error())
        return *read.error();
    return failures;
}

Result<OpenAssets> readOpenAssets(const Database& database, const std::optional<QString>& client, UtcTime now)
{
    Statement read = database.prepare(
        QStringLiteral(
            "SELECT count(*), sum(CASE WHEN last < ? THEN 1 ELSE 0 END) FROM (SELECT (SELECT"
            " max(CASE WHEN r.reviewed_at > g.sent_at THEN r.reviewed_at ELSE g.sent_at END)"
            " FROM generations g LEFT JOIN reviews r ON r.id = g.review_id WHERE g.asset_id = a.id)"
            " AS last FROM assets a WHERE a.accepted_at IS NULL AND %1) AS opened"
            " WHERE last IS NOT NULL")
            .arg(isClients(client, QStringLiteral("a.client_id"))));
    const UtcTime before = now - kAbandonedAfter;
    if (auto ran = client ? read.run(before, *client) : read.run(before); !ran)
        return ran.error();
    OpenAssets assets;
    if (read.next())
        assets = {read.integer(0), read.integer(1)};
    if (read.error())
        return *read.error();
    return assets;
}

} // namespace assay
