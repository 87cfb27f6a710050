// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weekcounter.h"

#include <vector>

namespace assay {

void WeekCounter::add(const ObservationColumns& columns, const QString& cell)
{
    nameBatches(columns, cell);
    std::vector<quint32> currencies;
    for (const QString& currency : columns.currencies())
        currencies.push_back(m_cell.currency(currency));
    std::vector<quint32> clusters;
    clusters.reserve(columns.size());
    for (size_t row = 0; row < columns.size(); ++row) {
        CountedImage image = columns.image(row);
        if (!m_shared.isEmpty())
            image.asset = m_shared.standIn(image.asset);
        if (const qint64 number = columns.batch(row); number != 0)
            image.batch = batch(number);
        if (image.cost && !m_exchange.isEmpty())
            convert(image, columns, row);
        if (image.cost)
            image.cost->currency = currencies[image.cost->currency];
        clusters.push_back(m_cell.add(image));
    }
    columns.addSamples(m_cell, clusters);
}

/// Numbers mean the same batch within a client and week, names beyond that.
void WeekCounter::nameBatches(const ObservationColumns& columns, const QString& cell)
{
    if (cell != m_name) {
        m_name = cell;
        m_batches.clear();
        m_lastBatch = {};
    }
    for (auto spread = columns.spreadBatches().cbegin(); spread != columns.spreadBatches().cend(); ++spread) {
        m_batches.insert(spread.key(), m_cell.batch(*spread));
        m_spread.insert(*spread);
    }
}

void WeekCounter::convert(CountedImage& image, const ObservationColumns& columns, size_t row)
{
    const Money cost{image.cost->micro, columns.currencies()[image.cost->currency]};
    if (const auto converted = m_exchange.converted(cost, columns.sentAt(row)))
        image.converted = {m_cell.currency(converted->currency), converted->micro};
}

quint32 WeekCounter::batch(qint64 number)
{
    if (number == m_lastBatch.first)
        return m_lastBatch.second;
    const auto known = m_batches.constFind(number);
    m_lastBatch = {number, known != m_batches.cend() ? *known : *m_batches.insert(number, m_cell.newBatch())};
    return m_lastBatch.second;
}

} // namespace assay
