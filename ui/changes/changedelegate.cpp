// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changedelegate.h"

#include "ui/changes/changelistmodel.h"
#include "ui/common/type.h"

#include <QPainter>

namespace assay {

namespace {

constexpr int kHeight = 93;
constexpr int kInset = 16;
constexpr int kBar = 3;
constexpr int kMark = 16;

} // namespace

ChangeDelegate::ChangeDelegate(const ChangeListModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void ChangeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const ChangeRow& row = m_model.row(index.row());
    const QRect all = option.rect;
    const bool isCurrent = option.state & QStyle::State_Selected;
    const bool isUnderMouse = option.state & QStyle::State_MouseOver;
    painter->fillRect(all, colour(isCurrent ? Token::Selection : isUnderMouse ? Token::Hover : Token::Panel));
    if (isCurrent)
        painter->fillRect(QRect(all.left(), all.top(), kBar, all.height() - 1), colour(Token::Accent));
    painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), colour(Token::Line));
    QRect line(all.left() + kInset, all.top() + 10, all.width() - 2 * kInset, 20);
    const auto write = [&](const QString& text, TextStyle style, Token token) {
        painter->setFont(assay::font(style));
        painter->setPen(colour(token));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
        line.setHeight(17);
    };
    write(changeTitle(row.change), TextStyle::BodySemibold, Token::Text);
    write(changeScope(row.change), TextStyle::Second, Token::Text2);
    write(row.time, TextStyle::Second, Token::Text2);
    line.translate(0, 1);
    if (!row.counts) {
        write(tr("Comparing"), TextStyle::Second, Token::Text3);
        return;
    }
    const Mark mark = verdictMark(*row.counts);
    const bool isGrey = mark == Mark::Same || mark == Mark::Few || mark == Mark::Different;
    paintMark(painter, QRect(line.left(), line.top(), kMark, line.height()), mark, 14);
    line.setLeft(line.left() + kMark + 4);
    write(verdictSummary(*row.counts), TextStyle::Second, isGrey ? Token::Text2 : markToken(mark));
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, kHeight};
}

} // namespace assay
