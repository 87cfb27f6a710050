// SPDX-License-Identifier: GPL-3.0-or-later
// LogReader: one line of a JSONL log (LOG_FORMAT.md) becomes a value, or an Error that says what is wrong
// with it. Nothing is guessed: an absent required key, a time without offset or a cost that is no decimal
// text refuses the line, and so does an instant before 2000 or more than a day ahead. A required key that is
// explicitly null is known to be unknown. Use from one thread at a time (it keeps a parser); reads no file
// and knows no store.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/change.h"
#include "app/domain/generation.h"
#include "app/domain/gpusample.h"
#include "app/domain/review.h"

#include <QByteArrayView>

#include <memory>
#include <variant>

namespace assay {

using LogEvent = std::variant<Generation, Review, Change, GpuSample>;

class LogReader
{
public:
    /// The clock tells which instants have not come yet.
    explicit LogReader(Clock clock = systemClock());
    ~LogReader();
    LogReader(const LogReader&) = delete;
    LogReader& operator=(const LogReader&) = delete;

    /// Reads one line without its line end. Errors: Invalid (no JSON object or it breaks a rule),
    /// Unsupported (a type that this version does not know), TooNew (a later version of the format).
    Result<LogEvent> read(QByteArrayView line);

private:
    struct Parsers;

    std::unique_ptr<Parsers> m_parsers;
};

} // namespace assay
