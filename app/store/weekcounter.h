// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the packed observations of one week: of any clients, models and templates together. Any thread; it
// reads nothing itself.
#pragma once

#include "app/domain/cellbuilder.h"
#include "app/domain/exchangerate.h"
#include "app/store/observationcolumns.h"
#include "app/store/sharednames.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace assay {

class WeekCounter
{
public:
    /// Both must outlive the counter.
    WeekCounter(const SharedNames& shared, const ExchangeTable& exchange)
        : m_shared(shared)
        , m_exchange(exchange)
    {
    }

    /// Groups of one client and week, which `cell` names, follow each other.
    void add(const ObservationColumns& columns, const QString& cell);
    WeekRow finish(IsoWeek week) { return m_cell.finish(week, m_spread); }

private:
    void nameBatches(const ObservationColumns& columns, const QString& cell);
    quint32 batch(qint64 number);
    void convert(CountedImage& image, const ObservationColumns& columns, size_t row);

    const SharedNames& m_shared;
    const ExchangeTable& m_exchange;
    CellBuilder m_cell;
    QSet<QString> m_spread;
    QString m_name;                           ///< of the client and week
    QHash<qint64, quint32> m_batches;         ///< of that client and week
    std::pair<qint64, quint32> m_lastBatch{}; ///< images of one batch mostly follow each other
};

} // namespace assay
