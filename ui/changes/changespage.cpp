// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"

#include "app/report/newchanges.h"
#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/proposaldismissals.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"
#include "ui/changes/changedelegate.h"
#include "ui/changes/changedialog.h"
#include "ui/changes/comparisonview.h"
#include "ui/changes/proposalbox.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"

#include <QAction>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kListWidth = 272;
constexpr int kFullWidth = 1300;

enum BodyPage { ReadingPage, EmptyPage, ChangesListPage };

Result<ChangeComparison> compareChange(const Database& database, const Change& change, UtcTime now)
{
    const auto client = change.client.isEmpty() ? std::nullopt : std::optional(change.client);
    const auto view = readWeeklyView(database, client, now);
    if (!view)
        return view.error();
    return readComparison(database, *view, change);
}

} // namespace

ChangesPage::ChangesPage(const ChangesServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ChangeListModel(this))
    , m_banner(new Banner(this))
    , m_body(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("changes"), this))
    , m_proposals(new ProposalBox(this))
    , m_list(new QListView(this))
    , m_comparison(new ComparisonView(this))
    , m_status(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_reader(services.workspacePath)
{
    setObjectName(QStringLiteral("changesPage"));
    build();
    addActions();
    m_status->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangesPage::showCurrent);
    connect(m_comparison, &ComparisonView::trendsWanted, this, [this] {
        if (const auto change = current())
            emit trendsWanted(change->client.isEmpty() ? std::nullopt : std::optional(change->client));
    });
    connect(m_proposals, &ProposalBox::confirmed, this, [this](const ChangeProposal& proposal) {
        store([change = proposal.change](const Database& database) -> Result<void> {
            const auto added = Changes(database).add(change);
            return added ? Result<void>() : Result<void>(added.error());
        });
    });
    connect(m_proposals, &ProposalBox::dismissed, this, [this](const ChangeProposal& proposal) {
        const ProposalDismissal dismissal{.client = proposal.change.client,
                                          .model = proposal.model,
                                          .templateName = proposal.templateName,
                                          .at = m_services.clock(),
                                          .by = m_reviewer};
        store([dismissal](const Database& database) { return ProposalDismissals(database).add(dismissal); });
    });
    reload();
}

void ChangesPage::workspaceChanged()
{
    if (isVisible())
        reload();
    else
        m_isStale = true;
}

void ChangesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void ChangesPage::reload()
{
    m_isStale = false;
    ++m_reading;
    m_reader.ask<Content>(readContent, [this, reading = m_reading](const Result<Content>& content) {
        if (reading == m_reading)
            showContent(content);
    });
}

QWidget* ChangesPage::statusItem() const
{
    return m_status;
}

void ChangesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_comparison->setSmall(width() < kFullWidth);
}

void ChangesPage::build()
{
    QPushButton* first = m_empty->addPrimaryAction(tr("Add a change…"), QStringLiteral("plus"));
    first->setObjectName(QStringLiteral("addFirstChange"));
    connect(first, &QPushButton::clicked, this, &ChangesPage::addChange);
    m_empty->setWords(
        tr("No change is known yet"),
        tr("Logs bring changes of models and templates with them; others are entered here. Each "
           "is compared before and after."));
    auto* reading = new TextLabel(tr("Reading the changes"), TextStyle::Body, Token::Text2, this);
    reading->setAlignment(Qt::AlignCenter);
    m_list->setObjectName(QStringLiteral("changeList"));
    m_list->setAccessibleName(tr("Changes"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChangeDelegate(*m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* side = new Surface(Token::Panel, this);
    side->setLines(Qt::RightEdge);
    side->setFixedWidth(kListWidth);
    auto* add = makeButton(tr("Add"), ButtonKind::Secondary, QStringLiteral("plus"), side);
    add->setObjectName(QStringLiteral("addChange"));
    connect(add, &QPushButton::clicked, this, &ChangesPage::addChange);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->addWidget(new TextLabel(tr("Changes"), TextStyle::Title, Token::Text, side), 1);
    head->addWidget(add);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(makeLine(Qt::Horizontal, side));
    column->addWidget(m_proposals);
    column->addWidget(m_list, 1);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_comparison, 1);
    m_body->insertWidget(ReadingPage, reading);
    m_body->insertWidget(EmptyPage, m_empty);
    m_body->insertWidget(ChangesListPage, content);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(m_body, 1);
    setFocusProxy(m_list);
}

void ChangesPage::addActions()
{
    auto* add = new QAction(tr("Add a change…"), this);
    add->setObjectName(QStringLiteral("addChangeAction"));
    add->setShortcut(QKeySequence(Qt::Key_Insert));
    connect(add, &QAction::triggered, this, &ChangesPage::addChange);
    auto* again = new QAction(tr("Read again"), this);
    again->setObjectName(QStringLiteral("readChangesAgain"));
    again->setShortcut(QKeySequence(Qt::Key_F5));
    connect(again, &QAction::triggered, this, &ChangesPage::reload);
    for (QAction* action : {add, again}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

Result<ChangesPage::Content> ChangesPage::readContent(const Database& database)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const auto changes = Changes(database).all();
    if (!changes)
        return changes.error();
    auto proposals = readChangeProposals(database);
    if (!proposals)
        return proposals.error();
    const auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    return Content{*changes, *std::move(proposals), *clients, *zone, !clients->isEmpty()};
}

void ChangesPage::showContent(const Result<Content>& content)
{
    if (!content)
        return showProblem(content.error());
    m_banner->hide();
    m_content = *content;
    m_compared.clear();
    m_proposals->setProposals(m_content.proposals, m_content.clients.size() > 1);
    m_proposals->setBusy(false);
    m_model->setChanges(m_content.changes, m_content.zone);
    const bool isEmpty = m_content.changes.isEmpty() && m_content.proposals.empty();
    m_body->setCurrentIndex(isEmpty ? EmptyPage : ChangesListPage);
    m_comparison->setVisible(!m_content.changes.isEmpty());
    m_status->setText(m_content.changes.size() == 1
                          ? tr("1 change")
                          : tr("%1 changes").arg(formatCount(m_content.changes.size())));
    if (!m_content.changes.isEmpty())
        m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(m_chosen))));
    emit loaded();
    compareNext();
}

void ChangesPage::showCurrent()
{
    const auto change = current();
    if (!change)
        return;
    m_chosen = change->externalId;
    if (const auto known = m_comparisons.constFind(m_chosen); known != m_comparisons.cend())
        m_comparison->setComparison(*known, m_content.zone);
    else
        m_comparison->setChange(*change, m_content.zone);
}

std::optional<Change> ChangesPage::nextToCompare() const
{
    if (const auto chosen = current(); chosen && !m_compared.contains(chosen->externalId))
        return chosen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const Change& change = m_model->row(row).change; !m_compared.contains(change.externalId))
            return change;
    }
    return std::nullopt;
}

/// One at a time, so that the one that is chosen meanwhile comes next.
void ChangesPage::compareNext()
{
    if (m_isComparing)
        return;
    const std::optional<Change> next = nextToCompare();
    if (!next) {
        emit compared();
        return;
    }
    m_isComparing = true;
    m_reader.ask<ChangeComparison>(
        [change = *next, now = m_services.clock()](const Database& database) {
            return compareChange(database, change, now);
        },
        [this, id = next->externalId, reading = m_reading](const Result<ChangeComparison>& comparison) {
            m_isComparing = false;
            if (reading == m_reading)
                take(id, comparison);
        });
}

void ChangesPage::take(const QString& externalId, const Result<ChangeComparison>& comparison)
{
    m_compared.insert(externalId);
    if (comparison) {
        m_comparisons.insert(externalId, *comparison);
        m_model->setCounts(externalId, countVerdicts(*comparison));
        if (externalId == m_chosen)
            showCurrent();
    } else {
        showProblem(comparison.error()); // the others may be readable
    }
    compareNext();
}

void ChangesPage::addChange()
{
    auto* dialog = new ChangeDialog({m_content.clients, m_content.zone, m_services.clock}, this);
    connect(dialog, &ChangeDialog::changeEntered, this, [this, dialog](const Change& change) {
        m_chosen = change.externalId;
        store(
            [change](const Database& database) -> Result<void> {
                const auto added = Changes(database).add(change);
                return added ? Result<void>() : Result<void>(added.error());
            },
            dialog);
    });
    dialog->show();
}

/// The dialog, where the change was entered there, stays open until it is stored.
void ChangesPage::store(std::function<Result<void>(const Database&)> job, ChangeDialog* dialog)
{
    const QPointer<ChangeDialog> entered(dialog);
    m_proposals->setBusy(true);
    const auto storing = m_services.writer.run<void>(
        StoreWriter::Priority::Urgent, [job = std::move(job)](const Database& database) -> Result<void> {
            auto transaction = Transaction::begin(database);
            if (!transaction)
                return transaction.error();
            if (auto stored = job(database); !stored)
                return stored;
            return transaction->commit();
        });
    whenFinished(storing, this, [this, entered](const Result<void>& stored) {
        m_proposals->setBusy(false);
        if (!stored) {
            const Problem problem = describe(stored.error(), Attempt::SaveEntry);
            m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
            if (entered)
                entered->setStored(problem.sentence);
            return;
        }
        if (entered)
            entered->setStored({});
        reload();
        emit changed();
    });
}

void ChangesPage::showProblem(const Error& error)
{
    const Problem problem = describe(error, Attempt::ReadTrends);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* retry = m_banner->addButton(tr("Retry"), ButtonKind::Small, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retryChanges"));
    connect(retry, &QPushButton::clicked, this, &ChangesPage::reload);
}

std::optional<Change> ChangesPage::current() const
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->row(row).change;
}

} // namespace assay
