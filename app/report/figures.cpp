// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace assay {

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kMinus(0x2212);
constexpr QChar kEnDash(0x2013);

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(assay::Figures)
};

/// As in the window. The C locale groups no digits, which is right for programs only.
QLocale locale()
{
    const QLocale chosen;
    return chosen.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : chosen;
}

/// Marks, embeddings and overrides of direction: they would turn our own words around.
bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E ||
           code == 0x200F || code == 0x061C;
}

QString signedText(double value, int decimals)
{
    const QString number = numberText(value, decimals);
    return value > 0 ? u'+' + number : number;
}

int decimalsOf(const Definition& metric, double value)
{
    switch (metric.unit) {
    case MetricUnit::Share:
        return 1;
    case MetricUnit::Count:
        return metric.kind == MetricKind::Mean ? 2 : 1;
    case MetricUnit::Money:
        return std::abs(value) < 1 ? 3 : 2;
    case MetricUnit::Score:
        return std::abs(value) < 1 ? 3 : 2;
    case MetricUnit::Milliseconds:
        return 0;
    }
    Q_UNREACHABLE();
}

QString infinityText(double value)
{
    return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
}

QString endText(const Definition& metric, double value, int decimals)
{
    if (std::isinf(value))
        return infinityText(value);
    return numberText(metric.unit == MetricUnit::Share ? value * 100 : value, decimals);
}

QString elapsedEnd(double ms)
{
    if (std::isinf(ms))
        return infinityText(ms);
    return elapsedText(ms);
}

QString translated(const char* text)
{
    return QCoreApplication::translate("metrics", text);
}

} // namespace

QString plainLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        if (turnsDirection(character))
            continue;
        const bool isControl = character.category() == QChar::Other_Control ||
                               character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        line += isControl ? QChar(u' ') : character;
    }
    return line.simplified();
}

QString withinSentence(QString words)
{
    if (words.size() > 1 && words[1].isLower())
        words[0] = words[0].toLower();
    return words;
}

QString countText(qint64 count)
{
    return numberText(static_cast<double>(count), 0);
}

QString percentText(double share, int decimals)
{
    return numberText(share * 100, decimals) + kNoBreakSpace + u'%';
}

QString numberText(double value, int decimals)
{
    QString text = locale().toString(std::abs(value), 'f', decimals);
    const bool isZero = std::abs(value) * std::pow(10, decimals) < 0.5;
    return value < 0 && !isZero ? QString(kMinus + text) : text;
}

QString deviationText(double share)
{
    const double percent = share * 100;
    return signedText(percent, std::abs(percent) < 19.95 ? 1 : 0) + kNoBreakSpace + u'%';
}

QString durationText(Milliseconds duration)
{
    const qint64 minutes = (duration.count() + 30'000) / 60'000;
    if (minutes < 60)
        return Figures::tr("%1 min").arg(minutes);
    const qint64 hours = (minutes + 30) / 60;
    if (hours < 24)
        return Figures::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return Figures::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString weekText(IsoWeek week)
{
    return week.name().mid(5);
}

QString weekSpanText(IsoWeek week)
{
    const QDate sunday = week.monday.addDays(6);
    const bool isOneMonth = week.monday.month() == sunday.month();
    const QString last = locale().toString(sunday, QStringLiteral("d MMM"));
    if (isOneMonth)
        return QString::number(week.monday.day()) + kEnDash + last;
    return locale().toString(week.monday, QStringLiteral("d MMM ")) + kEnDash + u' ' + last;
}

QString dateText(QDate date)
{
    return locale().toString(date, QStringLiteral("d MMMM yyyy"));
}

QString periodText(QDate from, QDate to)
{
    const QString pattern =
        from.year() == to.year() ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy");
    return locale().toString(from, pattern) + u' ' + kEnDash + u' ' + dateText(to);
}

QString monthText(QDate date)
{
    return locale().toString(date, QStringLiteral("MMM"));
}

QString metricName(const Definition& metric)
{
    return translated(metric.name);
}

QString metricShortName(const Definition& metric)
{
    return translated(metric.shortName);
}

QString metricFormula(const Definition& metric)
{
    return translated(metric.formula);
}

QString metricSentence(const Definition& metric)
{
    return translated(metric.sentence);
}

QString metricCounted(const Definition& metric)
{
    return translated(metric.counted);
}

QString metricText(const Definition& metric, double value)
{
    if (metric.unit == MetricUnit::Milliseconds)
        return elapsedText(value);
    const int decimals = decimalsOf(metric, value);
    return metric.unit == MetricUnit::Share ? percentText(value, decimals) : numberText(value, decimals);
}

QString elapsedText(double milliseconds)
{
    const double size = std::abs(milliseconds);
    if (size < 999.5)
        return numberText(milliseconds, 0) + kNoBreakSpace + Figures::tr("ms");
    if (size < 99'950)
        return numberText(milliseconds / 1000, 1) + kNoBreakSpace + Figures::tr("s");
    const QString text = durationText(Milliseconds(std::llround(size)));
    return milliseconds < 0 ? QString(kMinus + text) : text;
}

QString intervalText(const Definition& metric, const Interval& interval)
{
    if (metric.unit == MetricUnit::Milliseconds)
        return elapsedEnd(interval.low) + kNoBreakSpace + kEnDash + kNoBreakSpace + elapsedEnd(interval.high);
    const int decimals = decimalsOf(metric, std::isinf(interval.low) ? interval.high : interval.low);
    const QString ends =
        endText(metric, interval.low, decimals) + kEnDash + endText(metric, interval.high, decimals);
    return metric.unit == MetricUnit::Share ? ends + kNoBreakSpace + u'%' : ends;
}

QString onlyCurrency(const WeekCounts& counts)
{
    return counts.spent.size() == 1 ? counts.spent.begin()->first : QString();
}

} // namespace assay
