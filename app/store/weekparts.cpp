// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weekparts.h"

#include "app/store/database.h"
#include "app/store/exchangerates.h"
#include "app/store/generations.h"
#include "app/store/rollups.h"
#include "app/store/statement.h"
#include "app/store/viewcondition.h"
#include "app/store/weekcounter.h"

#include <algorithm>
#include <map>
#include <optional>

namespace assay {

namespace {

QString nameColumn(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Client:
        return QStringLiteral("c.name");
    case Dimension::Model:
        return QStringLiteral("o.model");
    case Dimension::Template:
        return QStringLiteral("coalesce(t.name, '')");
    }
    Q_UNREACHABLE();
}

using Parts = std::map<QString, WeekPart>;

WeekPart& partOf(Parts& parts, const QString& name)
{
    return parts.try_emplace(name, WeekPart{.name = name}).first->second;
}

/// Of one client, or of all: their names may be shared then, and a name is one asset.
Result<SharedNames> sharedNames(const Database& database, const ViewFilter& view, Dimension dimension)
{
    const bool isOfOne = view.client || dimension == Dimension::Client;
    return isOfOne ? Result<SharedNames>(SharedNames()) : SharedNames::read(database);
}

/// Adds the images of one week to one side of its parts.
class WeekReader
{
public:
    WeekReader(const Database& database, const ViewFilter& view, Dimension dimension)
        : m_view(view)
        , m_read(
              database.prepare(QStringLiteral("SELECT %1, o.client_id, o.sent, o.reviewed FROM"
                                              " (SELECT * FROM weekly_observations WHERE %2 AND week = ?) o"
                                              " JOIN clients c ON c.id = o.client_id LEFT JOIN templates t"
                                              " ON t.id = o.template_id ORDER BY 1, 2")
                                   .arg(nameColumn(dimension), viewCondition(view))))
    {
    }

    Result<void> prepare(const Database& database, Dimension dimension);
    Result<void> add(IsoWeek week, WeekRow WeekPart::*side, Parts& parts);

private:
    ViewFilter m_view;
    Statement m_read;
    SharedNames m_shared;
    ExchangeTable m_exchange;
};

Result<void> WeekReader::prepare(const Database& database, Dimension dimension)
{
    auto shared = sharedNames(database, m_view, dimension);
    if (!shared)
        return shared.error();
    auto exchange = ExchangeRates(database).table();
    if (!exchange)
        return exchange.error();
    m_shared = *std::move(shared);
    m_exchange = *std::move(exchange);
    return {};
}

Result<void> WeekReader::add(IsoWeek week, WeekRow WeekPart::*side, Parts& parts)
{
    QVariantList values = viewValues(m_view);
    values += Statement::bound(week.name());
    if (auto ran = m_read.runBound(values); !ran)
        return ran;
    std::optional<QString> name;
    std::optional<WeekCounter> counter;
    const auto finish = [&] {
        if (counter)
            partOf(parts, *name).*side += counter->finish(week);
    };
    while (m_read.next()) {
        if (const QString next = m_read.text(0); next != name) {
            finish();
            name = next;
            counter.emplace(m_shared, m_exchange);
        }
        const auto columns = ObservationColumns::unpack(m_read.bytes(2), m_read.bytes(3));
        if (!columns) {
            m_read.finish();
            return Error{ErrorKind::Damaged, week.name(),
                         QStringLiteral("weekly observations can't be read")};
        }
        counter->add(*columns, m_read.text(1));
    }
    finish();
    return m_read.error() ? Result<void>(*m_read.error()) : Result<void>();
}

/// Completed assets belong to their client, so the roll-ups have all of such a part.
Result<Parts> clientParts(const Database& database, const ViewFilter& view, std::span<const IsoWeek> before,
                          std::span<const IsoWeek> after)
{
    const auto names = view.client ? Result<QStringList>({*view.client}) : clientNames(database);
    if (!names)
        return names.error();
    Parts parts;
    for (const QString& name : *names) {
        const auto rows = Rollups(database).weeks(name);
        if (!rows)
            return rows.error();
        for (const WeekRow& row : *rows) {
            if (row.counts.isEmpty())
                continue; // the fleet's
            if (std::ranges::find(before, row.week) != before.end())
                partOf(parts, name).before += row;
            if (std::ranges::find(after, row.week) != after.end())
                partOf(parts, name).after += row;
        }
    }
    return parts;
}

Result<Parts> imageParts(const Database& database, const ViewFilter& view, Dimension dimension,
                         std::span<const IsoWeek> before, std::span<const IsoWeek> after)
{
    Parts parts;
    WeekReader reader(database, view, dimension);
    if (auto prepared = reader.prepare(database, dimension); !prepared)
        return prepared.error();
    for (const IsoWeek week : before) {
        if (auto added = reader.add(week, &WeekPart::before, parts); !added)
            return added.error();
    }
    for (const IsoWeek week : after) {
        if (auto added = reader.add(week, &WeekPart::after, parts); !added)
            return added.error();
    }
    return parts;
}

} // namespace

Result<std::vector<WeekPart>> readWeekParts(const Database& database, const ViewFilter& view,
                                            Dimension dimension, std::span<const IsoWeek> before,
                                            std::span<const IsoWeek> after)
{
    const bool isWhole = dimension == Dimension::Client && !view.isNarrow();
    auto parts = isWhole ? clientParts(database, view, before, after)
                         : imageParts(database, view, dimension, before, after);
    if (!parts)
        return parts.error();
    std::vector<WeekPart> found;
    for (auto& [name, part] : *parts)
        found.push_back(std::move(part));
    return found;
}

} // namespace assay
