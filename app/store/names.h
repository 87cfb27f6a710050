// SPDX-License-Identifier: GPL-3.0-or-later
// Row numbers of what many generations share and what is stored once: clients, assets, prompts, templates,
// reviewers. Adds what is not there. For the store thread, inside the caller's Transaction. What it remembers
// is forgotten when a transaction was rolled back.
#pragma once

#include "app/store/database.h"
#include "app/store/statement.h"

#include <QHash>

namespace assay {

class Names
{
public:
    explicit Names(const Database& database);

    Result<qint64> client(const QString& name);
    /// Nothing for an empty name: the asset is unknown.
    Result<std::optional<qint64>> asset(qint64 client, const QString& name);
    Result<std::optional<qint64>> prompt(const std::optional<QString>& text);
    Result<std::optional<qint64>> promptTemplate(const QString& name);
    Result<std::optional<qint64>> reviewer(const QString& name);

private:
    /// One table of things with a unique key: look up, else add.
    struct Table
    {
        Statement find;
        Statement add;
        QHash<QByteArray, qint64> known;
    };

    /// `find` and `add` run the table's statement of that name. Known keys are answered without either.
    template<typename Find, typename Add>
    Result<qint64> idIn(Table& table, const QByteArray& key, Find find, Add add);
    /// Of a table whose rows are their own identity.
    template<typename... Values>
    Result<qint64> idOfRow(Table& table, const QByteArray& key, const Values&... row);
    Result<std::optional<qint64>> namedIn(Table& table, const QString& name);
    void forgetAfterRollback();

    const Database& m_database;
    int m_rollbackCount;
    Table m_clients;
    Table m_assets;
    Table m_prompts;
    Table m_templates;
    Table m_reviewers;
};

} // namespace assay
