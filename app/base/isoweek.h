// SPDX-License-Identifier: GPL-3.0-or-later
// ISO-8601 weeks in the workspace's time zone (METRICS.md section 1): Monday 00:00 to the next Monday 00:00
// on the local clock, so a week has 167, 168 or 169 hours. Weeks are compared and stepped by their Monday,
// never by seconds.
#pragma once

#include "app/base/clock.h"

#include <QDate>
#include <QTimeZone>

#include <compare>

namespace assay {

struct IsoWeek
{
    QDate monday;

    static IsoWeek containing(QDate date);
    /// Reads "2026-W53"; nothing for any other text or a week that year does not have.
    static std::optional<IsoWeek> fromName(QStringView name);

    QString name() const; ///< "2026-W53", with the ISO year
    int number() const;   ///< 1..53
    IsoWeek next() const { return {monday.addDays(7)}; }
    IsoWeek previous() const { return {monday.addDays(-7)}; }
    bool isValid() const { return monday.isValid(); }

    bool operator==(const IsoWeek&) const = default;
    std::strong_ordering operator<=>(const IsoWeek& other) const
    {
        return monday.toJulianDay() <=> other.monday.toJulianDay();
    }
};

/// Maps instants to local dates and weeks of one IANA time zone. Not thread-safe (it caches); make one per
/// thread.
class WeekCalendar
{
public:
    explicit WeekCalendar(QTimeZone zone);

    const QTimeZone& zone() const { return m_zone; }
    QDate localDate(UtcTime time) const;
    IsoWeek weekOf(UtcTime time) const { return IsoWeek::containing(localDate(time)); }
    UtcTime startOf(IsoWeek week) const; ///< first instant of its Monday, also where midnight does not exist
    UtcTime endOf(IsoWeek week) const { return startOf(week.next()); }

private:
    QTimeZone m_zone;
    // The last range of instants known to share an offset and a date: most look-ups hit it.
    mutable qint64 m_dayStart = 0;
    mutable qint64 m_dayEnd = 0;
    mutable QDate m_day;
};

} // namespace assay
