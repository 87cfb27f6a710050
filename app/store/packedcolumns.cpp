// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packedcolumns.h"

#include "app/domain/decimals.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {

namespace {

// A column of numbers: how many bytes each has, what is added to each, and the numbers. With kHasGaps, 0 is
// no number and all others are one more than that. Little-endian.
constexpr quint8 kHasGaps = 0x80;
constexpr quint8 kWidth = 0x7f;

template<typename T>
void append(QByteArray& bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof(T));
}

/// What a column's numbers have in common.
struct Range
{
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = kNoNumber;
    bool hasGaps = false;

    explicit Range(std::span<const qint64> numbers);

    bool isEmpty() const { return most == kNoNumber; }
    quint64 codeOf(qint64 number) const;
    quint8 width() const;
};

Range::Range(std::span<const qint64> numbers)
{
    for (const qint64 number : numbers) {
        if (number == kNoNumber) {
            hasGaps = true;
            continue;
        }
        least = std::min(least, number);
        most = std::max(most, number);
    }
    if (isEmpty())
        least = 0;
}

quint64 Range::codeOf(qint64 number) const
{
    if (number == kNoNumber)
        return 0;
    return static_cast<quint64>(number) - static_cast<quint64>(least) + (hasGaps ? 1 : 0);
}

quint8 Range::width() const
{
    const quint64 largest = isEmpty() ? 0 : codeOf(most);
    if (largest == 0)
        return 0;
    if (largest <= std::numeric_limits<quint8>::max())
        return 1;
    if (largest <= std::numeric_limits<quint16>::max())
        return 2;
    return largest <= std::numeric_limits<quint32>::max() ? 4 : 8;
}

template<typename Code>
void appendCodes(QByteArray& bytes, std::span<const qint64> numbers, const Range& range)
{
    const qsizetype begin = bytes.size();
    bytes.resize(begin + qsizetype(numbers.size() * sizeof(Code)));
    char* place = bytes.data() + begin;
    for (const qint64 number : numbers) {
        qToLittleEndian(static_cast<Code>(range.codeOf(number)), place);
        place += sizeof(Code);
    }
}

struct Coding
{
    qint64 least = 0;
    bool hasGaps = false;
};

template<typename Code>
void readCodes(std::vector<qint64>& numbers, const char* bytes, const Coding& coding)
{
    const auto base = static_cast<quint64>(coding.least) - (coding.hasGaps ? 1 : 0);
    for (size_t i = 0; i < numbers.size(); ++i) {
        const quint64 code = qFromLittleEndian<Code>(bytes + i * sizeof(Code));
        numbers[i] = coding.hasGaps && code == 0 ? kNoNumber : static_cast<qint64>(base + code);
    }
}

} // namespace

void ColumnPacker::add(std::span<const qint64> numbers)
{
    const Range range(numbers);
    const quint8 width = range.width();
    append<quint8>(m_bytes, width | (range.hasGaps ? kHasGaps : 0));
    append<qint64>(m_bytes, range.least);
    switch (width) {
    case 1:
        return appendCodes<quint8>(m_bytes, numbers, range);
    case 2:
        return appendCodes<quint16>(m_bytes, numbers, range);
    case 4:
        return appendCodes<quint32>(m_bytes, numbers, range);
    case 8:
        return appendCodes<quint64>(m_bytes, numbers, range);
    default:
        return;
    }
}

void ColumnPacker::add(std::span<const double> reals)
{
    const quint8 decimals = decimalsOf(reals);
    append<quint8>(m_bytes, decimals);
    if (decimals == kAllDigits) {
        for (const double real : reals)
            append<quint64>(m_bytes, std::bit_cast<quint64>(real));
        return;
    }
    const double scale = decimalScale(decimals);
    std::vector<qint64> numbers;
    numbers.reserve(reals.size());
    for (const double real : reals)
        numbers.push_back(std::isnan(real) ? kNoNumber : std::llround(real * scale));
    add(numbers);
}

void ColumnPacker::add(const QStringList& texts)
{
    append<quint32>(m_bytes, static_cast<quint32>(texts.size()));
    for (const QString& text : texts) {
        const QByteArray utf8 = text.toUtf8();
        append<quint32>(m_bytes, static_cast<quint32>(utf8.size()));
        m_bytes.append(utf8);
    }
}

ColumnReader::ColumnReader(const QByteArray& bytes)
    : m_next(bytes.constData())
    , m_rest(static_cast<size_t>(bytes.size()))
{
}

std::vector<qint64> ColumnReader::numbers(size_t count)
{
    const auto how = value<quint8>();
    const auto least = value<qint64>();
    const size_t width = how & kWidth;
    if (width > 8 || !std::has_single_bit(std::max<size_t>(width, 1)))
        m_isSound = false;
    const char* codes = m_isSound ? take(count * width) : nullptr;
    if (!m_isSound)
        return {};
    const Coding coding{least, (how & kHasGaps) != 0};
    std::vector<qint64> numbers(count, coding.hasGaps ? kNoNumber : least);
    if (width == 1)
        readCodes<quint8>(numbers, codes, coding);
    else if (width == 2)
        readCodes<quint16>(numbers, codes, coding);
    else if (width == 4)
        readCodes<quint32>(numbers, codes, coding);
    else if (width == 8)
        readCodes<quint64>(numbers, codes, coding);
    return numbers;
}

std::vector<double> ColumnReader::reals(size_t count)
{
    const auto decimals = value<quint8>();
    m_isSound = m_isSound && isDecimals(decimals);
    if (!m_isSound)
        return {};
    std::vector<double> reals(count);
    if (decimals == kAllDigits) {
        const char* bytes = take(count * sizeof(quint64));
        for (size_t i = 0; m_isSound && i < count; ++i)
            reals[i] = std::bit_cast<double>(qFromLittleEndian<quint64>(bytes + i * sizeof(quint64)));
        return reals;
    }
    const double scale = decimalScale(decimals);
    const std::vector<qint64> scaled = numbers(count);
    for (size_t i = 0; i < scaled.size(); ++i) {
        reals[i] = scaled[i] == kNoNumber ? std::numeric_limits<double>::quiet_NaN()
                                          : static_cast<double>(scaled[i]) / scale;
    }
    return reals;
}

QStringList ColumnReader::texts()
{
    const auto count = value<quint32>();
    QStringList texts;
    for (quint32 i = 0; m_isSound && i < count; ++i) {
        const auto size = value<quint32>();
        const char* utf8 = take(size);
        if (m_isSound)
            texts += QString::fromUtf8(utf8, size);
    }
    return texts;
}

const char* ColumnReader::take(size_t bytes)
{
    if (!m_isSound || bytes > m_rest) {
        m_isSound = false;
        return nullptr;
    }
    const char* taken = m_next;
    m_next += bytes;
    m_rest -= bytes;
    return taken;
}

template<typename T>
T ColumnReader::value()
{
    const char* bytes = take(sizeof(T));
    return bytes == nullptr ? T() : qFromLittleEndian<T>(bytes);
}

} // namespace assay
