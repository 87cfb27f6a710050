// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsLoader: reads and judges the weeks of a view in a thread of its own with a read-only connection of
// its own, and where a movement happened; only values come back. Lives in the GUI thread. Of several requests
// of one kind only the newest is answered.
#pragma once

#include "app/report/movement.h"
#include "app/store/viewchoices.h"
#include "ui/common/workspacereader.h"

namespace assay {

struct TrendsContent
{
    ViewChoices choices;
    WeeklyView view;
};

/// Of the weeks as they were read.
struct MovementQuestion
{
    IsoWeek week{};
    MetricId metric = MetricId::Adherence;
    Dimension dimension = Dimension::Client;
};

class TrendsLoader : public QObject
{
    Q_OBJECT

public:
    TrendsLoader(const QString& workspacePath, Clock clock, QObject* parent = nullptr);

    /// Answered by loaded() or failed(), never within this call.
    void load(const ViewFilter& filter);
    /// Answered by movementLoaded() or movementFailed(). The week is one of the view's.
    void loadMovement(const WeeklyView& view, const MovementQuestion& question);
    bool isIdle() const { return m_unanswered == 0; }

signals:
    void loaded(const assay::TrendsContent& content);
    void failed(const assay::Error& error);
    void movementLoaded(const assay::Movement& movement);
    void movementFailed(const assay::Error& error);

private:
    Clock m_clock;
    WorkspaceReader m_reader;
    int m_unanswered = 0;
    int m_newest = 0;
    int m_newestMovement = 0;
};

} // namespace assay
