// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpage.h"

#include "ui/common/banner.h"
#include "ui/common/dispositionmark.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/review/alldecided.h"
#include "ui/review/checklistpanel.h"
#include "ui/review/historystrip.h"
#include "ui/review/imagecanvas.h"
#include "ui/review/imagecolumn.h"
#include "ui/review/imageheader.h"
#include "ui/review/imagestage.h"
#include "ui/review/notefield.h"
#include "ui/review/promptpanel.h"
#include "ui/review/queueview.h"
#include "ui/review/reviewpanel.h"
#include "ui/review/savebanner.h"
#include "ui/review/toolrow.h"
#include "ui/review/verdictbar.h"

#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/storewriter.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>

namespace assay {

namespace {

/// Canvas at least 560 x 560: below these the other parts give way.
constexpr int kFullWidth = 256 + 560 + 376;
constexpr int kFullHeight = 40 + 560 + 116;
constexpr QSize kSmallest{920, 560};
constexpr int kAhead = 3;
constexpr qsizetype kLongestName = 24; ///< characters of a template's name on a button

QString shortened(const QString& name)
{
    return name.size() <= kLongestName ? name : QString(name.left(kLongestName - 1) + QChar(0x2026));
}

} // namespace

ReviewPage::ReviewPage(const ReviewServices& services, ImageLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_flow(services)
    , m_thumbnails(loader)
    , m_actions(new ReviewActions(this))
    , m_queue(new QueueView(m_flow.model(), m_thumbnails, m_actions->search, this))
    , m_stack(new QStackedWidget(this))
    , m_work(new QWidget)
    , m_column(new ImageColumn({loader, m_thumbnails}, *m_actions, m_work))
    , m_panel(new ReviewPanel(m_flow.image(), *m_actions, m_work))
    , m_done(new AllDecided(m_actions->undo))
    , m_status(new ReviewStatus(this))
{
    setObjectName(QStringLiteral("reviewPage"));
    setMinimumSize(kSmallest); // smaller than its full layout: arrange() makes parts give way
    auto* work = new QHBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_column, 1);
    work->addWidget(m_panel);
    m_stack->addWidget(m_work);
    m_stack->addWidget(m_done);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_queue);
    row->addWidget(m_stack, 1);
    m_status->hide(); // until the frame places it
    setFocusProxy(&m_column->stage()->canvas());
    m_historyTick.setSingleShot(true);
    m_historyTick.setInterval(0);
    connect(&m_historyTick, &QTimer::timeout, this, &ReviewPage::showHistory);

    connectFlow();
    connectVerdicts();
    connectChecklist();
    connectQueue();
    connectColumn();
    showUndo();
    updateActions();
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::start()
{
    m_flow.show(m_queue->filter());
}

void ReviewPage::readAgain()
{
    m_thumbnails.lookForMissing();
    m_flow.readAgain();
}

void ReviewPage::setWatched(int folders, const QString& lastImageTime)
{
    m_done->setWatchedFolders(folders);
    if (m_status)
        m_status->setWatched(folders, lastImageTime);
}

void ReviewPage::connectFlow()
{
    connect(&m_flow, &ReviewFlow::laneShown, this, &ReviewPage::showLane);
    connect(&m_flow, &ReviewFlow::imageOpened, this, &ReviewPage::showImage);
    connect(&m_flow, &ReviewFlow::countsChanged, this, &ReviewPage::showCounts);
    connect(&m_flow, &ReviewFlow::readFailed, this, &ReviewPage::showReadProblem);
    connect(&m_services.writer, &StoreWriter::generationsChanged, &m_thumbnails, &Thumbnails::lookForMissing);
    ReviewSession& session = m_flow.session();
    connect(&session, &ReviewSession::stateChanged, this, &ReviewPage::showSaving);
    connect(&session, &ReviewSession::failedCountChanged, this, &ReviewPage::showSaving);
    connect(&session, &ReviewSession::failedCountChanged, this, &ReviewPage::notSavedChanged);
    connect(&session, &ReviewSession::undoChanged, this, &ReviewPage::showUndo);
}

void ReviewPage::connectVerdicts()
{
    connect(m_actions->accept, &QAction::triggered, this, [this] { m_flow.decide(Disposition::Accepted); });
    connect(m_actions->revise, &QAction::triggered, this, [this] { m_flow.decide(Disposition::Revised); });
    connect(m_actions->reject, &QAction::triggered, this, [this] { m_flow.decide(Disposition::Rejected); });
    connect(m_actions->undo, &QAction::triggered, &m_flow, &ReviewFlow::undo);
    connect(m_actions->redo, &QAction::triggered, &m_flow, &ReviewFlow::redo);
    connect(m_actions->autoAdvance, &QAction::toggled, &m_flow, &ReviewFlow::setAutoAdvancing);
    connect(m_panel->verdicts()->noteField(), &NoteField::left, this, qOverload<>(&QWidget::setFocus));
}

void ReviewPage::connectChecklist()
{
    OpenImage& image = m_flow.image();
    ChecklistPanel* checklist = m_panel->checklist();
    for (int i = 0; i < m_actions->answers.size(); ++i)
        connect(m_actions->answers.at(i), &QAction::triggered, &image, [&image, i] { image.cycle(i); });
    connect(m_actions->restMet, &QAction::triggered, &image, &OpenImage::answerRestMet);
    connect(m_actions->nextOpen, &QAction::triggered, this, [&image, checklist] {
        if (image.goToNextOpen())
            checklist->setFocus(Qt::TabFocusReason);
    });
    connect(m_actions->addConstraint, &QAction::triggered, checklist, &ChecklistPanel::addConstraint);
    connect(m_actions->moreConstraints, &QAction::triggered, &image, &OpenImage::addMore);
    connect(m_actions->saveToTemplate, &QAction::triggered, &m_flow, &ReviewFlow::saveToTemplate);
    m_actions->setMostOffered(m_flow.mostOffered());
    connect(m_actions, &ReviewActions::mostOfferedChosen, this, [this](int most) {
        m_flow.setMostOffered(most);
        m_actions->setMostOffered(most);
    });
    connect(m_actions->editConstraint, &QAction::triggered, checklist,
            [&image, checklist] { checklist->editConstraint(image.current()); });
    connect(m_actions->removeConstraint, &QAction::triggered, checklist,
            [&image, checklist] { checklist->removeConstraint(image.current()); });
    connect(checklist, &ChecklistPanel::editingFinished, checklist, qOverload<>(&QWidget::setFocus));
    m_actions->nextOpenIn({&m_column->stage()->canvas(), checklist});
    m_actions->editIn(checklist);
    for (const auto signal : {&OpenImage::checksChanged, &OpenImage::currentChanged,
                              &OpenImage::checklistEdited, &OpenImage::savedToTemplate})
        connect(&image, signal, this, &ReviewPage::updateActions);
}

void ReviewPage::connectQueue()
{
    connect(m_actions->previous, &QAction::triggered, this,
            [this] { m_flow.step(ReviewFlow::Direction::Backward); });
    connect(m_actions->next, &QAction::triggered, this,
            [this] { m_flow.step(ReviewFlow::Direction::Forward); });
    connect(m_queue, &QueueView::rowChosen, this, [this](int row) {
        m_flow.open(row);
        setFocus();
    });
    connect(m_actions->readMetadata, &QAction::triggered, this, &ReviewPage::askForMetadata);
    m_queue->addListAction(m_actions->readMetadata);
    connect(m_queue, &QueueView::filterChosen, &m_flow, &ReviewFlow::show);
    connect(m_queue, &QueueView::searchLeft, this, qOverload<>(&QWidget::setFocus));
    connect(&m_flow.model(), &QueueModel::rowsMerged, this, &ReviewPage::showLane);
    m_queue->setClientNames([this] {
        const Result<QStringList> names = clientNames(m_services.database);
        return names ? *names : QStringList();
    });
}

void ReviewPage::connectColumn()
{
    connect(m_actions->details, &QAction::triggered, this, &ReviewPage::setDetailsShown);
    connect(m_panel->prompt(), &PromptPanel::detailsToggled, m_actions->details, &QAction::trigger);
    connect(m_column->history(), &HistoryStrip::cycleChosen, &m_flow, &ReviewFlow::openImage);
    connect(m_column->stage(), &ImageStage::showInFolderRequested, this, &ReviewPage::openFolderOf);
    connect(m_done, &AllDecided::addFolderRequested, this, &ReviewPage::addFolderRequested);
    connect(m_done, &AllDecided::lookThroughRequested, this, [this] {
        QueueFilter decided = m_queue->filter();
        decided.lane = QueueLane::Decided;
        showFilter(decided);
    });
    connect(m_done, &AllDecided::showAllRequested, this, [this] { showFilter({}); });
}

void ReviewPage::showFilter(const QueueFilter& filter)
{
    m_queue->setFilter(filter);
    m_flow.show(filter);
    setFocus();
}

void ReviewPage::askForMetadata()
{
    QList<GenerationId> ids;
    const QList<int> rows = m_queue->selectedRows();
    for (const int row : rows)
        ids.append(m_flow.model().idAt(row));
    if (!ids.isEmpty())
        emit readMetadataRequested(ids);
}

void ReviewPage::showLane()
{
    if (m_flow.row() < 0 && m_flow.model().rowCount() > 0)
        m_flow.open(std::max(0, m_flow.model().firstUndecided()));
    m_queue->setCurrentRow(m_flow.row());
    m_column->readBanner()->hide();
}

void ReviewPage::showImage()
{
    const int row = m_flow.row();
    const OpenImage& image = m_flow.image();
    updateActions();
    m_queue->setCurrentRow(row);
    const QueueRow* shown = row >= 0 ? m_flow.model().row(row) : nullptr;
    m_stack->setCurrentWidget(image.isOpen() ? m_work : static_cast<QWidget*>(m_done));
    if (!image.isOpen() || !shown) {
        m_column->stage()->clear();
        showCounts();
        return;
    }
    const Generation& generation = image.generation();
    const QSize size = generation.image ? generation.image->size : QSize();
    const qint64 bytes = generation.image ? generation.image->bytes : 0;
    m_column->stage()->show({{shown->imagePath, shown->sha256}, shown->fileName, bytes, size},
                            m_flow.sourcesAhead(kAhead));
    m_column->tools()->setImage(shown->fileName, shown->asset, formatPixels(size));
    m_panel->header()->setImage(generation, nameText(*shown), shown->batchSize);
    m_historyTick.start();
}

void ReviewPage::showHistory()
{
    if (!m_flow.image().isOpen())
        return;
    HistoryStrip* strip = m_column->history();
    if (m_flow.image().generation().asset.isEmpty()) {
        strip->setNoAsset();
        return;
    }
    const Result<AssetHistory> history = m_flow.history();
    if (history)
        strip->setHistory(*history, m_flow.image().id());
    else
        showReadProblem(history.error());
}

void ReviewPage::showCounts()
{
    const QueueCounts& counts = m_flow.counts();
    m_queue->setCounts(counts);
    const Pace today = m_flow.paceToday();
    if (m_status) {
        m_status->setCounts(counts);
        m_status->setPace(today);
    }
    const bool isToReview = m_flow.model().filter().lane == QueueLane::ToReview;
    const bool isFinished =
        m_flow.isAllDecided() && m_flow.model().rowCount() > 0 && isToReview && m_flow.isAutoAdvancing();
    if (isFinished && m_flow.model().firstUndecided() < 0) {
        m_flow.show(m_flow.model().filter());
        return;
    }
    if (m_flow.image().isOpen())
        return;
    const QueueFilter& filter = m_flow.model().filter();
    if (!(filter == QueueFilter{}))
        m_done->showNothing(filter, counts.all);
    else if (counts.all == 0)
        m_done->showNoImages();
    else
        m_done->showDone(m_flow.paceOverall(), today.medianPerImage);
}

void ReviewPage::showSaving()
{
    const ReviewSession& session = m_flow.session();
    const int failed = session.failedCount();
    if (m_status)
        m_status->setSaving(failed, session.savingCount());
    Banner* banner = m_column->saveBanner();
    if (failed == 0) {
        banner->hide();
        return;
    }
    const QString path = m_services.database.path();
    const SaveProblem problem = describeUnsaved(session, QFileInfo(path).fileName());
    if (banner->isVisibleTo(m_column) && banner->sentence() == problem.sentence)
        return;
    banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* folder =
        banner->addButton(tr("Show in folder"), ButtonKind::Small, QStringLiteral("folder"));
    connect(folder, &QPushButton::clicked, this, [this, path] { openFolderOf(path); });
    QPushButton* retry = banner->addButton(tr("Retry"), ButtonKind::Primary, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retrySaving"));
    connect(retry, &QPushButton::clicked, &m_flow.session(), &ReviewSession::retry);
}

void ReviewPage::showUndo()
{
    const Decision* decision = m_flow.session().undoable();
    const QString text =
        decision ? tr("%1, %2").arg(decision->target.name, dispositionWord(decision->review.disposition))
                 : QString();
    m_panel->verdicts()->setUndoText(text);
    m_done->setUndoText(text);
    m_actions->undo->setEnabled(decision != nullptr);
    m_actions->redo->setEnabled(m_flow.session().redoable() != nullptr);
}

void ReviewPage::showReadProblem(const Error& error)
{
    const Error named{error.kind, QFileInfo(m_services.database.path()).fileName(), error.detail};
    const Problem problem = describe(named, Attempt::ReadQueue);
    Banner* banner = m_column->readBanner();
    banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* retry = banner->addButton(tr("Retry"), ButtonKind::Primary, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retryReading"));
    connect(retry, &QPushButton::clicked, this, [this] { m_flow.show(m_queue->filter()); });
    m_stack->setCurrentWidget(m_work);
}

void ReviewPage::updateActions()
{
    const OpenImage& image = m_flow.image();
    const bool isOpen = image.isOpen();
    for (QAction* action :
         {m_actions->accept, m_actions->revise, m_actions->reject, m_actions->note, m_actions->addConstraint,
          m_actions->previous, m_actions->next, m_actions->fit, m_actions->actualPixels, m_actions->zoomIn,
          m_actions->zoomOut, m_actions->details})
        action->setEnabled(isOpen);
    const int count = int(image.checklist().size());
    m_actions->restMet->setEnabled(image.answeredCount() < count);
    m_actions->nextOpen->setEnabled(image.hasNextOpen());
    m_actions->editConstraint->setEnabled(image.current() >= 0);
    m_actions->removeConstraint->setEnabled(image.current() >= 0);
    for (int i = 0; i < m_actions->answers.size(); ++i)
        m_actions->answers.at(i)->setEnabled(i < count);
    const QString name = isOpen ? shortened(image.generation().promptTemplate) : QString();
    m_actions->saveToTemplate->setEnabled(!name.isEmpty() && !image.isSavedToTemplate());
    m_actions->saveToTemplate->setText(name.isEmpty()              ? tr("Save checklist to template")
                                       : image.isSavedToTemplate() ? tr("Saved to %1").arg(name)
                                                                   : tr("Save to %1").arg(name));
}

void ReviewPage::setDetailsShown(bool areShown)
{
    m_panel->prompt()->setDetailsShown(areShown);
    arrange();
}

void ReviewPage::openFolderOf(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

bool ReviewPage::event(QEvent* event)
{
    // A button that has the focus is pressed by Space, whatever Space means on the page.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space && qobject_cast<QAbstractButton*>(QApplication::focusWidget())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ReviewPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrange();
    if (!QApplication::focusWidget() || !isAncestorOf(QApplication::focusWidget()))
        setFocus();
}

void ReviewPage::resizeEvent(QResizeEvent*)
{
    arrange();
}

/// What gives way first: the history, then the queue's words, the tools' words and the width of the panel.
void ReviewPage::arrange()
{
    const bool isNarrow = width() < kFullWidth;
    const bool isShort = height() < kFullHeight;
    m_queue->setWidth(isNarrow ? QueueView::Width::Narrow : QueueView::Width::Full);
    m_column->tools()->setDensity(isNarrow ? ToolRow::Density::Compact : ToolRow::Density::Regular);
    m_column->history()->setVisible(!isShort || m_actions->details->isChecked());
    m_panel->setRoom(isNarrow ? ReviewPanel::Width::Narrow : ReviewPanel::Width::Regular,
                     isShort ? ReviewPanel::Height::Short : ReviewPanel::Height::Regular);
    if (m_status)
        m_status->setDensity(isNarrow ? ReviewStatus::Density::Compact : ReviewStatus::Density::Regular);
}

} // namespace assay
