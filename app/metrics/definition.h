// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up the definition of a metric by its place or its name. Values, any thread. The table itself is
// domain/metrictable.
#pragma once

#include "app/domain/metricid.h"

#include <QStringView>

#include <optional>

namespace assay {

/// All definitions in the order of MetricId.
const PerMetric<Definition>& definitions();
const Definition& definition(MetricId id);

/// Nothing for a text that names no metric.
std::optional<MetricId> metricFromTextId(QStringView textId);

} // namespace assay
