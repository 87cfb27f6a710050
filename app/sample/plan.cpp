// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/plan.h"

#include "app/sample/planner.h"

namespace assay::sample {

Plan makePlan(const PlanRequest& request)
{
    Planner planner(request);
    for (int week = 0; week < kOpenWeek; ++week)
        planner.planClosedWeek(week);
    planner.planOpenWeek();
    return planner.take();
}

} // namespace assay::sample
