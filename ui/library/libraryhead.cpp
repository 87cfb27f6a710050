// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/libraryhead.h"

#include "ui/common/buttons.h"
#include "ui/common/foldbutton.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textlabel.h"
#include "ui/library/librarycolumns.h"
#include "ui/library/librarywords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 60ms;
constexpr int kSide = 12;
constexpr int kTitlesHeight = 28;

} // namespace

/// The column titles of the table; a click sorts.
class TableTitles : public QWidget
{
public:
    using Choose = std::function<void(LibrarySort)>;

    TableTitles(Choose choose, QWidget* parent)
        : QWidget(parent)
        , m_choose(std::move(choose))
    {
        setObjectName(QStringLiteral("libraryTitles"));
        setAccessibleName(LibraryHead::tr("Columns"));
        setFixedHeight(kTitlesHeight);
    }

    void setSort(LibrarySort sort)
    {
        m_sort = sort;
        update();
    }

    void setLinesWidth(int width)
    {
        m_linesWidth = width;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colour(Token::Panel));
        painter.fillRect(0, height() - 1, width(), 1, colour(Token::Line));
        for (const PlacedColumn& column : placed()) {
            const bool isSorted = columnSort(column.column) == m_sort;
            painter.setFont(assay::font(isSorted ? TextStyle::LabelSemibold : TextStyle::Label));
            painter.setPen(colour(isSorted ? Token::Text : Token::Text3));
            const Qt::Alignment side = column.isNumber ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(QRect(column.left, 0, column.width, height() - 1),
                             int(side | Qt::AlignVCenter) | Qt::TextSingleLine, columnTitle(column.column));
        }
    }

    void mouseReleaseEvent(QMouseEvent* event) override
    {
        for (const PlacedColumn& column : placed()) {
            const bool isHit =
                event->pos().x() >= column.left && event->pos().x() < column.left + column.width;
            if (const auto sort = columnSort(column.column); isHit && sort)
                m_choose(*sort == LibrarySort::Newest && m_sort == *sort ? LibrarySort::Oldest : *sort);
        }
    }

private:
    std::vector<PlacedColumn> placed() const { return libraryColumns(m_linesWidth); }

    Choose m_choose;
    LibrarySort m_sort = LibrarySort::Newest;
    int m_linesWidth = 0;
};

LibraryHead::LibraryHead(QAction* searchAction, QWidget* parent)
    : Surface(Token::Panel, parent)
{
    setObjectName(QStringLiteral("libraryHead"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeSearchRow(searchAction));
    column->addWidget(makeTitleRow());
    m_titles = new TableTitles([this](LibrarySort sort) { chooseSort(sort); }, this);
    m_titles->hide();
    column->addWidget(m_titles);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &LibraryHead::searchChanged);
    setSort(m_sort);
}

QWidget* LibraryHead::makeSearchRow(QAction* searchAction)
{
    auto* row = new Surface(Token::Panel, this);
    row->setLines(Qt::BottomEdge);
    row->setFixedHeight(48);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(kSide, 0, kSide, 1);
    layout->setSpacing(8);
    m_filters = makeButton(tr("Filters"), ButtonKind::Secondary, QStringLiteral("filter"), row);
    m_filters->setObjectName(QStringLiteral("showFilters"));
    m_filters->hide();
    connect(m_filters, &QPushButton::clicked, this, &LibraryHead::filtersRequested);
    m_search = new SearchField(tr("Search prompts and assets"), searchAction, row);
    m_search->setObjectName(QStringLiteral("searchLibrary"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    m_shape = new SegmentedControl(row);
    m_shape->setAccessibleName(tr("Shown as"));
    m_shape->addSegment(tr("Grid"), QStringLiteral("libraryGrid"));
    m_shape->addSegment(tr("Table"), QStringLiteral("libraryTable"));
    connect(m_shape, &SegmentedControl::currentChanged, this, [this] {
        m_titles->setVisible(shape() == Shape::Table);
        emit shapeChosen();
    });
    layout->addWidget(m_filters);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_shape);
    return row;
}

QWidget* LibraryHead::makeTitleRow()
{
    auto* row = new Surface(Token::Panel, this);
    row->setLines(Qt::BottomEdge);
    row->setFixedHeight(36);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(kSide, 0, 4, 1);
    layout->setSpacing(6);
    m_back = makeButton({}, ButtonKind::Link, QStringLiteral("left"), row);
    m_back->setObjectName(QStringLiteral("libraryBack"));
    connect(m_back, &QPushButton::clicked, this, &LibraryHead::backRequested);
    m_slash = new TextLabel(QStringLiteral("/"), TextStyle::Second, Token::Text3, row);
    m_title = new TextLabel(TextStyle::SecondMedium, Token::Text, row);
    m_title->setObjectName(QStringLiteral("libraryTitle"));
    m_title->setElideMode(Qt::ElideRight);
    m_order = new FoldButton({}, row);
    m_order->setObjectName(QStringLiteral("librarySort"));
    m_order->setUnfolded(true);
    connect(m_order, &FoldButton::clicked, this, &LibraryHead::showSortMenu);
    layout->addWidget(m_back);
    layout->addWidget(m_slash);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_order);
    return row;
}

QString LibraryHead::search() const
{
    return m_search->text().trimmed();
}

void LibraryHead::setSearch(const QString& words)
{
    const QSignalBlocker quiet(m_search);
    m_search->setText(words);
}

void LibraryHead::setSort(LibrarySort sort)
{
    m_sort = sort;
    QString word = sortWord(sort);
    word[0] = word.at(0).toLower();
    const QString text = tr("Sort: %1").arg(word);
    m_order->setText(text);
    m_order->setAccessibleName(text);
    m_order->updateGeometry();
    m_order->update();
    m_titles->setSort(sort);
}

LibraryHead::Shape LibraryHead::shape() const
{
    return m_shape->current() == 0 ? Shape::Grid : Shape::Table;
}

void LibraryHead::setShape(Shape shape)
{
    m_shape->setCurrent(shape == Shape::Grid ? 0 : 1);
}

void LibraryHead::setNote(const QString& note)
{
    m_search->setNote(note);
}

void LibraryHead::setTitle(const QString& from, const QString& title)
{
    m_back->setText(from);
    m_back->setAccessibleName(tr("Back to %1").arg(from));
    m_back->setVisible(!from.isEmpty());
    m_slash->setVisible(!from.isEmpty());
    m_title->setText(title);
}

void LibraryHead::setLinesWidth(int width)
{
    m_titles->setLinesWidth(width);
}

void LibraryHead::setFiltersHidden(bool areHidden)
{
    m_filters->setVisible(areHidden);
}

void LibraryHead::showSortMenu()
{
    auto* menu = new QMenu(m_order);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i <= int(LibrarySort::MostCycles); ++i) {
        QAction* action = menu->addAction(sortWord(LibrarySort(i)));
        action->setObjectName(QStringLiteral("librarySort%1").arg(i));
        action->setCheckable(true);
        action->setChecked(LibrarySort(i) == m_sort);
        connect(action, &QAction::triggered, this, [this, i] { chooseSort(LibrarySort(i)); });
    }
    menu->popup(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void LibraryHead::chooseSort(LibrarySort sort)
{
    setSort(sort);
    emit sortChosen();
}

bool LibraryHead::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isDone = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down;
        if (isDone || (key == Qt::Key_Escape && m_search->text().isEmpty())) {
            emit searchLeft();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

} // namespace assay
