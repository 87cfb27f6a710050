// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of numbers as bytes, each with no more bytes a number than its range needs: what a table of a few
// thousand rows is kept as when it is only ever read as a whole. Values, any thread. What the columns mean is
// the caller's part.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <limits>
#include <span>
#include <vector>

namespace assay {

/// Stands for a number that is not there. (A real that is not there is not a number.)
inline constexpr qint64 kNoNumber = std::numeric_limits<qint64>::min();

class ColumnPacker
{
public:
    void add(std::span<const qint64> numbers);
    void add(std::span<const double> reals);
    void add(const QStringList& texts);

    const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads columns in the order in which they were added. Bytes that no packer made give columns of nothing;
/// isSound() tells.
class ColumnReader
{
public:
    /// `bytes` outlives the reader.
    explicit ColumnReader(const QByteArray& bytes);

    std::vector<qint64> numbers(size_t count);
    std::vector<double> reals(size_t count);
    QStringList texts();

    bool isSound() const { return m_isSound; }
    bool isAtEnd() const { return m_rest == 0; }

private:
    const char* take(size_t bytes);
    template<typename T>
    T value();

    const char* m_next;
    size_t m_rest;
    bool m_isSound = true;
};

} // namespace assay
