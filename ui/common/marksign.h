// SPDX-License-Identifier: GPL-3.0-or-later
// MarkSign: a mark alone, for before a title that has the words. GUI thread.
#pragma once

#include "ui/common/marks.h"

#include <QWidget>

namespace assay {

class MarkSign : public QWidget
{
    Q_OBJECT

public:
    explicit MarkSign(Mark mark, QWidget* parent = nullptr);

    void setMark(Mark mark);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mark m_mark;
};

} // namespace assay
