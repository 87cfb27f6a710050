// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/proposalbox.h"

#include "app/report/comparisonwords.h"
#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

ProposalBox::ProposalBox(QWidget* parent)
    : Surface(Token::Raised, parent)
    , m_title(new TextLabel(TextStyle::BodySemibold, Token::Text, this))
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_yes(makeButton(tr("Yes, a change"), ButtonKind::Small, QString(), this))
    , m_no(makeButton(tr("No"), ButtonKind::Small, QString(), this))
{
    setObjectName(QStringLiteral("proposalBox"));
    setLines(Qt::BottomEdge);
    m_words->setObjectName(QStringLiteral("proposalWords"));
    m_words->setWordWrap(true);
    m_yes->setObjectName(QStringLiteral("confirmProposal"));
    m_no->setObjectName(QStringLiteral("dismissProposal"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(2);
    column->addLayout(buttons);
    connect(m_yes, &QPushButton::clicked, this, [this] { emit confirmed(m_proposals.front()); });
    connect(m_no, &QPushButton::clicked, this, [this] { emit dismissed(m_proposals.front()); });
    hide();
}

void ProposalBox::setProposals(const std::vector<ChangeProposal>& proposals, bool hasSeveralClients)
{
    m_proposals = proposals;
    std::ranges::stable_sort(m_proposals, std::ranges::greater(),
                             [](const ChangeProposal& proposal) { return proposal.change.at; });
    setVisible(!m_proposals.empty());
    if (m_proposals.empty())
        return;
    const ChangeProposal& asked = m_proposals.front();
    const Change& change = asked.change;
    m_title->setText(m_proposals.size() == 1 ? tr("Was this a change?")
                                             : tr("Was this a change? 1 of %1").arg(m_proposals.size()));
    const QString client = change.client.isEmpty() ? tr("no client") : plainLine(change.client);
    QString words =
        tr("%1 made %2 of the images of %3 in %4 and was never seen there before.")
            .arg(plainLine(change.to), formatPercent(asked.share, 0), client, formatWeek(asked.week));
    if (change.client.isEmpty() && hasSeveralClients)
        words +=
            u' ' + tr("A change without a client is a change for all: yes starts a new baseline for every "
                      "client.");
    m_words->setText(words);
}

void ProposalBox::setBusy(bool isBusy)
{
    m_yes->setEnabled(!isBusy);
    m_no->setEnabled(!isBusy);
}

} // namespace assay
