// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/viewchoices.h"

#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/statement.h"

namespace assay {

namespace {

Result<QStringList> names(const Database& database, const QString& sql)
{
    Statement statement = database.prepare(sql);
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) { return row.text(0); });
}

} // namespace

Result<ViewChoices> readViewChoices(const Database& database)
{
    auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    auto models =
        names(database, QStringLiteral("SELECT DISTINCT model FROM weekly_observations ORDER BY model"));
    if (!models)
        return models.error();
    auto templates =
        names(database, QStringLiteral("SELECT DISTINCT ifnull(t.name, '') AS name FROM weekly_observations o"
                                       " LEFT JOIN templates t ON t.id = o.template_id ORDER BY name"));
    if (!templates)
        return templates.error();
    return ViewChoices{*std::move(clients), *std::move(models), *std::move(templates)};
}

} // namespace assay
