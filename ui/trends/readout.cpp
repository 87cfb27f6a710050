// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/readout.h"

#include "app/report/figures.h"
#include "app/report/weekwords.h"
#include "ui/common/format.h"
#include "ui/common/type.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace assay {

namespace {

constexpr int kInset = 13;
constexpr int kGap = 8;
constexpr int kGroupGap = 20;
constexpr int kMark = 14;

struct ReadOutWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::ReadOutWords)
};

ReadOutPart part(const QString& text, TextStyle style, Token token)
{
    return {.text = text, .style = style, .token = token};
}

ReadOutPart group(const QString& text, TextStyle style, Token token)
{
    ReadOutPart first = part(text, style, token);
    first.startsGroup = true;
    return first;
}

ReadOutPart optional(const QString& text, TextStyle style, Token token)
{
    ReadOutPart words = part(text, style, token);
    words.isOptional = true;
    return words;
}

/// The figure that was judged and what it rests on.
struct Shown
{
    const Estimate& estimate;
    std::optional<Interval> interval;
};

Shown shownOf(const JudgedMetric& metric)
{
    if (metric.judgement)
        return {metric.judgement->estimate, metric.judgement->estimate.interval(kShownZ)};
    return {metric.estimate, metric.interval};
}

void addValue(std::vector<ReadOutPart>& parts, const JudgedWeek& week, const Definition& metric)
{
    const Shown shown = shownOf(week.metric(metric.id));
    const QString currency = metric.unit == MetricUnit::Money ? onlyCurrency(week.counts) : QString();
    const QString value = shown.estimate.value ? metricText(metric, *shown.estimate.value) : formatUnknown();
    parts.push_back(group(value, TextStyle::Section, Token::Text));
    if (!currency.isEmpty() && shown.estimate.value)
        parts.push_back(part(currency, TextStyle::Second, Token::Text2));
    const QString converted = convertedText(week.counts, metric);
    if (shown.estimate.value && !converted.isEmpty())
        parts.push_back(part(converted, TextStyle::Second, Token::Text2));
    if (!shown.interval)
        return;
    parts.push_back(optional(ReadOutWords::tr("95 % interval"), TextStyle::Second, Token::Text2));
    parts.push_back(part(intervalText(metric, *shown.interval), TextStyle::Second, Token::Text2));
}

void addCount(std::vector<ReadOutPart>& parts, const JudgedMetric& judged, const Definition& metric)
{
    const Estimate& estimate = shownOf(judged).estimate;
    if (!estimate.value)
        return;
    parts.push_back(group(formatCount(estimate.n), TextStyle::SecondMedium, Token::Text));
    parts.push_back(part(metricCounted(metric), TextStyle::Second, Token::Text2));
    if (estimate.clusters != estimate.n) {
        parts.push_back(optional(ReadOutWords::tr("on"), TextStyle::Second, Token::Text2));
        parts.push_back(optional(formatCount(estimate.clusters), TextStyle::SecondMedium, Token::Text));
        parts.push_back(optional(ReadOutWords::tr("assets"), TextStyle::Second, Token::Text2));
    }
    if (const QString pooled = pooledText(judged); !pooled.isEmpty())
        parts.push_back(part(pooled, TextStyle::Second, Token::Text2));
}

void addState(std::vector<ReadOutPart>& parts, const JudgedWeek& week, const Definition& metric)
{
    const JudgedMetric& judged = week.metric(metric.id);
    const Mark mark = markOf(judged.standing);
    if (judged.judgement && judged.judgement->deviation) {
        const Token token = mark == Mark::InBand ? Token::Text : stateToken(mark);
        parts.push_back(group(deviationText(*judged.judgement->deviation), TextStyle::SecondSemibold, token));
        parts.push_back(optional(ReadOutWords::tr("from baseline"), TextStyle::Second, Token::Text2));
    }
    ReadOutPart state = group(stateText(week, metric.id), TextStyle::SecondMedium, stateToken(mark));
    state.mark = mark;
    parts.push_back(state);
}

} // namespace

std::vector<ReadOutPart> readOutParts(const JudgedWeek& week, MetricId id)
{
    const Definition& metric = definition(id);
    std::vector<ReadOutPart> parts;
    parts.push_back(part(formatWeek(week.week), TextStyle::SecondSemibold, Token::Text));
    parts.push_back(optional(formatWeekDays(week.week), TextStyle::Second, Token::Text2));
    if (week.role == WeekRole::Empty) {
        ReadOutPart none = group(ReadOutWords::tr("No images in this week"), TextStyle::Second, Token::Text2);
        none.mark = Mark::NoData;
        parts.push_back(none);
        return parts;
    }
    addValue(parts, week, metric);
    addCount(parts, week.metric(id), metric);
    addState(parts, week, metric);
    return parts;
}

ReadOut::ReadOut(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("readOut"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReadOut::setParts(const std::vector<ReadOutPart>& parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    setAccessibleName(text());
    update();
}

QString ReadOut::text() const
{
    QStringList words;
    for (const ReadOutPart& part : m_parts)
        words += part.text;
    return words.join(u' ');
}

namespace {

int spaceBefore(const ReadOutPart& part, bool isFirst)
{
    if (isFirst)
        return 0;
    return part.startsGroup                                                      ? kGroupGap
           : part.style == TextStyle::SecondMedium || part.token == Token::Text2 ? kGap / 2 + 2
                                                                                 : kGap;
}

int partWidth(const ReadOutPart& part)
{
    const int mark = part.mark ? kMark + 5 : 0;
    return mark + QFontMetrics(assay::font(part.style)).horizontalAdvance(part.text);
}

std::vector<ReadOutPart> fitting(const std::vector<ReadOutPart>& parts, int width)
{
    int needed = 0;
    for (size_t i = 0; i < parts.size(); ++i)
        needed += spaceBefore(parts[i], i == 0) + partWidth(parts[i]);
    if (needed <= width)
        return parts;
    std::vector<ReadOutPart> kept;
    std::ranges::copy_if(parts, std::back_inserter(kept),
                         [](const ReadOutPart& part) { return !part.isOptional; });
    return kept;
}

} // namespace

void ReadOut::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Token::Line), 1));
    painter.setBrush(colour(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const std::vector<ReadOutPart> parts = fitting(m_parts, width() - 2 * kInset);
    const bool isShort = parts.size() < m_parts.size();
    int x = kInset;
    for (size_t i = 0; i < parts.size(); ++i) {
        const ReadOutPart& part = parts[i];
        const int space = spaceBefore(part, i == 0);
        if (isShort && part.startsGroup) {
            painter.setPen(colour(Token::Line));
            painter.drawLine(QLineF(x + space / 2 + 0.5, 9, x + space / 2 + 0.5, height() - 9));
        }
        x += space;
        if (part.mark)
            paintMark(&painter, QRect(x, 0, kMark, height()), stateMark(*part.mark, kMark));
        painter.setFont(assay::font(part.style));
        painter.setPen(colour(part.token));
        const int end = x + partWidth(part);
        painter.drawText(QRect(x + (part.mark ? kMark + 5 : 0), 0, width() - x - kInset, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, part.text);
        x = end;
    }
}

} // namespace assay
