// SPDX-License-Identifier: GPL-3.0-or-later
// A view as a condition on tables with the columns client_id, model and template_id. For the classes of this
// folder; any thread.
#pragma once

#include "app/domain/viewfilter.h"

#include <QVariantList>

namespace assay {

/// "true" for the view of everything. Bound with viewValues().
QString viewCondition(const ViewFilter& filter);
/// Of the template alone, bound with its name. Empty: those without one.
QString templateCondition(const QString& name);
QVariantList viewValues(const ViewFilter& filter);

} // namespace assay
