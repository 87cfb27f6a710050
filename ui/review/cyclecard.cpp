// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/cyclecard.h"

#include "ui/common/dispositionmark.h"
#include "ui/common/icons.h"
#include "ui/common/thumbnails.h"
#include "ui/common/tooltip.h"
#include "ui/common/type.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr int kThumbnail = 72;
constexpr int kRing = 3;
constexpr int kFactsLeft = kRing + kThumbnail + 8;
constexpr int kMarkSide = 16;
constexpr int kMarkGap = 6;
constexpr int kColumnGap = 12;
constexpr int kChangeLine = 18;
constexpr int kMostChangeWidth = 132;
constexpr int kLargestHeight = kThumbnail + 2 * kRing;

int textWidth(const QFont& font, const QString& text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

} // namespace

CycleCard::CycleCard(Thumbnails& thumbnails, const HistoryEntry& entry, const PromptDifference& change,
                     QWidget* parent)
    : QAbstractButton(parent)
    , m_thumbnails(thumbnails)
    , m_entry(entry)
    , m_change(change)
{
    setObjectName(QStringLiteral("cycle%1").arg(entry.cycle));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&thumbnails, &Thumbnails::changed, this, [this](const QByteArray& sha256) {
        if (sha256 == m_entry.sha256)
            update();
    });
    describe();
}

void CycleCard::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    describe();
}

void CycleCard::describe()
{
    m_cycle = tr("Cycle %1").arg(m_entry.cycle);
    const Mark mark = m_entry.disposition ? dispositionMark(*m_entry.disposition) : Mark::Undecided;
    m_state = m_isCurrent ? markWord(Mark::Current) : markWord(mark);
    const int answered = m_entry.checks.met + m_entry.checks.missed;
    if (m_isCurrent && m_entry.candidate)
        m_checks = tr("candidate %1/%2").arg(*m_entry.candidate).arg(m_entry.batchSize);
    else if (m_entry.checkTotal == 0)
        m_checks = tr("no checklist");
    else if (answered == 0)
        m_checks = tr("not checked");
    else
        m_checks = tr("%1 of %2 met").arg(m_entry.checks.met).arg(m_entry.checkTotal);
    setAccessibleName(tr("%1: %2, %3").arg(m_cycle, m_state, m_checks));
    QStringList changes;
    for (const Line& line : changeLines())
        changes.append(line.text);
    setToolTip(plainToolTip(changes.join(u'\n')));
    updateGeometry();
    update();
}

QList<CycleCard::Line> CycleCard::changeLines() const
{
    QList<Line> lines;
    for (const QString& words : m_change.added)
        lines.append({tr("+ %1").arg(words), Token::Good});
    for (const QString& words : m_change.removed)
        lines.append({tr("− %1").arg(words), Token::Bad});
    return lines;
}

int CycleCard::factsWidth() const
{
    return std::max({textWidth(assay::font(TextStyle::BodySemibold), m_cycle),
                     kMarkSide + kMarkGap + textWidth(assay::font(TextStyle::Second), m_state),
                     textWidth(assay::font(TextStyle::Second), m_checks)});
}

QSize CycleCard::sizeHint() const
{
    int width = kFactsLeft + factsWidth() + kRing;
    int change = 0;
    for (const Line& line : changeLines())
        change = std::max(change, textWidth(assay::font(TextStyle::Second), line.text));
    if (change > 0)
        width += kColumnGap + std::clamp(change, 70, kMostChangeWidth);
    return {width, kLargestHeight};
}

void CycleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect square(kRing, kRing, kThumbnail, kThumbnail);
    paintThumbnail(&painter, square, m_thumbnails.thumbnail({m_entry.imagePath, m_entry.sha256}));
    if (m_isCurrent) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(square).adjusted(-2, -2, 2, 2), 5, 5);
    }
    paintFacts(&painter);
    paintChange(&painter);
}

void CycleCard::paintFacts(QPainter* painter) const
{
    const int width = factsWidth() + 2;
    int y = kRing + (kThumbnail - 52) / 2;
    painter->setPen(colour(Token::Text));
    painter->setFont(assay::font(TextStyle::BodySemibold));
    painter->drawText(QRect(kFactsLeft, y, width, 20), Qt::AlignLeft | Qt::AlignVCenter, m_cycle);
    y += 20;
    const Mark mark = m_isCurrent           ? Mark::Current
                      : m_entry.disposition ? dispositionMark(*m_entry.disposition)
                                            : Mark::Undecided;
    paintMark(painter, QRect(kFactsLeft, y, kMarkSide, 16), mark);
    painter->setPen(colour(Token::Text2));
    painter->setFont(assay::font(TextStyle::Second));
    painter->drawText(QRect(kFactsLeft + kMarkSide + kMarkGap, y, width, 16),
                      Qt::AlignLeft | Qt::AlignVCenter, m_state);
    y += 16;
    painter->drawText(QRect(kFactsLeft, y, width, 16), Qt::AlignLeft | Qt::AlignVCenter, m_checks);
}

/// As many changes as there is room for; the tool tip has all of them.
void CycleCard::paintChange(QPainter* painter) const
{
    const QList<Line> lines = changeLines();
    if (lines.isEmpty())
        return;
    const qsizetype shown = std::min<qsizetype>(lines.size(), 3);
    const int left = kFactsLeft + factsWidth() + kColumnGap;
    int y = kRing + (kThumbnail - int(shown + 1) * kChangeLine) / 2;
    paintIcon(painter, QRect(left, y, kMarkSide, kChangeLine), QStringLiteral("right"), Token::Text2,
              kMarkSide);
    painter->setFont(assay::font(TextStyle::Second));
    painter->setPen(colour(Token::Text2));
    painter->drawText(QRect(left + kMarkSide, y, width(), kChangeLine), Qt::AlignLeft | Qt::AlignVCenter,
                      tr("prompt"));
    for (qsizetype i = 0; i < shown; ++i) {
        y += kChangeLine;
        const bool isMore = i == 2 && lines.size() > 3;
        const QRect place(left, y, width() - left - kRing, kChangeLine);
        const QString text = isMore ? tr("and %1 more").arg(lines.size() - 2) : lines.at(i).text;
        painter->setPen(colour(isMore ? Token::Text2 : lines.at(i).token));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    }
}

} // namespace assay
