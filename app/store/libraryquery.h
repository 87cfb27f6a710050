// SPDX-License-Identifier: GPL-3.0-or-later
// The library's filter as SQL: the one place that says what each of its values means. For LibrarySearch and
// LibraryCounting. A plain value; the generations are `g`, their reviews in force `r`.
#pragma once

#include "app/store/libraryfilter.h"

#include <QVariantList>

namespace assay {

/// Values above these are slow, costly, drifted. Nothing: nothing is known to compare with.
struct LibraryThresholds
{
    std::optional<qint64> latencyMs{};
    QHash<QString, qint64> costMicro{}; ///< by currency
    std::optional<double> drift{};
};

struct LibraryCondition
{
    QString sql{};
    QVariantList values{};

    void add(const QString& term, const QVariantList& bound = {});
};

/// Weeks, model, template and words.
LibraryCondition libraryScope(const LibraryFilter& filter);
/// The clients; true for all.
LibraryCondition libraryClients(const LibraryFilter& filter);
/// All of the filter.
LibraryCondition libraryCondition(const LibraryFilter& filter, const LibraryThresholds& thresholds);
QString libraryOrder(LibrarySort sort);

} // namespace assay
