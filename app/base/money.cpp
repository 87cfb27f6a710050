// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"

#include <QRegularExpression>

#include <cstdlib>

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

} // namespace

std::optional<qint64> parseMicro(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^([+-]?)0*(\d*)(?:\.(\d*))?$)"));
    if (text.size() > 64)
        return std::nullopt;
    const QString string = text.toString();
    const auto match = pattern.match(string);
    const bool hasDigit = string.contains(QRegularExpression(QStringLiteral("[0-9]")));
    const QString units = match.captured(2);
    if (!match.hasMatch() || !hasDigit || units.size() > kMaxUnitDigits)
        return std::nullopt;
    const QString fraction = match.captured(3);
    qint64 micro = units.toLongLong() * kMicroPerUnit +
                   fraction.left(kPlaces).leftJustified(kPlaces, QLatin1Char('0')).toLongLong();
    if (roundsUp(QStringView(fraction).mid(qMin<qsizetype>(kPlaces, fraction.size())), micro % 2 != 0))
        ++micro;
    return match.captured(1) == QLatin1String("-") ? -micro : micro;
}

QString microToString(qint64 micro)
{
    const quint64 size = micro < 0 ? quint64(0) - quint64(micro) : quint64(micro);
    const QString fraction = QString::number(size % kMicroPerUnit).rightJustified(kPlaces, QLatin1Char('0'));
    return (micro < 0 ? QStringLiteral("-") : QString()) + QString::number(size / kMicroPerUnit) +
           QLatin1Char('.') + fraction;
}

} // namespace assay
