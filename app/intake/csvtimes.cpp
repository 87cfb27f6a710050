// SPDX-License-Identifier: GPL-3.0-or-later
// The times of csvvalues.h.
#include "app/intake/csvvalues.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

namespace assay {

namespace {

enum class Shape { Unreadable, Local, Offset, Instant };

struct TimeOfDay
{
    qint64 ms = 0;
    std::optional<int> offsetSeconds;
};

/// A cell taken apart. Of a date with slashes, `first` and `second` stay in the order they are written.
struct Parts
{
    Shape shape = Shape::Unreadable;
    int year = 0;
    int first = 0;
    int second = 0;
    bool isOrdered = false; ///< first is the month, second the day
    TimeOfDay time;
    UtcTime instant{};
};

const QRegularExpression& timePattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?(?:\\s*Uhr)?"
        "\\s*(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?$"));
    return pattern;
}

std::optional<int> offsetOf(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (text.front().isLetter())
        return 0;
    const int hours = text.mid(1, 2).toInt();
    const int minutes = text.right(2).toInt();
    const int seconds = (hours * 60 + minutes) * 60;
    return text.startsWith(u'-') ? -seconds : seconds;
}

std::optional<TimeOfDay> timeOfDay(const QString& text)
{
    if (text.isEmpty())
        return TimeOfDay{};
    const QRegularExpressionMatch match = timePattern().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    const int ms = match.captured(4).leftJustified(3, u'0', true).toInt();
    const QString half = match.captured(5).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half.startsWith(u'p') ? 12 : 0);
    }
    const auto offset = offsetOf(match.captured(6));
    if (hour > 23 || minute > 59 || second > 59 || std::abs(offset.value_or(0)) > 14 * 3600)
        return std::nullopt;
    return TimeOfDay{((hour * 60LL + minute) * 60 + second) * 1000 + ms, offset};
}

/// English and German names, by their first three letters.
int monthOf(const QString& name)
{
    static const QStringList english{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                     QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                     QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                     QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    const QString start = name.toLower().left(3);
    if (start == QStringLiteral("mär"))
        return 3;
    if (start == QLatin1String("mai"))
        return 5;
    if (start == QLatin1String("okt"))
        return 10;
    if (start == QLatin1String("dez"))
        return 12;
    return int(english.indexOf(start)) + 1;
}

int yearOf(const QString& text)
{
    return text.toInt() + (text.size() == 2 ? 2000 : 0);
}

Parts partsOfDate(const QString& text, QString& rest)
{
    static const QRegularExpression yearFirst(
        QStringLiteral("^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ,]+|$)"));
    static const QRegularExpression dots(
        QStringLiteral("^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})(?:[T ,]+|$)"));
    static const QRegularExpression slashes(
        QStringLiteral("^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[T ,]+|$)"));
    static const QRegularExpression dayAndName(
        QStringLiteral("^(\\d{1,2})[. -]+(\\p{L}{3,9})[., -]+(\\d{4}|\\d{2})(?:[T ,]+|$)"));
    static const QRegularExpression nameAndDay(
        QStringLiteral("^(\\p{L}{3,9})[. ]+(\\d{1,2}),? +(\\d{4})(?:[T ,]+|$)"));
    Parts parts;
    const auto take = [&](const QRegularExpression& pattern) {
        const QRegularExpressionMatch match = pattern.match(text);
        if (match.hasMatch())
            rest = text.mid(match.capturedEnd()).trimmed();
        return match;
    };
    const auto filled = [&](int year, int first, int second, bool isOrdered) {
        parts = {Shape::Local, year, first, second, isOrdered, {}, {}};
        return parts;
    };
    if (const auto m = take(yearFirst); m.hasMatch())
        return filled(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt(), true);
    if (const auto m = take(dots); m.hasMatch())
        return filled(yearOf(m.captured(3)), m.captured(2).toInt(), m.captured(1).toInt(), true);
    if (const auto m = take(slashes); m.hasMatch())
        return filled(yearOf(m.captured(4)), m.captured(1).toInt(), m.captured(3).toInt(), false);
    if (const auto m = take(dayAndName); m.hasMatch())
        return filled(yearOf(m.captured(3)), monthOf(m.captured(2)), m.captured(1).toInt(), true);
    if (const auto m = take(nameAndDay); m.hasMatch())
        return filled(m.captured(3).toInt(), monthOf(m.captured(1)), m.captured(2).toInt(), true);
    return parts;
}

/// Day numbers of the years 2000 to 2099; day 1 is the first of 1900, with the 29th of February it never had.
Parts partsOfNumber(const QString& text, std::optional<DecimalMark> mark)
{
    constexpr double first = 36526;
    constexpr double last = 73051;
    const auto plain = plainDecimal(text, mark);
    if (!plain || plain->startsWith(u'-'))
        return {};
    const bool isWhole = !plain->contains(u'.');
    Parts parts;
    if (isWhole && (plain->size() == 10 || plain->size() == 13)) {
        parts.shape = Shape::Instant;
        parts.instant = fromEpochMs(plain->toLongLong() * (plain->size() == 10 ? 1000 : 1));
        return parts;
    }
    const double days = plain->toDouble();
    if (days < first || days >= last)
        return {};
    const qint64 ms = std::llround(days * 86'400'000.0);
    const QDate date = QDate(1899, 12, 30).addDays(ms / 86'400'000);
    return {Shape::Local, date.year(), date.month(), date.day(), true, {ms % 86'400'000, {}}, {}};
}

Parts partsOf(QStringView cell, std::optional<DecimalMark> mark)
{
    const QString text = cell.toString().simplified();
    if (text.size() > 64)
        return {};
    QString rest;
    Parts parts = partsOfDate(text, rest);
    if (parts.shape == Shape::Unreadable)
        return partsOfNumber(text, mark);
    const auto time = timeOfDay(rest);
    if (!time)
        return {};
    parts.time = *time;
    parts.shape = time->offsetSeconds ? Shape::Offset : Shape::Local;
    return parts;
}

QDate dateOf(const Parts& parts, DateOrder order)
{
    const bool isMonthFirst = parts.isOrdered || order == DateOrder::MonthFirst;
    return isMonthFirst ? QDate(parts.year, parts.first, parts.second)
                        : QDate(parts.year, parts.second, parts.first);
}

Error invalid(const QString& reason, QStringView cell)
{
    return {ErrorKind::Invalid, {}, reason.arg(cell.left(40))};
}

Result<QDate> chosenDate(const Parts& parts, const CsvTimeRules& rules, QStringView cell)
{
    const QDate dayFirst = dateOf(parts, DateOrder::DayFirst);
    const QDate monthFirst = dateOf(parts, DateOrder::MonthFirst);
    QDate date = rules.order == DateOrder::MonthFirst ? monthFirst : dayFirst;
    if (!rules.order) {
        if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
            return invalid(QStringLiteral("day or month first? the mapping does not say: %1"), cell);
        date = dayFirst.isValid() ? dayFirst : monthFirst;
    }
    if (!date.isValid())
        return invalid(QStringLiteral("no such date: %1"), cell);
    return date;
}

/// Tries the offsets before and after any change of the clocks near by.
Result<UtcTime> inZone(qint64 localMs, const QTimeZone& zone, QStringView cell)
{
    constexpr qint64 day = 86'400'000;
    std::optional<qint64> found;
    for (const qint64 near : {localMs - day, localMs + day}) {
        const qint64 offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(near, Qt::UTC)) * 1000LL;
        const qint64 utc = localMs - offset;
        if (zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC)) * 1000LL == offset)
            found = found ? qMin(*found, utc) : utc;
    }
    if (!found)
        return invalid(
            QStringLiteral("the clocks of %1 skip this time: ").arg(QString::fromLatin1(zone.id())) +
                QStringLiteral("%1"),
            cell);
    return fromEpochMs(*found);
}

} // namespace

Result<UtcTime> readCsvTime(QStringView cell, const CsvTimeRules& rules)
{
    const Parts parts = partsOf(cell, rules.decimal);
    if (parts.shape == Shape::Unreadable)
        return invalid(QStringLiteral("no time that can be read: %1"), cell);
    if (parts.shape == Shape::Instant)
        return parts.instant;
    const auto date = chosenDate(parts, rules, cell);
    if (!date)
        return date.error();
    const qint64 localMs = QDate(1970, 1, 1).daysTo(*date) * 86'400'000 + parts.time.ms;
    if (parts.shape == Shape::Offset)
        return fromEpochMs(localMs - *parts.time.offsetSeconds * 1000LL);
    if (!rules.zone.isValid())
        return invalid(QStringLiteral("a time without an offset, and the mapping names no zone: %1"), cell);
    return inZone(localMs, rules.zone, cell);
}

CsvTimeNeeds csvTimeNeeds(QStringView cell)
{
    const Parts parts = partsOf(cell, std::nullopt);
    CsvTimeNeeds needs;
    if (parts.shape == Shape::Unreadable)
        return needs;
    const bool isDayFirst = parts.shape != Shape::Instant && dateOf(parts, DateOrder::DayFirst).isValid();
    const bool isMonthFirst = parts.shape != Shape::Instant && dateOf(parts, DateOrder::MonthFirst).isValid();
    needs.isTime = parts.shape == Shape::Instant || isDayFirst || isMonthFirst;
    needs.needsZone = needs.isTime && parts.shape == Shape::Local;
    if (!needs.isTime || parts.shape == Shape::Instant || parts.isOrdered)
        return needs;
    if (isDayFirst != isMonthFirst)
        needs.tellsOrder = isDayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    needs.needsOrder = isDayFirst && isMonthFirst && parts.first != parts.second;
    return needs;
}

} // namespace assay
