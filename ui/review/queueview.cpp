// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queueview.h"

#include "ui/common/foldbutton.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/searchfield.h"
#include "ui/common/textlabel.h"
#include "ui/common/thumbnails.h"
#include "ui/review/lanetabs.h"
#include "ui/review/overlayscrollbar.h"
#include "ui/review/queuedelegate.h"
#include "ui/review/queuemodel.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 150ms;
constexpr int kFullWidth = 256;
constexpr int kNarrowWidth = 72;

} // namespace

QueueView::QueueView(QueueModel& model, Thumbnails& thumbnails, QAction* searchAction, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_model(model)
    , m_lanes(new LaneTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView)
    , m_delegate(new QueueDelegate(model, thumbnails, this))
{
    setObjectName(QStringLiteral("queueView"));
    setLines(Qt::RightEdge);
    m_searchRow = makeSearchRow(searchAction);
    m_orderRow = makeOrderRow();
    m_narrowHead = makeNarrowHead();
    makeList(thumbnails);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    for (QWidget* part : {static_cast<QWidget*>(m_lanes), m_narrowHead, m_searchRow, m_orderRow})
        column->addWidget(part);
    column->addWidget(m_stack, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { emit filterChosen(filter()); });
    connect(m_lanes, &LaneTabs::laneChosen, this, [this] { emit filterChosen(filter()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &QueueView::showEmptiness);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueView::showEmptiness);
    applyWidth();
    showEmptiness();
}

QWidget* QueueView::makeSearchRow(QAction* searchAction)
{
    auto* row = new Surface(Token::Panel, this);
    row->setLines(Qt::BottomEdge);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 8, 8, 9);
    m_search = new SearchField(tr("Search prompts"), searchAction, row);
    m_search->setObjectName(QStringLiteral("searchPrompts"));
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    connect(searchAction, &QAction::triggered, this, [this] {
        m_isOpened = true;
        applyWidth();
        m_search->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    return row;
}

QWidget* QueueView::makeOrderRow()
{
    auto* row = new Surface(Token::Panel, this);
    row->setLines(Qt::BottomEdge);
    row->setFixedHeight(32);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 0, 4, 1);
    layout->addWidget(new TextLabel(tr("Oldest first"), TextStyle::Second, Token::Text2, row));
    layout->addStretch();
    m_clientButton = new FoldButton(tr("All clients"), row);
    m_clientButton->setObjectName(QStringLiteral("clientFilter"));
    m_clientButton->setUnfolded(true);
    m_clientButton->setToolTip(tr("Show one client's images"));
    m_clientMenu = new QMenu(m_clientButton);
    connect(m_clientButton, &FoldButton::clicked, this, [this] {
        fillClientMenu();
        m_clientMenu->popup(m_clientButton->mapToGlobal(QPoint(0, m_clientButton->height())));
    });
    layout->addWidget(m_clientButton);
    setClient(std::nullopt);
    return row;
}

QWidget* QueueView::makeNarrowHead()
{
    auto* head = new Surface(Token::Panel, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(47);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 6, 0, 5);
    layout->setSpacing(0);
    m_narrowCount = new TextLabel(TextStyle::Section, Token::Text, head);
    auto* words = new TextLabel(tr("to review"), TextStyle::Label, Token::Text2, head);
    for (TextLabel* label : {m_narrowCount, words}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    return head;
}

void QueueView::makeList(Thumbnails& thumbnails)
{
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queue"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalScrollBar()->setSingleStep(32);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_stack->addWidget(m_list);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new OverlayScrollBar(m_list);
    auto* empty = new QWidget;
    auto* layout = new QVBoxLayout(empty);
    layout->setSpacing(8);
    auto* icon = new QLabel(empty);
    icon->setPixmap(themedIcon(QStringLiteral("check")).pixmap(20));
    m_emptyText = new TextLabel(TextStyle::Second, Token::Text2, empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    layout->addStretch();
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_emptyText);
    layout->addStretch();
    m_stack->addWidget(empty);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& at) {
        // With Shift or Ctrl rows are selected; the open image stays.
        if (!(QApplication::keyboardModifiers() & (Qt::ShiftModifier | Qt::ControlModifier)))
            emit rowChosen(at.row());
    });
    connect(m_list, &QAbstractItemView::activated, this,
            [this](const QModelIndex& at) { emit rowChosen(at.row()); });
    connect(&thumbnails, &Thumbnails::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void QueueView::setWidth(Width width)
{
    m_width = width;
    m_isOpened = false;
    applyWidth();
}

void QueueView::applyWidth()
{
    const bool isFull = m_width == Width::Full || m_isOpened;
    for (QWidget* part : {static_cast<QWidget*>(m_lanes), m_searchRow, m_orderRow})
        part->setVisible(isFull);
    m_narrowHead->setVisible(!isFull);
    m_delegate->setWidth(isFull ? QueueDelegate::Width::Full : QueueDelegate::Width::Narrow);
    setFixedWidth(isFull ? kFullWidth : kNarrowWidth);
    m_stack->setContentsMargins(0, isFull ? 4 : 0, 0, 0);
    m_list->viewport()->update();
}

void QueueView::setCounts(const QueueCounts& counts)
{
    m_lanes->setCounts(counts);
    m_narrowCount->setText(formatCount(counts.toReview));
}

void QueueView::setCurrentRow(int row)
{
    const QModelIndex index = m_model.index(row);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index, QAbstractItemView::EnsureVisible);
}

QList<int> QueueView::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void QueueView::addListAction(QAction* action)
{
    m_list->addAction(action);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QueueFilter QueueView::filter() const
{
    return {m_lanes->lane(), m_client, m_search->text().trimmed()};
}

void QueueView::setFilter(const QueueFilter& filter)
{
    m_lanes->setLane(filter.lane);
    setClient(filter.client);
    const QSignalBlocker quiet(m_search);
    m_search->setText(filter.search);
}

void QueueView::fillClientMenu()
{
    m_clientMenu->clear();
    const auto add = [this](const QString& text, const std::optional<QString>& client) {
        QAction* action = m_clientMenu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_client == client);
        connect(action, &QAction::triggered, this, [this, client] {
            setClient(client);
            emit filterChosen(filter());
        });
    };
    add(tr("All clients"), std::nullopt);
    m_clientMenu->addSeparator();
    const QStringList names = m_clientNames ? m_clientNames() : QStringList();
    for (const QString& name : names)
        add(name.isEmpty() ? tr("No client") : name, name);
}

void QueueView::setClient(const std::optional<QString>& client)
{
    m_client = client;
    QString text = tr("All clients");
    if (client)
        text = client->isEmpty() ? tr("No client") : *client;
    m_clientButton->setText(QFontMetrics(m_clientButton->font()).elidedText(text, Qt::ElideRight, 120));
    m_clientButton->updateGeometry();
    m_clientButton->update();
    m_clientButton->setAccessibleName(tr("Client: %1").arg(text));
}

bool QueueView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool isLeaving = isEnter || (key == Qt::Key_Escape && m_search->text().isEmpty());
        if (isLeaving) {
            m_isOpened = false;
            applyWidth();
            emit searchLeft();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

void QueueView::showEmptiness()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    const QueueFilter& shown = m_model.filter();
    if (!shown.search.isEmpty())
        m_emptyText->setText(tr("Nothing found"));
    else if (shown.lane == QueueLane::ToReview)
        m_emptyText->setText(tr("Nothing to review"));
    else
        m_emptyText->setText(tr("Nothing here"));
}

} // namespace assay
