// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ratecardwindow.h"

#include "app/store/ratekeeper.h"
#include "app/store/storewriter.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/setup/ratedialog.h"

#include <QPushButton>

namespace assay {

namespace {

ListWords listWords()
{
    return {RateCardWindow::tr("Rate card"),
            RateCardWindow::tr("What an image costs where no log says it. The most exact rate holds: one of "
                               "the client, then the most exact model, then the latest day. Such costs are "
                               "marked as estimated."),
            QStringLiteral("tag"), RateCardWindow::tr("There is no rate yet"),
            RateCardWindow::tr("Add one: images without a cost are priced by it, earlier ones too.")};
}

} // namespace

RateCardWindow::RateCardWindow(const RateCardRequest& request, QWidget* parent)
    : ListWindow(QStringLiteral("rates"), listWords(), parent)
    , m_request(request)
    , m_model(new RateModel(request.zone, this))
    , m_coverage(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_reader(request.workspacePath)
{
    m_coverage->setObjectName(QStringLiteral("ratesCoverage"));
    m_coverage->hide();
    addBelowTable(m_coverage);
    addButton(tr("Add a rate…"), QStringLiteral("ratesAdd"), [this] { addRate(); });
    m_remove = addButton(tr("Remove"), QStringLiteral("ratesRemove"), [this] { removeRate(); });
    QPushButton* first = emptyState()->addPrimaryAction(tr("Add a rate…"), QStringLiteral("plus"));
    first->setObjectName(QStringLiteral("ratesAddFirst"));
    connect(first, &QPushButton::clicked, this, &RateCardWindow::addRate);
    setModel(m_model, RateModel::ModelColumn);
    connect(&request.keeper, &RateKeeper::started, this, &RateCardWindow::showCoverage);
    connect(&request.keeper, &RateKeeper::finished, this, &RateCardWindow::showCoverage);
    currentRowChanged();
    reload();
}

void RateCardWindow::reload()
{
    m_reader.ask<RateCard>([](const Database& database) { return Rates(database).all(); },
                           [this](const Result<RateCard>& card) { showCard(card); });
    showCoverage();
}

void RateCardWindow::showCard(const Result<RateCard>& card)
{
    if (!card) {
        showProblem(describe(card.error(), Attempt::OpenWorkspace));
        return;
    }
    const int before = currentRow();
    m_model->setCard(*card);
    setCurrentRow(std::clamp(before, 0, std::max(0, m_model->rowCount() - 1)));
}

/// Counting goes through all generations, so it is not done while they are being priced.
void RateCardWindow::showCoverage()
{
    if (m_request.keeper.isCounting()) {
        m_coverage->setText(tr("Costs are being estimated anew…"));
        m_coverage->show();
        return;
    }
    m_reader.ask<RateCoverage>(
        [](const Database& database) { return Rates(database).coverage(); },
        [this](const Result<RateCoverage>& coverage) {
            if (!coverage || m_request.keeper.isCounting())
                return;
            m_coverage->setText(tr("The cost of %1 generations is estimated, that of %2 is unknown.")
                                    .arg(formatCount(coverage->priced), formatCount(coverage->unknown)));
            m_coverage->setVisible(coverage->priced + coverage->unknown > 0);
        });
}

void RateCardWindow::currentRowChanged()
{
    m_remove->setEnabled(currentRow() >= 0);
}

void RateCardWindow::addRate()
{
    auto* dialog = new RateDialog({m_model->card(), m_request.clients(), m_request.zone}, this);
    connect(dialog, &RateDialog::rateChosen, this, [this](const Rate& rate) {
        store(
            [rate](const Database& database) -> Result<void> {
                const auto added = Rates(database).add(rate);
                return added ? Result<void>() : Result<void>(added.error());
            },
            rate.model);
    });
    dialog->show();
}

void RateCardWindow::removeRate()
{
    const int row = currentRow();
    if (row < 0 || row >= m_model->rowCount())
        return;
    const Rate rate = m_model->card()[row];
    store([id = rate.id](const Database& database) { return Rates(database).remove(id); }, rate.model);
}

void RateCardWindow::store(std::function<Result<void>(const Database&)> job, const QString& rate)
{
    const auto storing = m_request.writer.run<void>(StoreWriter::Priority::Urgent, std::move(job));
    // For the keeper also when the window is closed meanwhile.
    whenFinished(storing, &m_request.keeper, [keeper = &m_request.keeper](const Result<void>& stored) {
        if (stored)
            keeper->recount();
    });
    whenFinished(storing, this, [this, rate](const Result<void>& stored) {
        if (stored) {
            banner()->hide();
            reload();
            return;
        }
        const Problem problem =
            describe({stored.error().kind, tr("the rate %1").arg(rate), {}}, Attempt::WriteFile);
        showProblem({problem.sentence,
                     stored.error().detail.isEmpty() ? problem.whatToDo : stored.error().detail,
                     Remedy::None,
                     {}});
    });
}

} // namespace assay
