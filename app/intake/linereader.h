// SPDX-License-Identifier: GPL-3.0-or-later
// LineReader: the lines of a log, one at a time, with their number and the position behind them, in bounded
// memory. A line end is "\n" or "\r\n"; a byte order mark at the start is passed over. Belongs to the thread
// that reads; does not know what a line means.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

class QIODevice;

namespace assay {

struct LogLine
{
    enum class State {
        Complete, ///< ended by a line end
        Open,     ///< the end of the file came first: perhaps still being written
        TooLong,  ///< over the limit; its text is not there
    };

    State state = State::Complete;
    QByteArrayView text; ///< valid until the next call
    qint64 number = 0;   ///< from 1
    qint64 end = 0;      ///< bytes from the file's start to behind its line end
};

class LineReader
{
public:
    static constexpr qsizetype kMaxLine = 16 * 1024 * 1024;

    /// Reads from the device's start. The device stays the caller's and must outlive the reader.
    explicit LineReader(QIODevice& device, qsizetype maxLine = kMaxLine);

    /// Goes on where an earlier reading stopped, `lines` behind the start; what is before is not read again.
    /// False, and back at the start, when `position` is not directly behind a line end: it is another file
    /// now.
    Result<bool> resume(qint64 position, qint64 lines);

    /// The next line; nothing at the end of the file. Io when reading fails.
    Result<std::optional<LogLine>> next();

private:
    Result<bool> fill();
    Result<std::optional<LogLine>> tooLong();
    LogLine take(qsizetype length, qsizetype withEnd);

    QIODevice& m_device;
    qsizetype m_maxLine;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< of what is not yet given out
    qint64 m_number = 0;
    qint64 m_end = 0;
};

} // namespace assay
