// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspacesettings.h"

#include "app/base/isoweek.h"
#include "app/store/database.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"

namespace assay {

namespace {

QString zoneName()
{
    return QStringLiteral("time_zone");
}

QString mostOfferedName()
{
    return QStringLiteral("most_constraints_offered");
}

struct WeekOfRow
{
    qint64 id = 0;
    QString week;
};

/// The rows whose stored week is not the calendar's.
Result<QList<WeekOfRow>> movedRows(Statement& read, const WeekCalendar& calendar)
{
    if (auto ran = read.run(); !ran)
        return ran.error();
    QList<WeekOfRow> moved;
    while (read.next()) {
        const QString week = calendar.weekOf(read.time(1)).name();
        if (week != read.text(2))
            moved.append({read.integer(0), week});
    }
    if (read.error())
        return *read.error();
    return moved;
}

Result<void> rederive(Statement read, Statement write, const WeekCalendar& calendar)
{
    const auto moved = movedRows(read, calendar);
    if (!moved)
        return moved.error();
    for (const WeekOfRow& row : *moved) {
        if (auto written = write.run(row.week, row.id); !written)
            return written;
    }
    return {};
}

Result<void> rederiveWeeks(const Database& database, const WeekCalendar& calendar)
{
    auto generations = rederive(
        database.prepare(QStringLiteral("SELECT id, sent_at, sent_week FROM generations")),
        database.prepare(QStringLiteral("UPDATE generations SET sent_week = ? WHERE id = ?")), calendar);
    if (!generations)
        return generations;
    auto assets = rederive(
        database.prepare(QStringLiteral(
            "SELECT id, accepted_at, accepted_week FROM assets WHERE accepted_at IS NOT NULL")),
        database.prepare(QStringLiteral("UPDATE assets SET accepted_week = ? WHERE id = ?")), calendar);
    if (!assets)
        return assets;
    if (auto dropped = database.execute(QStringLiteral("DELETE FROM weekly_rollups")); !dropped)
        return dropped;
    if (auto dropped = database.execute(QStringLiteral("DELETE FROM weekly_samples")); !dropped)
        return dropped;
    if (auto dropped = database.execute(QStringLiteral("DELETE FROM weekly_observations")); !dropped)
        return dropped;
    if (auto forgotten = database.execute(QStringLiteral("DELETE FROM stale_weeks")); !forgotten)
        return forgotten;
    if (auto fleet = database.execute(
            QStringLiteral("INSERT INTO stale_gpu_samples (started_at)"
                           " SELECT started_at FROM gpu_samples WHERE true ON CONFLICT DO NOTHING"));
        !fleet)
        return fleet;
    return database.execute(QStringLiteral(
        "INSERT INTO stale_weeks (client_id, week) SELECT client_id, sent_week FROM generations"
        " UNION SELECT client_id, accepted_week FROM assets WHERE accepted_week IS NOT NULL"));
}

} // namespace

WorkspaceSettings::WorkspaceSettings(const Database& database)
    : m_database(database)
{
}

Result<QTimeZone> WorkspaceSettings::timeZone() const
{
    const auto name = value(zoneName());
    if (!name)
        return name.error();
    const QTimeZone zone(name->value_or(QString()).toLatin1());
    if (!zone.isValid())
        return Error{ErrorKind::Damaged, m_database.path(), QStringLiteral("no time zone")};
    return zone;
}

Result<std::optional<QString>> WorkspaceSettings::value(const QString& name) const
{
    Statement read =
        m_database.prepare(QStringLiteral("SELECT value FROM workspace_settings WHERE name = ?"));
    if (auto ran = read.run(name); !ran)
        return ran.error();
    const std::optional<QString> value = read.next() ? std::optional(read.text(0)) : std::nullopt;
    if (read.error())
        return *read.error();
    return value;
}

Result<void> WorkspaceSettings::setValue(const QString& name, const QString& value) const
{
    Statement write =
        m_database.prepare(QStringLiteral("INSERT INTO workspace_settings (name, value) VALUES (?, ?)"
                                          " ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
    return write.run(name, value);
}

Result<std::optional<int>> WorkspaceSettings::mostOffered() const
{
    const auto text = value(mostOfferedName());
    if (!text)
        return text.error();
    bool isNumber = false;
    const int most = text->value_or(QString()).toInt(&isNumber);
    return isNumber && most > 0 ? std::optional(most) : std::nullopt;
}

Result<void> WorkspaceSettings::setMostOffered(int most) const
{
    return setValue(mostOfferedName(), QString::number(most));
}

Result<void> setTimeZone(const Database& database, const QTimeZone& zone)
{
    if (!zone.isValid())
        return Error{ErrorKind::Invalid, QString::fromLatin1(zone.id()), QStringLiteral("no time zone")};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const WorkspaceSettings settings(database);
    if (auto set = settings.setValue(zoneName(), QString::fromLatin1(zone.id())); !set)
        return set;
    if (auto derived = rederiveWeeks(database, WeekCalendar(zone)); !derived)
        return derived;
    return transaction->commit();
}

Result<void> setFirstTimeZone(const Database& database, const QTimeZone& zone)
{
    const WorkspaceSettings settings(database);
    const auto known = settings.value(zoneName());
    if (!known)
        return known.error();
    if (*known)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Another process may have set it since it was looked for.
    Statement add = database.prepare(QStringLiteral(
        "INSERT INTO workspace_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"));
    if (auto added = add.run(zoneName(), QString::fromLatin1(zone.id())); !added)
        return added;
    return transaction->commit();
}

} // namespace assay
