// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypage.h"

#include "app/report/figures.h"
#include "app/store/storewriter.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/problem.h"
#include "ui/common/searchfield.h"
#include "ui/common/textlabel.h"
#include "ui/common/toolbutton.h"
#include "ui/library/librarydelegate.h"
#include "ui/library/librarydetails.h"
#include "ui/library/libraryfilters.h"
#include "ui/library/libraryhead.h"
#include "ui/library/librarystatus.h"
#include "ui/library/libraryview.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>

namespace assay {

namespace {

using namespace std::chrono_literals;

const QLatin1String kShapeKey("library/table");

constexpr auto kGrowingPause = 400ms;
constexpr auto kCountingPause = 600ms;
constexpr qsizetype kMostInsertions = 200; ///< more of them: the rows stay as they are until asked for anew

// Below these the details give way, then the filters.
constexpr int kWidthWithDetails = 1180;
constexpr int kWidthWithFilters = 960;
constexpr QSize kSmallest(800, 480);

enum BodyPage { ReadingPage, EmptyPage, NothingPage, RowsPage };

} // namespace

LibraryPage::LibraryPage(const LibraryServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_loader(services.workspacePath)
    , m_thumbnails(services.loader)
    , m_filters(new LibraryFilters(this))
    , m_banner(new Banner(this))
    , m_delegate(new LibraryDelegate(m_model, m_thumbnails, services.zone, this))
    , m_view(new LibraryView(&m_model, m_delegate))
    , m_detail(new LibraryDetails(m_thumbnails, services.zone, this))
    , m_status(new LibraryStatus(this))
{
    setObjectName(QStringLiteral("libraryPage"));
    setMinimumSize(kSmallest); // smaller than its full layout: arrange() makes parts give way
    m_status->hide();          // until the frame places it
    makeActions();
    m_head = new LibraryHead(m_search, this);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_head);
    middle->addWidget(m_banner);
    middle->addWidget(makeBody(), 1);
    middle->addWidget(makeFoot());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_filters);
    row->addLayout(middle, 1);
    row->addWidget(m_detail);
    setFocusProxy(m_view);
    for (QTimer* timer : {&m_growing, &m_counting, &m_detailing})
        timer->setSingleShot(true);
    m_growing.setInterval(kGrowingPause);
    m_counting.setInterval(kCountingPause);
    m_detailing.setInterval(0);
    connectLoader();
    connectStore();
    connectParts();
    if (services.settings.value(kShapeKey, false).toBool())
        m_head->setShape(LibraryHead::Shape::Table);
    showTitle();
    showSelection();
}

LibraryPage::~LibraryPage() = default;

QWidget* LibraryPage::statusItems() const
{
    return m_status;
}

QAction* LibraryPage::addAction(const char* name, const QString& text, const QKeySequence& key,
                                const char* icon)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (*icon != '\0')
        action->setIcon(themedIcon(QLatin1String(icon)));
    m_actions.append(action);
    return action;
}

void LibraryPage::makeActions()
{
    m_search = addAction("librarySearch", tr("Search prompts and assets"), Qt::Key_Slash, "search");
    QAction* shape = addAction("libraryShape", tr("Grid or table"), Qt::Key_G, "grid4");
    m_open = addAction("libraryOpen", tr("Open in Review"), Qt::Key_Return, "review");
    m_readMetadata = addAction("libraryReadMetadata", tr("Read metadata again"), Qt::Key_F5, "refresh");
    m_export =
        addAction("libraryExport", tr("Export selection"), QKeySequence(Qt::CTRL | Qt::Key_E), "export");
    m_details = addAction("libraryDetailsShown", tr("Details"), Qt::Key_I, "info");
    QAction* back = addAction("libraryLeave", tr("Back to where the images were asked for"), Qt::Key_Escape);
    m_details->setCheckable(true);
    for (QAction* action : std::as_const(m_actions)) {
        if (action != m_open)
            QWidget::addAction(action);
    }
    m_view->addAction(m_open); // Return means other things elsewhere
    connect(shape, &QAction::triggered, this, [this] {
        m_head->setShape(m_head->shape() == LibraryHead::Shape::Grid ? LibraryHead::Shape::Table
                                                                     : LibraryHead::Shape::Grid);
    });
    connect(m_open, &QAction::triggered, this, &LibraryPage::openCurrent);
    connect(m_readMetadata, &QAction::triggered, this, [this] { emit readMetadataRequested(selectedIds()); });
    connect(m_export, &QAction::triggered, this, &LibraryPage::chooseExport);
    connect(m_details, &QAction::triggered, this, &LibraryPage::arrange);
    connect(back, &QAction::triggered, this, &LibraryPage::leave);
}

QWidget* LibraryPage::makeBody()
{
    m_body = new QStackedWidget(this);
    auto* reading = new TextLabel(tr("Reading the library"), TextStyle::Body, Token::Text2, this);
    reading->setAlignment(Qt::AlignCenter);
    m_empty = new EmptyState(QStringLiteral("library"), this);
    m_empty->setWords(tr("No generations yet"),
                      tr("Add a folder of images or import a log, and each of them is found here."));
    m_nothing = new EmptyState(QStringLiteral("search"), this);
    m_nothing->setWords(tr("Nothing matches"),
                        tr("No generation has all of what is asked for. Ask for less, or for everything."));
    QPushButton* clear = m_nothing->addPrimaryAction(tr("Clear filters"), QStringLiteral("cross"));
    clear->setObjectName(QStringLiteral("clearAll"));
    connect(clear, &QPushButton::clicked, this, &LibraryPage::clearFilter);
    m_body->insertWidget(ReadingPage, reading);
    m_body->insertWidget(EmptyPage, m_empty);
    m_body->insertWidget(NothingPage, m_nothing);
    m_body->insertWidget(RowsPage, m_view);
    return m_body;
}

QWidget* LibraryPage::makeFoot()
{
    auto* foot = new Surface(Token::Panel, this);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(45);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(8);
    m_selected = new TextLabel(TextStyle::Second, Token::Text, foot);
    m_selected->setObjectName(QStringLiteral("librarySelected"));
    row->addWidget(m_selected, 1);
    for (QAction* action : {m_open, m_readMetadata, m_export})
        row->addWidget(new ToolButton(action, foot));
    return foot;
}

void LibraryPage::connectLoader()
{
    connect(&m_loader, &LibraryLoader::begun, this, &LibraryPage::takeIds);
    connect(&m_loader, &LibraryLoader::listed, this,
            [this](const QList<GenerationId>& ids, std::chrono::milliseconds took) {
                takeIds(ids);
                showWhole(took);
            });
    connect(&m_loader, &LibraryLoader::grown, this, &LibraryPage::grow);
    connect(&m_loader, &LibraryLoader::counted, this, [this](const LibraryCounts& counts) {
        m_all = counts.all;
        m_filters->setCounts(counts);
        if (m_status)
            m_status->setAll(counts.all);
        showCount();
    });
    connect(&m_loader, &LibraryLoader::choicesRead, this, [this](const LibraryChoices& choices) {
        m_filters->setChoices(choices);
        m_counting.start(); // of clients that are new among them
    });
    connect(&m_loader, &LibraryLoader::rowsRead, this, [this](const QList<LibraryRow>& rows) {
        m_model.takeRows(rows);
        showSelection();
    });
    connect(&m_loader, &LibraryLoader::detailRead, this, [this](const LibraryDetail& detail) {
        if (detail.generation.id == m_current)
            m_detail->setDetail(detail);
    });
    connect(&m_loader, &LibraryLoader::failed, this, &LibraryPage::showProblem);
    connect(&m_loader, &LibraryLoader::exported, this, [this](const QString& path, qsizetype count) {
        m_banner->showMessage(Banner::Kind::Note,
                              tr("%1 generations are in %2.").arg(formatCount(count), path));
        QPushButton* close = m_banner->addButton(tr("Close"), ButtonKind::Small);
        connect(close, &QPushButton::clicked, m_banner, &QWidget::hide);
    });
    connect(&m_loader, &LibraryLoader::exportFailed, this, [this](const Error& error) {
        const Problem problem = describe(error, Attempt::WriteFile);
        m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    });
    connect(&m_model, &LibraryModel::rowsWanted, &m_loader, &LibraryLoader::readRows);
}

void LibraryPage::connectStore()
{
    StoreWriter& writer = m_services.writer;
    const auto later = [this] {
        m_isStale = true;
        if (!isVisible())
            return;
        if (!m_growing.isActive())
            m_growing.start();
        if (!m_counting.isActive())
            m_counting.start();
    };
    connect(&writer, &StoreWriter::generationsAdded, this, later);
    connect(&writer, &StoreWriter::generationsChanged, this, [this, later](const QList<GenerationId>& ids) {
        m_thumbnails.lookForMissing();
        m_model.refresh(ids);
        if (ids.contains(m_current))
            m_detailing.start();
        later();
    });
    connect(&writer, &StoreWriter::reviewSaved, this, [this, later](GenerationId id) {
        m_model.refresh({id});
        if (id == m_current)
            m_detailing.start();
        later();
    });
    connect(&m_growing, &QTimer::timeout, this, [this] {
        m_isStale = false;
        if (m_isWhole)
            m_loader.listNew(m_filter, m_model.ids());
    });
    connect(&m_counting, &QTimer::timeout, this, [this] { m_loader.count(m_filter); });
}

void LibraryPage::connectParts()
{
    connect(m_filters, &LibraryFilters::changed, this, &LibraryPage::takeFilter);
    connect(m_filters, &LibraryFilters::clearRequested, this, &LibraryPage::clearFilter);
    connect(m_head, &LibraryHead::searchChanged, this, &LibraryPage::takeFilter);
    connect(m_head, &LibraryHead::searchLeft, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_head, &LibraryHead::sortChosen, this, [this] {
        m_filter.sort = m_head->sort();
        list();
    });
    connect(m_head, &LibraryHead::shapeChosen, this, [this] {
        const bool isTable = m_head->shape() == LibraryHead::Shape::Table;
        m_services.settings.setValue(kShapeKey, isTable);
        m_view->setShownLayout(isTable ? LibraryView::Layout::Table : LibraryView::Layout::Grid);
    });
    connect(m_head, &LibraryHead::backRequested, this, &LibraryPage::leave);
    connect(m_head, &LibraryHead::filtersRequested, this, [this] {
        m_areFiltersOpen = !m_areFiltersOpen;
        arrange();
    });
    connect(m_view, &LibraryView::currentRowChanged, this, &LibraryPage::showCurrent);
    connect(m_view, &LibraryView::widthChanged, m_head, &LibraryHead::setLinesWidth);
    connect(m_view, &LibraryView::selectedChanged, this, &LibraryPage::showSelection);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &LibraryPage::openCurrent);
    connect(&m_thumbnails, &Thumbnails::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(&m_detailing, &QTimer::timeout, this, [this] {
        if (m_current.isValid())
            m_loader.readDetail(m_current);
    });
    connect(m_detail, &LibraryDetails::showInFolderRequested, this, [](const QString& path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
}

bool LibraryPage::showImagesOf(const MetricWeek& shown)
{
    const std::optional<LibraryFilter> images = imagesOf(shown);
    if (!images)
        return false;
    m_drilled = images;
    const QString name = withinSentence(metricShortName(definition(shown.metric)));
    m_drilledTitle = tr("Images that count in %1, %2").arg(name, formatWeek(shown.week));
    m_current = {};
    m_filters->setFilter(*images);
    m_head->setSearch({});
    m_head->setSort(images->sort);
    m_filter = *images;
    list();
    m_loader.count(m_filter);
    return true;
}

void LibraryPage::readAgain()
{
    m_thumbnails.lookForMissing();
    m_model.refreshAll();
    m_detailing.start();
    m_isStale = true;
    if (!isVisible())
        return;
    m_growing.start();
    m_counting.start();
}

void LibraryPage::takeFilter()
{
    const LibraryFilter before = m_filter;
    m_filter = m_filters->filter();
    m_filter.search = m_head->search();
    m_filter.sort = m_head->sort();
    if (m_filter == before)
        return;
    m_filters->setCounts(std::nullopt);
    list();
    m_loader.count(m_filter);
}

void LibraryPage::clearFilter()
{
    m_drilled.reset();
    m_filters->setFilter({});
    m_head->setSearch({});
    m_head->setSort(LibrarySort::Newest);
    takeFilter();
    showTitle();
}

void LibraryPage::list()
{
    m_isWhole = false;
    m_isStale = false;
    m_isRead = true;
    m_delegate->setFilter(m_filter);
    if (m_status)
        m_status->setFound(std::nullopt);
    showTitle();
    m_loader.list(m_filter);
}

void LibraryPage::takeIds(const QList<GenerationId>& ids)
{
    const bool isKept = m_view->currentIndex().isValid() && !ids.isEmpty() && !m_model.ids().isEmpty() &&
                        ids.constFirst() == m_model.ids().constFirst();
    const GenerationId before = m_current;
    m_model.setIds(ids);
    m_banner->hide();
    if (ids.isEmpty())
        return;
    m_body->setCurrentIndex(RowsPage);
    if (isKept && m_view->currentIndex().isValid())
        return;
    const qsizetype row = before.isValid() ? std::max<qsizetype>(0, ids.indexOf(before)) : 0;
    const QModelIndex index = m_model.index(int(row));
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

void LibraryPage::showWhole(std::chrono::milliseconds took)
{
    m_isWhole = true;
    m_took = took;
    if (m_model.ids().isEmpty()) {
        LibraryFilter everything;
        everything.sort = m_filter.sort;
        m_body->setCurrentIndex(m_filter == everything ? EmptyPage : NothingPage);
        m_current = {};
        m_detail->clear();
    }
    if (m_isStale)
        m_growing.start(); // something came while this was read
    showCount();
    emit listed();
}

/// What is selected stays selected, and what is on screen stays there.
void LibraryPage::grow(const QList<LibraryInsertion>& insertions)
{
    if (insertions.size() > kMostInsertions)
        return;
    const bool wasEmpty = m_model.ids().isEmpty();
    m_model.insert(insertions);
    if (wasEmpty && !m_model.ids().isEmpty())
        takeIds(m_model.ids());
    showCount();
}

void LibraryPage::showCount()
{
    if (!m_isWhole)
        return;
    const qint64 found = m_model.ids().size();
    if (m_status)
        m_status->setFound(found, m_took);
    m_head->setNote(m_all ? tr("%1 of %2").arg(formatCount(found), formatCount(*m_all)) : formatCount(found));
    showSelection();
}

void LibraryPage::showTitle()
{
    LibraryFilter shown = m_filter;
    if (m_drilled)
        shown.sort = m_drilled->sort;
    LibraryFilter everything;
    everything.sort = m_filter.sort;
    if (m_drilled && shown == *m_drilled)
        m_head->setTitle(tr("Trends"), m_drilledTitle);
    else
        m_head->setTitle(m_drilled ? tr("Trends") : QString(),
                         m_filter == everything ? tr("All generations") : tr("Generations that match"));
}

QList<GenerationId> LibraryPage::selectedIds() const
{
    QList<GenerationId> ids;
    for (const auto& [first, last] : m_view->selectedRanges())
        ids += m_model.ids().mid(first, last - first + 1);
    return ids;
}

bool LibraryPage::canReview() const
{
    const QModelIndex current = m_view->currentIndex();
    const LibraryRow* row = current.isValid() ? m_model.row(current.row()) : nullptr;
    return row && row->hasImage && row->status == GenerationStatus::Ok;
}

void LibraryPage::showSelection()
{
    const qsizetype count = m_view->selectedCount();
    const QString all = formatCount(m_model.ids().size());
    m_selected->setText(count > 0 ? tr("%1 selected of %2").arg(formatCount(count), all)
                                  : tr("None selected of %1").arg(all));
    m_open->setEnabled(canReview());
    m_readMetadata->setEnabled(count > 0);
    m_export->setEnabled(count > 0);
}

void LibraryPage::showCurrent(int row)
{
    if (row < 0)
        return;
    m_current = m_model.idAt(row);
    m_detailing.start();
    showSelection();
}

void LibraryPage::openCurrent()
{
    if (canReview())
        emit openInReviewRequested(m_current);
}

void LibraryPage::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export selection"), {},
                                   tr("Table for spreadsheets (*.csv);;Log that can be imported (*.jsonl)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("jsonl")) ? QStringLiteral("jsonl")
                                                                         : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &LibraryPage::exportSelectionTo);
    dialog->open();
}

void LibraryPage::exportSelectionTo(const QString& path)
{
    m_loader.exportTo(path, selectedIds());
}

void LibraryPage::showProblem(const Error& error)
{
    const Error named{error.kind, QFileInfo(m_services.workspacePath).fileName(), error.detail};
    const Problem problem = describe(named, Attempt::ReadQueue);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* retry = m_banner->addButton(tr("Retry"), ButtonKind::Primary, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retryLibrary"));
    connect(retry, &QPushButton::clicked, this, [this] {
        list();
        m_loader.count(m_filter);
    });
}

void LibraryPage::leave()
{
    if (m_head->searchField()->hasFocus())
        m_view->setFocus(); // the first step out
    else if (m_drilled)
        emit trendsRequested();
}

void LibraryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isRead) {
        list();
        m_loader.count(m_filter);
        m_loader.readChoices();
    } else if (m_isStale) {
        m_growing.start();
        m_counting.start();
    }
    arrange();
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LibraryPage::arrange()
{
    const bool hasRoomForFilters = width() >= kWidthWithFilters;
    const bool hasDetails = width() >= kWidthWithDetails || m_details->isChecked();
    // Details that were asked for take the place of the filters where only one of them has room.
    const bool hasFilters =
        m_areFiltersOpen || (hasRoomForFilters && (width() >= kWidthWithDetails || !hasDetails));
    m_filters->setVisible(hasFilters);
    m_head->setFiltersHidden(!hasFilters || (m_areFiltersOpen && !hasRoomForFilters));
    m_detail->setVisible(hasDetails);
}

} // namespace assay
