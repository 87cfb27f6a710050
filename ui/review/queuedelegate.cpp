// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queuedelegate.h"

#include "ui/common/dispositionmark.h"
#include "ui/common/marks.h"
#include "ui/common/thumbnails.h"
#include "ui/common/type.h"
#include "ui/review/queuemodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace assay {

namespace {

constexpr int kRowHeight = 64;
constexpr int kThumbnail = 56;
constexpr int kThumbnailLeft = 28;
constexpr int kNarrowLeft = 8;
constexpr int kTextLeft = 92;
constexpr int kMarkSide = 16;
constexpr int kMarkRight = 16;
constexpr int kAccentBar = 3;
constexpr int kBracketLeft = 13;
constexpr int kBracketWidth = 7;

struct RowLook
{
    Mark mark;
    QString place;
    Token placeToken = Token::Text3;
    Thumbnail thumbnail;
};

RowLook lookOf(const QueueModel& model, int row, const Thumbnail& thumbnail, bool isCurrent)
{
    const QueueRow* shown = model.row(row);
    const std::optional<Disposition> verdict = model.verdict(row);
    RowLook look{isCurrent ? Mark::Current : Mark::Undecided, shown ? placeText(*shown) : QString(),
                 Token::Text3, thumbnail};
    const bool isDamaged = thumbnail.state == Thumbnail::State::Damaged;
    if (model.isNotSaved(row)) {
        look.mark = Mark::Broken;
        look.placeToken = Token::Bad;
        look.place = verdict ? QueueModel::tr("Not saved: %1").arg(markWord(dispositionMark(*verdict)))
                             : QueueModel::tr("Not saved: verdict taken back");
    } else if (verdict) {
        look.mark = dispositionMark(*verdict);
    } else if (isDamaged) {
        look.mark = Mark::Broken;
    }
    if (isDamaged && !model.isNotSaved(row))
        look.place = QueueModel::tr("Damaged file");
    else if (thumbnail.state == Thumbnail::State::Missing && !model.isNotSaved(row))
        look.place = QueueModel::tr("File not found");
    return look;
}

void paintBackground(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colour(Token::Selection));
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (!view || view->currentIndex() == index)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(kAccentBar, option.rect.height())),
                              colour(Token::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, colour(Token::Hover));
    }
}

/// The place in one line: where it is too long the client's name gives way, never cycle or candidate.
void paintPlace(QPainter* painter, const QRect& line, const QString& place)
{
    const QFontMetricsF metrics(painter->font());
    const qsizetype clientEnd = place.indexOf(QStringLiteral(" · "));
    const QString rest = clientEnd < 0 ? QString() : place.mid(clientEnd);
    const qreal room = line.width() - metrics.horizontalAdvance(rest);
    const QString client = metrics.elidedText(place.left(clientEnd), Qt::ElideRight, room);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, client % rest);
}

/// One line of text in its style's line height, cut with an ellipsis.
void paintText(QPainter* painter, const QRect& line, const QString& text)
{
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace

QueueDelegate::QueueDelegate(const QueueModel& model, Thumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {kTextLeft, kRowHeight};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    paintBackground(painter, option, index);
    if (m_width == Width::Full)
        paintFull(painter, option, index.row());
    else
        paintNarrow(painter, option, index.row());
    painter->restore();
}

void QueueDelegate::paintFull(QPainter* painter, const QStyleOptionViewItem& option, int row) const
{
    const QueueRow* shown = m_model.row(row);
    if (!shown)
        return;
    const QRect& rect = option.rect;
    paintBracket(painter, rect, row);
    const QRect square(rect.x() + kThumbnailLeft, rect.y() + (kRowHeight - kThumbnail) / 2, kThumbnail,
                       kThumbnail);
    const RowLook look = lookOf(m_model, row, m_thumbnails.thumbnail({shown->imagePath, shown->sha256}),
                                option.state.testFlag(QStyle::State_Selected));
    paintThumbnail(painter, square, look.thumbnail);

    const int markLeft = rect.right() + 1 - kMarkRight - kMarkSide;
    const int textWidth = markLeft - 4 - (rect.x() + kTextLeft);
    painter->setPen(colour(Token::Text));
    painter->setFont(assay::font(TextStyle::BodyMedium));
    paintText(painter, QRect(rect.x() + kTextLeft, rect.y() + 14, textWidth, 20), nameText(*shown));
    painter->setPen(colour(look.placeToken));
    painter->setFont(assay::font(TextStyle::Label));
    paintPlace(painter, QRect(rect.x() + kTextLeft, rect.y() + 34, textWidth, 16), look.place);
    paintMark(painter, QRect(markLeft, rect.y(), kMarkSide, rect.height()), look.mark);
}

void QueueDelegate::paintNarrow(QPainter* painter, const QStyleOptionViewItem& option, int row) const
{
    const QueueRow* shown = m_model.row(row);
    if (!shown)
        return;
    const QRect square(option.rect.x() + kNarrowLeft, option.rect.y() + (kRowHeight - kThumbnail) / 2,
                       kThumbnail, kThumbnail);
    const RowLook look = lookOf(m_model, row, m_thumbnails.thumbnail({shown->imagePath, shown->sha256}),
                                option.state.testFlag(QStyle::State_Selected));
    paintThumbnail(painter, square, look.thumbnail);
    // The disc keeps the mark legible on any picture.
    const QRect mark(square.right() - kMarkSide - 1, square.bottom() - kMarkSide - 1, kMarkSide, kMarkSide);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(Token::Panel));
    painter->drawEllipse(QRectF(mark).adjusted(-2, -2, 2, 2));
    paintMark(painter, mark, look.mark);
}

void QueueDelegate::paintBracket(QPainter* painter, const QRect& rect, int row) const
{
    const auto place = QueueModel::BatchPlace(m_model.index(row).data(QueueModel::BatchRole).toInt());
    if (place == QueueModel::BatchPlace::None)
        return;
    const QColor line = colour(Token::Disabled);
    const int left = rect.x() + kBracketLeft;
    const int middle = rect.y() + rect.height() / 2;
    const int top = place == QueueModel::BatchPlace::First ? middle : rect.y();
    const int bottom = place == QueueModel::BatchPlace::Last ? middle : rect.bottom();
    painter->fillRect(QRect(QPoint(left, top), QPoint(left, bottom)), line);
    if (place != QueueModel::BatchPlace::Middle)
        painter->fillRect(left, middle, kBracketWidth, 1, line);
}

} // namespace assay
