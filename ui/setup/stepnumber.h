// SPDX-License-Identifier: GPL-3.0-or-later
// StepNumber: a number in a ring. GUI thread.
#pragma once

#include <QWidget>

namespace assay {

class StepNumber : public QWidget
{
    Q_OBJECT

public:
    explicit StepNumber(int number, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
};

} // namespace assay
