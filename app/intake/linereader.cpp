// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/linereader.h"

#include <QIODevice>

namespace assay {

namespace {

constexpr qsizetype kChunk = 256 * 1024;

Error readError(const QIODevice& device)
{
    return {ErrorKind::Io, {}, device.errorString()};
}

} // namespace

LineReader::LineReader(QIODevice& device, qsizetype maxLine)
    : m_device(device)
    , m_maxLine(maxLine)
{
}

Result<bool> LineReader::resume(qint64 position, qint64 lines)
{
    if (position == 0)
        return true;
    char last = 0;
    const bool isBehindLine =
        position <= m_device.size() && m_device.seek(position - 1) && m_device.getChar(&last) && last == '\n';
    if (!isBehindLine && !m_device.seek(0))
        return readError(m_device);
    m_number = isBehindLine ? lines : 0;
    m_end = isBehindLine ? position : 0;
    return isBehindLine;
}

Result<bool> LineReader::fill()
{
    m_buffer.remove(0, m_start);
    m_start = 0;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + kChunk);
    const qint64 count = m_device.read(m_buffer.data() + before, kChunk);
    m_buffer.resize(before + qMax<qint64>(count, 0));
    if (count < 0)
        return readError(m_device);
    return count > 0;
}

LogLine LineReader::take(qsizetype length, qsizetype withEnd)
{
    LogLine line;
    line.text = QByteArrayView(m_buffer).sliced(m_start, length);
    if (line.text.endsWith('\r'))
        line.text.chop(1);
    if (m_end == 0 && line.text.startsWith("\xef\xbb\xbf"))
        line.text = line.text.sliced(3);
    m_start += withEnd;
    m_end += withEnd;
    line.number = ++m_number;
    line.end = m_end;
    return line;
}

/// Passes over the rest of a line that is too long, keeping none of it.
Result<std::optional<LogLine>> LineReader::tooLong()
{
    LogLine line;
    line.state = LogLine::State::TooLong;
    line.number = ++m_number;
    while (true) {
        const qsizetype newline = m_buffer.indexOf('\n', m_start);
        const qsizetype passed = (newline < 0 ? m_buffer.size() : newline + 1) - m_start;
        m_start += passed;
        m_end += passed;
        if (newline >= 0)
            break;
        const auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    line.end = m_end;
    return std::optional(line);
}

Result<std::optional<LogLine>> LineReader::next()
{
    qsizetype searched = m_start;
    while (true) {
        const qsizetype newline = m_buffer.indexOf('\n', searched);
        if (newline >= 0 && newline - m_start <= m_maxLine)
            return std::optional(take(newline - m_start, newline - m_start + 1));
        if (newline >= 0 || m_buffer.size() - m_start > m_maxLine)
            return tooLong();
        searched = m_buffer.size() - m_start; // its place once fill() has moved the rest to the front
        const auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    const qsizetype rest = m_buffer.size() - m_start;
    if (rest == 0)
        return std::optional<LogLine>();
    LogLine line = take(rest, rest);
    line.state = LogLine::State::Open;
    return std::optional(line);
}

} // namespace assay
