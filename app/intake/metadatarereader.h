// SPDX-License-Identifier: GPL-3.0-or-later
// MetadataRereader: reads the metadata of many images again through the store thread, some at a time, so that
// a verdict never waits for it. Lives in the GUI thread; the writer outlives it. Changed rows are announced
// by StoreWriter. What was read when it is cancelled or goes stays.
#pragma once

#include "app/base/clock.h"
#include "app/intake/reread.h"

#include <QObject>

namespace assay {

class StoreWriter;

class MetadataRereader : public QObject
{
    Q_OBJECT

public:
    MetadataRereader(StoreWriter& writer, Clock clock, QObject* parent = nullptr);

    /// Ends in finished(), with what was asked for meanwhile.
    void read(const QList<GenerationId>& ids);
    void cancel();

signals:
    void progressed(qsizetype done, qsizetype total);
    void finished(const assay::RereadReport& report);
    /// The workspace can't be read or written; what is left is not tried.
    void failed(const assay::Error& error);

private:
    void readSome();
    void take(const Result<RereadReport>& report);
    void end();

    StoreWriter& m_writer;
    Clock m_clock;
    QList<GenerationId> m_left;
    qsizetype m_done = 0;
    bool m_isReading = false;
    RereadReport m_report;
};

} // namespace assay
