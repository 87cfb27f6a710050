// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/checklistrow.h"

#include "ui/common/constraintwords.h"
#include "ui/common/dispositionmark.h"
#include "ui/common/marklabel.h"
#include "ui/common/toolbutton.h"
#include "ui/common/tooltip.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 36;
constexpr int kCompactHeight = 32;
constexpr int kSide = 16;
constexpr int kCompactSide = 12;
constexpr int kBox = 22;
constexpr int kIndent = 16;
constexpr int kCompactIndent = 12;
constexpr int kCompactGap = 8;
constexpr int kGap = 10;
constexpr int kKindGap = 6;
constexpr int kMarkSide = 16;
constexpr int kWordGap = 8;
constexpr int kAccentBar = 3;
constexpr int kMarkInset = 132;
constexpr int kCompactMarkInset = 116;

} // namespace

ChecklistRow::ChecklistRow(QWidget* parent)
    : QAbstractButton(parent)
    , m_edit(makeIconButton(QStringLiteral("note"), tr("Edit constraint"), this))
    , m_remove(makeIconButton(QStringLiteral("cross"), tr("Remove constraint"), this))
{
    setFocusPolicy(Qt::NoFocus);
    setFixedHeight(kHeight);
    for (QAbstractButton* button : {m_edit, m_remove}) {
        button->setFixedSize(24, 24);
        button->setFocusPolicy(Qt::NoFocus);
        button->hide();
    }
    connect(m_edit, &QAbstractButton::clicked, this, &ChecklistRow::editRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &ChecklistRow::removeRequested);
}

void ChecklistRow::setContent(const Content& content)
{
    m_content = content;
    setObjectName(QStringLiteral("constraint%1").arg(content.number));
    setAccessibleName(tr("%1 %2, %3: %4")
                          .arg(content.number)
                          .arg(content.constraint.statement, note(), markWord(answerMark(content.answer))));
    QString tip = content.constraint.statement;
    if (content.isFromTemplate)
        tip += u'\n' + tr("Saved with the template");
    if (content.isMeasured)
        tip += u'\n' + tr("Measured by Assay; the number key overrules it");
    setToolTip(plainToolTip(tip));
    update();
}

/// What stands behind the statement.
QString ChecklistRow::note() const
{
    return m_content.isFromTemplate ? tr("%1, template").arg(kindNote()) : kindNote();
}

QString ChecklistRow::kindNote() const
{
    return m_content.isMeasured ? tr("measured") : kindText(m_content.constraint.kind);
}

void ChecklistRow::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    update();
}

void ChecklistRow::setDensity(Density density)
{
    m_density = density;
    setFixedHeight(density == Density::Regular ? kHeight : kCompactHeight);
    update();
}

int ChecklistRow::markInset(Density density)
{
    return density == Density::Regular ? kMarkInset : kCompactMarkInset;
}

void ChecklistRow::resizeEvent(QResizeEvent*)
{
    const int right = width() - markInset(m_density) - 4;
    const int top = (height() - m_edit->height()) / 2;
    m_remove->move(right - m_remove->width(), top);
    m_edit->move(m_remove->x() - m_edit->width() - 2, top);
}

void ChecklistRow::enterEvent(QEnterEvent*)
{
    m_edit->show();
    m_remove->show();
    update();
    emit pointedChanged(true);
}

void ChecklistRow::leaveEvent(QEvent*)
{
    m_edit->hide();
    m_remove->hide();
    update();
    emit pointedChanged(false);
}

void ChecklistRow::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit constraint"), this, &ChecklistRow::editRequested);
    menu->addAction(tr("Remove constraint"), this, &ChecklistRow::removeRequested);
    menu->popup(event->globalPos());
}

void ChecklistRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isCurrent) {
        painter.fillRect(rect(), colour(Token::Selection));
        painter.fillRect(0, 0, kAccentBar, height(), colour(Token::Accent));
    } else if (underMouse() || m_content.isPointed) {
        painter.fillRect(rect(), colour(Token::Hover));
    }
    const bool isCompact = m_density == Density::Compact;
    const int indent = isCompact ? kCompactIndent : kIndent;
    const int left = (isCompact ? kCompactSide : kSide) + (m_content.isChild ? indent : 0);
    paintNumber(&painter, left);
    const int right = m_edit->isVisible() ? m_edit->x() - 4 : width() - markInset(m_density) - 8;
    paintStatement(&painter, left + kBox + (isCompact ? kCompactGap : kGap), right);
    paintAnswer(&painter);
}

void ChecklistRow::paintNumber(QPainter* painter, int left) const
{
    const QColor edge = Theme::current().constraint(m_content.number);
    const QRect box(left, (height() - kBox) / 2, kBox, kBox);
    painter->setPen(QPen(edge, 1.25));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    painter->setFont(assay::font(TextStyle::SecondSemibold));
    painter->drawText(box, Qt::AlignCenter, QString::number(m_content.number));
}

void ChecklistRow::paintStatement(QPainter* painter, int left, int right) const
{
    painter->setFont(assay::font(TextStyle::Body));
    painter->setPen(colour(Token::Text));
    const QString statement =
        painter->fontMetrics().elidedText(m_content.constraint.statement, Qt::ElideRight, right - left);
    painter->drawText(QRect(left, 0, right - left, height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, statement);
    const int end =
        left + int(std::ceil(QFontMetricsF(painter->font()).horizontalAdvance(statement))) + kKindGap;
    if (m_density == Density::Compact || m_edit->isVisible())
        return;
    painter->setFont(assay::font(TextStyle::Label));
    painter->setPen(colour(Token::Text3));
    for (const QString& words : {note(), kindNote()}) {
        if (end + painter->fontMetrics().horizontalAdvance(words) > right)
            continue;
        painter->drawText(QRect(end, 1, right - end, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        return;
    }
}

void ChecklistRow::paintAnswer(QPainter* painter) const
{
    const Mark mark = answerMark(m_content.answer);
    const int left = width() - markInset(m_density);
    paintMark(painter, QRect(left, 0, kMarkSide, height()), mark);
    painter->setFont(assay::font(TextStyle::Body));
    painter->setPen(colour(markTextToken(mark) == Token::Text2 ? Token::Text3 : markTextToken(mark)));
    const QRect word(left + kMarkSide + kWordGap, 0, width() - left - kMarkSide - kWordGap, height());
    painter->drawText(word, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, markWord(mark));
}

} // namespace assay
