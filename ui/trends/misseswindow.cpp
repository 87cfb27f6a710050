// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/misseswindow.h"

#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/trends/missmodel.h"

#include <algorithm>

namespace assay {

namespace {

ListWords listWords(const MissesRequest& request)
{
    return {MissesWindow::tr("Constraints missed most"),
            MissesWindow::tr("%1, %2: checks answered “missed” among those met and missed, beside the weeks "
                             "of the baseline.")
                .arg(formatWeek(request.week), request.scope),
            QStringLiteral("check"), MissesWindow::tr("No constraint was missed"),
            MissesWindow::tr("Neither in this week nor in the weeks of its baseline.")};
}

} // namespace

MissesWindow::MissesWindow(const MissesRequest& request, QWidget* parent)
    : ListWindow(QStringLiteral("misses"), listWords(request), parent)
    , m_model(new MissModel(this))
    , m_reader(request.workspacePath)
{
    auto* rows = new SegmentedControl(this);
    rows->setAccessibleName(tr("Rows"));
    rows->addSegment(tr("Constraints"), QStringLiteral("missedConstraints"));
    rows->addSegment(tr("Kinds"), QStringLiteral("missedKinds"));
    connect(rows, &SegmentedControl::currentChanged, this, [this](int segment) {
        m_model->setRows(segment == 0 ? MissModel::Rows::Constraints : MissModel::Rows::Kinds);
    });
    addBelowTable(rows);
    setModel(m_model, MissModel::ConstraintColumn);
    m_reader.ask<std::vector<ConstraintMisses>>(
        [view = request.view, name = request.week](const Database& database) {
            const auto week = std::ranges::find(view.weeks, name, &JudgedWeek::week);
            return readMisses(database, view, *week);
        },
        [this](const Result<std::vector<ConstraintMisses>>& misses) {
            if (misses)
                m_model->setMisses(*misses);
            else
                showProblem(describe(misses.error(), Attempt::ReadTrends));
            emit loaded();
        });
}

} // namespace assay
