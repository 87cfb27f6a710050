// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsstatus.h"

#include "ui/common/format.h"
#include "ui/common/marklabel.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"
#include "ui/trends/metriccardcontent.h"

#include <QHBoxLayout>

namespace assay {

QString provisionalText(const std::vector<JudgedWeek>& weeks)
{
    for (auto week = weeks.rbegin(); week != weeks.rend(); ++week) {
        const bool isClosed = week->role == WeekRole::Judged || week->role == WeekRole::Baseline;
        if (isClosed && week->isProvisional) {
            return TrendsStatus::tr("%1 provisional: %2 of its batches reviewed, %3 needed")
                .arg(formatWeekShort(week->week), formatPercent(week->counts.coverage(), 0),
                     formatPercent(kSettledCoverage, 0));
        }
    }
    return {};
}

TrendsStatus::TrendsStatus(QWidget* parent)
    : QWidget(parent)
    , m_asOf(new MarkLabel(Mark::InBand, MarkLabel::Look::Plain, this))
    , m_cards(new TextLabel(tr("Cards show"), TextStyle::Second, Token::Text2, this))
    , m_week(new TextLabel(TextStyle::SecondSemibold, Token::Text, this))
    , m_cardsEnd(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_provisional(new MarkLabel(Mark::Undecided, MarkLabel::Look::Plain, this))
    , m_zone(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("trendsStatus"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(5);
    row->addWidget(m_asOf);
    row->addSpacing(8);
    row->addWidget(makeLine(Qt::Vertical, this));
    row->addSpacing(8);
    row->addWidget(m_cards);
    row->addWidget(m_week);
    row->addWidget(m_cardsEnd);
    row->addSpacing(14);
    row->addWidget(m_provisional);
    m_provisional->hide();
    m_zone->hide(); // until the frame places it
    setReading();
    m_cards->hide();
}

void TrendsStatus::setView(const WeeklyView& view)
{
    m_asOf->setState(Mark::InBand, tr("As of today %1").arg(formatTime(view.asOf, view.zone)));
    const std::optional<int> week = cardWeek(view.weeks);
    for (TextLabel* label : {m_cards, m_week, m_cardsEnd})
        label->setVisible(week.has_value());
    if (week) {
        const JudgedWeek& shown = view.weeks[size_t(*week)];
        const bool isJudged = shown.role == WeekRole::Judged && !shown.isProvisional;
        m_week->setText(formatWeek(shown.week));
        m_cardsEnd->setText(isJudged ? tr("the last judged week") : tr("the newest week, not judged yet"));
    }
    const QString provisional = provisionalText(view.weeks);
    m_provisional->setState(Mark::Undecided, provisional);
    m_provisional->setVisible(!provisional.isEmpty());
    m_zone->setText(QString::fromUtf8(view.zone.id()));
}

void TrendsStatus::setReading()
{
    m_asOf->setState(Mark::Building, tr("Reading the weeks"));
}

void TrendsStatus::setIncomplete()
{
    m_asOf->setState(Mark::Broken, tr("Not read again; the weeks shown are older"));
}

QWidget* TrendsStatus::zoneItem() const
{
    return m_zone;
}

QString TrendsStatus::text() const
{
    QStringList words{m_asOf->word(), m_cards->text(), m_week->text(), m_cardsEnd->text()};
    words += m_provisional->isHidden() ? QString() : m_provisional->word();
    words += m_zone->text();
    return words.join(u' ').simplified();
}

} // namespace assay
