// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/names.h"

#include <QCryptographicHash>

namespace assay {

namespace {

/// So that an import of a million prompts does not remember each of them.
constexpr qsizetype kMostRemembered = 50'000;

} // namespace

Names::Names(const Database& database)
    : m_database(database)
    , m_rollbackCount(database.rollbackCount())
    , m_clients{database.prepare(QStringLiteral("SELECT id FROM clients WHERE name = ?")),
                database.prepare(QStringLiteral("INSERT INTO clients (name) VALUES (?)")),
                {}}
    , m_assets{database.prepare(QStringLiteral("SELECT id FROM assets WHERE client_id = ? AND name = ?")),
               database.prepare(QStringLiteral("INSERT INTO assets (client_id, name) VALUES (?, ?)")),
               {}}
    , m_prompts{database.prepare(QStringLiteral("SELECT id FROM prompts WHERE digest = ?")),
                database.prepare(QStringLiteral("INSERT INTO prompts (digest, text) VALUES (?, ?)")),
                {}}
    , m_templates{database.prepare(QStringLiteral("SELECT id FROM templates WHERE name = ?")),
                  database.prepare(QStringLiteral("INSERT INTO templates (name) VALUES (?)")),
                  {}}
    , m_reviewers{database.prepare(QStringLiteral("SELECT id FROM reviewers WHERE name = ?")),
                  database.prepare(QStringLiteral("INSERT INTO reviewers (name) VALUES (?)")),
                  {}}
{
}

Result<qint64> Names::client(const QString& name)
{
    const QVariantList row = Statement::bound(name);
    return idIn(m_clients, name.toUtf8(), row, row);
}

Result<std::optional<qint64>> Names::asset(qint64 client, const QString& name)
{
    if (name.isEmpty())
        return std::optional<qint64>();
    const QVariantList row = Statement::bound(client, name);
    const auto id = idIn(m_assets, QByteArray::number(client) + '/' + name.toUtf8(), row, row);
    if (!id)
        return id.error();
    return std::optional(*id);
}

Result<std::optional<qint64>> Names::prompt(const std::optional<QString>& text)
{
    if (!text)
        return std::optional<qint64>();
    const QByteArray digest = QCryptographicHash::hash(text->toUtf8(), QCryptographicHash::Sha256);
    const auto id = idIn(m_prompts, digest, Statement::bound(digest), Statement::bound(digest, *text));
    if (!id)
        return id.error();
    return std::optional(*id);
}

Result<std::optional<qint64>> Names::promptTemplate(const QString& name)
{
    return namedIn(m_templates, name);
}

Result<std::optional<qint64>> Names::reviewer(const QString& name)
{
    return namedIn(m_reviewers, name);
}

Result<std::optional<qint64>> Names::namedIn(Table& table, const QString& name)
{
    if (name.isEmpty())
        return std::optional<qint64>();
    const QVariantList row = Statement::bound(name);
    const auto id = idIn(table, name.toUtf8(), row, row);
    if (!id)
        return id.error();
    return std::optional(*id);
}

Result<qint64> Names::idIn(Table& table, const QByteArray& key, const QVariantList& identity,
                           const QVariantList& row)
{
    forgetAfterRollback();
    if (const auto known = table.known.constFind(key); known != table.known.cend())
        return *known;
    const auto found = table.find.firstIntegerBound(identity);
    if (!found)
        return found.error();
    const auto id = *found ? Result<qint64>(**found) : table.add.insertBound(row);
    if (!id)
        return id;
    if (table.known.size() >= kMostRemembered)
        table.known.clear();
    table.known.insert(key, *id);
    return *id;
}

void Names::forgetAfterRollback()
{
    if (m_rollbackCount == m_database.rollbackCount())
        return;
    m_rollbackCount = m_database.rollbackCount();
    for (Table* table : {&m_clients, &m_assets, &m_prompts, &m_templates, &m_reviewers})
        table->known.clear();
}

} // namespace assay
