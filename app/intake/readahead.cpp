// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/readahead.h"

#include <utility>

namespace assay {

ReadAhead::ReadAhead(std::unique_ptr<ImportSource> source, qsizetype rows)
    : m_source(std::move(source))
    , m_rows(rows)
    , m_total(m_source->total())
{
}

bool ReadAhead::read(ImportBatch& batch)
{
    if (!m_next.valid())
        m_next = start();
    Part part = m_next.get();
    if (!part.isLast)
        m_next = start();
    if (batch.items.isEmpty())
        batch.items = std::move(part.batch.items);
    else
        batch.items.append(std::move(part.batch.items));
    batch.problems.append(part.batch.problems);
    batch.counts.known += part.batch.counts.known;
    batch.counts.refused += part.batch.counts.refused;
    if (part.batch.position)
        batch.position = part.batch.position;
    m_done = part.done;
    m_total = part.total;
    return !part.isLast;
}

std::future<ReadAhead::Part> ReadAhead::start()
{
    return std::async(std::launch::async, [this, room = std::exchange(m_stored, {})]() mutable {
        return readPart(std::move(room));
    });
}

ReadAhead::Part ReadAhead::readPart(QList<ImportItem> room) const
{
    Part part;
    part.batch.items = std::move(room);
    part.batch.items.clear();
    part.batch.items.reserve(m_rows);
    const auto isFull = [&] { return part.batch.items.size() + part.batch.problems.size() >= m_rows; };
    while (!part.isLast && !isFull())
        part.isLast = !m_source->read(part.batch);
    part.done = m_source->done();
    part.total = m_source->total();
    return part;
}

} // namespace assay
