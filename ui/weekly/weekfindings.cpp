// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weekfindings.h"

#include "ui/common/marksign.h"
#include "ui/common/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace assay {

WeekFindings::WeekFindings(const DecisionActions& actions, QWidget* parent)
    : QScrollArea(parent)
    , m_actions(actions)
    , m_list(new Surface(Token::Window))
    , m_rows(new QVBoxLayout(m_list))
    , m_standings(new StandingLine(m_list))
{
    setObjectName(QStringLiteral("weekFindings"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_rows->setSpacing(12);
    m_rows->addWidget(m_standings);
    m_rows->addStretch(1); // all that is left: a card is as high as its words
    setWidget(m_list);
    setSmall(false);
}

void WeekFindings::setContent(const WeekFindingsContent& content)
{
    if (content == m_content)
        return;
    const bool isOtherWeek = content.week != m_content.week;
    m_content = content;
    QList<DecisionCard*> old = std::exchange(m_cards, {});
    for (const FindingContent& finding : content.findings) {
        const auto kept = std::ranges::find(old, finding.finding.metric, &DecisionCard::metric);
        if (isOtherWeek || kept == old.end()) {
            m_cards.append(makeCard(finding));
        } else {
            m_cards.append(*kept);
            old.erase(kept);
            m_cards.back()->setContent(finding);
        }
    }
    removeOld(old);
    arrange();
    m_standings->setGroups(content.standings);
    m_standings->setVisible(!content.standings.empty());
    if (isOtherWeek)
        ensureVisible(0, 0);
}

/// The focus would go on to the next card, and a key pressed meanwhile would decide about that one.
void WeekFindings::removeOld(const QList<DecisionCard*>& old)
{
    const QWidget* focused = window()->focusWidget();
    for (DecisionCard* card : old) {
        if (card == focused || card->isAncestorOf(focused))
            setFocus(Qt::OtherFocusReason);
        delete card;
    }
}

void WeekFindings::arrange()
{
    delete std::exchange(m_calm, nullptr);
    if (m_cards.isEmpty()) {
        m_calm = makeCalm();
        m_rows->insertWidget(0, m_calm);
        m_calm->show();
        return;
    }
    for (int i = 0; i < int(m_cards.size()); ++i) {
        if (m_rows->indexOf(m_cards[i]) == i)
            continue;
        m_rows->removeWidget(m_cards[i]);
        m_rows->insertWidget(i, m_cards[i]);
        m_cards[i]->show(); // at once: the layout would do so later, and keys may come before
    }
}

DecisionCard* WeekFindings::cardOf(MetricId metric) const
{
    const auto found = std::ranges::find(m_cards, metric, &DecisionCard::metric);
    return found == m_cards.end() ? nullptr : *found;
}

DecisionCard* WeekFindings::focusedCard() const
{
    const QWidget* focused = window()->focusWidget();
    const auto found = std::ranges::find_if(m_cards, [focused](const DecisionCard* card) {
        return card == focused || card->isAncestorOf(focused);
    });
    return found == m_cards.end() ? nullptr : *found;
}

bool WeekFindings::focusNextOpen()
{
    const DecisionCard* current = focusedCard();
    const qsizetype from = current == nullptr ? -1 : m_cards.indexOf(current);
    for (qsizetype step = 1; step <= m_cards.size(); ++step) {
        DecisionCard* card = m_cards[(from + step + m_cards.size()) % m_cards.size()];
        if (card->isDecided() || card == current)
            continue;
        card->setFocus(Qt::TabFocusReason);
        ensureWidgetVisible(card, 0, 12);
        return true;
    }
    return false;
}

void WeekFindings::setSmall(bool isSmall)
{
    m_isSmall = isSmall;
    const int margin = isSmall ? 16 : 24;
    m_rows->setContentsMargins(margin, 0, margin, 16);
    for (DecisionCard* card : std::as_const(m_cards))
        card->setChartShown(!isSmall);
}

DecisionCard* WeekFindings::makeCard(const FindingContent& finding)
{
    auto* card = new DecisionCard(finding, m_actions, m_list);
    const MetricId metric = card->metric();
    card->setChartShown(!m_isSmall);
    connect(&card->panel(), &DecisionPanel::decided, this, [this, card, metric](AlertDecision decision) {
        if (focusedCard() != card)
            card->setFocus(Qt::MouseFocusReason);
        emit decided(metric, decision);
    });
    connect(&card->panel(), &DecisionPanel::noteChanged, this,
            [this, metric](const QString& note) { emit noteChanged(metric, note); });
    connect(&card->panel(), &DecisionPanel::noteAdded, this,
            [this, metric](const QString& note) { emit noteAdded(metric, note); });
    return card;
}

QWidget* WeekFindings::makeCalm()
{
    auto* card = new assay::Panel(m_list); // QFrame has another one
    card->setObjectName(QStringLiteral("calmWeek"));
    card->setAccessibleName(m_content.calmTitle);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(8);
    row->addWidget(new MarkSign(Mark::InBand, card), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(new TextLabel(m_content.calmTitle, TextStyle::Section, Token::Text, card));
    auto* words = new TextLabel(m_content.calmWords, TextStyle::Body, Token::Text2, card);
    words->setWordWrap(true);
    column->addWidget(words);
    row->addLayout(column, 1);
    return card;
}

} // namespace assay
