// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace assay {

Clock systemClock()
{
    return [] { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); };
}

std::optional<UtcTime> parseRfc3339(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:([Zz])|([+-])(\d\d):(\d\d))$)"));
    if (text.size() > 40)
        return std::nullopt;
    const auto match = pattern.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), number(6));
    if (!date.isValid() || !time.isValid() || number(10) > 23 || number(11) > 59)
        return std::nullopt;
    const int fraction = match.captured(7).leftJustified(3, QLatin1Char('0')).left(3).toInt();
    const qint64 sign = match.capturedView(9) == QLatin1String("-") ? -1 : 1;
    const qint64 offsetMs = sign * (number(10) * 60 + number(11)) * 60'000;
    return fromEpochMs(QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() + fraction - offsetMs);
}

QString toRfc3339(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace assay
