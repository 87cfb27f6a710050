// SPDX-License-Identifier: GPL-3.0-or-later
// LaneTabs: the lanes of the queue side by side, each with how many images it holds; the chosen one
// underlined. GUI thread. Tab reaches the chosen one, arrow keys move the choice.
#pragma once

#include "app/store/queue.h"

#include "ui/common/surface.h"

#include <QButtonGroup>

namespace assay {

class LaneTab;

class LaneTabs : public Surface
{
    Q_OBJECT

public:
    explicit LaneTabs(QWidget* parent = nullptr);

    QueueLane lane() const { return QueueLane(m_group.checkedId()); }
    void setLane(QueueLane lane);
    void setCounts(const QueueCounts& counts);

signals:
    void laneChosen(assay::QueueLane lane);

private:
    LaneTab* add(QueueLane lane, const QString& name, const QString& objectName);

    QButtonGroup m_group;
    QList<LaneTab*> m_tabs;
};

} // namespace assay
