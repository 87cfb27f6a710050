// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/logsource.h"

#include <QFileInfo>

namespace assay {

namespace {

constexpr qint64 kTypicalLine = 500;

} // namespace

LogSource::LogSource(const QString& path, LogEnd end, Clock clock, LogPosition from)
    : m_file(path)
    , m_end(end)
    , m_from(from)
    , m_reader(m_file)
    , m_log(std::move(clock))
{
}

qint64 LogSource::total() const
{
    const qint64 perLine = m_lines > 0 ? (m_position.bytes - m_from.bytes) / m_lines : kTypicalLine;
    const qint64 left = qMax<qint64>(0, m_file.size() - qMax(m_position.bytes, m_from.bytes));
    return m_lines + left / qMax<qint64>(1, perLine);
}

void LogSource::open(ImportBatch& batch)
{
    m_state = State::Open;
    std::optional<Error> problem;
    if (!m_file.open(QIODevice::ReadOnly)) {
        const bool isThere = QFileInfo::exists(m_file.fileName());
        problem = Error{isThere ? ErrorKind::NoPermission : ErrorKind::NotFound, {}, m_file.errorString()};
    } else if (const auto resumed = m_reader.resume(m_from.bytes, m_from.lines); !resumed) {
        problem = resumed.error();
    } else if (!*resumed) {
        m_from = {};
    }
    m_position = m_from;
    if (!problem)
        return;
    m_state = State::Broken;
    refuse(batch, {name(), {}, *problem});
}

bool LogSource::read(ImportBatch& batch)
{
    if (m_state == State::Closed)
        open(batch);
    batch.position = m_position;
    if (m_state == State::Broken)
        return false;
    const auto line = m_reader.next();
    if (!line) {
        m_state = State::Broken;
        refuse(batch, {name(), {}, line.error()});
        return false;
    }
    if (!*line || !take(**line, batch))
        return false;
    ++m_lines;
    m_position = {(*line)->end, (*line)->number};
    batch.position = m_position;
    return true;
}

/// False when the line has to wait for its end.
bool LogSource::take(const LogLine& line, ImportBatch& batch)
{
    if (line.state == LogLine::State::TooLong) {
        const QString limit = QString::number(LineReader::kMaxLine / (1024 * 1024));
        refuse(batch, {name(), line.number,
                       Error{ErrorKind::TooLarge, {}, QStringLiteral("line over %1 MiB").arg(limit)}});
        return true;
    }
    if (line.text.trimmed().isEmpty())
        return true;
    auto event = m_log.read(line.text);
    if (!event && line.state == LogLine::State::Open && m_end == LogEnd::Growing)
        return false;
    if (!event)
        refuse(batch, {name(), line.number, event.error()});
    else {
        const bool isReview = std::holds_alternative<Review>(*event);
        batch.items.append({*std::move(event), m_file.fileName(), line.number,
                            isReview ? line.text.toByteArray() : QByteArray()});
    }
    return true;
}

} // namespace assay
