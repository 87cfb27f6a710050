// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsfilter.h"

#include "app/report/figures.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSettings>

#include <array>

namespace assay {

namespace {

constexpr std::array<int, 4> kRanges{13, 26, 52, 0}; ///< 0: all
constexpr int kSmallRange = 0;
constexpr int kFullRange = 1;

const QLatin1String kClientKey("trends/client");
const QLatin1String kWeeksKey("trends/weeks");

QString clientWords(const QString& client)
{
    return client.isEmpty() ? TrendsFilter::tr("No client") : plainLine(client);
}

} // namespace

TrendsFilter::TrendsFilter(QSettings* settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_name(new TextLabel(tr("Trends"), TextStyle::Title, Token::Text, this))
    , m_scope(new TextLabel(TextStyle::TitleRegular, Token::Text2, this))
    , m_clients(new QComboBox(this))
    , m_weeks(new SegmentedControl(this))
{
    if (settings->contains(kClientKey))
        m_client = settings->value(kClientKey).toString();
    m_scope->setObjectName(QStringLiteral("trendsScope"));
    m_scope->setElideMode(Qt::ElideRight);
    m_clients->setObjectName(QStringLiteral("clientFilter"));
    m_clients->setAccessibleName(tr("Client"));
    m_clients->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_clients->setFixedWidth(132);
    m_weeks->setAccessibleName(tr("Weeks shown"));
    m_weeks->addSegment(tr("13 weeks"), QStringLiteral("weeks13"));
    m_weeks->addSegment(tr("26"), QStringLiteral("weeks26"));
    m_weeks->addSegment(tr("52"), QStringLiteral("weeks52"));
    m_weeks->addSegment(tr("All"), QStringLiteral("weeksAll"));
    const auto known = std::ranges::find(kRanges, settings->value(kWeeksKey, -1).toInt());
    m_isRangeChosen = known != kRanges.end();
    m_weeks->setCurrent(m_isRangeChosen ? int(known - kRanges.begin()) : kFullRange);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_name);
    row->setSpacing(0);
    row->addWidget(m_scope, 1);
    row->addSpacing(16);
    row->addWidget(m_clients);
    row->addSpacing(8);
    row->addWidget(m_weeks);
    connect(m_clients, &QComboBox::activated, this, &TrendsFilter::chooseClient);
    connect(m_weeks, &SegmentedControl::currentChanged, this, &TrendsFilter::chooseWeeks);
    setClients({});
}

std::optional<int> TrendsFilter::weeks() const
{
    const int range = kRanges[size_t(m_weeks->current())];
    if (range == 0)
        return std::nullopt;
    return range;
}

void TrendsFilter::setClients(const QStringList& clients)
{
    m_clients->clear();
    m_clients->addItem(tr("All clients"));
    QStringList shown = clients;
    if (m_client && !shown.contains(*m_client))
        shown += *m_client;
    for (const QString& client : shown)
        m_clients->addItem(clientWords(client), client);
    m_clients->setCurrentIndex(m_client ? int(shown.indexOf(*m_client)) + 1 : 0);
    showTitle();
}

void TrendsFilter::setSmall(bool isSmall)
{
    const TextStyle style = isSmall ? TextStyle::Section : TextStyle::Title;
    m_name->setTextStyle(style);
    m_scope->setTextStyle(isSmall ? TextStyle::Lead : TextStyle::TitleRegular);
    if (m_isRangeChosen)
        return;
    const QSignalBlocker blocker(m_weeks);
    m_weeks->setCurrent(isSmall ? kSmallRange : kFullRange);
}

QString TrendsFilter::title() const
{
    return m_name->text() + m_scope->text();
}

void TrendsFilter::chooseClient(int row)
{
    const QVariant chosen = m_clients->itemData(row);
    m_client = chosen.isValid() ? std::optional(chosen.toString()) : std::nullopt;
    if (m_client)
        m_settings->setValue(kClientKey, *m_client);
    else
        m_settings->remove(kClientKey);
    showTitle();
    emit clientChanged();
}

void TrendsFilter::chooseWeeks(int segment)
{
    m_isRangeChosen = true;
    m_settings->setValue(kWeeksKey, kRanges[size_t(segment)]);
    emit weeksChanged();
}

void TrendsFilter::showTitle()
{
    const QString scope = !m_client             ? tr("all clients")
                          : m_client->isEmpty() ? tr("no client")
                                                : plainLine(*m_client);
    m_scope->setText(tr(", %1").arg(scope));
}

} // namespace assay
