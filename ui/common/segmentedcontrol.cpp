// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segmentedcontrol.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 28;
constexpr int kPadding = 10;
constexpr int kUnderline = 2;
constexpr qreal kRadius = 4;

/// Paints its text; the control paints fill, lines and edge.
class Segment : public QAbstractButton
{
public:
    Segment(const QString& text, QWidget* parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override
    {
        const qreal text =
            QFontMetricsF(assay::font(TextStyle::BodySemibold)).horizontalAdvance(this->text());
        return {int(std::ceil(text)) + 2 * kPadding, kHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(assay::font(isChecked() ? TextStyle::BodySemibold : TextStyle::Body));
        const Token lively = isChecked() || underMouse() ? Token::Text : Token::Text2;
        painter.setPen(colour(isEnabled() ? lively : Token::Disabled));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int index, bool isOn) {
        update();
        if (isOn)
            emit currentChanged(index);
    });
}

void SegmentedControl::addSegment(const QString& text, const QString& name)
{
    auto* segment = new Segment(text, this);
    segment->setObjectName(name);
    segment->setAccessibleName(text);
    const int index = int(m_group.buttons().size());
    if (index == 0)
        segment->setChecked(true);
    m_group.addButton(segment, index);
    updateGeometry();
    place();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* segment = m_group.button(index))
        segment->setChecked(true);
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const QAbstractButton* segment : m_group.buttons())
        width += segment->sizeHint().width();
    return {width + 2, kHeight};
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.fillPath(shape, colour(Token::Field));
    painter.setClipPath(shape);
    const QList<QAbstractButton*> segments = m_group.buttons();
    for (const QAbstractButton* segment : segments) {
        const QRect area = segment->geometry();
        if (segment->isChecked()) {
            painter.fillRect(area, colour(Token::Selection));
            painter.fillRect(area.x(), area.bottom() - kUnderline + 1, area.width(), kUnderline,
                             colour(Token::Accent));
        }
        if (segment != segments.constFirst())
            painter.fillRect(area.x(), 1, 1, height() - 2, colour(Token::LineStrong));
    }
    painter.setClipping(false);
    painter.setPen(QPen(colour(Token::LineStrong), 1));
    painter.drawPath(shape);
}

void SegmentedControl::resizeEvent(QResizeEvent*)
{
    place();
}

void SegmentedControl::place()
{
    int x = 1;
    for (QAbstractButton* segment : m_group.buttons()) {
        const int width = segment->sizeHint().width();
        segment->setGeometry(x, 1, width, kHeight - 2);
        segment->show();
        x += width;
    }
}

} // namespace assay
