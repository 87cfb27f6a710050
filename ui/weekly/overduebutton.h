// SPDX-License-Identifier: GPL-3.0-or-later
// OverdueButton: "2 weeks unsigned" at the right of the status bar, on every page; a click leads to them. GUI
// thread. Hidden while nothing is overdue.
#pragma once

#include "app/report/weekreview.h"

#include <QAbstractButton>

namespace assay {

class OverdueButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit OverdueButton(QWidget* parent = nullptr);

    void setWeeks(const UnsignedWeeks& weeks);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    UnsignedWeeks m_weeks;
};

} // namespace assay
