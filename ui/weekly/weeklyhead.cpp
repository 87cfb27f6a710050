// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weeklyhead.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/weekly/weeklywords.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kClientsWidth = 132;

QString clientWords(const std::optional<QString>& client)
{
    if (!client)
        return WeeklyHead::tr("all clients");
    return client->isEmpty() ? WeeklyHead::tr("no client") : plainLine(*client);
}

} // namespace

WeeklyHead::WeeklyHead(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextStyle::Title, Token::Text, this))
    , m_scope(new TextLabel(TextStyle::TitleRegular, Token::Text2, this))
    , m_summary(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_clients(new QComboBox(this))
{
    m_title->setObjectName(QStringLiteral("weekTitle"));
    m_scope->setObjectName(QStringLiteral("weekScope"));
    m_scope->setElideMode(Qt::ElideRight);
    m_summary->setObjectName(QStringLiteral("weekSummary"));
    m_summary->setWordWrap(true);
    m_clients->setObjectName(QStringLiteral("weeklyClients"));
    m_clients->setAccessibleName(tr("Client"));
    m_clients->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_clients->setFixedWidth(kClientsWidth);
    auto* title = new QHBoxLayout;
    title->setSpacing(6);
    title->addWidget(m_title);
    title->addWidget(m_scope, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(title);
    words->addWidget(m_summary);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_clients);
    connect(m_clients, &QComboBox::activated, this, [this](int chosen) {
        const QVariant client = m_clients->itemData(chosen);
        emit clientChosen(client.isValid() ? std::optional(client.toString()) : std::nullopt);
    });
}

void WeeklyHead::setWeek(const JudgedWeek& week, const std::optional<QString>& client)
{
    m_title->setText(formatWeek(week.week));
    m_scope->setText(tr("%1, %2").arg(formatWeekDays(week.week), clientWords(client)));
    m_summary->setText(weekSummary(week));
}

void WeeklyHead::setClients(const QStringList& clients, const std::optional<QString>& chosen)
{
    m_clients->clear();
    m_clients->addItem(tr("All clients"));
    for (const QString& client : clients)
        m_clients->addItem(client.isEmpty() ? tr("No client") : plainLine(client), client);
    m_clients->setCurrentIndex(chosen ? int(clients.indexOf(*chosen)) + 1 : 0);
}

QWidget* WeeklyHead::clients() const
{
    return m_clients;
}

} // namespace assay
