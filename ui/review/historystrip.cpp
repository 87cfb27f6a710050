// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/historystrip.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/review/cyclecard.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kHeight = 116;
constexpr int kLineHeight = 36; ///< without an asset: nothing but a sentence, the image gets the room
constexpr int kSide = 16;

TextLabel* makeRightLabel(TextStyle style, Token token, QWidget* parent)
{
    auto* label = new TextLabel(style, token, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QString costText(const QList<Money>& amounts)
{
    if (amounts.isEmpty())
        return formatUnknown();
    QStringList parts;
    for (const Money& amount : amounts)
        parts.append(formatMoney(amount));
    return parts.join(QStringLiteral(" + "));
}

} // namespace

HistoryStrip::HistoryStrip(Thumbnails& thumbnails, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_thumbnails(thumbnails)
    , m_title(new TextLabel(TextStyle::LabelSemibold, Token::Text3, this))
    , m_scroll(new QScrollArea(this))
    , m_costs(new QWidget(this))
    , m_costTitle(makeRightLabel(TextStyle::Second, Token::Text2, m_costs))
    , m_cost(makeRightLabel(TextStyle::Section, Token::Text, m_costs))
    , m_attempts(makeRightLabel(TextStyle::Second, Token::Text2, m_costs))
{
    setObjectName(QStringLiteral("historyStrip"));
    setLines(Qt::TopEdge);
    setFixedHeight(kHeight);
    m_cost->setObjectName(QStringLiteral("costSoFar"));
    auto* cards = new Surface(Token::Panel);
    m_cards = new QHBoxLayout(cards);
    m_cards->setContentsMargins(kSide - 3, 0, kSide, 0);
    m_cards->setSpacing(18);
    m_cards->addStretch();
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto* figures = new QVBoxLayout(m_costs);
    figures->setContentsMargins(0, 14, kSide, 14);
    figures->setSpacing(0);
    figures->addStretch();
    for (TextLabel* label : {m_costTitle, m_cost, m_attempts})
        figures->addWidget(label);
    figures->addStretch();
    m_costTitle->setText(tr("Cost so far"));

    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 9, 0, 8);
    left->setSpacing(1);
    auto* title = new QHBoxLayout;
    title->setContentsMargins(kSide, 0, kSide, 0);
    title->addWidget(m_title);
    left->addLayout(title);
    left->addWidget(m_scroll, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left, 1);
    row->addWidget(m_costs);
}

void HistoryStrip::setHistory(const AssetHistory& history, GenerationId open)
{
    clearCards();
    setFixedHeight(kHeight);
    m_scroll->show();
    m_title->setText(history.cycles.size() == 1
                         ? tr("Asset history · 1 cycle")
                         : tr("Asset history · %1 cycles").arg(formatCount(history.cycles.size())));
    for (int i = 0; i < history.cycles.size(); ++i) {
        const HistoryEntry& entry = history.cycles.at(i);
        const bool isLast = i + 1 == history.cycles.size();
        // What the next cycle changed stands behind the cycle that it answers.
        const PromptDifference change =
            isLast ? PromptDifference{} : promptDifference(entry.prompt, history.cycles.at(i + 1).prompt);
        auto* card = new CycleCard(m_thumbnails, entry, change, this);
        card->setCurrent(entry.id == open);
        if (entry.id == open)
            m_current = card;
        connect(card, &QAbstractButton::clicked, this, [this, id = entry.id] { emit cycleChosen(id); });
        m_cards->insertWidget(m_cards->count() - 1, card);
    }
    showCost(history);
    // When the cards have their places.
    QMetaObject::invokeMethod(this, &HistoryStrip::revealCurrent, Qt::QueuedConnection);
}

void HistoryStrip::revealCurrent()
{
    if (m_current)
        m_scroll->ensureWidgetVisible(m_current, kSide, 0);
}

void HistoryStrip::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    QMetaObject::invokeMethod(this, &HistoryStrip::revealCurrent, Qt::QueuedConnection);
}

void HistoryStrip::setNoAsset()
{
    clearCards();
    setFixedHeight(kLineHeight);
    m_scroll->hide();
    m_title->setText(tr("Asset unknown: this image counts by itself"));
    m_costs->hide();
}

void HistoryStrip::showCost(const AssetHistory& history)
{
    m_costs->show();
    m_cost->setText(costText(history.cost));
    QString attempts =
        history.attempts == 1 ? tr("1 attempt") : tr("%1 attempts").arg(formatCount(history.attempts));
    if (history.costUnknown > 0)
        attempts = tr("%1, %2 without a cost").arg(attempts).arg(history.costUnknown);
    m_attempts->setText(attempts);
}

void HistoryStrip::clearCards()
{
    m_current.clear();
    while (m_cards->count() > 1) {
        QLayoutItem* item = m_cards->takeAt(0);
        // Later: a click on a card leads here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace assay
