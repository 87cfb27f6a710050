// SPDX-License-Identifier: GPL-3.0-or-later
// StandingLine: the metrics that are no finding, in one running text: each group with its mark before it. GUI
// thread. Wraps between words and is as high as it needs to be.
#pragma once

#include "ui/weekly/weeklywords.h"

#include <QWidget>

namespace assay {

class StandingLine : public QWidget
{
    Q_OBJECT

public:
    explicit StandingLine(QWidget* parent = nullptr);

    void setGroups(const std::vector<StandingGroup>& groups);
    const std::vector<StandingGroup>& groups() const { return m_groups; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The height; paints where there is a painter.
    int place(int width, QPainter* painter) const;

    std::vector<StandingGroup> m_groups;
};

} // namespace assay
