// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/findingspanel.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int kInset = 16;

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : Panel(parent)
    , m_count(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("findings"));
    auto* header = new QHBoxLayout;
    header->setContentsMargins(kInset, 10, kInset, 10);
    header->addWidget(new TextLabel(tr("What happened"), TextStyle::Section, Token::Text, this), 1);
    header->addWidget(m_count);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_list = new Surface(Token::Panel);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    m_rows->addStretch();
    scroll->setWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 4);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(scroll, 1);
}

void FindingsPanel::setWeek(const JudgedWeek* week, const ViewFilter& view)
{
    std::vector<Finding> findings = week ? findingsOf(*week) : std::vector<Finding>();
    if (!findings.empty() && findings == m_findings && view == m_view)
        return; // what is open and was read stays
    m_view = view;
    m_findings = std::move(findings);
    while (m_rows->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(0));
        delete item->widget();
    }
    m_cards.clear();
    m_count->setText(countText());
    for (const Finding& finding : m_findings)
        addFinding(finding, view);
    if (!m_cards.empty()) {
        const auto kept = std::ranges::find_if(
            m_cards, [this](const FindingCard* card) { return card->finding().metric == m_openMetric; });
        open(kept != m_cards.end() ? *kept : m_cards.front());
    }
    if (!week || !m_findings.empty())
        return;
    const QString name = formatWeek(week->week);
    if (week->role == WeekRole::Judged)
        addWords(tr("Nothing is out of its band"), tr("No metric is pending or firing in %1.").arg(name));
    else
        addWords(tr("The baseline is being built"),
                 tr("Two closed weeks with images make it; the weeks after them are judged against it."));
}

void FindingsPanel::setMovement(const Movement& movement)
{
    for (const FindingCard* card : m_cards) {
        WherePanel* where = card->where();
        if (where && where->metric() == movement.metric && where->dimension() == movement.dimension)
            where->setMovement(movement);
    }
}

void FindingsPanel::setMovementUnread(const QString& sentence)
{
    for (const FindingCard* card : m_cards) {
        if (card->where())
            card->where()->setUnread(sentence);
    }
}

void FindingsPanel::addFinding(const Finding& finding, const ViewFilter& view)
{
    auto* card = new FindingCard(finding, view, m_list);
    m_cards.push_back(card);
    connect(card, &FindingCard::chosen, this, [this, card] {
        m_openMetric = card->finding().metric;
        open(card);
        emit metricWanted(card->finding().metric);
    });
    connect(card, &FindingCard::missesWanted, this, &FindingsPanel::missesWanted);
    connect(card, &FindingCard::whereWanted, this, &FindingsPanel::whereWanted);
    connect(card, &FindingCard::narrowWanted, this, &FindingsPanel::narrowWanted);
    m_rows->insertWidget(m_rows->count() - 1, card);
    m_rows->insertWidget(m_rows->count() - 1, makeLine(Qt::Horizontal, m_list));
}

void FindingsPanel::open(FindingCard* opened)
{
    for (FindingCard* card : m_cards)
        card->setOpen(card == opened);
}

void FindingsPanel::addWords(const QString& title, const QString& words)
{
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(kInset, 14, kInset, 14);
    column->addWidget(wrappedLabel(title, TextStyle::BodySemibold, Token::Text));
    column->addWidget(wrappedLabel(words, TextStyle::Body, Token::Text2));
    m_rows->insertWidget(0, row);
}

QString FindingsPanel::countText() const
{
    const auto patterns =
        std::ranges::count_if(m_findings, [](const Finding& finding) { return finding.pattern.has_value(); });
    const auto firing = std::ranges::count(m_findings, AlertState::Firing, &Finding::state) - patterns;
    const auto pending = std::ranges::count(m_findings, AlertState::Pending, &Finding::state);
    QStringList counts;
    if (patterns > 0)
        counts += patterns == 1 ? tr("1 pattern") : tr("%1 patterns").arg(patterns);
    if (firing > 0)
        counts += tr("%1 firing").arg(firing);
    if (pending > 0)
        counts += tr("%1 pending").arg(pending);
    return counts.join(QStringLiteral(", "));
}

} // namespace assay
