// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/decisioncard.h"

#include "ui/common/marksign.h"
#include "ui/common/textlabel.h"
#include "ui/weekly/weekchart.h"

#include <QFocusEvent>
#include <QHBoxLayout>

namespace assay {

namespace {

constexpr int kLeastHeight = 164;
constexpr int kChartWidth = 304;
constexpr int kDecisionWidth = 392;
constexpr int kInset = 16;

TextLabel* wrapped(TextStyle style, Token token, QWidget* parent)
{
    auto* label = new TextLabel(style, token, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop);
    return label;
}

} // namespace

DecisionCard::DecisionCard(const FindingContent& content, const DecisionActions& actions, QWidget* parent)
    : Panel(parent)
    , m_metric(content.finding.metric)
    , m_mark(new MarkSign(Mark::Pending, this))
    , m_title(wrapped(TextStyle::Section, Token::Text, this))
    , m_subtitle(wrapped(TextStyle::Second, Token::Text2, this))
    , m_sentence(wrapped(TextStyle::Body, Token::Text, this))
    , m_where(wrapped(TextStyle::Second, Token::Text2, this))
    , m_chart(new WeekChart(content.line, this))
    , m_chartLine(makeLine(Qt::Vertical, this))
    , m_panel(new DecisionPanel(actions, this))
{
    setObjectName(QStringLiteral("finding_") + QLatin1String(definition(m_metric).textId));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", false); // its edge says it
    setMinimumHeight(kLeastHeight);
    m_chart->setFixedWidth(kChartWidth - 2);
    m_chart->setMaximumHeight(kLeastHeight); // a long note makes no taller chart
    m_panel->setFixedWidth(kDecisionWidth - 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(makeText(), 1);
    row->addWidget(m_chartLine);
    row->addWidget(m_chart, 0, Qt::AlignTop);
    row->addWidget(makeLine(Qt::Vertical, this));
    row->addWidget(m_panel);
    connect(m_panel, &DecisionPanel::noteLeft, this, [this] { setFocus(Qt::OtherFocusReason); });
    setContent(content);
}

void DecisionCard::setContent(const FindingContent& content)
{
    setAccessibleName(content.finding.title);
    setAccessibleDescription(content.subtitle + QStringLiteral(". ") + content.sentence);
    m_mark->setMark(content.finding.state == AlertState::Firing ? Mark::Firing : Mark::Pending);
    m_title->setText(content.finding.title);
    m_subtitle->setText(content.subtitle);
    m_sentence->setText(content.sentence);
    m_chart->setLine(content.line);
}

QWidget* DecisionCard::makeText()
{
    auto* text = new QWidget(this);
    auto* column = new QVBoxLayout(text);
    column->setContentsMargins(kInset, 12, kInset, 12);
    column->setSpacing(0);
    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_mark, 0, Qt::AlignTop);
    title->addWidget(m_title, 1);
    column->addLayout(title);
    auto* rest = new QVBoxLayout;
    rest->setContentsMargins(24, 2, 0, 0);
    rest->setSpacing(8);
    rest->addWidget(m_subtitle);
    rest->addWidget(m_sentence);
    rest->addWidget(m_where);
    m_where->setObjectName(QStringLiteral("where"));
    m_where->hide();
    column->addLayout(rest);
    column->addStretch();
    return text;
}

void DecisionCard::setWhere(const QString& sentence)
{
    m_where->setText(sentence);
    m_where->setVisible(!sentence.isEmpty());
}

void DecisionCard::setChartShown(bool isShown)
{
    m_chart->setVisible(isShown);
    m_chartLine->setVisible(isShown);
}

void DecisionCard::focusInEvent(QFocusEvent* event)
{
    Panel::focusInEvent(event);
    setCurrent(true);
}

void DecisionCard::focusOutEvent(QFocusEvent* event)
{
    Panel::focusOutEvent(event);
    setCurrent(false);
}

} // namespace assay
