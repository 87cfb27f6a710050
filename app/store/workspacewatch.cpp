// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspacewatch.h"

#include "app/base/whenfinished.h"
#include "app/store/database.h"
#include "app/store/storewriter.h"

#include <QTimerEvent>

namespace assay {

WorkspaceWatch::WorkspaceWatch(const Database& reading, StoreWriter& writer,
                               std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent)
    , m_reading(reading)
    , m_writer(writer)
{
    if (const auto version = m_reading.dataVersion())
        m_seen = *version;
    askWriter();
    m_timer.start(static_cast<int>(interval.count()), this);
}

void WorkspaceWatch::timerEvent(QTimerEvent*)
{
    const auto version = m_reading.dataVersion();
    if (!version || *version == m_seen)
        return;
    m_seen = *version;
    askWriter();
}

/// The reading connection sees the writer's commits too; the writer's own connection sees others' only.
void WorkspaceWatch::askWriter()
{
    const auto asking = m_writer.run<qint64>(StoreWriter::Priority::Urgent,
                                             [](const Database& database) { return database.dataVersion(); });
    whenFinished(asking, this, [this](const Result<qint64>& version) { compare(version); });
}

void WorkspaceWatch::compare(const Result<qint64>& writersVersion)
{
    if (!writersVersion)
        return;
    const bool isNews = m_writersVersion && *m_writersVersion != *writersVersion;
    m_writersVersion = *writersVersion;
    if (isNews)
        emit changedElsewhere();
}

} // namespace assay
