// SPDX-License-Identifier: GPL-3.0-or-later
// MissesWindow: which constraints were missed most in a week, by kind or one by one, beside the baseline. GUI
// thread; not modal. It is of the week and view it was opened with.
#pragma once

#include "app/report/movement.h"
#include "ui/common/listwindow.h"
#include "ui/common/workspacereader.h"

namespace assay {

class MissModel;

struct MissesRequest
{
    QString workspacePath;
    WeeklyView view; ///< the week is one of its weeks
    IsoWeek week{};
    QString scope; ///< of the view, in words
};

class MissesWindow : public ListWindow
{
    Q_OBJECT

public:
    explicit MissesWindow(const MissesRequest& request, QWidget* parent = nullptr);

signals:
    void loaded();

private:
    MissModel* m_model;
    WorkspaceReader m_reader;
};

} // namespace assay
