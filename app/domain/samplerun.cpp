// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samplerun.h"

#include "app/domain/decimals.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <tuple>

namespace assay {

namespace {

// Two bytes say how values and clusters are written, four how many there are; then all values, then all
// clusters. Little-endian.
constexpr qsizetype kHeader = 6;
constexpr quint32 kUnnumbered = std::numeric_limits<quint32>::max();

template<typename T>
void append(QByteArray& bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof(T));
}

template<typename T>
T valueAt(const char* bytes, size_t number)
{
    return qFromLittleEndian<T>(bytes + number * sizeof(T));
}

/// Numbers the clusters in the order of the sorted samples; how many there are.
quint32 renumber(std::vector<Sample>& samples)
{
    const auto largest = std::ranges::max_element(samples, {}, &Sample::cluster);
    std::vector<quint32> numbers(largest == samples.end() ? 0 : size_t(largest->cluster) + 1, kUnnumbered);
    quint32 used = 0;
    for (Sample& sample : samples) {
        quint32& number = numbers[sample.cluster];
        if (number == kUnnumbered)
            number = used++;
        sample.cluster = number;
    }
    return used;
}

void appendValues(QByteArray& bytes, const std::vector<Sample>& samples, quint8 decimals)
{
    const double scale = decimals == kAllDigits ? 0 : decimalScale(decimals);
    for (const Sample& sample : samples) {
        if (decimals == kAllDigits)
            append(bytes, std::bit_cast<quint64>(sample.value));
        else
            append(bytes, static_cast<qint32>(std::round(sample.value * scale)));
    }
}

template<typename Number>
void addHits(std::vector<quint32>& hits, const char* clusters, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        ++hits[valueAt<Number>(clusters, i)];
}

template<typename Number>
quint32 largestNumber(const char* clusters, size_t count)
{
    quint32 largest = 0;
    for (size_t i = 0; i < count; ++i)
        largest = std::max<quint32>(largest, valueAt<Number>(clusters, i));
    return largest;
}

} // namespace

SampleRun SampleRun::of(std::vector<Sample> samples)
{
    std::ranges::sort(samples, [](const Sample& left, const Sample& right) {
        return std::tie(left.value, left.cluster) < std::tie(right.value, right.cluster);
    });
    const bool areNarrow = renumber(samples) <= std::numeric_limits<quint16>::max();
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample& sample : samples)
        values.push_back(sample.value);
    const quint8 decimals = decimalsOf(values);
    QByteArray bytes;
    bytes.reserve(kHeader + qsizetype(samples.size()) * 12);
    append<quint8>(bytes, decimals);
    append<quint8>(bytes, areNarrow ? 2 : 4);
    append(bytes, static_cast<quint32>(samples.size()));
    appendValues(bytes, samples, decimals);
    for (const Sample& sample : samples) {
        if (areNarrow)
            append(bytes, static_cast<quint16>(sample.cluster));
        else
            append(bytes, sample.cluster);
    }
    SampleRun run;
    run.m_bytes = std::move(bytes);
    run.readHead();
    run.countClusters();
    return run;
}

std::optional<SampleRun> SampleRun::fromBytes(const QByteArray& bytes)
{
    SampleRun run;
    run.m_bytes = bytes;
    if (!run.readHead() || !run.isSorted() || !run.countClusters())
        return std::nullopt;
    return run;
}

/// Whether the bytes are as long as they say.
bool SampleRun::readHead()
{
    if (m_bytes.size() < kHeader)
        return false;
    const auto decimals = static_cast<quint8>(m_bytes[0]);
    const int width = m_bytes[1];
    if (!isDecimals(decimals) || (width != 2 && width != 4))
        return false;
    m_scale = decimals == kAllDigits ? 0 : decimalScale(decimals);
    m_hasNarrow = width == 2;
    m_count = valueAt<quint32>(m_bytes.constData() + 2, 0);
    const size_t valueBytes = m_scale == 0 ? sizeof(quint64) : sizeof(qint32);
    return size_t(m_bytes.size() - kHeader) == m_count * (valueBytes + size_t(width));
}

/// Whether there are no more clusters than values.
bool SampleRun::countClusters()
{
    if (m_count == 0)
        return true;
    const char* clusters = clusterBytes();
    const quint32 largest =
        m_hasNarrow ? largestNumber<quint16>(clusters, m_count) : largestNumber<quint32>(clusters, m_count);
    if (largest >= m_count)
        return false;
    m_sizes.assign(size_t(largest) + 1, 0);
    m_sizes = hits(m_count);
    return true;
}

bool SampleRun::isSorted() const
{
    const char* values = m_bytes.constData() + kHeader;
    for (size_t i = 1; i < m_count; ++i) {
        const bool isInOrder = m_scale == 0 ? value(i - 1) <= value(i)
                                            : valueAt<qint32>(values, i - 1) <= valueAt<qint32>(values, i);
        if (!isInOrder)
            return false;
    }
    return true;
}

double SampleRun::value(size_t rank) const
{
    const char* values = m_bytes.constData() + kHeader;
    if (m_scale == 0)
        return std::bit_cast<double>(valueAt<quint64>(values, rank));
    return valueAt<qint32>(values, rank) / m_scale;
}

const char* SampleRun::clusterBytes() const
{
    return m_bytes.constData() + kHeader + m_count * (m_scale == 0 ? sizeof(quint64) : sizeof(qint32));
}

SamplePlace SampleRun::placeOf(double value, size_t first, size_t last) const
{
    const auto firstThat = [this](size_t from, size_t to, auto isBeyond) {
        while (from < to) {
            const size_t middle = from + (to - from) / 2;
            if (isBeyond(this->value(middle)))
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    };
    const size_t below = firstThat(first, last, [value](double other) { return other >= value; });
    const size_t atMost = firstThat(below, last, [value](double other) { return other > value; });
    return {below - first, atMost - first};
}

std::vector<quint32> SampleRun::hits(size_t count) const
{
    std::vector<quint32> hits(m_sizes.size(), 0);
    if (m_hasNarrow)
        addHits<quint16>(hits, clusterBytes(), count);
    else
        addHits<quint32>(hits, clusterBytes(), count);
    return hits;
}

} // namespace assay
