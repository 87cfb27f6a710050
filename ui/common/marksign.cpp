// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marksign.h"

#include <QPainter>

namespace assay {

MarkSign::MarkSign(Mark mark, QWidget* parent)
    : QWidget(parent)
    , m_mark(mark)
{
    setFixedSize(16, 20);
    setMark(mark);
}

void MarkSign::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(markWord(mark));
    update();
}

void MarkSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintMark(&painter, rect(), m_mark);
}

} // namespace assay
