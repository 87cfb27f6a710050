// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weeklypage.h"

#include "app/base/whenfinished.h"
#include "app/report/figures.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "app/store/weeklyreviews.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/marklabel.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/weekly/signbar.h"
#include "ui/weekly/weekcontents.h"
#include "ui/weekly/weekfindings.h"
#include "ui/weekly/weeklist.h"
#include "ui/weekly/weeklyhead.h"
#include "ui/weekly/weeklywords.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

using namespace std::chrono_literals;

const QLatin1String kClientKey("weekly/client");
constexpr int kFullWidth = 1300; ///< below this the charts go
constexpr auto kReadAgainAfter = 1h;

enum BodyPage { ReadingPage, EmptyPage, WeekPage };

Result<qint64> addReview(const Database& database, const WeeklyReview& review)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto id = WeeklyReviews(database).add(review);
    if (!id)
        return id;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return id;
}

bool hasClosedWeek(const WeeklyView& view)
{
    return std::ranges::any_of(view.weeks, [&view](const JudgedWeek& week) { return week.end <= view.asOf; });
}

} // namespace

WeeklyPage::WeeklyPage(const WeeklyServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_loader(services.workspacePath, services.clock)
    , m_drafts(services.writer)
    , m_list(new WeekList(this))
    , m_head(new WeeklyHead(this))
    , m_banner(new Banner(this))
    , m_body(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("weekly"), this))
    , m_bar(new SignBar(this))
    , m_asOf(new MarkLabel(Mark::Building, MarkLabel::Look::Plain, this))
    , m_zone(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("weeklyPage"));
    if (services.settings.contains(kClientKey))
        m_client = services.settings.value(kClientKey).toString();
    addActions();
    buildPage();
    m_asOf->setState(Mark::Building, tr("Reading the weeks"));
    for (QWidget* item : {static_cast<QWidget*>(m_asOf), static_cast<QWidget*>(m_zone)})
        item->hide(); // until the frame places it
    connect(&m_loader, &WeeklyLoader::loaded, this, &WeeklyPage::showContent);
    connect(&m_loader, &WeeklyLoader::failed, this, &WeeklyPage::showProblem);
    connect(&m_loader, &WeeklyLoader::movementsLoaded, this, &WeeklyPage::takeMovements);
    connect(&m_drafts, &ReviewDrafts::failed, this, &WeeklyPage::showUnsaved);
    connect(&m_drafts, &ReviewDrafts::stored, this, &WeeklyPage::hideUnsaved);
    connect(m_head, &WeeklyHead::clientChosen, this, &WeeklyPage::chooseClient);
    connect(m_list, &WeekList::weekChosen, this, [this] {
        m_drafts.flush();
        showWeek();
    });
    connect(m_findings, &WeekFindings::decided, this, &WeeklyPage::decide);
    connect(m_findings, &WeekFindings::noteAdded, this, &WeeklyPage::addNote);
    connect(m_findings, &WeekFindings::noteChanged, this, [this](MetricId metric, const QString& note) {
        if (const JudgedWeek* week = chosenWeek())
            m_drafts.setNote(week->week, metric, note);
    });
    connect(m_bar, &SignBar::nextOpenWanted, this, &WeeklyPage::focusNextOpen);
    connect(m_bar, &SignBar::signWanted, this, &WeeklyPage::sign);
    connect(&m_hourly, &QTimer::timeout, this, &WeeklyPage::reload);
    m_hourly.start(kReadAgainAfter);
    reload();
}

WeeklyPage::~WeeklyPage() = default;

void WeeklyPage::reload()
{
    m_loader.load(m_client);
}

void WeeklyPage::setOwner(const QString& name)
{
    m_services.owner = name;
    showSigning();
}

QList<QAction*> WeeklyPage::menuActions() const
{
    return {m_actions.flag, m_actions.explain, m_actions.ignore, m_actions.note};
}

void WeeklyPage::addActions()
{
    m_actions.flag = addDecision("weekly.flagRaised", AlertDecision::FlagRaised, Qt::Key_1);
    m_actions.explain = addDecision("weekly.explained", AlertDecision::Explained, Qt::Key_2);
    m_actions.ignore = addDecision("weekly.ignored", AlertDecision::Ignored, Qt::Key_3);
    m_actions.note = new QAction(tr("Write a note"), this);
    m_actions.note->setObjectName(QStringLiteral("weekly.note"));
    m_actions.note->setShortcut(QKeySequence(Qt::Key_N));
    connect(m_actions.note, &QAction::triggered, this, [this] {
        if (DecisionCard* card = m_findings->focusedCard())
            card->panel().focusNote();
    });
    m_findings = new WeekFindings(m_actions, this);
    for (QAction* action : menuActions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_findings->addAction(action); // the list of weeks has keys of its own
    }
}

QAction* WeeklyPage::addDecision(const char* name, AlertDecision decision, int key)
{
    auto* action = new QAction(decisionText(decision), this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, decision] {
        if (DecisionCard* card = m_findings->focusedCard())
            card->panel().setDecision(decision);
    });
    return action;
}

void WeeklyPage::buildPage()
{
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_head);
    content->addWidget(m_banner);
    content->addWidget(makeBody(), 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(content, 1);
    setTabOrder(m_head->clients(), m_list->view());
    setFocusProxy(m_list->view());
}

QWidget* WeeklyPage::makeBody()
{
    m_empty->setWords(
        tr("No week is over yet"),
        tr("When the first week of images has ended it is listed here, with what is out of band in it "
           "and what you decide about it."));
    QPushButton* review = m_empty->addPrimaryAction(tr("Review images"), QStringLiteral("review"));
    review->setObjectName(QStringLiteral("reviewImages"));
    connect(review, &QPushButton::clicked, this, &WeeklyPage::reviewWanted);
    auto* reading = new TextLabel(tr("Reading the weeks"), TextStyle::Body, Token::Text2, this);
    reading->setAlignment(Qt::AlignCenter);
    auto* week = new QWidget(this);
    auto* column = new QVBoxLayout(week);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_findings, 1);
    column->addWidget(m_bar);
    m_body->insertWidget(ReadingPage, reading);
    m_body->insertWidget(EmptyPage, m_empty);
    m_body->insertWidget(WeekPage, week);
    return m_body;
}

void WeeklyPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isSmall = width() < kFullWidth;
    const int margin = isSmall ? 16 : 24;
    m_head->layout()->setContentsMargins(margin, 16, margin, 10);
    m_findings->setSmall(isSmall);
    m_bar->setSmall(isSmall);
}

bool WeeklyPage::focusNextPrevChild(bool next)
{
    const QWidget* focused = window()->focusWidget();
    const bool isInside = m_findings->isAncestorOf(focused) || m_list->isAncestorOf(focused);
    if (next && isInside && focusNextOpen())
        return true;
    return QWidget::focusNextPrevChild(next);
}

bool WeeklyPage::focusNextOpen()
{
    if (m_bar->content().state != SignContent::State::ToSign)
        return false;
    if (m_findings->focusNextOpen())
        return true;
    if (m_bar->canSign())
        m_bar->focusSign();
    return m_bar->canSign();
}

void WeeklyPage::showContent(const WeeklyContent& content)
{
    if (m_client && !content.clients.contains(*m_client)) { // remembered from another workspace
        m_client.reset();
        reload();
        return;
    }
    m_content = content;
    m_drafts.setStored(content.view->filter, content.drafts);
    if (!m_isUnsaved)
        m_banner->hide();
    m_asOf->setState(Mark::InBand,
                     tr("As of today %1").arg(formatTime(content.view->asOf, content.view->zone)));
    m_zone->setText(tr("Weeks are counted in %1").arg(QString::fromUtf8(content.view->zone.id())));
    m_head->setClients(m_content.clients, m_client);
    m_body->setCurrentIndex(hasClosedWeek(*content.view) ? WeekPage : EmptyPage);
    m_list->setWeeks(weekEntries(content));
    const std::optional<IsoWeek> first = firstShownWeek(content);
    if (!m_list->current() && first)
        m_list->setCurrent(*first); // shows it
    else
        showWeek();
    emit overdueChanged(content.overdue);
    emit firingRead(content.firing);
    emit loaded();
}

void WeeklyPage::showProblem(const Error& error)
{
    const Problem problem = describe(error, Attempt::ReadTrends);
    m_isUnsaved = false;
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* retry = m_banner->addButton(tr("Retry"), ButtonKind::Small, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retryWeekly"));
    connect(retry, &QPushButton::clicked, this, &WeeklyPage::reload);
    m_asOf->setState(Mark::Broken, tr("Not read again; the weeks shown are older"));
}

void WeeklyPage::showUnsaved(const Error& error)
{
    const Problem problem = describe(error, Attempt::SaveEntry);
    m_isUnsaved = true;
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    if (!m_drafts.isRefused())
        return; // the signature was, and its button can be pressed again
    QPushButton* retry = m_banner->addButton(tr("Retry"), ButtonKind::Small, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("saveWeekAgain"));
    connect(retry, &QPushButton::clicked, &m_drafts, &ReviewDrafts::flush);
}

void WeeklyPage::hideUnsaved()
{
    if (!m_drafts.isRefused() && std::exchange(m_isUnsaved, false))
        m_banner->hide();
}

void WeeklyPage::chooseClient(const std::optional<QString>& client)
{
    m_drafts.flush();
    m_client = client;
    if (m_client)
        m_services.settings.setValue(kClientKey, *m_client);
    else
        m_services.settings.remove(kClientKey);
    reload();
}

const JudgedWeek* WeeklyPage::chosenWeek() const
{
    const std::optional<IsoWeek> chosen = m_list->current();
    const std::vector<JudgedWeek>& weeks = m_content.view->weeks;
    const auto found = std::ranges::find_if(
        weeks, [&chosen](const JudgedWeek& week) { return std::optional(week.week) == chosen; });
    return found == weeks.end() ? nullptr : &*found;
}

void WeeklyPage::showWeek()
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr)
        return;
    m_head->setWeek(*week, m_content.view->client);
    m_findings->setContent(findingsContent(*m_content.view, *week));
    orderTabs();
    showDecisions();
    m_loader.loadMovements(m_content.view, *week);
}

/// The cards come behind the weeks, though they are made later than all else.
void WeeklyPage::orderTabs()
{
    QWidget* last = m_list->view();
    for (DecisionCard* card : m_findings->cards()) {
        for (QWidget* next : QWidgetList{card} + card->panel().focusChain()) {
            setTabOrder(last, next);
            last = next;
        }
    }
}

void WeeklyPage::showDecisions()
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr)
        return;
    for (DecisionCard* card : m_findings->cards())
        card->panel().setContent(decisionContent(m_content, *week, m_drafts.of(week->week, card->metric())));
    showSigning();
}

void WeeklyPage::showSigning()
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr)
        return;
    const QList<DecisionCard*>& cards = m_findings->cards();
    const auto decided = std::ranges::count_if(cards, &DecisionCard::isDecided);
    SignContent content = signContent(m_content, *week, int(decided), int(cards.size()));
    content.owner = m_services.owner.trimmed();
    if (content.state == SignContent::State::ToSign && m_signing == week->week)
        content.state = SignContent::State::Signing;
    m_bar->setContent(content);
}

void WeeklyPage::takeMovements(const WeekMovements& movements)
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr || week->week != movements.week)
        return;
    for (DecisionCard* card : m_findings->cards())
        card->setWhere(whereSentence(card->metric(), movements.movements));
}

void WeeklyPage::decide(MetricId metric, AlertDecision decision)
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr)
        return;
    m_drafts.decide(week->week, metric, decision);
    showSigning();
}

void WeeklyPage::sign()
{
    const JudgedWeek* week = chosenWeek();
    if (week == nullptr || !m_bar->canSign())
        return;
    WeeklyReview review{.week = week->week,
                        .view = m_content.view->filter,
                        .owner = m_services.owner.trimmed(),
                        .signedAt = m_services.clock()};
    for (const DecisionCard* card : m_findings->cards()) {
        const DraftedDecision draft = m_drafts.of(week->week, card->metric());
        if (draft.decision)
            review.decisions.push_back({card->metric(), *draft.decision, draft.note.trimmed()});
    }
    store(review);
}

/// Stands beside what was signed, with the decision that it is a note to.
void WeeklyPage::addNote(MetricId metric, const QString& note)
{
    const JudgedWeek* week = chosenWeek();
    DecisionCard* card = m_findings->cardOf(metric);
    if (week == nullptr || card == nullptr)
        return;
    if (m_services.owner.trimmed().isEmpty()) {
        m_banner->showMessage(Banner::Kind::Warning, tr("Nobody said who writes the note."),
                              tr("Say it first: Edit > Reviewer’s name. The note is kept."));
        return;
    }
    const std::optional<AlertDecision> decision = card->panel().content().decision;
    if (!decision)
        return;
    store({.week = week->week,
           .view = m_content.view->filter,
           .owner = m_services.owner.trimmed(),
           .decisions = {{metric, *decision, note}},
           .signedAt = m_services.clock()});
}

void WeeklyPage::store(const WeeklyReview& review)
{
    if (m_signing)
        return;
    m_drafts.flush(); // before it in the queue: the signature removes them
    m_signing = review.week;
    showSigning();
    const auto storing =
        m_services.writer.run<qint64>(StoreWriter::Priority::Urgent, [review](const Database& database) {
            return addReview(database, review);
        });
    whenFinished(storing, this, [this, review](const Result<qint64>& id) {
        m_signing.reset();
        if (!id) {
            showSigning();
            showUnsaved(id.error());
            return;
        }
        hideUnsaved();
        for (const DecidedAlert& decided : review.decisions)
            m_drafts.forget(review.view, review.week, decided);
        reload();
    });
}

} // namespace assay
