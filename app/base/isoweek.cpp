// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/isoweek.h"

#include <QDateTime>

namespace assay {

IsoWeek IsoWeek::containing(QDate date)
{
    return {date.addDays(1 - date.dayOfWeek())};
}

std::optional<IsoWeek> IsoWeek::fromName(QStringView name)
{
    bool yearOk = false;
    bool weekOk = false;
    const int year = name.left(4).toInt(&yearOk);
    const int week = name.mid(6).toInt(&weekOk);
    if (name.size() != 8 || name.mid(4, 2) != QLatin1String("-W") || !yearOk || !weekOk || week < 1)
        return std::nullopt;
    // 4 January is always in week 1 (ISO 8601).
    const IsoWeek first = containing(QDate(year, 1, 4));
    const IsoWeek result{first.monday.addDays(7 * (week - 1))};
    if (result.name() != name)
        return std::nullopt;
    return result;
}

QString IsoWeek::name() const
{
    int year = 0;
    const int week = monday.weekNumber(&year);
    const auto digit = [](int number) { return QChar(u'0' + number % 10); };
    const QChar name[] = {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), u'-', u'W',
                          digit(week / 10),   digit(week)};
    return QString(name, std::size(name));
}

int IsoWeek::number() const
{
    return monday.weekNumber();
}

WeekCalendar::WeekCalendar(QTimeZone zone)
    : m_zone(std::move(zone))
{
}

QDate WeekCalendar::localDate(UtcTime time) const
{
    const qint64 ms = toEpochMs(time);
    if (ms >= m_dayStart && ms < m_dayEnd)
        return m_day;
    m_day = QDateTime::fromMSecsSinceEpoch(ms, m_zone).date();
    m_dayStart = m_day.startOfDay(m_zone).toMSecsSinceEpoch();
    m_dayEnd = m_day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
    return m_day;
}

UtcTime WeekCalendar::startOf(IsoWeek week) const
{
    return fromEpochMs(week.monday.startOfDay(m_zone).toMSecsSinceEpoch());
}

} // namespace assay
