// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kPlaces = 6;
constexpr qint64 kMicroPerUnit = 1'000'000;
/// Nine million amounts of this size still add up inside 64 bits.
constexpr int kMaxUnitDigits = 6;

bool roundsUp(QStringView rest, bool lastDigitIsOdd)
{
    if (rest.isEmpty() || rest[0] < QLatin1Char('5'))
        return false;
    if (rest[0] > QLatin1Char('5'))
        return true;
    for (const QChar digit : rest.mid(1)) {
        if (digit != QLatin1Char('0'))
            return true;
    }
    return lastDigitIsOdd;
}

bool isDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringView withoutLeadingZeros(QStringView text)
{
    while (text.startsWith(u'0'))
        text = text.sliced(1);
    return text;
}

} // namespace

std::optional<qint64> parseMicro(QStringView text)
{
    if (text.size() > 64)
        return std::nullopt;
    const bool isNegative = text.startsWith(u'-');
    const QStringView number = text.sliced(isNegative || text.startsWith(u'+') ? 1 : 0);
    const qsizetype point = number.indexOf(u'.');
    const QStringView units = withoutLeadingZeros(number.first(point < 0 ? number.size() : point));
    const QStringView fraction = point < 0 ? QStringView() : number.sliced(point + 1);
    const bool hasDigit = number.size() > (point < 0 ? 0 : 1);
    if (!hasDigit || !isDigits(units) || !isDigits(fraction) || units.size() > kMaxUnitDigits)
        return std::nullopt;
    qint64 micro = units.toLongLong() * kMicroPerUnit;
    for (qsizetype place = 0, weight = kMicroPerUnit / 10; place < kPlaces && place < fraction.size();
         ++place) {
        micro += fraction[place].digitValue() * weight;
        weight /= 10;
    }
    if (roundsUp(fraction.sliced(qMin<qsizetype>(kPlaces, fraction.size())), micro % 2 != 0))
        ++micro;
    return isNegative ? -micro : micro;
}

QString microToString(qint64 micro)
{
    const quint64 size = micro < 0 ? quint64(0) - quint64(micro) : quint64(micro);
    const QString fraction = QString::number(size % kMicroPerUnit).rightJustified(kPlaces, QLatin1Char('0'));
    return (micro < 0 ? QStringLiteral("-") : QString()) + QString::number(size / kMicroPerUnit) +
           QLatin1Char('.') + fraction;
}

} // namespace assay
