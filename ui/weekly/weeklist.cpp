// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weeklist.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"
#include "ui/common/type.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int kWidth = 272;
constexpr int kRowHeight = 56;
constexpr int kHeadHeight = 56;
constexpr int kInset = 16;
constexpr int kTextLeft = 40;
constexpr int kAccentBar = 3;

} // namespace

class WeekListModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(m_weeks.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const WeekEntry& entry = m_weeks[size_t(index.row())];
        if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole)
            return QStringLiteral("%1, %2. %3")
                .arg(formatWeek(entry.week), formatWeekDays(entry.week), entry.state);
        if (role == Qt::ToolTipRole && !entry.explanation.isEmpty())
            return plainToolTip(entry.explanation);
        return {};
    }

    const std::vector<WeekEntry>& weeks() const { return m_weeks; }

    void setWeeks(const std::vector<WeekEntry>& weeks)
    {
        beginResetModel();
        m_weeks = weeks;
        endResetModel();
    }

private:
    std::vector<WeekEntry> m_weeks;
};

namespace {

class WeekDelegate : public QStyledItemDelegate
{
public:
    WeekDelegate(const WeekListModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {kWidth - 1, kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        paintBackground(painter, option);
        paintEntry(painter, option.rect, m_model.weeks()[size_t(index.row())]);
        painter->restore();
    }

private:
    static void paintBackground(QPainter* painter, const QStyleOptionViewItem& option)
    {
        const QRect& row = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(row, colour(Token::Selection));
            painter->fillRect(QRect(row.topLeft(), QSize(kAccentBar, row.height())), colour(Token::Accent));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(row, colour(Token::Hover));
        }
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colour(Token::Line));
    }

    static void paintEntry(QPainter* painter, const QRect& row, const WeekEntry& entry)
    {
        paintMark(painter, QRect(row.left() + kInset, row.top() + 9, 16, 20), entry.mark);
        const QRect first(row.left() + kTextLeft, row.top() + 9, row.width() - kTextLeft - kInset, 20);
        painter->setPen(colour(Token::Text));
        painter->setFont(assay::font(TextStyle::BodySemibold));
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, formatWeek(entry.week));
        painter->setPen(colour(Token::Text2));
        painter->setFont(assay::font(TextStyle::Second));
        painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, formatWeekDays(entry.week));
        painter->setPen(colour(entry.token));
        const QRect second(first.left(), first.bottom() + 1, first.width(), 18);
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(entry.state, Qt::ElideRight, second.width()));
    }

    const WeekListModel& m_model;
};

} // namespace

WeekList::WeekList(QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_model(new WeekListModel(this))
    , m_view(new QListView(this))
{
    setObjectName(QStringLiteral("weekList"));
    setLines(Qt::RightEdge);
    setFixedWidth(kWidth);
    auto* head = new Surface(Token::Panel, this);
    head->setFixedHeight(kHeadHeight);
    head->setLines(Qt::BottomEdge);
    auto* title = new QHBoxLayout(head);
    title->setContentsMargins(kInset, 0, kInset, 1);
    title->addWidget(new TextLabel(tr("Weekly review"), TextStyle::Title, Token::Text, head));
    m_view->setObjectName(QStringLiteral("weeks"));
    m_view->setAccessibleName(tr("Weeks"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new WeekDelegate(*m_model, this));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &WeekList::announce);
}

void WeekList::setWeeks(const std::vector<WeekEntry>& weeks)
{
    if (weeks == m_model->weeks())
        return;
    const std::optional<IsoWeek> kept = current();
    m_model->setWeeks(weeks);
    if (kept)
        setCurrent(*kept);
    m_announced = current(); // a week that went and comes again is news
}

const std::vector<WeekEntry>& WeekList::weeks() const
{
    return m_model->weeks();
}

std::optional<IsoWeek> WeekList::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional(m_model->weeks()[size_t(index.row())].week) : std::nullopt;
}

void WeekList::setCurrent(IsoWeek week)
{
    const auto found = std::ranges::find(m_model->weeks(), week, &WeekEntry::week);
    if (found != m_model->weeks().end())
        m_view->setCurrentIndex(m_model->index(int(found - m_model->weeks().begin())));
}

void WeekList::announce()
{
    const std::optional<IsoWeek> now = current();
    if (now && now != m_announced)
        emit weekChosen(*now);
    m_announced = now;
}

} // namespace assay
