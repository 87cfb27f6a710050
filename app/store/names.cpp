// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/names.h"

#include "app/base/sha256.h"

namespace assay {

namespace {

/// So that an import of a million prompts does not remember each of them.
constexpr qsizetype kMostRemembered = 50'000;

/// Prompts up to this many bytes are remembered as they are, which is cheaper than to digest each again.
constexpr qsizetype kShortPrompt = 512;

/// A byte that no text begins with.
constexpr char kDigestMark = '\xff';

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

template<typename Find, typename Add>
Result<qint64> Names::idIn(Table& table, const QByteArray& key, Find find, Add add)
{
    forgetAfterRollback();
    if (const auto known = table.known.constFind(key); known != table.known.cend())
        return *known;
    const Result<std::optional<qint64>> found = find(table.find);
    if (!found)
        return found.error();
    const auto id = *found ? Result<qint64>(**found) : add(table.add);
    if (!id)
        return id;
    if (table.known.size() >= kMostRemembered)
        table.known.clear();
    table.known.insert(key, *id);
    return *id;
}

template<typename... Values>
Result<qint64> Names::idOfRow(Table& table, const QByteArray& key, const Values&... row)
{
    return idIn(
        table, key, [&](Statement& find) { return find.firstInteger(row...); },
        [&](Statement& add) { return add.insert(row...); });
}

Result<qint64> Names::client(const QString& name)
{
    return idOfRow(m_clients, name.toUtf8(), name);
}

Result<std::optional<qint64>> Names::asset(qint64 client, const QString& name)
{
    if (name.isEmpty())
        return std::optional<qint64>();
    const auto id = idOfRow(m_assets, QByteArray::number(client) + '/' + name.toUtf8(), client, name);
    if (!id)
        return id.error();
    return std::optional(*id);
}

Result<std::optional<qint64>> Names::prompt(const std::optional<QString>& text)
{
    if (!text)
        return std::optional<qint64>();
    const QByteArray utf8 = text->toUtf8();
    const auto id = idIn(
        m_prompts, utf8.size() <= kShortPrompt ? utf8 : kDigestMark + sha256(utf8),
        [&](Statement& find) { return find.firstInteger(sha256(utf8)); },
        [&](Statement& add) { return add.insert(sha256(utf8), *text); });
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
    const auto id = idOfRow(table, name.toUtf8(), name);
    if (!id)
        return id.error();
    return std::optional(*id);
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
