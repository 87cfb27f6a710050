// SPDX-License-Identifier: GPL-3.0-or-later
// A JSONL log as a source: its lines from the start or from where an earlier reading stopped.
#pragma once

#include "app/intake/importsource.h"
#include "app/intake/linereader.h"

#include <QFile>

namespace assay {

/// Whether somebody may still be writing: then a last line without line end that can't be read yet waits.
enum class LogEnd { Final, Growing };

class LogSource : public ImportSource
{
public:
    LogSource(const QString& path, LogEnd end, Clock clock, LogPosition from = {});

    QString name() const override { return m_file.fileName(); }
    bool read(ImportBatch& batch) override;
    qint64 done() const override { return m_lines; }
    qint64 total() const override;

private:
    enum class State { Closed, Open, Broken };

    void open(ImportBatch& batch);
    bool take(const LogLine& line, ImportBatch& batch);

    QFile m_file;
    LogEnd m_end;
    LogPosition m_from;
    State m_state = State::Closed;
    LineReader m_reader;
    LogReader m_log;
    qint64 m_lines = 0; ///< read here
    LogPosition m_position;
};

} // namespace assay
