// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/filtergroup.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kHeight = 24;
constexpr int kBox = 16;
constexpr int kMarkSide = 14;
constexpr int kGap = 8;

} // namespace

class FilterValue : public QAbstractButton
{
public:
    FilterValue(const QString& text, std::optional<Mark> mark, QWidget* parent)
        : QAbstractButton(parent)
        , m_mark(mark)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(kHeight);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    void setCount(std::optional<qint64> count)
    {
        m_count = count ? formatCount(*count) : QString();
        setAccessibleDescription(m_count);
        update();
    }

    QSize sizeHint() const override { return {160, kHeight}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QStyleOptionButton option;
        option.initFrom(this);
        option.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
        option.rect = QRect(0, (kHeight - kBox) / 2, kBox, kBox);
        style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);
        int left = kBox + kGap;
        if (m_mark) {
            paintMark(&painter, QRect(left, 0, kMarkSide, kHeight), *m_mark, kMarkSide);
            left += kMarkSide + kGap - 2;
        }
        painter.setFont(assay::font(TextStyle::Second));
        const int countWidth = painter.fontMetrics().horizontalAdvance(m_count);
        painter.setPen(colour(Token::Text3));
        painter.drawText(rect(), int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, m_count);
        painter.setFont(assay::font(isChecked() ? TextStyle::SecondMedium : TextStyle::Second));
        painter.setPen(colour(isChecked() ? Token::Text : Token::Text2));
        const QRect room(left, 0, width() - left - countWidth - kGap, kHeight);
        painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }

private:
    std::optional<Mark> m_mark;
    QString m_count;
};

FilterGroup::FilterGroup(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(new TextLabel(title, TextStyle::LabelSemibold, Token::Text3, this));
    m_column->addSpacing(2);
}

void FilterGroup::add(const QString& text, const QString& name, std::optional<Mark> mark)
{
    auto* value = new FilterValue(text, mark, this);
    value->setObjectName(name);
    m_column->addWidget(value);
    m_values.append(value);
    connect(value, &QAbstractButton::clicked, this, &FilterGroup::changed);
}

void FilterGroup::clear()
{
    qDeleteAll(m_values);
    m_values.clear();
}

QList<int> FilterGroup::ticked() const
{
    QList<int> ticked;
    for (int i = 0; i < size(); ++i) {
        if (m_values.at(i)->isChecked())
            ticked.append(i);
    }
    return ticked;
}

void FilterGroup::setTicked(const QList<int>& indices)
{
    for (int i = 0; i < size(); ++i)
        m_values.at(i)->setChecked(indices.contains(i));
}

void FilterGroup::setCount(int index, std::optional<qint64> count)
{
    m_values.at(index)->setCount(count);
}

} // namespace assay
