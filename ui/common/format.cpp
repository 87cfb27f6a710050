// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace assay {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kEnDash(0x2013);
constexpr QChar kTimes(0x00D7);

enum class Sign { WhenNegative, Always };

bool roundsToZero(double value, int decimals)
{
    return std::abs(value) * std::pow(10.0, decimals) < 0.5;
}

QString number(double value, int decimals, Sign sign)
{
    if (!std::isfinite(value))
        return formatUnknown();
    const QString digits = QLocale().toString(std::abs(value), 'f', decimals);
    if (roundsToZero(value, decimals))
        return digits;
    if (value < 0)
        return kMinus + digits;
    return sign == Sign::Always ? u'+' + digits : digits;
}

QString withUnit(const QString& figure, const QString& unit)
{
    return figure + kNoBreakSpace + unit;
}

QString percent(double ratio, int decimals, Sign sign)
{
    if (!std::isfinite(ratio))
        return formatUnknown();
    return withUnit(number(ratio * 100, decimals, sign), QLocale().percent());
}

struct Unit
{
    qint64 inMs;
    const char* symbol;
};

constexpr std::array<Unit, 4> kUnits = {{{86'400'000, QT_TRANSLATE_NOOP("Duration", "d")},
                                         {3'600'000, QT_TRANSLATE_NOOP("Duration", "h")},
                                         {60'000, QT_TRANSLATE_NOOP("Duration", "min")},
                                         {1'000, QT_TRANSLATE_NOOP("Duration", "s")}}};

QString symbol(const char* source)
{
    return QCoreApplication::translate("Duration", source);
}

/// Under a minute: tenths of a second unless they are nothing, under a second milliseconds.
QString shortDuration(qint64 ms)
{
    if (ms < 1000)
        return withUnit(formatCount(ms), symbol(QT_TRANSLATE_NOOP("Duration", "ms")));
    const qint64 tenths = (ms + 50) / 100;
    return withUnit(formatNumber(double(tenths) / 10, tenths % 10 == 0 ? 0 : 1), symbol(kUnits[3].symbol));
}

/// From a minute up: the largest unit and the next one, rounded to the latter.
QString longDuration(qint64 ms)
{
    for (size_t i = 0; i + 1 < kUnits.size(); ++i) {
        const Unit& large = kUnits[i];
        const Unit& small = kUnits[i + 1];
        const qint64 inSmall = (ms + small.inMs / 2) / small.inMs;
        const qint64 perLarge = large.inMs / small.inMs;
        if (inSmall < perLarge)
            continue;
        const QString first = withUnit(formatCount(inSmall / perLarge), symbol(large.symbol));
        const qint64 rest = inSmall % perLarge;
        return rest == 0 ? first : first + u' ' + withUnit(formatCount(rest), symbol(small.symbol));
    }
    Q_UNREACHABLE();
}

} // namespace

QString formatUnknown()
{
    return QString(kEnDash);
}

QString formatCount(qint64 count)
{
    const QString digits = QLocale().toString(count < 0 ? -count : count);
    return count < 0 ? kMinus + digits : digits;
}

QString formatNumber(double value, int decimals)
{
    return number(value, decimals, Sign::WhenNegative);
}

QString formatSigned(double value, int decimals)
{
    return number(value, decimals, Sign::Always);
}

QString formatPercent(double ratio, int decimals)
{
    return percent(ratio, decimals, Sign::WhenNegative);
}

QString formatSignedPercent(double ratio, int decimals)
{
    return percent(ratio, decimals, Sign::Always);
}

QString formatPercentRange(double low, double high, int decimals)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return formatUnknown();
    return formatNumber(low * 100, decimals) + kEnDash + formatPercent(high, decimals);
}

QString formatMoney(const Money& money, int decimals)
{
    return withUnit(formatNumber(double(money.micro) / 1e6, decimals), money.currency);
}

QString formatDuration(Milliseconds duration)
{
    const qint64 ms = duration.count();
    if (ms < 0)
        return kMinus + formatDuration(-duration);
    return ms < 59'950 ? shortDuration(ms) : longDuration(ms);
}

QString formatDate(QDate date)
{
    return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : formatUnknown();
}

QString formatDays(QDate first, QDate last)
{
    const QLocale locale;
    const QString withMonth = QStringLiteral("d MMM");
    if (first.month() == last.month() && first.year() == last.year())
        return locale.toString(first, QStringLiteral("d")) + kEnDash + locale.toString(last, withMonth);
    return locale.toString(first, withMonth) + u' ' + kEnDash + u' ' + locale.toString(last, withMonth);
}

QString formatTime(UtcTime time, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toEpochMs(time), zone).time(),
                              QStringLiteral("HH:mm"));
}

QString formatDateTime(UtcTime time, const QTimeZone& zone)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(toEpochMs(time), zone).date();
    return formatDate(day) + QStringLiteral(", ") + formatTime(time, zone);
}

QString formatWeek(const IsoWeek& week)
{
    return week.isValid() ? week.name() : formatUnknown();
}

QString formatWeekShort(const IsoWeek& week)
{
    return week.isValid() ? QStringLiteral("W%1").arg(week.number(), 2, 10, QLatin1Char('0'))
                          : formatUnknown();
}

QString formatWeekDays(const IsoWeek& week)
{
    return formatDays(week.monday, week.monday.addDays(6));
}

QString formatBytes(qint64 bytes)
{
    const int decimals = bytes < 1000 ? 0 : 1;
    return QLocale()
        .formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat)
        .replace(u' ', kNoBreakSpace);
}

QString formatPixels(const QSize& size)
{
    return QString::number(size.width()) + kNoBreakSpace + kTimes + kNoBreakSpace +
           QString::number(size.height());
}

} // namespace assay
